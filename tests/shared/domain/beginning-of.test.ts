import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { beginningOf } from '../../../src/shared/domain/beginning-of.ts'

describe('the beginning of a text', () => {
  it('is the whole of a short one, in one line', () => {
    expect(beginningOf(' written answer\nby post ')).toBe('written answer by post')
  })

  it('ends with a whole word, where there are words', () => {
    const begun = beginningOf('refund '.repeat(100))
    expect(begun).toMatch(/ refund…$/)
    expect(begun.length).toBeLessThanOrEqual(120)
    expect(beginningOf('退'.repeat(20_000))).toBe(`${'退'.repeat(119)}…`)
  })

  it('never ends within a sign', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
        const begun = beginningOf(text)
        expect(begun).not.toMatch(/\p{Surrogate}/u)
        expect(Array.from(begun).length).toBeLessThanOrEqual(120)
      })
    )
  })
})
