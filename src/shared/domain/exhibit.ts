import type { Bar } from './bar.ts'
import type { Instant, IsoDate } from './calendar.ts'
import type { Category } from './category.ts'
import type { ProofTarget } from './proof-target.ts'

/** Category letter and running number; given once, never reused. */
export interface ExhibitNumber {
  readonly category: Category
  readonly serial: number
}

/** Where the date of a document comes from. A date without a source is never shown. */
export type MadeOnSource = 'exif' | 'pdf' | 'stated'

/** What the file itself told at intake; never edited afterwards. */
export interface FileFacts {
  /** SHA-256 of the bytes, lower-case hex: also the object's name in the vault. */
  readonly sha256: string
  readonly sizeBytes: number
  /** The name the file had at its source, exactly. It is data, not a path: show it cleaned (see `file-name.ts`). */
  readonly originalName: string
  /** By content, not by extension. */
  readonly mediaType: string
  /** Pages of a PDF that can be read; 1 for an image that can be decoded; null where unknown. */
  readonly pages: number | null
  readonly pixels: { readonly width: number; readonly height: number } | null
  /** Length of a recording, in whole seconds; left out where there is none or the file does not tell. */
  readonly seconds?: number
  /** The source file's own modification time: a hint, not a proof. */
  readonly fileModifiedAt: Instant | null
}

export interface Exhibit {
  readonly id: string
  readonly number: ExhibitNumber
  /** Numbers it had before its category was changed. They are never given to another exhibit. */
  readonly formerNumbers: readonly ExhibitNumber[]
  readonly caption: string
  readonly madeOn: { readonly on: IsoDate; readonly source: MadeOnSource } | null
  /** What it proves, as the user linked it. */
  readonly proves: readonly ProofTarget[]
  /** What packs with masked data cover of it; the file itself stays as it is. */
  readonly bars: readonly Bar[]
  readonly addedAt: Instant
  readonly file: FileFacts
  readonly trashedAt: Instant | null
}

export function formatExhibitNumber(number: ExhibitNumber): string {
  return `${number.category}-${number.serial}`
}

export type ExhibitView = 'image' | 'pdf' | 'none'

/** What the app can show of a file by itself. GIF and WebP show on screen; the pack prints JPEG and PNG only. */
export function viewOf(mediaType: string): ExhibitView {
  if (mediaType === 'application/pdf') return 'pdf'
  return ['image/jpeg', 'image/png', 'image/gif', 'image/webp'].includes(mediaType) ? 'image' : 'none'
}
