import { expect, it } from 'vitest'
import type { HiddenWord } from '../../../../src/main/pack/plan/absorbed-exhibit.ts'
import { maskedWords } from '../../../../src/main/pack/plan/masked-words.ts'
import { withoutNumber } from '../../../../src/shared/domain/masked-number.ts'

const mask = (text: string) => withoutNumber(text, '4512 345678')

function line(y: number, ...texts: readonly string[]): readonly HiddenWord[] {
  return texts.map((text, index) => ({ text, x: index * 50, y, width: 40, size: 10, degrees: 0 }))
}

it('masks a number that is printed in groups, and leaves the other lines as they are', () => {
  const other = line(80, 'SPECIMEN ', 'line')
  const masked = maskedWords([...line(100, 'No. ', '45 ', '12 ', '345678'), ...other], mask)
  expect(masked.slice(1)).toEqual(other)
  expect(masked[0]).toEqual({ text: 'No. 45•• ••••78', x: 0, y: 100, width: 190, size: 10, degrees: 0 })
})

it('says nothing of a page where the number goes on over the end of a line', () => {
  expect(maskedWords([...line(100, 'No. ', '4512'), ...line(80, '345678 ', 'SPECIMEN')], mask)).toEqual([])
})

it('changes nothing where there is nothing to mask', () => {
  const words = [...line(100, 'SPECIMEN ', '4512'), ...line(80, 'bill ', '345679')]
  expect(maskedWords(words, mask)).toEqual(words)
})
