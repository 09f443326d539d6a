import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { digitsOf, fold, readQuery, scoreOf } from '../../../src/renderer/commands/match.ts'

const found = (typed: string, ...texts: readonly string[]) => scoreOf(readQuery(typed), texts.map(fold))

describe('what the palette finds', () => {
  it.each([
    ['ещё', 'Показать ещё'],
    ['еще', 'Показать ещё'],
    ['ЕЩЕ', 'показать ещё'],
    ['expa', 'Export pack'],
    ['pack exp', 'Export pack'],
    ['ТЕМА', 'Тёмная тема'],
    ['темная', 'Тёмная тема'],
    ['ｓｅｔ', 'Settings'],
    ['证据', '打开证据'],
    ['Muller', 'Müller'],
    ['2026-11', '2026\u201111\u201105']
  ])('%s finds %s', (typed, text) => {
    expect(found(typed, text)).not.toBeNull()
  })

  it('understands what was typed in the other keyboard layout', () => {
    expect(found('yfcnhjqrb', 'Настройки')).not.toBeNull()
    expect(found('ыуеештпы', 'Settings')).not.toBeNull()
  })

  it('finds a number by its bare digits', () => {
    const number = '+7 916 000-14-27'
    expect(found('9160001427', number, digitsOf(number))).not.toBeNull()
    expect(found('000-14', number, digitsOf(number))).not.toBeNull()
  })

  it('finds nothing where a word is missing', () => {
    expect(found('export dossier', 'Export pack')).toBeNull()
    expect(found('xyz', 'Export pack')).toBeNull()
  })

  it('puts the start of a title before the middle of it, and a title before other words', () => {
    const score = (typed: string, ...texts: readonly string[]) => found(typed, ...texts) ?? 0
    expect(score('con', 'Contacts')).toBeGreaterThan(score('con', 'Note a contact'))
    expect(score('con', 'Note a contact')).toBeGreaterThan(score('con', 'Silicon'))
    expect(score('con', 'Contacts')).toBeGreaterThan(score('con', 'Something', 'contacts'))
  })

  it('finds every text by any part of itself', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
        fc.nat(),
        fc.nat(),
        (text, a, b) => {
          const whole = fold(text)
          const from = a % (whole.length + 1)
          const part = whole.slice(from, from + 1 + (b % 8))
          if (fold(part) === '' || fold(part) !== part) return
          expect(scoreOf(readQuery(part), [whole])).not.toBeNull()
        }
      )
    )
  })
})
