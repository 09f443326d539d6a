import { expect, it } from 'vitest'
import { freshContact, minutesSince } from '../../../../src/renderer/components/contact/fresh-contact.ts'
import { isBlankContact } from '../../../../src/shared/domain/contact.ts'

const NOW = new Date('2026-11-22T21:30:00.000Z')
const call = freshContact('00000000-0000-4000-8000-000000000001', NOW, 'Europe/Moscow')

it('a contact begins at the clock of the zone it is noted in', () => {
  expect(call.at).toEqual({ local: '2026-11-23T00:30', zone: 'Europe/Moscow' })
})

it('is blank until something is noted, whatever its time and channel', () => {
  expect(isBlankContact(call)).toBe(true)
  expect(isBlankContact({ ...call, channel: 'chat', at: { local: '2026-11-22T10:00', zone: 'UTC' } })).toBe(
    true
  )
  expect(isBlankContact({ ...call, said: '  ' })).toBe(true)
  for (const change of [{ said: 'x' }, { person: 'x' }, { promisedBy: '2026-12-01' }, { minutes: 3 }]) {
    expect(isBlankContact({ ...call, ...change })).toBe(false)
  }
})

it('counts minutes since it began, and none where the clock says it has not begun or lasted for days', () => {
  const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000)
  expect(minutesSince(call, later(11), 1440)).toBe(11)
  expect(minutesSince(call, later(-5), 1440)).toBeNull()
  expect(minutesSince(call, later(3000), 1440)).toBeNull()
})
