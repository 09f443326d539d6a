import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { RequestName } from '../../../src/shared/bridge/contract.ts'
import { requestSchemas } from '../../../src/shared/bridge/request-schemas.ts'

const names = Object.keys(requestSchemas) as RequestName[]
const id = '00000000-0000-4000-8000-000000000001'

it('refuses random payloads for every request that takes one, without ever throwing anything but its own error', () => {
  const takers = names.filter((name) => !requestSchemas[name].safeParse(null).success)
  expect(takers.length).toBeGreaterThan(15)
  fc.assert(
    fc.property(fc.constantFrom(...takers), fc.anything(), (name, payload) => {
      expect(requestSchemas[name].safeParse(payload).success).toBe(false)
    }),
    { numRuns: 5000 }
  )
})

it('takes nothing but null where nothing is asked', () => {
  const empty = names.filter((name) => requestSchemas[name].safeParse(null).success)
  expect(empty).toEqual([
    'app:about',
    'app:show-vault',
    'app:settled',
    'settings:read',
    'law:list',
    'operator:list',
    'operator:import',
    'dossier:list',
    'dossier:open-sample',
    'dossier:import-folder',
    'statement:choose',
    'recipient:list'
  ])
  for (const name of empty) expect(requestSchemas[name].safeParse({}).success).toBe(false)
})

const entry = { id, on: '2026-01-01', kind: 'bill', amountMinor: 100, currency: 'RUB', note: '' }
const putEntry = (change: object) => ({
  kind: 'put-records',
  list: 'entries',
  records: [{ ...entry, ...change }],
  beforeId: null
})

const bar = { id, page: 1, x: 0.1, y: 0.1, width: 0.5, height: 0.1, what: '' }
const setBars = (bars: readonly object[]) => ({ kind: 'set-bars', exhibitId: id, bars })

it.each([
  ['a revision slipped into an edit', { kind: 'set-identity', values: { revision: 9 } }],
  ['a date that is none', { kind: 'set-identity', values: { bornOn: '2026-02-31' } }],
  ['an amount of zero', putEntry({ amountMinor: 0 })],
  ['an amount that is not whole', putEntry({ amountMinor: 1.5 })],
  ['a currency that is none', { kind: 'set-currency', currency: 'rubles' }],
  ['a bar that leaves its picture', setBars([{ ...bar, x: 0.6 }])],
  ['a bar on no page', setBars([{ ...bar, page: 0 }])],
  ['a bar without height', setBars([{ ...bar, height: 0 }])],
  ['more bars than a picture can need', setBars(Array.from({ length: 51 }, () => bar))],
  ['a line of 301 characters', { kind: 'caption-exhibit', exhibitId: id, caption: 'x'.repeat(301) }],
  [
    'a time zone that is none',
    { kind: 'set-confirmation', values: { receivedAt: { local: '2026-10-31T12:00', zone: 'Mars/Olympus' } } }
  ]
])('refuses %s', (_what, edit) => {
  const isTaken = (edits: readonly object[]) =>
    requestSchemas['dossier:edit'].safeParse({ id, edits }).success
  expect(isTaken([edit])).toBe(false)
  expect(isTaken([putEntry({}), edit])).toBe(false)
})

it('takes edits of one field and of a record', () => {
  const edits = [{ kind: 'set-identity', values: { bornOn: '1999-05-19' } }, putEntry({}), setBars([bar])]
  expect(requestSchemas['dossier:edit'].parse({ id, edits })).toEqual({ id, edits })
})

it.each([
  ['an operator id that is a path', { id: '../mts', edit: { kind: 'set-follow-up', days: 5 } }],
  ['a waiting time of no days', { id: 'mts', edit: { kind: 'set-follow-up', days: 0 } }],
  [
    'a channel without a value',
    {
      id: 'mts',
      edit: { kind: 'put-channel', id: 'a', channelKind: 'email', words: { value: ' ', source: '' } }
    }
  ],
  [
    'a fact nobody knows',
    { id: 'mts', edit: { kind: 'correct-fact', key: '__proto__', words: { value: 'x', source: '' } } }
  ],
  [
    'a text longer than a fact',
    {
      id: 'mts',
      edit: { kind: 'correct-fact', key: 'refund', words: { value: 'x'.repeat(2001), source: '' } }
    }
  ]
])('refuses %s', (_what, request) => {
  expect(requestSchemas['operator:edit'].safeParse(request).success).toBe(false)
})

it.each([
  [null, true],
  ['密码-Пароль-🔐 42', true],
  ['', false],
  ['\u200d', false],
  ['я'.repeat(64), false],
  ['a\u0000', false],
  [42, false],
  [undefined, false]
])('takes as the password of a pack %j: %s', (password, isTaken) => {
  const { error } = requestSchemas['pack:export'].safeParse({ password })
  const faults = error?.issues.filter(({ path }) => path[0] === 'password') ?? []
  expect(faults.length === 0).toBe(isTaken)
  // What was typed does not get into a log by way of an error.
  expect(JSON.stringify(error?.issues)).not.toContain('я')
})
