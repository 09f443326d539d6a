import { expect, it } from 'vitest'
import { isImei } from '../../../src/shared/domain/equipment.ts'

/** The example of the standard, which is no device's. */
it.each([
  ['490154203237518', true],
  ['49-015420-323751-8', true],
  // As a Chinese keyboard types them.
  ['４９０１５４２０３２３７５１８', true],
  ['４９－０１５４２０　３２３７５１－８', true],
  ['４９０１５４２０３２３７５１９', false],
  ['490154203237519', false],
  ['49015420323751', false],
  ['', false]
])('%j is an IMEI: %s', (typed, is) => {
  expect(isImei(typed)).toBe(is)
})
