import { expect, it } from 'vitest'
import { linesThatStay } from '../../../../src/main/pack/layout/part-lines.ts'

it('keeps what fits, and takes over at least two lines', () => {
  expect(linesThatStay(5, 9)).toBe(5)
  expect(linesThatStay(9, 5)).toBe(5)
  expect(linesThatStay(6, 5)).toBe(4)
})

it('takes a paragraph over whole that cannot be parted in two and two', () => {
  expect([linesThatStay(3, 2), linesThatStay(2, 1), linesThatStay(9, 1)]).toEqual([0, 0, 0])
})

it('leaves no line alone on either sheet', () => {
  for (let count = 2; count < 20; count += 1) {
    for (let fitting = 0; fitting < 20; fitting += 1) {
      const stay = linesThatStay(count, fitting)
      expect(stay).toBeLessThanOrEqual(fitting)
      expect([stay, count - stay]).not.toContain(1)
    }
  }
})
