import { expect, it } from 'vitest'
import { formatSize } from '../../../src/renderer/formats/sizes.ts'

it.each([
  [1, '1\u00a0B'],
  [999, '999\u00a0B'],
  [1_000, '1\u00a0KB'],
  [18_240, '18.2\u00a0KB'],
  [999_999, '1,000\u00a0KB'],
  [3_000_000, '3\u00a0MB'],
  [5_368_709_120, '5.4\u00a0GB']
])('shows %i bytes as %s', (bytes, shown) => {
  expect(formatSize(bytes, 'en')).toBe(shown)
})

it('uses the decimal comma and the units of Russian', () => {
  expect(formatSize(18_240, 'ru')).toBe('18,2\u00a0КБ')
})
