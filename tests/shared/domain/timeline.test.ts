import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../../src/shared/domain/calendar.ts'
import type { Contact } from '../../../src/shared/domain/contact.ts'
import type { Dossier } from '../../../src/shared/domain/dossier.ts'
import { dueDatesOf } from '../../../src/shared/domain/due-date.ts'
import { timelineOf, type TimelineItem } from '../../../src/shared/domain/timeline.ts'
import { begunOn, timelineRows, type TimelineRow } from '../../../src/shared/domain/timeline-rows.ts'
import { specimenPack } from '../../specimen-dossier.ts'
import { bill, closed, fresh, payment, request, TODAY, uuid } from './invented-dossier.ts'

const READER = { today: TODAY, zone: 'Asia/Shanghai' }
const lineOf = (dossier: Dossier, zone = READER.zone): readonly TimelineItem[] =>
  timelineOf(dossier, dueDatesOf(dossier, { law: [] }, TODAY), { today: TODAY, zone })
const ids = (items: readonly TimelineItem[]) => items.map(({ id }) => id)

describe('everything dated', () => {
  it('of a closing that is over stands in its order', () => {
    expect(lineOf(closed).map(({ id, on }) => `${on} ${id.split(':')[0]}`)).toEqual([
      '2019-03-12 document-issued',
      '2021-03-12 contract-signed',
      '2026-10-01 entry',
      '2026-10-02 contact',
      '2026-10-02 applied',
      '2026-10-05 entry',
      '2026-10-06 signed',
      '2026-10-31 confirmed',
      '2026-10-31 effective',
      '2026-11-22 created'
    ])
  })

  it('tells the balance after each entry', () => {
    const balances = lineOf(closed).flatMap(({ fact }) => (fact.kind === 'entry' ? [fact.balanceMinor] : []))
    expect(balances).toEqual([65_000, 0])
  })

  it('puts what was noted late at night under the reader’s own day, and keeps the clock it was noted by', () => {
    const late = { ...request, at: { local: '2026-11-09T20:30', zone: 'Europe/Moscow' } }
    const [item] = lineOf({ ...fresh, contacts: [late] })
    expect(item).toMatchObject({ on: '2026-11-10', at: late.at })
  })

  it('shows what is due, and what is done on the day it was done', () => {
    const reminders = [{ id: uuid(50), text: 'SPECIMEN', on: '2026-11-25' }]
    const id = `reminder:${uuid(50)}`
    const done = { id, on: null, doneOn: '2026-11-23', laterUntil: null }
    expect(lineOf({ ...fresh, reminders }).at(-1)).toMatchObject({ id: `due:${id}`, on: '2026-11-25' })
    expect(lineOf({ ...fresh, reminders, dueChanges: [done] }).at(-1)).toMatchObject({ on: '2026-11-23' })
  })
})

describe('contradictions', () => {
  it('stand with the item they are about', () => {
    const dossier = {
      ...closed,
      payments: {
        ...closed.payments,
        entries: [...closed.payments.entries, { ...bill, id: uuid(33), on: '2026-11-02' }]
      }
    }
    const marked = lineOf(dossier).filter(({ contradictions }) => contradictions.length > 0)
    expect(marked.map(({ id }) => id)).toEqual([`entry:${uuid(33)}`])
  })

  it('a call that has not happened yet cannot have been noted', () => {
    const [, item] = lineOf({
      ...fresh,
      contacts: [{ ...request, at: { local: '2026-12-01T10:00', zone: 'UTC' } }]
    })
    expect(item?.contradictions).toEqual([{ code: 'in-the-future' }])
  })

  it('a pack older than its dossier tells of a wrong clock', () => {
    const pack = specimenPack({ madeAt: '2026-11-20T10:00:00.000Z' })
    const [item] = lineOf({ ...fresh, packs: [pack] })
    expect(item?.contradictions).toEqual([{ code: 'before-created' }])
  })
})

describe('order', () => {
  const zone = fc.constantFrom('Europe/Moscow', 'Asia/Shanghai', 'America/New_York', 'Europe/Berlin', 'UTC')
  const contact = fc
    .record({
      n: fc.integer({ min: 100, max: 999 }),
      day: fc.integer({ min: -3, max: 0 }),
      minute: fc.integer({ min: 0, max: 1439 }),
      zone
    })
    .map(({ n, day, minute, zone: of }): Contact => {
      const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
      return { ...request, id: uuid(n), at: { local: `${addDays(TODAY, day)}T${time}`, zone: of } }
    })
  const contacts = fc.uniqueArray(contact, { selector: ({ id }) => id, maxLength: 10 })

  it('of what has a time is the same for readers in every zone, and follows the instant', () => {
    fc.assert(
      fc.property(contacts, zone, zone, (found, here, there) => {
        const dossier = { ...fresh, contacts: found }
        const seen = lineOf(dossier, here)
        expect(ids(lineOf(dossier, there))).toEqual(ids(seen))
        const instants = seen.map(({ instant }) => instant ?? '')
        expect(instants).toEqual(instants.toSorted())
      })
    )
  })

  it('puts days without a time behind those of the same day with one, and loses nothing', () => {
    fc.assert(
      fc.property(contacts, zone, (found, here) => {
        const entries = found.map((one, index) => ({
          ...payment,
          id: uuid(2000 + index),
          on: one.at.local.slice(0, 10)
        }))
        const dossier = { ...closed, exhibits: [], contacts: found, payments: { currency: 'RUB', entries } }
        const seen = lineOf(dossier, here)
        for (const [index, item] of seen.entries()) {
          const next = seen[index + 1]
          if (next === undefined) continue
          expect(item.on <= next.on).toBe(true)
          if (item.on === next.on && item.instant === null) expect(next.instant).toBeNull()
        }
        expect(new Set(ids(seen)).size).toBe(seen.length)
        const kinds = seen.map(({ fact }) => fact.kind)
        expect(kinds.filter((kind) => kind === 'contact')).toHaveLength(found.length)
        expect(kinds.filter((kind) => kind === 'entry')).toHaveLength(found.length)
      })
    )
  })

  it('of equal moments is that of the dossier: a clock set back turns nothing round', () => {
    const twice = [request, { ...request, id: uuid(21) }]
    const seen = ids(lineOf({ ...fresh, contacts: twice }))
    expect(seen.slice(0, 2)).toEqual(twice.map(({ id }) => `contact:${id}`))
  })
})

describe('rows', () => {
  const rowsOf = (dossier: Dossier, isOpen: boolean): readonly TimelineRow[] => {
    const items = lineOf(dossier)
    return timelineRows(items, { today: TODAY, begunOn: begunOn(items, TODAY), isOpen })
  }
  const told = (row: TimelineRow): string => {
    if (row.kind === 'item') return row.item.id.split(':')[0] ?? ''
    if (row.kind === 'gap') return `gap ${row.days}`
    return row.kind === 'month' ? row.month : row.kind
  }

  it('begin with what is ahead, then today, then go back month by month and tell of silence', () => {
    const dossier: Dossier = {
      ...fresh,
      createdAt: '2026-10-02T08:00:00.000Z',
      contacts: [request, { ...request, id: uuid(21), at: { local: '2026-10-17T10:00', zone: 'UTC' } }],
      reminders: [{ id: uuid(50), text: 'SPECIMEN', on: '2026-12-01' }]
    }
    expect(rowsOf(dossier, true).map(told)).toEqual([
      'ahead',
      'due',
      'today',
      'gap 35',
      '2026-10',
      'contact',
      'gap 14',
      'contact',
      'created'
    ])
  })

  it('tell of no silence once everything is over, nor of that before the closing began', () => {
    const created = { ...closed, createdAt: '2026-10-02T08:00:00.000Z' }
    expect(rowsOf(created, false).map(told)).toEqual([
      'today',
      '2026-10',
      'effective',
      'confirmed',
      'gap 24',
      'signed',
      'entry',
      'applied',
      'contact',
      'created',
      'entry',
      '2021-03',
      'contract-signed',
      '2019-03',
      'document-issued'
    ])
  })

  it('write each day once', () => {
    const first = rowsOf(closed, false).flatMap((row) =>
      row.kind === 'item' && row.isFirstOfDay ? [row.item.on] : []
    )
    expect(first).toEqual([...new Set(first)])
  })
})
