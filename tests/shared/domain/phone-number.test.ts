import { expect, it } from 'vitest'
import { formatPhoneNumber, parsePhoneNumber } from '../../../src/shared/domain/phone-number.ts'

it.each([
  ['+7 916 000-00-00', '+79160000000'],
  ['8 (916) 000-00-00', '+79160000000'],
  ['9160000000', '+79160000000'],
  ['+86 138 0013 8000', '+8613800138000'],
  ['+1 202-555-0123', '+12025550123']
])('reads %s', (typed, expected) => {
  expect(parsePhoneNumber(typed)).toBe(expected)
})

it.each([
  '',
  '12',
  'abc',
  '+7 916 000',
  '8 916 000-00-0',
  '+7 916 000-00-00-00-00',
  '+999 123',
  'позвони мне'
])('refuses %j', (typed) => {
  expect(parsePhoneNumber(typed)).toBeNull()
})

it('shows a number in international form that no line break can split', () => {
  expect(formatPhoneNumber('+79990001234')).toBe('+7\u00a0999\u00a0000-12-34')
})
