import type { ManifestExhibit } from '../pack-manifest.ts'
import type { PackPage } from '../pack-page.ts'
import type { TextRun } from '../page-drawing.ts'
import type { ReadPack } from '../read-pack.ts'
import { heldBut, notAsked, notHeld, type NormCheck } from './answer.ts'
import { beginsPart, endsPart, indexPages, linesOf } from './pack-parts.ts'

interface Row {
  readonly page: PackPage
  readonly runs: readonly TextRun[]
}

/** N6: each exhibit has a row with number, date, title and pages, and whatever is linked leads where it prints. */
export const n6IndexRows: NormCheck = (pack) => {
  const { manifest } = pack
  if (manifest === null) return notAsked('N6', 'no-manifest')
  const pages = indexPages(pack)
  const rows = pages.flatMap((page) => linesOf(page).map((runs) => ({ page, runs })))
  const astray = rows.filter((row) => !leadsWherePrinted(pack, row))
  if (astray.length > 0)
    return notHeld('N6', 'index-link-wrong', distinct(astray.map(({ page }) => page.number)))
  const byNumber = new Map(rows.map((row) => [row.runs[0]?.text ?? '', row]))
  const missing = manifest.exhibits.filter((exhibit) => !isWhole(byNumber.get(exhibit.number), exhibit))
  return missing.length > 0 && pages.length === 0
    ? notHeld('N6', 'index-row-missing')
    : heldBut(
        'N6',
        'index-row-missing',
        missing.map(({ pages: { first } }) => first)
      )
}

const PAGES = /^(\d+)(?:\s*[–—-]\s*(\d+))?$/
/** The numbers of pages stand at the right edge, by their share of the width. */
const PAGES_COLUMN = 0.8

function linksAt({ page, runs }: Row) {
  const y = runs[0]?.y ?? 0
  return page.links.filter(({ box }) => box[1] <= y + 1 && box[3] >= y + 1)
}

/** The pages that the last cell of a row prints; null for other lines. */
function printedBy({ page, runs }: Row): { readonly first: number; readonly last: number } | null {
  const cell = runs.at(-1)
  const isCell = runs.length > 1 && cell !== undefined && cell.x > page.width * PAGES_COLUMN
  const found = isCell ? PAGES.exec(cell.text.trim()) : null
  return found === null ? null : { first: Number(found[1]), last: Number(found[2] ?? found[1]) }
}

/** The first number of the row's last cell is the page that all its links lead to. */
function leadsWherePrinted(pack: ReadPack, row: Row): boolean {
  const printed = printedBy(row)
  if (printed === null) return true
  const links = linksAt(row)
  if (!links.every(({ page }) => page === printed.first)) return false
  // What stands in another volume is named there without a link.
  return !isIn(pack, printed.first) || (links.length > 0 && isPart(pack, printed))
}

function isIn({ pages }: ReadPack, wanted: number): boolean {
  return pages.some(({ number }) => number === wanted)
}

/** Something begins on the first of these pages and something ends on the last, unless that is in another volume. */
function isPart(pack: ReadPack, { first, last }: { readonly first: number; readonly last: number }): boolean {
  const exhibits = pack.manifest?.exhibits ?? []
  const begins = beginsPart(pack, first) || exhibits.some(({ pages }) => pages.first === first)
  const ends = endsPart(pack, last) || exhibits.some(({ pages }) => pages.last === last)
  return begins && (ends || !isIn(pack, last))
}

function isWhole(row: Row | undefined, { pages: { first, last } }: ManifestExhibit): boolean {
  if (row === undefined || row.runs.length < 4) return false
  const printed = (row.runs.at(-1)?.text ?? '').replace(/\s/gu, '')
  const isRange = printed === String(first) || new RegExp(`^${first}[–—-]${last}$`).test(printed)
  return isRange && linksAt(row).some(({ page }) => page === first)
}

function distinct(pages: readonly number[]): readonly number[] {
  return [...new Set(pages)]
}
