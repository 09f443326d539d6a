import type { ManifestExhibit } from '../pack-manifest.ts'
import type { TextRun } from '../page-drawing.ts'
import { changed, held, notAsked, notHeld, type NormCheck } from './answer.ts'
import { indexPages, linesOf } from './pack-parts.ts'

/** N17: earliest first inside a section, undated ones last, by the dates that the index prints. */
export const n17ByDate: NormCheck = (pack) => {
  if (pack.manifest === null) return notAsked('N17', 'no-manifest')
  const rows = indexPages(pack).flatMap((page) => linesOf(page))
  const days = new Map(rows.map((row) => [row[0]?.text ?? '', dayIn(row[1])]))
  const exhibits = pack.manifest.exhibits.map((exhibit) => ({
    exhibit,
    day: days.get(exhibit.number) ?? null
  }))
  if (exhibits.some(({ day }) => day === null)) return notAsked('N17', 'not-in-the-file')
  const early = exhibits.filter(({ exhibit, day }, index) => {
    const previous = exhibits[index - 1]
    const isInSection = previous !== undefined && sectionOf(previous.exhibit) === sectionOf(exhibit)
    return isInSection && (day ?? '') < (previous.day ?? '')
  })
  if (early.length === 0) return held('N17')
  const pages = early.map(({ exhibit }) => exhibit.pages.first)
  return pack.manifest.order === 'own'
    ? changed('N17', 'own-order', pages)
    : notHeld('N17', 'out-of-date-order', pages)
}

/** Behind every date. */
const UNDATED = '9999'
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** The date of a row as `2026-11-01`, whatever the language of the pack; null where there is none to read. */
function dayIn(run: TextRun | undefined): string | null {
  const text = run?.text.trim() ?? ''
  if (text === '—') return UNDATED
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text)
  if (dotted !== null) return dayOf(dotted[3], dotted[2], dotted[1])
  const yearFirst = /^(\d{4})\D(\d{1,2})\D(\d{1,2})\D?$/.exec(text)
  if (yearFirst !== null) return dayOf(yearFirst[1], yearFirst[2], yearFirst[3])
  const named = /^(\d{1,2})\s+([A-Za-z]{3})[a-z]*\.?\s+(\d{4})$/.exec(text)
  if (named === null) return null
  return dayOf(named[3], String(MONTHS.indexOf((named[2] ?? '').toLowerCase()) + 1), named[1])
}

function dayOf(year = '', month = '', day = ''): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

function sectionOf({ number }: ManifestExhibit): string {
  return number.split('-')[0] ?? ''
}
