import { describe, expect, it } from 'vitest'
import { oddityOfName } from '../../../src/shared/domain/name-oddity.ts'

describe('a name', () => {
  it.each([
    ['LI Xue', 'latin'],
    ['Lǐ Xuě', 'latin'],
    ["O'Neil-Smith J.", 'latin'],
    ['ЛИ Сюэ', 'cyrillic'],
    ['Ёлкина-Өмирбек', 'cyrillic'],
    ['李雪', 'chinese'],
    ['阿依古丽·买买提', 'chinese'],
    ['李雪 (LI Xue)', 'chinese'],
    ['', 'latin'],
    ['12', 'cyrillic']
  ] as const)('%s is in order as %s', (name, script) => {
    expect(oddityOfName(name, script)).toBeNull()
  })

  it.each([
    ['LI Хuе', 'latin'],
    ['ИВАHОВ', 'cyrillic'],
    ['李雪 Xуе', 'chinese']
  ] as const)('%s mixes letters that look alike', (name, script) => {
    expect(oddityOfName(name, script)).toBe('look-alikes')
  })

  it.each([
    ['ЛИ Сюэ', 'latin'],
    ['李雪', 'latin'],
    ['LI Xue', 'cyrillic'],
    ['LI Xue', 'chinese']
  ] as const)('%s stands in the wrong field as %s', (name, script) => {
    expect(oddityOfName(name, script)).toBe('other-script')
  })

  it('may be in any script where none is asked for, but not in two within a word', () => {
    expect(oddityOfName('ЛИ Сюэ', null)).toBeNull()
    expect(oddityOfName('LI Xue', null)).toBeNull()
    expect(oddityOfName('СЮЭ Пeй', null)).toBe('look-alikes')
  })
})
