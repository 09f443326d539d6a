import type { Instant } from './calendar.ts'
import type { Dossier } from './dossier.ts'
import { safeFileName } from './file-name.ts'
import type { PackLanguage } from './pack-record.ts'
import { supplementsOf } from './pack-supplement.ts'

/** Characters of a caption in a file's name: long names may not upload (norm N19). */
const LONGEST_TITLE = 48

interface PackToName {
  readonly madeAt: Instant
  /** Code of the pack it supplements. */
  readonly supplementTo: string | null
  /** SHA-256 of what it is made from, where that is known already. */
  readonly contents?: string
}

/**
 * The code printed on every page: year, last four digits of the number, running number of this dossier's packs,
 * `CL-2026-1427-1`; a supplement has its pack's code and a number of its own, `CL-2026-1427-1-S1`. The same things
 * packed at the same time have the same code, so that they give the same file.
 * Two dossiers of one person never share a code unless their numbers end alike.
 */
export function packCode(dossier: Dossier, { madeAt, supplementTo, contents }: PackToName): string {
  const same = dossier.packs.find((pack) => pack.madeAt === madeAt && pack.contents === contents)
  if (same !== undefined) return same.code
  const taken = new Set(dossier.packs.map(({ code }) => code))
  const isSupplement = supplementTo !== null
  const start = isSupplement
    ? `${supplementTo}-S`
    : `CL-${madeAt.slice(0, 4)}-${dossier.phoneNumber.slice(-4)}-`
  const before = isSupplement
    ? supplementsOf(dossier, supplementTo)
    : dossier.packs.filter((pack) => pack.supplementTo === null)
  let number = before.length + 1
  while (taken.has(start + number)) number++
  return start + number
}

/** Short, with the code and the date (norm N19: long names may not upload); Latin letters pass every mail system. */
export function packFileName(code: string, madeOn: string, language: PackLanguage): string {
  return `${code}_${madeOn}_${language}.pdf`
}

/** `pack-2-of-3.pdf`, with as many digits for each so that they stand in their order. */
export function volumeFileName(packName: string, number: number, of: number): string {
  const digits = String(of).length
  return `${withoutExtension(packName)}-${String(number).padStart(digits, '0')}-of-${of}.pdf`
}

/** `B-3 caption.pdf`: the number as it is printed, and as much of the caption as a short name can hold. */
export function exhibitFileName(number: string, caption: string): string {
  const words = shortened(caption.trim())
  return safeFileName(words === '' ? `${number}.pdf` : `${number} ${words}.pdf`)
}

/** Ends with a whole word where one ends near. */
function shortened(title: string): string {
  const letters = Array.from(title)
  if (letters.length <= LONGEST_TITLE) return title
  const cut = letters.slice(0, LONGEST_TITLE)
  const end = letters[LONGEST_TITLE] === ' ' ? LONGEST_TITLE : cut.lastIndexOf(' ')
  const words = end > LONGEST_TITLE / 2 ? cut.slice(0, end) : cut
  return words.join('').replace(/[\s,;:–—-]+$/u, '')
}

/** The index and all own pages, where each exhibit has a file of its own: before them in every list of files. */
export function ownPagesFileName(packName: string): string {
  return safeFileName(`0 ${withoutExtension(packName)}.pdf`)
}

/** The list of checksums of all files of a pack. */
export function checksumListName(packName: string): string {
  return `${withoutExtension(packName)}.sha256`
}

export function withoutExtension(packName: string): string {
  return packName.replace(/\.pdf$/i, '')
}
