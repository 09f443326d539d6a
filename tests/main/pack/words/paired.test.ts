import { describe, expect, it } from 'vitest'
import { bilingualFormats, createFormats } from '../../../../src/main/pack/layout/formats.ts'
import { firstOf, inEach, once, pair, paired, secondOf } from '../../../../src/main/pack/words/paired.ts'
import { wordsFor } from '../../../../src/main/pack/words/words-for.ts'
import { PACK_LANGUAGES } from '../../../../src/shared/domain/pack-record.ts'

const both = (text: string) => [firstOf(text), secondOf(text)]

describe('two languages in one text', () => {
  const words = wordsFor('ru', 'zh-CN')
  const formats = bilingualFormats(
    createFormats('ru', 'RUB', 'Europe/Moscow'),
    'zh-CN',
    'RUB',
    'Europe/Moscow'
  )

  it('gives each its own words', () => {
    expect(both(words.parts.index)).toEqual(['Опись', '目录'])
    expect(both(`${words.parts.index}, 2`)).toEqual(['Опись, 2', '目录, 2'])
  })

  it('writes dates and sums inside a sentence by the rules of its language', () => {
    expect(both(words.facts.contractOf('x'))[0]).toBe('от x')
    expect(both(words.ledger.endNote(formats.date('2026-10-20')))).toEqual([
      'Дата прекращения договора — 20.10.2026.',
      '合同终止日期：2026年10月20日。'
    ])
  })

  it('does not say a date or a sum again that stands alone', () => {
    expect(both(formats.date('2026-10-20'))).toEqual(['20.10.2026', ''])
    expect(secondOf(formats.in('CNY').money(100))).toBe('')
    expect(secondOf([formats.date('2026-10-20'), 'x'].join(words.joins.comma))).toBe('')
  })

  it('does not say again what the user typed, nor the colon before it', () => {
    expect(both(words.contacts.promised(once('SPECIMEN')))).toEqual(['Обещано: SPECIMEN', '对方承诺'])
    expect(both(words.categories.A + words.joins.colon + once('SPECIMEN'))).toEqual([
      'Личность: SPECIMEN',
      '身份'
    ])
  })

  it('changes both alike', () => {
    expect(both(inEach(pair('да', 'yes'), (text) => text.toUpperCase()))).toEqual(['ДА', 'YES'])
  })

  it('says once what is the same in both', () => {
    expect(pair('SMS', 'SMS')).toBe('SMS')
  })
})

it('has a second text for every word of every language, whichever comes first', () => {
  for (const first of PACK_LANGUAGES) {
    for (const second of PACK_LANGUAGES.filter((one) => one !== first)) {
      const words = wordsFor(first, second)
      expect(textsOf(words).filter((text) => !isInBoth(text, textsOf(wordsFor(first))))).toEqual([])
      expect(textsOf(words).map(firstOf)).toEqual(textsOf(wordsFor(first)))
    }
  }
})

/** Either a pair, or a text that the other language has as well. */
function isInBoth(text: string, alone: readonly string[]): boolean {
  return firstOf(text) !== text || alone.includes(text)
}

function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : []
}

it('pairs what functions answer, in lists and in parts', () => {
  const words = paired(
    { lists: (names: readonly string[]) => [`ru ${names.join(' ')}`, 'same'] },
    { lists: (names: readonly string[]) => [`en ${names.join(' ')}`, 'same'] }
  )
  expect(words.lists([pair('а', 'a')]).map(both)).toEqual([
    ['ru а', 'en a'],
    ['same', '']
  ])
})
