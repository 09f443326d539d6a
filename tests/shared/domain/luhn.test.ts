import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { passesLuhn } from '../../../src/shared/domain/luhn.ts'

const digits = fc.stringMatching(/^\d{8,19}$/)
const withCheckDigit = (body: string) =>
  Array.from('0123456789', (last) => body + last).filter((whole) => passesLuhn(whole))

describe('passesLuhn', () => {
  it('is passed with exactly one last digit', () => {
    fc.assert(fc.property(digits, (body) => withCheckDigit(body).length === 1))
  })

  it('finds every single digit that was typed wrong', () => {
    fc.assert(
      fc.property(digits, fc.nat(), fc.integer({ min: 1, max: 9 }), (body, place, shift) => {
        const [whole = ''] = withCheckDigit(body)
        const at = place % whole.length
        const wrong = (Number(whole[at]) + shift) % 10
        expect(passesLuhn(whole.slice(0, at) + String(wrong) + whole.slice(at + 1))).toBe(false)
      })
    )
  })
})
