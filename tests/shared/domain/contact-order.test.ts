import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import type { Contact } from '../../../src/shared/domain/contact.ts'
import { contactsInOrder } from '../../../src/shared/domain/contact-order.ts'
import { dueDatesOf } from '../../../src/shared/domain/due-date.ts'
import { movedTo } from '../../../src/shared/domain/zoned-moment.ts'
import { fresh, request, TODAY, uuid } from './invented-dossier.ts'

const ZONES = ['Europe/Moscow', 'Asia/Shanghai', 'America/New_York', 'UTC'] as const
const zoneBefore = process.env['TZ']
afterEach(() => {
  if (zoneBefore === undefined) delete process.env['TZ']
  else process.env['TZ'] = zoneBefore
})

/** Some days of calls around the autumn change of the clock in New York, several within one minute among them. */
const contact = fc
  .record({ minute: fc.integer({ min: 0, max: 4 * 1440 }), zone: fc.constantFrom(...ZONES) })
  .map(({ minute, zone }) => {
    const at = new Date(Date.parse('2026-10-30T00:00:00Z') + minute * 60_000).toISOString()
    return movedTo({ local: at.slice(0, 16), zone: 'UTC' }, zone)
  })
const log = fc
  .array(contact, { maxLength: 12 })
  .map((moments) => moments.map((at, index): Contact => ({ ...request, id: uuid(100 + index), at })))
const idsOf = (contacts: readonly Contact[]) => contacts.map(({ id }) => id)

describe('the log of contacts', () => {
  it('loses nobody, and keeps the order of the log within one minute, whatever the clock did', () => {
    fc.assert(
      fc.property(log, fc.constantFrom(...ZONES), (contacts, zone) => {
        const same = contacts.map((one) => ({ ...one, at: { local: '2026-11-02T10:00', zone } }))
        expect(idsOf(contactsInOrder(same))).toEqual(idsOf(contacts))
        expect(idsOf(contactsInOrder(contacts)).toSorted()).toEqual(idsOf(contacts).toSorted())
      })
    )
  })

  it('is the same after the computer was taken to another zone, and once it is in order it stays so', () => {
    fc.assert(
      fc.property(log, fc.constantFrom(...ZONES), fc.constantFrom(...ZONES), (contacts, here, there) => {
        process.env['TZ'] = here
        const ordered = contactsInOrder(contacts)
        process.env['TZ'] = there
        expect(contactsInOrder(contacts)).toEqual(ordered)
        expect(contactsInOrder(ordered)).toEqual(ordered)
      })
    )
  })

  it('asks for no answer that came by the clock of another zone', () => {
    const asked: Contact = {
      ...request,
      channel: 'email',
      promised: '',
      at: { local: '2026-11-02T09:00', zone: 'Asia/Shanghai' }
    }
    const answered: Contact = {
      ...asked,
      id: uuid(21),
      direction: 'in',
      // Four hours later, and yet an earlier hour on the wall.
      at: { local: '2026-11-02T08:00', zone: 'Europe/Moscow' }
    }
    const dues = (...contacts: readonly Contact[]) =>
      dueDatesOf({ ...fresh, contacts }, { law: [] }, TODAY).map(({ source }) => source.kind)
    expect(dues(asked)).toContain('follow-up')
    expect(dues(asked, answered)).not.toContain('follow-up')
  })
})
