import type { PackRecord } from './pack-record.ts'

/** Why an exhibit could not be shown as pages. Its slip, the screen and the command line all say it. */
export const SLIP_REASONS = [
  'pdf-encrypted',
  'pdf-broken',
  'pdf-too-large',
  'image-broken',
  'image-too-large',
  'no-page-form',
  'engine-gave-up',
  'object-missing',
  'object-changed'
] as const
export type SlipReason = (typeof SLIP_REASONS)[number]

/**
 * Something the user has to know after the export. The pack was made all the same.
 * `no-page-form` (a recording, an archive) is no fault of the file and is therefore no finding.
 */
export type PackFinding =
  | {
      /** Of the exhibit, or what the largest size of a file meant for it. */
      readonly code: Exclude<SlipReason, 'no-page-form'> | 'above-limit' | 'original-apart' | 'image-only'
      readonly exhibitId: string
      readonly number: string
      readonly fileName: string
    }
  /** Characters no font of ours has; shown as a framed code in the pack. */
  | { readonly code: 'missing-glyphs'; readonly characters: string }
  /** The pack is complete, but its checksum could not be written beside it. */
  | { readonly code: 'checksum-not-written'; readonly fileName: string }

/** Pages that are pictures are as their sender made them: worth knowing, and no fault of the pack. */
export function isFault({ code }: PackFinding): boolean {
  return code !== 'image-only'
}

export interface PackProgress {
  readonly jobId: string
  readonly pagesDone: number
  readonly pagesTotal: number
  readonly bytesDone: number
  readonly bytesTotal: number
  /** null = nobody can tell yet */
  readonly secondsLeft: number | null
  /** `B-3` while an exhibit is written, null before and after. */
  readonly exhibit: string | null
}

export const PACK_FAILURES = [
  'target-exists',
  'target-unwritable',
  'disk-full',
  'write-failed',
  'cancelled',
  'dossier-gone',
  'target-gone',
  'no-such-pack',
  'archival-password',
  'engine-stopped'
] as const
export type PackFailure = (typeof PACK_FAILURES)[number]

export interface MadePack {
  readonly record: PackRecord
  readonly findings: readonly PackFinding[]
}
