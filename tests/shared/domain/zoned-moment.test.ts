import fc from 'fast-check'
import { expect, it } from 'vitest'
import { instantOf, localIn, movedTo } from '../../../src/shared/domain/zoned-moment.ts'

const ZONES = ['Europe/Moscow', 'Asia/Shanghai', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'UTC']

it('finds the instant of a wall clock', () => {
  expect(instantOf({ local: '2026-11-09T15:20', zone: 'Europe/Moscow' })).toBe('2026-11-09T12:20:00.000Z')
  expect(instantOf({ local: '2026-07-01T12:00', zone: 'Europe/Berlin' })).toBe('2026-07-01T10:00:00.000Z')
})

it('shows the same moment in another zone', () => {
  const call = { local: '2026-11-09T20:30', zone: 'Europe/Moscow' }
  expect(movedTo(call, 'Asia/Shanghai')).toEqual({ local: '2026-11-10T01:30', zone: 'Asia/Shanghai' })
  expect(movedTo(call, 'Europe/Moscow')).toBe(call)
})

it('takes the first of two equal times when the clock was set back', () => {
  expect(instantOf({ local: '2026-10-25T02:30', zone: 'Europe/Berlin' })).toBe('2026-10-25T00:30:00.000Z')
})

it('goes on counting where the clock jumped over the time', () => {
  expect(instantOf({ local: '2026-03-29T02:30', zone: 'Europe/Berlin' })).toBe('2026-03-29T01:30:00.000Z')
})

it('comes back to the same clock from every real moment', () => {
  const minute = fc.integer({ min: 26_000_000, max: 30_000_000 })
  fc.assert(
    fc.property(minute, fc.constantFrom(...ZONES), (minutes, zone) => {
      const local = localIn(new Date(minutes * 60_000).toISOString(), zone)
      expect(localIn(instantOf({ local, zone }), zone)).toBe(local)
    })
  )
})
