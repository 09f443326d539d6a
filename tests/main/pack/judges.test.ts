import { beforeAll, describe, expect, it } from 'vitest'
import type { Dossier } from '../../../src/shared/domain/dossier.ts'
import { formatExhibitNumber } from '../../../src/shared/domain/exhibit.ts'
import { PACK_LANGUAGES, type PackLanguage } from '../../../src/shared/domain/pack-record.ts'
import { bareDossier, type SpecimenExhibit } from '../../specimen-dossier.ts'
import { fullCase, linkedExhibits } from './full-case.ts'
import { judge, packOf } from './pack-fixtures.ts'
import {
  bookmarksOf,
  indexRows,
  lettersWithoutInk,
  piecesOf,
  readByThree,
  type Bookmark,
  type IndexRow,
  type Piece
} from './pack-judges.ts'

interface Judged {
  readonly path: string
  readonly pages: number
  readonly dossier: Dossier
  readonly readings: Awaited<ReturnType<typeof readByThree>>
  readonly bookmarks: readonly Bookmark[]
  readonly pieces: readonly Piece[]
}

async function judged(...made: Parameters<typeof packOf>): Promise<Judged> {
  const { path, pages, dossier } = await packOf(...made)
  const [readings, bookmarks, pieces] = await Promise.all([
    readByThree(path),
    bookmarksOf(path),
    piecesOf(path)
  ])
  return { path, pages, dossier, readings, bookmarks, pieces }
}

/** So many that the index goes on over pages: there an offset of one shows. */
const MANY: readonly SpecimenExhibit[] = Array.from({ length: 50 }, (_, at) => ({
  category: at % 2 === 0 ? 'B' : 'D',
  caption: `SPECIMEN paper number ${at + 1}`,
  madeOn: '2026-03-01',
  bytes: Buffer.from(`SPECIMEN ${at}`),
  originalName: `paper-${at}.txt`,
  mediaType: 'text/plain'
}))

const packs = new Map<string, Judged>()
const KINDS = [...PACK_LANGUAGES, 'many'] as const
beforeAll(async () => {
  const files = await linkedExhibits()
  for (const language of PACK_LANGUAGES)
    packs.set(language, await judged(files, { language }, {}, fullCase()))
  packs.set('many', await judged(MANY, { language: 'en' }, {}, bareDossier()))
}, 60_000)

function pack(kind: PackLanguage | 'many'): Judged {
  const found = packs.get(kind)
  if (found === undefined) throw new Error(kind)
  return found
}

/**
 * What readers may differ in: spaces, which they guess from distances; the order of blocks, which is theirs to choose;
 * and the point between the foot's words and its number, which is said (/ActualText) but not drawn, so that only
 * a reader that honours what is said has it.
 */
function bare(text: string): string {
  return text.replace(/[\s\u00a0]/g, '').replaceAll('·', '')
}

describe.each(KINDS)('independent readers of a pack (%s)', (kind) => {
  it('find the same text on every page', () => {
    const { pages, readings } = pack(kind)
    const { poppler, mupdf, ghostscript } = readings
    expect([poppler.length, mupdf.length, ghostscript.length]).toEqual([pages, pages, pages])
    for (let page = 0; page < pages; page += 1) {
      const [first, ...others] = [mupdf, poppler, ghostscript].map((texts) => bare(texts[page] ?? ''))
      expect(first).not.toBe('')
      for (const other of others) {
        expect(letterCounts(other), `page ${page + 1}`).toEqual(letterCounts(first))
        // Letters may not only be as many: each line stands whole in every reading.
        for (const line of (mupdf[page] ?? '').split('\n')) expect(other).toContain(bare(line))
      }
    }
  })

  it('see every letter that they can copy', async () => {
    const { path, readings } = pack(kind)
    const { letters, unseen } = await lettersWithoutInk(path)
    expect(unseen).toEqual([])
    const read = readings.mupdf.join('').replace(/[\s\u00a0]/g, '')
    expect(letters).toBe([...read].length)
  })

  it('are led by every bookmark to the page it names', () => {
    const { bookmarks, dossier, readings } = pack(kind)
    expect(bookmarks.length).toBeGreaterThan(dossier.exhibits.length)
    for (const { title, page } of bookmarks) {
      expect(Number(/(\d+)\D*$/.exec(title)?.[1]), title).toBe(page)
      expect(printedNumber(readings.poppler[page - 1])).toBe(page)
    }
  })

  it('are led by every row of the index to the page it prints, and miss no row', () => {
    const { dossier, bookmarks, pieces, readings } = pack(kind)
    const rows = indexRows(pieces, indexPages(bookmarks))
    for (const { texts, firstPage, leadTo } of rows) {
      expect(new Set(leadTo), texts.join(' ')).toEqual(new Set([firstPage]))
      expect(printedNumber(readings.poppler[firstPage - 1])).toBe(firstPage)
    }
    for (const { number } of dossier.exhibits) {
      const written = formatExhibitNumber(number)
      const [row, ...others] = rows.filter(({ texts }) => texts[0] === written)
      expect(others).toEqual([])
      for (let page = row?.firstPage ?? 0; page <= (row?.lastPage ?? 0); page += 1)
        expect(readings.poppler[page - 1], `${written} on ${page}`).toMatch(new RegExp(`\\b${written}\\b`))
    }
    // Whatever has a bookmark has its row on the same page; the two parts at the end share one.
    for (const { title, page } of bookmarks) {
      const name = (title.split(' · ')[0] ?? '').toLowerCase()
      const isNamed = ({ texts, firstPage, lastPage }: IndexRow) =>
        firstPage === page
          ? texts.some((text) => text.toLowerCase().startsWith(name))
          : firstPage < page && page <= lastPage && texts.join(' ').toLowerCase().includes(name)
      expect(rows.some(isNamed), title).toBe(true)
    }
  })

  it('are led by every other page number that is a link to the page it names', () => {
    const { pieces, pages } = pack(kind)
    for (const { page, text, leadsTo } of pieces) {
      const named = /^(?:с\.|pp?\.|第)?\s?(\d+)(?:–\d+)?页?$/.exec(text)
      // The last line of a title may be a year.
      const isPage = named !== null && Number(named[1]) <= pages
      if (leadsTo !== null && isPage) expect(leadsTo, `${text} on ${page}`).toBe(Number(named[1]))
    }
  })

  it('open and draw the file without a word of complaint', async () => {
    const { path } = pack(kind)
    expect(await judge('qpdf', '--check', path)).toContain('No syntax or stream encoding errors found')
    const strict = ['-q', '-dPDFSTOPONERROR', '-dPDFSTOPONWARNING', '-sDEVICE=pgmraw', '-r24']
    expect(await judge('gs', ...strict, '-o', '/dev/null', path)).toBe('')
  })
})

/** From the index itself to the next part. */
function indexPages(bookmarks: readonly Bookmark[]): readonly number[] {
  const [, index, next] = bookmarks
  const [first = 0, after = 0] = [index?.page, next?.page]
  return Array.from({ length: after - first }, (_, at) => first + at)
}

function printedNumber(text: string | undefined): number {
  return Number(/(\d+)\s*$/.exec(text ?? '')?.[1])
}

function letterCounts(text: string | undefined): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const letter of [...(text ?? '')].toSorted()) counts.set(letter, (counts.get(letter) ?? 0) + 1)
  return counts
}
