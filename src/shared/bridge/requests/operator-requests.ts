import type { ListedOperator, OperatorIdentity } from '../../domain/operator-data.ts'
import type { OperatorEdit } from '../../domain/operator-edit.ts'
import type { Result } from '../../domain/result.ts'
import type { WriteFailure } from './write-failure.ts'

/** `damaged` = files of the user's own that could not be read; they stay where they are. */
export interface OperatorListing {
  readonly operators: readonly ListedOperator[]
  readonly damaged: readonly string[]
}

/** `same` = the file says nothing that is not here already. */
export type OperatorImport =
  | { readonly state: 'imported' | 'same'; readonly operator: ListedOperator }
  /** The user has written something about this operator: nothing is replaced before they agree. */
  | { readonly state: 'asks-to-replace'; readonly importId: string; readonly operator: ListedOperator }

export type OperatorFailure = {
  readonly code: 'operator-gone' | 'operator-too-large' | 'disk-full' | 'no-permission' | 'write-failed'
}

export type OperatorImportFailure = {
  readonly code:
    | OperatorFailure['code']
    | 'operator-file-unreadable'
    | 'operator-file-too-large'
    | 'operator-file-no-json'
    | 'operator-file-other-format'
    | 'operator-file-invalid'
}

/** What the app knows of operators, and what the user adds to it. */
export interface OperatorRequests {
  'operator:list': (nothing: null) => OperatorListing
  'operator:edit': (request: {
    readonly id: string
    readonly edit: OperatorEdit
  }) => Result<ListedOperator, OperatorFailure>
  'operator:add': (identity: OperatorIdentity) => Result<ListedOperator, OperatorFailure>
  /** Of a shipped operator only the corrections go; of one the user added, everything, and null is left. */
  'operator:remove': (request: { readonly id: string }) => Result<ListedOperator | null, OperatorFailure>
  /** Opens the save dialog. null = the user changed their mind. */
  'operator:export': (request: {
    readonly id: string
  }) => Result<{ readonly fileName: string }, OperatorFailure | WriteFailure> | null
  'operator:import': (nothing: null) => Result<OperatorImport, OperatorImportFailure> | null
  'operator:confirm-import': (request: {
    readonly importId: string
  }) => Result<ListedOperator, OperatorFailure>
}
