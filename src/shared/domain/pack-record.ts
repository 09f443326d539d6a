import type { Instant } from './calendar.ts'

export const PACK_LANGUAGES = ['ru', 'zh-CN', 'en'] as const
export type PackLanguage = (typeof PACK_LANGUAGES)[number]

/** An exhibit as it stood in a pack: what was sent stays known even when the exhibit is renumbered or removed. */
export interface PackedExhibit {
  readonly id: string
  /** `B-3`, as printed. */
  readonly number: string
  readonly sha256: string
  readonly firstPage: number
  readonly lastPage: number
}

/** One file of a pack: the pack itself, a volume of it, or one exhibit of it. */
export interface PackedFile {
  readonly fileName: string
  /** The number printed on its first page. */
  readonly firstPage: number
  readonly pages: number
  readonly sizeBytes: number
  readonly sha256: string
}

/** A pack that was exported: enough to recognise the file years later and to go on from it. */
export interface PackRecord {
  /** Printed in every page band, for example `CL-2026-0007`. */
  readonly code: string
  readonly madeAt: Instant
  readonly language: PackLanguage
  /** The language beside it; null = none. */
  readonly secondLanguage: PackLanguage | null
  /** Its first file, which has the index. */
  readonly fileName: string
  /** Of all its files. */
  readonly pages: number
  readonly sizeBytes: number
  /** Of its first file. */
  readonly sha256: string
  /** All its files in their order; empty in a record from before packs could have several. */
  readonly files: readonly PackedFile[]
  /** Whether it asks for a password. Which one is noted nowhere. */
  readonly encrypted: boolean
  /** For whom, in the user's words; empty where nobody was named. */
  readonly recipient: string
  /** The recipient profile it was made by, named as it was then; null = made before this was noted, or by none. */
  readonly profile: { readonly id: string; readonly name: string } | null
  /** The number printed on its first page: above 1 only in a supplement. */
  readonly firstPage: number
  /** Code of the pack whose page numbers it goes on from. */
  readonly supplementTo: string | null
  /** null = made before this was noted. */
  readonly exhibits: readonly PackedExhibit[] | null
  /** SHA-256 of everything it was made from; empty in a record from before this was noted. */
  readonly contents: string
}

/** A pack from before several files were noted is the one that is. */
export function filesOf(record: PackRecord): readonly PackedFile[] {
  const { fileName, firstPage, pages, sizeBytes, sha256, files } = record
  return files.length === 0 ? [{ fileName, firstPage, pages, sizeBytes, sha256 }] : files
}
