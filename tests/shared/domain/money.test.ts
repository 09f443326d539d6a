import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  LARGEST_AMOUNT_MINOR,
  minorDigits,
  parseAmount,
  plainAmount
} from '../../../src/shared/domain/money.ts'

describe('parseAmount', () => {
  it.each([
    ['650', 65_000],
    ['650,5', 65_050],
    ['1482.50', 148_250],
    ['1 482,50', 148_250],
    ['1\u00a0482,50', 148_250],
    ['1,482.50', 148_250],
    ['1,482', 148_200],
    ['1.234.567,89', 123_456_789],
    ['0', 0],
    ['0,01', 1],
    ['１２００，５', 120_050],
    ['412。50', 41_250]
  ])('reads %j', (typed, expected) => {
    expect(parseAmount(typed, 'RUB')).toBe(expected)
  })

  it.each([
    ['1e99', 'amount-not-a-number'],
    ['', 'amount-not-a-number'],
    ['-5', 'amount-not-a-number'],
    ['+5', 'amount-not-a-number'],
    ['0x10', 'amount-not-a-number'],
    ['Infinity', 'amount-not-a-number'],
    ['12,34,56', 'amount-not-a-number'],
    ['５。', 'amount-not-a-number'],
    ['1.005', 'amount-too-precise'],
    ['9999999999999', 'amount-too-large']
  ])('refuses %j as %s', (typed, code) => {
    expect(parseAmount(typed, 'RUB')).toBe(code)
  })

  it('knows a currency without minor units', () => {
    expect(minorDigits('JPY')).toBe(0)
    expect(parseAmount('1500', 'JPY')).toBe(1500)
    expect(parseAmount('1500,5', 'JPY')).toBe('amount-too-precise')
  })

  it('reads back exactly what it writes', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: LARGEST_AMOUNT_MINOR }),
        fc.constantFrom('RUB', 'CNY', 'JPY', 'KWD'),
        (minor, currency) => {
          expect(parseAmount(plainAmount(minor, currency), currency)).toBe(minor)
        }
      )
    )
  })
})
