import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { readCells } from '../../../../src/main/pack/absorb/read-cells.ts'
import { readFontSet, type FontSet } from '../../../../src/main/pack/fonts/font-set.ts'
import { createTextMeasure } from '../../../../src/main/pack/fonts/text-measure.ts'
import { contentTop, type StripEnv } from '../../../../src/main/pack/layout/exhibit-strip.ts'
import { createFormats } from '../../../../src/main/pack/layout/formats.ts'
import { FRAME, shapeOf } from '../../../../src/main/pack/layout/geometry.ts'
import { paginateWritten } from '../../../../src/main/pack/layout/paginate-written.ts'
import { stylesFor } from '../../../../src/main/pack/layout/styles.ts'
import { innerWidth } from '../../../../src/main/pack/layout/written-columns.ts'
import { cellStyle, GUTTER, rowHeight } from '../../../../src/main/pack/layout/written-shape.ts'
import type { WrittenRow } from '../../../../src/main/pack/plan/written-text.ts'
import { wordsFor } from '../../../../src/main/pack/words/words-for.ts'
import type { PackLanguage } from '../../../../src/shared/domain/pack-record.ts'
import type { Exhibit } from '../../../../src/shared/domain/exhibit.ts'
import type { Paper } from '../../../../src/shared/domain/recipient-profile.ts'
import { packFontsFolder } from '../../../pack-fonts.ts'
import { filledDossier, withExhibits } from '../../../specimen-dossier.ts'

type CellsRow = Extract<WrittenRow, { readonly kind: 'cells' }>

const wordsOf = (letters: string, size: { readonly minLength?: number; readonly maxLength: number }) =>
  fc.string({ ...size, unit: fc.constantFrom(...letters) })
const CELL = fc.oneof(
  { weight: 6, arbitrary: wordsOf('абвгabc 123,.-;"\n №联系电话。、', { maxLength: 30 }) },
  fc.constantFrom('1 925,12', '-550,00', '01.10.2026', '', '00000000000000000745', 'Новосемейкинский'),
  { weight: 1, arbitrary: wordsOf('абв гд еж', { minLength: 200, maxLength: 3000 }) },
  { weight: 1, arbitrary: wordsOf('abcdef_@./', { minLength: 60, maxLength: 300 }) }
)
const TABLE = fc
  .integer({ min: 2, max: 10 })
  .chain((width) =>
    fc.array(fc.array(CELL, { minLength: width, maxLength: width }), { minLength: 2, maxLength: 60 })
  )

function asFile(rows: readonly (readonly string[])[]): string {
  const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`
  return rows.map((cells) => cells.map(quoted).join(';')).join('\r\n')
}

/** Letters and figures: lines are broken at spaces, and long words with a hyphen. */
function lettersOf(texts: readonly string[]): string {
  return texts.join('').replace(/[\s-]/g, '')
}

describe('a table on the pages of an exhibit', () => {
  let fonts: FontSet
  let exhibit: Exhibit
  beforeAll(async () => {
    fonts = await readFontSet(await packFontsFolder())
    const file = {
      category: 'D',
      caption: 'SPECIMEN',
      mediaType: 'text/plain',
      originalName: 'x.csv'
    } as const
    const added = withExhibits(filledDossier(), [{ ...file, bytes: Buffer.from('SPECIMEN') }]).exhibits.at(-1)
    if (added === undefined) throw new Error('no exhibit')
    exhibit = added
  })

  function envFor(language: PackLanguage, paper: Paper): StripEnv {
    const first = { words: wordsFor(language), formats: createFormats(language, 'RUB', 'Europe/Moscow') }
    return {
      ...first,
      first,
      secondLanguage: null,
      styles: stylesFor(language),
      measure: createTextMeasure(fonts),
      paper: shapeOf(paper),
      pages: new Map(),
      knownLines: null
    }
  }

  it('has each row once and every letter of each column, inside its column and its page', () => {
    const seen = { tables: 0, lines: 0 }
    fc.assert(
      fc.property(
        TABLE,
        fc.constantFrom('ru', 'zh-CN'),
        fc.constantFrom('A4', 'Letter'),
        (cells, language, paper) => {
          const env = envFor(language, paper)
          const read = readCells(asFile(cells))
          if (read === null) return
          const pages = paginateWritten(
            env,
            exhibit,
            { kind: 'table', ...read, lines: ['SPECIMEN'] },
            { noteOn: () => 'SPECIMEN', sameAs: () => null }
          ).map((page) => (page.kind === 'written' ? page.rows : []))
          const rows = pages.flat().filter((row): row is CellsRow => row.kind === 'cells')
          seen[rows.length === 0 ? 'lines' : 'tables'] += 1
          if (rows.length === 0) return
          const room = contentTop(env, exhibit) - FRAME.bottom
          for (const page of pages)
            expect(page.reduce((sum, row) => sum + rowHeight(env.styles, row), 0)).toBeLessThan(room + 0.01)
          for (const row of rows) expectInside(env, row)
          const once = rows.filter(({ part, number }) => part !== 'head' || number !== null)
          expect(once.flatMap(({ number }) => number ?? [])).toEqual(read.rows.map((_, at) => at + 1))
          const columns = read.rows[0]?.map((_, at) => at) ?? []
          expect(columns.map((at) => lettersOf(once.flatMap((row) => row.cells[at] ?? [])))).toEqual(
            columns.map((at) => lettersOf(read.rows.map((row) => row[at] ?? '')))
          )
        }
      ),
      { numRuns: 200 }
    )
    expect(Math.min(seen.tables, seen.lines)).toBeGreaterThan(20)
  })

  function expectInside({ measure }: StripEnv, { table, part, cells }: CellsRow): void {
    const { size, isBold } = cellStyle(table, part)
    cells.forEach((lines, at) => {
      const column = table.columns[at]
      if (column === undefined) throw new Error(`no column ${at}`)
      const width = cells.length === 1 ? FRAME.width - GUTTER : innerWidth(table, column)
      expect(column.x + width).toBeLessThan(FRAME.right + 0.01)
      for (const line of lines) expect(measure.width(line.trimEnd(), size, isBold)).toBeLessThan(width + 0.02)
    })
  }
})
