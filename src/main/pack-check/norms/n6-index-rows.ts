import type { ManifestExhibit } from '../pack-manifest.ts'
import type { PackPage } from '../pack-page.ts'
import type { TextRun } from '../page-drawing.ts'
import { heldBut, notAsked, notHeld, type NormCheck } from './answer.ts'
import { indexPages, linesOf } from './pack-parts.ts'

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
  const astray = rows.filter((row) => !leadsWherePrinted(row))
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

const PAGES = /^(\d+)(?:\s*[–—-]\s*\d+)?$/

function linksAt({ page, runs }: Row) {
  const y = runs[0]?.y ?? 0
  return page.links.filter(({ box }) => box[1] <= y + 1 && box[3] >= y + 1)
}

/** The first number of the row's last cell is the page that all its links lead to. */
function leadsWherePrinted(row: Row): boolean {
  const printed = PAGES.exec(row.runs.at(-1)?.text.trim() ?? '')?.[1]
  return printed === undefined || linksAt(row).every(({ page }) => page === Number(printed))
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
