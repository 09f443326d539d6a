import { expect, it } from 'vitest'
import { holdsEmailAddress } from '../../../src/shared/domain/email-address.ts'

it.each([
  'specimen@example.com',
  ' specimen@example.com ',
  'li.xue+closing@mail.example.co.uk',
  'образец@почта.рф',
  'LI Xue <specimen@example.com>',
  'specimen@example.com, other@example.com',
  'o’neill@example.com'
])('%j may reach somebody', (typed) => {
  expect(holdsEmailAddress(typed)).toBe(true)
})

it.each([
  '',
  'specimen',
  'specimen@',
  '@example.com',
  'specimen@example',
  'specimen@@example.com',
  'specimen @ example.com',
  'specimen@example.',
  'specimen@.com',
  'example.com',
  '+7 999 000-12-34'
])('%j reaches nobody', (typed) => {
  expect(holdsEmailAddress(typed)).toBe(false)
})
