import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readRange } from '../../../src/main/window/vault-protocol.ts'

it.each([
  [null, null],
  ['bytes=0-99', { start: 0, end: 100 }],
  ['bytes=900-', { start: 900, end: 1000 }],
  ['bytes=-100', { start: 900, end: 1000 }],
  ['bytes=-5000', { start: 0, end: 1000 }],
  ['bytes=990-5000', { start: 990, end: 1000 }],
  ['bytes=1000-', 'unsatisfiable'],
  ['bytes=5-4', 'unsatisfiable'],
  ['bytes=-0', 'unsatisfiable'],
  ['bytes=-', null],
  ['bytes=0-1,5-6', null],
  ['bytes=99999999999999999999-', null],
  ['items=0-1', null]
] as const)('reads the range %s of 1000 bytes as %j', (header, expected) => {
  expect(readRange(header, 1000)).toEqual(expected)
})

it('never leads out of the file, whatever the header', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.tuple(fc.nat(), fc.nat()).map(([a, b]) => `bytes=${a}-${b}`)
      ),
      fc.nat(1_000_000),
      (header, size) => {
        const range = readRange(header, size)
        if (range === null || range === 'unsatisfiable') return
        expect(range.start).toBeGreaterThanOrEqual(0)
        expect(range.end).toBeLessThanOrEqual(size)
        expect(range.start).toBeLessThan(range.end)
      }
    )
  )
})
