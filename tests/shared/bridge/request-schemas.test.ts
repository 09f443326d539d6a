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
    'settings:read',
    'operator:list',
    'dossier:list',
    'dossier:open-sample',
    'dossier:import-folder'
  ])
  for (const name of empty) expect(requestSchemas[name].safeParse({}).success).toBe(false)
})

it.each([
  ['a revision slipped into an edit', { kind: 'set-identity', values: { revision: 9 } }],
  ['a date that is none', { kind: 'set-identity', values: { issuedOn: '2026-02-31' } }],
  [
    'an amount of zero',
    {
      kind: 'put-entry',
      entry: { id, on: '2026-01-01', kind: 'bill', amountMinor: 0, note: '', exhibitId: null }
    }
  ],
  [
    'an amount that is not whole',
    {
      kind: 'put-entry',
      entry: { id, on: '2026-01-01', kind: 'bill', amountMinor: 1.5, note: '', exhibitId: null }
    }
  ],
  ['a currency that is none', { kind: 'set-currency', currency: 'rubles' }],
  ['a line of 301 characters', { kind: 'caption-exhibit', exhibitId: id, caption: 'x'.repeat(301) }],
  [
    'a time zone that is none',
    { kind: 'set-confirmation', values: { receivedAt: { local: '2026-10-31T12:00', zone: 'Mars/Olympus' } } }
  ]
])('refuses %s', (_what, edit) => {
  expect(requestSchemas['dossier:edit'].safeParse({ id, edit }).success).toBe(false)
})

it('takes an edit of one field', () => {
  const edit = { kind: 'set-identity', values: { issuedOn: '2019-05-19' } }
  expect(requestSchemas['dossier:edit'].parse({ id, edit })).toEqual({ id, edit })
})
