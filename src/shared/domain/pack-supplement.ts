import type { Instant } from './calendar.ts'
import { liveExhibits, type Dossier } from './dossier.ts'
import type { Exhibit } from './exhibit.ts'
import { filesOf, type PackRecord } from './pack-record.ts'

export interface SupplementedFile {
  readonly fileName: string
  readonly sha256: string
}

/** The pack a supplement goes on from. */
export interface SupplementedPack {
  readonly code: string
  readonly madeAt: Instant
  /** Of its first file. */
  readonly sha256: string
  /** All its files where it has more than one; left out where it is a single one. */
  readonly files?: readonly SupplementedFile[]
  readonly pages: number
  /** The last page that was sent, in the pack or in a supplement to it. */
  readonly lastPage: number
}

/** Later than every moment there is. */
const ANY_TIME = '9999-12-31T23:59:59.999Z'

/** The number printed on the first page: a supplement goes on where its pack ended. */
export function firstPageOf(supplemented: SupplementedPack | null): number {
  return supplemented === null ? 1 : supplemented.lastPage + 1
}

export function supplementsOf(dossier: Dossier, code: string): readonly PackRecord[] {
  return dossier.packs.filter((pack) => pack.supplementTo === code)
}

/**
 * The pack of this code, to be gone on from; a supplement's code means the pack it belongs to.
 * @param before what was made at this moment or later is not counted: so the same supplement can be made again
 */
export function findSupplemented(
  dossier: Dossier,
  code: string,
  before: Instant = ANY_TIME
): SupplementedPack | null {
  const [record, ...supplements] = sentUnder(dossier, code, before)
  if (record === undefined) return null
  const { madeAt, sha256, pages } = record
  const lastPages = [record, ...supplements].map((pack) => pack.firstPage + pack.pages - 1)
  const files = filesOf(record).map(({ fileName, sha256: sum }) => ({ fileName, sha256: sum }))
  return {
    ...{ code: record.code, madeAt, sha256, pages, lastPage: Math.max(...lastPages) },
    ...(files.length > 1 && { files })
  }
}

/** What was added after a pack and is in none of its supplements; what was left out of it on purpose stays out. */
export function exhibitsSince(
  dossier: Dossier,
  code: string,
  before: Instant = ANY_TIME
): readonly Exhibit[] {
  const sent = sentUnder(dossier, code, before)
  const [first] = sent
  if (first === undefined) return []
  const known = new Set(sent.flatMap(({ exhibits }) => exhibits?.map(({ id }) => id) ?? []))
  return liveExhibits(dossier).filter(({ id, addedAt }) => addedAt > first.madeAt && !known.has(id))
}

/** The pack and after it its supplements. */
function sentUnder(dossier: Dossier, code: string, before: Instant): readonly PackRecord[] {
  const named = dossier.packs.findLast((pack) => pack.code === code && pack.madeAt < before)
  const root = named?.supplementTo ?? code
  const record = dossier.packs.findLast((pack) => pack.code === root && pack.madeAt < before)
  if (record === undefined) return []
  return [record, ...supplementsOf(dossier, root).filter((pack) => pack.madeAt < before)]
}
