import { expect, it } from 'vitest'
import { oddityOfSimNumber } from '../../../src/shared/domain/sim-number.ts'

/** Invented: the body is zeros and the check digit fits. */
const NINETEEN = '8970100000000000005'

it.each([
  ['', null],
  ['   ', null],
  [NINETEEN, null],
  ['89701 00000 00000 0005', null],
  ['89701-00000-00000-0005', null],
  // A twentieth digit or the filler stands after the check digit.
  [`${NINETEEN}7`, null],
  [`${NINETEEN}F`, null],
  // As a Chinese keyboard types them.
  ['８９７０１ ０００００－０００００　０００５', null],
  [`${NINETEEN}Ｆ`, null],
  ['８９７０１０００００００００００００４', 'odd-check-digit'],
  ['8970100000000000004', 'odd-check-digit'],
  [NINETEEN.slice(0, 18), 'odd-length'],
  [`${NINETEEN}00`, 'odd-length'],
  ['89701O0000000000005', 'not-digits']
])('%j is odd by: %s', (typed, oddity) => {
  expect(oddityOfSimNumber(typed)).toBe(oddity)
})
