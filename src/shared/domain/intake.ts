import type { Exhibit } from './exhibit.ts'
import type { NameOddity } from './file-name.ts'

/** Why a file was not taken in. The rest of its batch goes on. Every code has a sentence in three languages. */
export const INTAKE_FAILURES = [
  'empty-file',
  'empty-folder',
  'is-folder',
  'is-link',
  'not-a-file',
  'vanished',
  'changed-while-read',
  'no-permission',
  'read-failed',
  'disk-full',
  'vault-failed',
  'too-many-files',
  'too-large',
  'cancelled',
  'dossier-gone'
] as const
export type IntakeFailure = (typeof INTAKE_FAILURES)[number]

/** What became of one file, in the order of the batch. */
export type IntakeOutcome =
  | {
      readonly state: 'added'
      readonly fileName: string
      readonly exhibit: Exhibit
      readonly oddities: readonly NameOddity[]
    }
  /** The same bytes already are an exhibit of this dossier; nothing was stored twice. */
  | { readonly state: 'known'; readonly fileName: string; readonly exhibit: Exhibit }
  | { readonly state: 'refused'; readonly fileName: string; readonly code: IntakeFailure }

export interface IntakeProgress {
  readonly jobId: string
  readonly fileName: string
  /** Files already finished and found in all; `total` grows while folders are being read. */
  readonly filesDone: number
  readonly filesTotal: number
  readonly bytesDone: number
  readonly bytesTotal: number
}
