import type { Instant } from '../../shared/domain/calendar.ts'
import { done, failed, type Result } from '../../shared/domain/result.ts'
import type { StatementFailure } from '../../shared/domain/statement.ts'
import { detectEncoding } from '../text-reading/detect-encoding.ts'

/**
 * A chosen file in memory: what is looked through, what becomes entries and what becomes an exhibit
 * are the same bytes, whatever happens to the file meanwhile.
 */
export interface StatementFile {
  readonly fileName: string
  readonly bytes: Uint8Array
  readonly modifiedAt: Instant | null
}

/** What people choose in place of the list itself, by the first bytes. */
const OTHER_KINDS: readonly { readonly bytes: readonly number[]; readonly code: StatementFailure }[] = [
  { bytes: [0x50, 0x4b, 0x03, 0x04], code: 'statement-is-spreadsheet' },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], code: 'statement-is-spreadsheet' },
  { bytes: [0x25, 0x50, 0x44, 0x46], code: 'statement-is-pdf' }
]

/** Takes bytes as a list when they are text, and says what they are when they are not. */
export function statementFile(
  file: StatementFile
): Result<StatementFile, { readonly code: StatementFailure }> {
  const { bytes } = file
  if (bytes.length === 0) return failed({ code: 'empty-file' })
  const other = OTHER_KINDS.find((kind) => kind.bytes.every((byte, at) => bytes[at] === byte))
  if (other !== undefined) return failed({ code: other.code })
  return detectEncoding(bytes) === null ? failed({ code: 'statement-not-text' }) : done(file)
}
