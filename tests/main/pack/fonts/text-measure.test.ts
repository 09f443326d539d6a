import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readFontSet } from '../../../../src/main/pack/fonts/font-set.ts'
import { createTextMeasure, pieceEms } from '../../../../src/main/pack/fonts/text-measure.ts'
import { textPieces } from '../../../../src/main/pack/fonts/text-pieces.ts'
import { packFontsFolder } from '../../../pack-fonts.ts'

const fonts = await readFontSet(await packFontsFolder())
const measure = createTextMeasure(fonts)

it('measures what is drawn, whatever the characters', () => {
  const character = fc.constantFrom(...'aЖ9—’«月，é№₽ \u0301\u00ad\u200b𠮷\u1100\u1161')
  fc.assert(
    fc.property(fc.array(character, { maxLength: 12 }), fc.boolean(), (characters, isBold) => {
      const text = characters.join('')
      const drawn = textPieces(fonts, text, isBold).reduce((sum, piece) => sum + pieceEms(fonts, piece), 0)
      expect(measure.width(text, 10, isBold)).toBeCloseTo(drawn * 10, 8)
    })
  )
})

it('gives a letter with an accent of its own the width of the one letter it is', () => {
  expect(measure.width('e\u0301', 10)).toBe(measure.width('\u00e9', 10))
  expect(measure.width('и\u0306', 10)).toBe(measure.width('й', 10))
})

it('gives an invisible mark no width, and a Han character the width of its face', () => {
  expect(measure.width('ab\u00adc', 10)).toBe(measure.width('abc', 10))
  expect(measure.width('月', 10)).toBeCloseTo(10, 1)
})

it('sets an apostrophe between letters in their face, and a quotation mark beside a Han character in its own', () => {
  const faces = (text: string) =>
    textPieces(fonts, text, false).map((piece) =>
      piece.kind === 'glyphs' ? `${piece.font} ${piece.text}` : '?'
    )
  expect(faces('收到 bank’s')).toEqual(['han-regular 收到', 'sans-regular  bank’s'])
  expect(faces('收到 bank’')).toEqual(['han-regular 收到', 'sans-regular  bank', 'han-regular ’'])
  expect(measure.width('月bank’s', 10) - measure.width('月', 10)).toBeCloseTo(
    measure.width('bank’s', 10) + 0.9,
    1
  )
})
