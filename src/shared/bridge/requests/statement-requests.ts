import type { Result } from '../../domain/result.ts'
import type {
  StatementFailure,
  StatementMapping,
  StatementPreview,
  StatementProposals,
  StatementReading
} from '../../domain/statement.ts'
import type { VaultFailure } from './vault-failure.ts'
import type { AttachRequest, AttachAnswer } from './exhibit-requests.ts'

/** A list of movements the user has chosen; the page knows it by its id only. */
export interface StatementRef {
  readonly statementId: string
}

/** A list of movements, from the file to the ledger. */
export interface StatementRequests {
  /** Opens the file dialog and reads the file into memory. null = the user changed their mind. */
  'statement:choose': (nothing: null) => Result<StatementRef, { readonly code: StatementFailure }> | null
  'statement:preview': (
    request: StatementRef & { readonly reading: StatementReading; readonly currency: string }
  ) => Result<StatementPreview, { readonly code: StatementFailure }>
  'statement:propose': (
    request: StatementRef & {
      readonly dossierId: string
      readonly reading: StatementReading
      readonly repairQuotes: boolean
      readonly mapping: StatementMapping
      readonly filter: string
    }
  ) => Result<StatementProposals, { readonly code: StatementFailure }>
  /** Makes an exhibit of the very bytes that were looked through. */
  'statement:keep': (
    request: StatementRef & AttachRequest
  ) => Result<AttachAnswer, VaultFailure | { readonly code: 'statement-gone' }>
  'statement:close': (request: StatementRef) => null
}
