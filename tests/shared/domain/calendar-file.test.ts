import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../../src/shared/domain/calendar.ts'
import { calendarFile, type CalendarEvent } from '../../../src/shared/domain/calendar-file.ts'
import { AT, TODAY } from './invented-dossier.ts'
import { readCalendar } from './strict-ical.ts'

const read = (events: readonly CalendarEvent[], name = 'Closeout') =>
  readCalendar(new TextEncoder().encode(calendarFile(events, name, AT)))

const event: CalendarEvent = {
  uid: 'promise:1@closeout',
  sequence: 7,
  on: '2026-12-31',
  title: 'Ask for the confirmation'
}

describe('a calendar file', () => {
  it('holds whole days that end the day after, private and without an alarm', () => {
    expect(read([event]).events).toEqual([
      {
        UID: 'promise:1@closeout',
        DTSTAMP: '20261122T100000Z',
        SEQUENCE: '7',
        'DTSTART;VALUE=DATE': '20261231',
        'DTEND;VALUE=DATE': '20270101',
        SUMMARY: 'Ask for the confirmation',
        CLASS: 'PRIVATE',
        TRANSP: 'TRANSPARENT'
      }
    ])
  })

  it('without events is still a calendar', () => {
    expect(read([])).toEqual({ name: 'Closeout', events: [] })
  })

  it('folds long Russian and Chinese lines between characters', () => {
    for (const title of [
      'Запросить письменное подтверждение прекращения договора '.repeat(4).trim(),
      '向客服催要注销确认'.repeat(30),
      '🧾'.repeat(60)
    ]) {
      expect(read([{ ...event, title }]).events[0]?.['SUMMARY']).toBe(title)
    }
  })

  it('keeps signs that mean something to the format', () => {
    const title = 'a;b,c\\d\\n: "e"\nEND:VCALENDAR'
    expect(read([{ ...event, title }]).events.map((one) => one['SUMMARY'])).toEqual([title])
  })

  it('reads back whatever is written into it', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 })
    const plain = (value: string) =>
      value.replace(/\r\n?|[\u2028\u2029]/g, '\n').replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ')
    const events = fc.array(
      fc.record({
        uid: fc.uuid(),
        sequence: fc.nat(),
        on: fc.integer({ min: 0, max: 5000 }).map((days) => addDays(TODAY, days)),
        title: text
      }),
      { maxLength: 5 }
    )
    fc.assert(
      fc.property(events, text, (written, name) => {
        const found = read(written, name)
        expect(found.name).toBe(plain(name))
        expect(found.events.map((one) => [one['UID'], one['SUMMARY'], one['DTSTART;VALUE=DATE']])).toEqual(
          written.map(({ uid, title, on }) => [uid, plain(title), on.replaceAll('-', '')])
        )
      })
    )
  })
})
