import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../../src/shared/domain/calendar.ts'
import type { Contact } from '../../../src/shared/domain/contact.ts'
import type { Dossier } from '../../../src/shared/domain/dossier.ts'
import { dueDatesOf, isAwaited, isDueNow, type DueDate } from '../../../src/shared/domain/due-date.ts'
import type { DueChange } from '../../../src/shared/domain/due-change.ts'
import type { LawRule } from '../../../src/shared/domain/law-rule.ts'
import { attach, closed, fresh, passport, payment, request, TODAY, uuid } from './invented-dossier.ts'

const claimRule: LawRule = {
  id: 'claim-answer',
  article: { 'zh-CN': 'SPECIMEN', ru: 'SPECIMEN', en: 'SPECIMEN' },
  value: { 'zh-CN': 'SPECIMEN', ru: 'SPECIMEN', en: 'SPECIMEN' },
  source: 'SPECIMEN',
  readOn: TODAY,
  printedOn: null,
  certainty: 'verified',
  days: 30,
  months: null,
  from: 'claim-registered'
}
const RULES = { law: [claimRule] }

const duesOf = (dossier: Dossier, today = TODAY) => dueDatesOf(dossier, RULES, today)
const days = (dossier: Dossier, today = TODAY) => duesOf(dossier, today).map(({ id, on }) => [id, on])

const email = (values: Partial<Contact>): Contact => ({ ...request, channel: 'email', ...values })
const moscow = (local: string) => ({ local, zone: 'Europe/Moscow' })
const applied = (on: string): Dossier => ({ ...fresh, agreement: { ...fresh.agreement, appliedOn: on } })
const agreed = (on: string): Dossier => ({
  ...fresh,
  agreement: { ...fresh.agreement, appliedOn: '2026-10-02', signedOn: '2026-10-06', effectiveOn: on }
})
const changed = (dossier: Dossier, change: Partial<DueChange> & { readonly id: string }): Dossier => ({
  ...dossier,
  dueChanges: [{ on: null, doneOn: null, laterUntil: null, ...change }]
})

describe('where a day comes from', () => {
  const cases: readonly (readonly [string, Dossier, readonly (readonly [string, string])[]])[] = [
    ['nothing noted, nothing due', fresh, []],
    [
      'a promised day',
      { ...fresh, contacts: [{ ...request, promisedBy: '2026-11-30' }] },
      [[`promise:${request.id}`, '2026-11-30']]
    ],
    [
      'a claim on a Wednesday: registered on Thursday, answered within 30 days of it',
      { ...fresh, contacts: [email({ purpose: 'claim', at: moscow('2026-11-18T09:00') })] },
      [[`claim:${request.id}`, '2026-12-19']]
    ],
    [
      'a claim on a Friday: registered on Monday',
      { ...fresh, contacts: [email({ purpose: 'claim', at: moscow('2026-11-20T18:00') })] },
      [[`claim:${request.id}`, '2026-12-23']]
    ],
    [
      'a claim on a Saturday: registered on Monday',
      { ...fresh, contacts: [email({ purpose: 'claim', at: moscow('2026-11-21T18:00') })] },
      [[`claim:${request.id}`, '2026-12-23']]
    ],
    [
      'what the operator writes about a claim starts no time',
      { ...fresh, contacts: [email({ purpose: 'claim', direction: 'in' })] },
      []
    ],
    [
      'a written request without an answer',
      { ...fresh, contacts: [email({ at: moscow('2026-11-20T10:00') })] },
      [[`answer:${request.id}`, '2026-12-04']]
    ],
    ['a call is answered at once', { ...fresh, contacts: [request] }, []],
    [
      'a written request that was answered',
      {
        ...fresh,
        contacts: [email({}), email({ id: uuid(21), direction: 'in', at: moscow('2026-10-05T10:00') })]
      },
      []
    ],
    ['an application without an agreement', applied('2026-11-10'), [['follow-up:agreement', '2026-11-24']]],
    [
      'a contract that has ended without a confirmation',
      agreed('2026-11-10'),
      [['follow-up:confirmation', '2026-11-24']]
    ],
    [
      'the waiting time the user set for the operator',
      {
        ...applied('2026-11-10'),
        operatorData: {
          id: 'x',
          names: { 'zh-CN': 'x', ru: 'x', en: 'x' },
          mark: 'x',
          colour: { light: '#000', dark: '#000' },
          facts: {} as never,
          channels: [],
          followUpDays: 3
        }
      },
      [['follow-up:agreement', '2026-11-13']]
    ],
    [
      'an identity document that expires',
      { ...fresh, identity: { ...fresh.identity, documents: [{ ...passport, expiresOn: '2026-12-09' }] } },
      [[`expiry:${passport.id}`, '2026-12-09']]
    ],
    [
      'an identity document that is good for years',
      { ...fresh, identity: { ...fresh.identity, documents: [passport] } },
      []
    ],
    [
      'a power of attorney that expires',
      {
        ...fresh,
        identity: {
          ...fresh.identity,
          representative: {
            name: 'SPECIMEN',
            attorneyNumber: '1',
            notary: '',
            issuedOn: null,
            expiresOn: '2027-01-15',
            mayReceiveMoney: null
          }
        }
      },
      [['expiry:attorney', '2027-01-15']]
    ],
    [
      'a planned day and the notice before it',
      {
        ...fresh,
        closing: { ...fresh.closing, plannedOn: '2027-01-10' },
        terms: { ...fresh.terms, noticeDays: 30 }
      },
      [
        ['notice', '2026-12-11'],
        ['planned-closing', '2027-01-10']
      ]
    ],
    [
      'the end of the minimum term',
      { ...fresh, terms: { ...fresh.terms, endsOn: '2026-12-31' } },
      [['term-end', '2026-12-31']]
    ],
    [
      'a minimum term that is over asks for nothing',
      { ...fresh, terms: { ...fresh.terms, endsOn: '2026-11-21' } },
      []
    ],
    [
      'a payment without a proof stands among what is due today',
      { ...fresh, payments: { currency: 'RUB', entries: [payment] } },
      [[`payment-proof:${payment.id}`, TODAY]]
    ],
    [
      'a payment with a proof',
      attach({ ...fresh, payments: { currency: 'RUB', entries: [payment] } }, 1, 'B', [
        { kind: 'entry', id: payment.id }
      ]),
      []
    ],
    [
      'a reminder of one’s own',
      { ...fresh, reminders: [{ id: uuid(50), text: 'SPECIMEN', on: '2026-11-25' }] },
      [[`reminder:${uuid(50)}`, '2026-11-25']]
    ]
  ]
  it.each(cases)('%s', (_name, dossier, expected) => {
    expect(days(dossier)).toEqual(expected)
  })

  it('knows no term for an answer where no rule gives one', () => {
    const dossier = { ...fresh, contacts: [email({ purpose: 'claim' })] }
    expect(dueDatesOf(dossier, { law: [] }, TODAY)).toEqual([])
    expect(dueDatesOf(dossier, { law: [{ ...claimRule, days: null }] }, TODAY)).toEqual([])
  })

  it('says for a claim from which day the law counts', () => {
    const [due] = duesOf({
      ...fresh,
      contacts: [email({ purpose: 'claim', at: moscow('2026-11-20T18:00') })]
    })
    expect(due?.source).toMatchObject({ ruleId: 'claim-answer', registeredOn: '2026-11-23', days: 30 })
  })

  it('lets the oldest of many unproven payments stand for all', () => {
    const entries = [payment, { ...payment, id: uuid(32), on: '2026-10-01' }]
    const [due, ...more] = duesOf({ ...fresh, payments: { currency: 'RUB', entries } })
    expect(more).toEqual([])
    expect(due?.source).toMatchObject({ entryId: uuid(32), others: 1 })
  })
})

describe('after the confirmation', () => {
  it('nothing is due in a closing that is over', () => {
    expect(days(closed)).toEqual([])
  })

  it('an answer to a claim, a promised refund and a reminder still count; papers and plans do not', () => {
    const dossier: Dossier = {
      ...closed,
      closing: { ...closed.closing, plannedOn: '2026-12-31' },
      identity: { ...closed.identity, documents: [{ ...passport, expiresOn: '2026-12-01' }] },
      contacts: [
        { ...request, promisedBy: '2026-12-02' },
        { ...request, id: uuid(22), purpose: 'refund', promisedBy: '2026-12-03' },
        email({ id: uuid(23), purpose: 'claim', at: moscow('2026-11-18T09:00') })
      ],
      reminders: [{ id: uuid(50), text: 'SPECIMEN', on: '2026-12-04' }]
    }
    expect(days(dossier)).toEqual([
      [`promise:${uuid(22)}`, '2026-12-03'],
      [`reminder:${uuid(50)}`, '2026-12-04'],
      [`claim:${uuid(23)}`, '2026-12-19']
    ])
  })
})

describe('what the user changes', () => {
  const promised: Dossier = { ...fresh, contacts: [{ ...request, promisedBy: '2026-11-20' }] }
  const id = `promise:${request.id}`
  const only = (dossier: Dossier, today = TODAY): DueDate => {
    const [due] = duesOf(dossier, today)
    if (due === undefined) throw new Error('nothing is due')
    return due
  }

  it('counts days over', () => {
    expect(only(promised)).toMatchObject({ state: 'open', daysLeft: -2, isOverdue: true })
    expect(only(promised, '2026-11-20')).toMatchObject({ daysLeft: 0, isOverdue: false })
    expect(isDueNow(only(promised, '2026-11-20'))).toBe(true)
    expect(isDueNow(only(promised, '2026-11-19'))).toBe(false)
    expect(isAwaited(only(promised))).toBe(true)
  })

  it('another day takes the place of the computed one, which is still known', () => {
    expect(only(changed(promised, { id, on: '2026-11-27' }))).toMatchObject({
      on: '2026-11-27',
      computedOn: '2026-11-20',
      isOverdue: false
    })
  })

  it('what is done is not overdue', () => {
    const due = only(changed(promised, { id, doneOn: '2026-11-21' }))
    expect(due).toMatchObject({ state: 'done', isOverdue: false })
    expect(isDueNow(due)).toBe(false)
  })

  it('what was put off comes back on its day', () => {
    const later = changed(promised, { id, laterUntil: '2026-11-24' })
    expect(only(later)).toMatchObject({ state: 'later', isOverdue: false })
    expect(only(later, '2026-11-24')).toMatchObject({ state: 'open', isOverdue: true })
  })

  it('an unproven payment has no day but the one the user sets, today included', () => {
    const dossier = { ...fresh, payments: { currency: 'RUB', entries: [payment] } }
    const change = { id: `payment-proof:${payment.id}` }
    expect(only(dossier)).toMatchObject({ isUndated: true, isOverdue: false })
    expect(isDueNow(only(dossier))).toBe(true)
    expect(only(changed(dossier, { ...change, on: TODAY }))).toMatchObject({ on: TODAY, isUndated: false })
    expect(only(changed(dossier, { ...change, on: '2026-11-20' }))).toMatchObject({ isOverdue: true })
    expect(only(promised)).toMatchObject({ isUndated: false })
  })

  it('an unproven payment noted as done lets the next one come, and can be opened again', () => {
    const entries = [payment, { ...payment, id: uuid(32), on: '2026-11-01' }]
    const dossier = { ...fresh, payments: { currency: 'RUB', entries } }
    const dues = duesOf(changed(dossier, { id: `payment-proof:${payment.id}`, doneOn: TODAY }))
    expect(dues.map(({ id: of, state }) => [of, state])).toEqual([
      [`payment-proof:${payment.id}`, 'done'],
      [`payment-proof:${uuid(32)}`, 'open']
    ])
  })

  it('asking again begins the wait anew', () => {
    const waiting = agreed('2026-11-01')
    expect(days(waiting)).toEqual([['follow-up:confirmation', '2026-11-15']])
    expect(days(changed(waiting, { id: 'follow-up:confirmation', doneOn: '2026-11-22' }))).toEqual([
      ['follow-up:confirmation', '2026-12-06']
    ])
    const asked = { ...waiting, contacts: [{ ...request, at: moscow('2026-11-20T10:00') }] }
    expect(days(asked)).toEqual([['follow-up:confirmation', '2026-12-04']])
  })

  it('a call in which nothing was noted asks for nothing, and begins no wait', () => {
    const blank = { minutes: null, counterpart: '', person: '', reference: '', said: '', promised: '' }
    const called = { ...request, ...blank, promisedBy: null, at: moscow('2026-11-20T10:00') }
    const waiting = { ...agreed('2026-11-01'), contacts: [called] }
    expect(days(waiting)).toEqual([['follow-up:confirmation', '2026-11-15']])
  })
})

it('is by day, whatever the order of what it comes from, and every id is its own', () => {
  const day = fc.integer({ min: -60, max: 60 }).map((n) => addDays(TODAY, n))
  const contacts = fc.uniqueArray(
    fc.record({ n: fc.integer({ min: 100, max: 200 }), on: day, by: fc.option(day), isClaim: fc.boolean() }),
    { selector: ({ n }) => n, maxLength: 12 }
  )
  fc.assert(
    fc.property(contacts, day, (found, today) => {
      const dossier: Dossier = {
        ...fresh,
        contacts: found.map(({ n, on, by, isClaim }) => ({
          ...request,
          id: uuid(n),
          at: moscow(`${on}T10:00`),
          purpose: isClaim ? 'claim' : 'other',
          promisedBy: by
        }))
      }
      const dues = duesOf(dossier, today)
      expect(dues.map(({ on }) => on)).toEqual(dues.map(({ on }) => on).toSorted())
      expect(new Set(dues.map(({ id }) => id)).size).toBe(dues.length)
      expect(duesOf({ ...dossier, contacts: dossier.contacts.toReversed() }, today)).toEqual(dues)
    })
  )
})
