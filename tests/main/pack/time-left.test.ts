import { expect, it } from 'vitest'
import { secondsLeft } from '../../../src/main/pack/time-left.ts'

const TOTAL = { bytes: 600e6, sourcePages: 200, sheets: 220 }
const NOTHING = { bytes: 0, sourcePages: 0, sheets: 0 }

it('says nothing before there is a pace to go by', () => {
  expect(secondsLeft({ ...TOTAL, sheets: 0 }, TOTAL, 200)).toBeNull()
  expect(secondsLeft(NOTHING, TOTAL, 10_000)).toBeNull()
})

it('goes by the pace so far: half of the work took ten seconds, the other half takes ten more', () => {
  const half = { bytes: TOTAL.bytes / 2, sourcePages: 100, sheets: 110 }
  expect(secondsLeft(half, TOTAL, 10_000)).toBe(10)
})

it('knows that small exhibits are read soon and their pages take longer to write', () => {
  const total = { bytes: 1e6, sourcePages: 1000, sheets: 1070 }
  const read = secondsLeft({ ...total, sheets: 0 }, total, 2000)
  expect(read).toBeGreaterThan(5)
})

it('ends at nothing', () => {
  expect(secondsLeft(TOTAL, TOTAL, 10_000)).toBe(0)
})
