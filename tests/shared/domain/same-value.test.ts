import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isSameValue } from '../../../src/shared/domain/same-value.ts'

/** The same JSON value with the keys of every object the other way round. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, inside]) => [key, turned(inside)])
  )
}

it('finds a value the same whatever the order of its keys', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(isSameValue(value, turned(value))).toBe(true)
    })
  )
})

it('tells values apart that differ anywhere', () => {
  for (const [one, other] of [
    [{ a: 1 }, { a: 1, b: null }],
    [{ a: undefined }, {}],
    [
      [1, 2],
      [2, 1]
    ],
    [[], {}],
    [null, {}],
    ['1', 1]
  ] as const) {
    expect(isSameValue(one, other)).toBe(false)
  }
})
