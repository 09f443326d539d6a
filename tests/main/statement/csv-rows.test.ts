import fc from 'fast-check'
import { expect, it } from 'vitest'
import { csvRows } from '../../../src/main/statement/csv-rows.ts'

const read = (text: string, delimiter = ';') => [...csvRows([text], delimiter)]
const cells = (text: string, delimiter = ';') => read(text, delimiter).map((row) => row.cells)
const problems = (text: string) => read(text).flatMap((row) => row.problems)

/** Writes a table as RFC 4180 says. */
function written(table: readonly (readonly string[])[], delimiter: string, lineEnd: string): string {
  const cell = (text: string) =>
    [delimiter, '"', '\r', '\n'].some((mark) => text.includes(mark))
      ? `"${text.replaceAll('"', '""')}"`
      : text
  return table.map((row) => row.map(cell).join(delimiter) + lineEnd).join('')
}

it('reads back any text that was written, however it comes in pieces', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'ё', '账', '"', ',', ';', '\n', '\r', ' ', '🧾') })
  fc.assert(
    fc.property(
      fc.array(fc.array(text, { minLength: 1, maxLength: 5 }), { maxLength: 6 }),
      fc.constantFrom(',', ';', '\t', '|'),
      fc.constantFrom('\n', '\r\n', '\r'),
      fc.integer({ min: 1, max: 7 }),
      (table, delimiter, lineEnd, pieceLength) => {
        const whole = written(table, delimiter, lineEnd)
        const pieces = Array.from({ length: Math.ceil(whole.length / pieceLength) }, (_, at) =>
          whole.slice(at * pieceLength, (at + 1) * pieceLength)
        )
        const rows = [...csvRows(pieces, delimiter)]
        expect(rows.map((row) => row.cells)).toEqual(table)
        expect(rows.flatMap((row) => row.problems)).toEqual([])
      }
    )
  )
})

it('counts lines of the file, those inside a cell too', () => {
  expect(read('a;b\n"one\ntwo";c\nd;e\n').map((row) => row.line)).toEqual([1, 2, 4])
})

it('takes a last line without an end', () => {
  expect(cells('a;b\nc;d')).toEqual([
    ['a', 'b'],
    ['c', 'd']
  ])
})

it('keeps quotes inside an unquoted cell and says where they are', () => {
  expect(cells('x;ООО "Ромашка";1\n')).toEqual([['x', 'ООО "Ромашка"', '1']])
  expect(problems('x;y\nx;ООО "Ромашка";1\n')).toEqual([{ code: 'stray-quote', line: 2 }])
})

it('repairs quotes that were not doubled inside a quoted cell', () => {
  expect(cells('"ООО "Ромашка"";100\n')).toEqual([['ООО "Ромашка"', '100']])
  expect(cells('"ООО "Ромашка" плюс";100\n')).toEqual([['ООО "Ромашка" плюс', '100']])
})

it('reads on behind a quote that is never closed', () => {
  const text = 'a;b\n1;"never closed;2\n3;"good";4\n'
  expect(cells(text)).toEqual([
    ['a', 'b'],
    ['1', '"never closed', '2'],
    ['3', 'good', '4']
  ])
  expect(problems(text)).toEqual([{ code: 'unclosed-quote', line: 2 }])
})

it('finds an unclosed quote in the last line', () => {
  expect(cells('a;b\n1;"x')).toEqual([
    ['a', 'b'],
    ['1', '"x']
  ])
  expect(problems('a;b\n1;"x')).toEqual([{ code: 'unclosed-quote', line: 2 }])
})

it('loses no row where any quotes stand anywhere', () => {
  const text = fc.string({ unit: fc.constantFrom('a', '"', ';', '\n'), maxLength: 40 })
  fc.assert(
    fc.property(text, (broken) => {
      const plain = (value: string) => value.replace(/["\n;]/g, '')
      expect(
        read(broken)
          .map((row) => plain(row.cells.join('')))
          .join('')
      ).toBe(plain(broken))
    })
  )
})

it('reads thousands of unclosed quotes in one line without going back over it again and again', () => {
  const row = '"a;'.repeat(300_000)
  expect(read(`${row}\nb;c\n`).at(-1)?.cells).toEqual(['b', 'c'])
})

it('cuts a line that does not end, and cells beyond the limit', () => {
  const rows = [
    ...csvRows(
      Array.from({ length: 40 }, () => 'x'.repeat(65_536)),
      ';'
    )
  ]
  expect(rows[0]?.problems).toEqual([{ code: 'row-too-long', line: 1 }])
  expect(rows.every((row) => row.line === 1)).toBe(true)
  expect(read(';'.repeat(500))[0]?.cells.length).toBe(200)
  expect(problems(';'.repeat(500))).toEqual([{ code: 'too-many-columns', line: 1 }])
})
