import { expect, it } from 'vitest'
import { pageWords, type Glyph } from '../../../../src/main/pack/render/page-words.ts'

const PAGE = { width: 600, height: 800 }

/** Characters of 10 points, each at its place. */
function glyphs(text: string, place: (index: number) => readonly [number, number]): readonly Glyph[] {
  return [...text].map((character, index) => {
    const [x, y] = place(index)
    return { character, x, y, size: 10, degrees: 0, advance: 6 }
  })
}

it('puts letters of a line together, with the space behind them', () => {
  const found = pageWords(
    glyphs('ab cd', (index) => [100 + index * 6, 700]),
    PAGE
  )
  expect(found.map(({ text, x, width }) => [text, x, width])).toEqual([
    ['ab ', 100, 12],
    ['cd', 118, 12]
  ])
})

it('leaves letters apart that go to the left: readers put those in order by their places', () => {
  const found = pageWords(
    glyphs('אבגד', (index) => [300 - index * 6, 700]),
    PAGE
  )
  expect(found.map(({ text, x }) => [text, x])).toEqual([
    ['א', 300],
    ['ב', 294],
    ['ג', 288],
    ['ד', 282]
  ])
})

it('puts signs together that go down a column, though each has the end of a line behind it', () => {
  const signs = [...'号码注销']
  const column = signs.flatMap((character, index): readonly Glyph[] => {
    const place = { x: 500, y: 700 - index * 10, size: 10, degrees: 0, advance: 10 }
    return [
      { ...place, character },
      { ...place, character: '\r' },
      { ...place, character: '\n' }
    ]
  })
  const [word, ...others] = pageWords(column, PAGE)
  expect(others).toEqual([])
  expect(word?.text).toBe('号码注销')
  expect(word?.degrees).toBe(270)
  expect(word?.width).toBeCloseTo(40)
  expect(word?.y).toBeCloseTo(708.8)
})

it('leaves lines that stand close below each other apart', () => {
  const digits = glyphs('12', (index) => [100, 700 - index * 10])
  const rows = [
    ...glyphs('合同', (index) => [100 + index * 10, 500]),
    ...glyphs('号码', (index) => [100 + index * 10, 489])
  ].map((glyph) => ({ ...glyph, advance: 10 }))
  expect(pageWords(digits, PAGE).map(({ text }) => text)).toEqual(['1', '2'])
  expect(pageWords(rows, PAGE).map(({ text }) => text)).toEqual(['合同', '号码'])
})
