import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { currencySign, formatAmount, formatFigure } from '../../../src/renderer/formats/amounts.ts'
import { LARGEST_AMOUNT_MINOR, parseAmount } from '../../../src/shared/domain/money.ts'
import { SCREEN_LANGUAGES } from '../../../src/shared/domain/settings.ts'

describe('formatAmount', () => {
  it('puts the sign after the figure with no break between', () => {
    expect(formatAmount(148_250, 'RUB', 'zh-CN')).toBe('1,482.50\u00a0₽')
    expect(formatAmount(148_250, 'RUB', 'en')).toBe('1,482.50\u00a0₽')
    expect(formatAmount(148_250, 'RUB', 'ru')).toBe('1\u00a0482,50\u00a0₽')
  })

  it('writes a real minus and no decimals where the currency has none', () => {
    expect(formatFigure(-30_000, 'RUB', 'ru')).toBe('\u2212300,00')
    expect(formatFigure(1_500, 'JPY', 'en')).toBe('1,500')
  })

  it('writes figures that can be typed back into a field, in every language', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: LARGEST_AMOUNT_MINOR }),
        fc.constantFrom(...SCREEN_LANGUAGES),
        fc.constantFrom('RUB', 'CNY', 'JPY', 'KWD'),
        (amount, language, currency) => {
          expect(parseAmount(formatFigure(amount, currency, language), currency)).toBe(amount)
        }
      )
    )
  })

  it('shows the code of a currency without a sign', () => {
    expect(currencySign('RUB')).toBe('₽')
    expect(currencySign('UZS')).toBe('UZS')
  })
})
