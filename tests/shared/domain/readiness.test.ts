import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { specimenPack } from '../../specimen-dossier.ts'
import type { Dossier } from '../../../src/shared/domain/dossier.ts'
import { addPack } from '../../../src/shared/domain/dossier-edit.ts'
import {
  byWorth,
  isEnough,
  isProven,
  OBLIGATIONS,
  PROOF_LEVELS,
  reviewReadiness,
  type Obligation,
  type ProofLevel
} from '../../../src/shared/domain/readiness.ts'
import {
  attach,
  bill,
  closed,
  edited,
  fresh,
  passport,
  payment,
  request,
  router,
  TODAY,
  uuid
} from './invented-dossier.ts'

const reviewOf = (dossier: Dossier, obligation: Obligation) =>
  reviewReadiness(dossier, TODAY).find((one) => one.obligation === obligation)

const bare: Dossier = { ...closed, exhibits: [] }
/** A call that was begun and in which nothing was noted, as a power cut leaves it. */
const begun = { ...request, minutes: null, counterpart: '', person: '', reference: '' }
const withRouter = (returnedOn: string | null): Dossier => ({
  ...bare,
  equipment: { nothingToReturn: false, devices: [{ ...router, returnedOn }] }
})

/** One case a line: what is in the dossier, what it is about, how far it is proved, and why. */
const CASES: readonly (readonly [string, Dossier, Obligation, ProofLevel, readonly string[]])[] = [
  ['nothing typed', fresh, 'identity', 'none', ['nothing']],
  ['a document number', bare, 'identity', 'stated', ['only-stated']],
  ['a picture of the passport', attach(fresh, 1, 'A'), 'identity', 'documented', ['one-document']],
  ['two pictures', attach(attach(fresh, 1, 'A'), 2, 'A'), 'identity', 'corroborated', ['corroborated']],
  [
    'the same picture twice',
    attach(attach(fresh, 1, 'A'), 2, 'A', [], 1),
    'identity',
    'documented',
    ['one-document']
  ],
  [
    'a picture of a passport that has expired',
    {
      ...attach(bare, 1, 'A'),
      confirmation: fresh.confirmation,
      identity: { ...bare.identity, documents: [{ ...passport, expiresOn: '2026-11-01' }] }
    },
    'identity',
    'documented',
    ['document-expires', 'one-document']
  ],
  ['no contact', fresh, 'request', 'none', ['nothing']],
  ['a call noted', bare, 'request', 'stated', ['only-stated']],
  [
    'a call about something else with its recording',
    attach({ ...fresh, contacts: [{ ...request, purpose: 'other' }] }, 1, 'D'),
    'request',
    'none',
    ['nothing']
  ],
  ['a call begun with nothing noted', { ...fresh, contacts: [begun] }, 'request', 'none', ['nothing']],
  [
    'a call begun with nothing noted, beside a file that is linked to nothing',
    attach({ ...fresh, contacts: [begun] }, 1, 'D'),
    'request',
    'none',
    ['nothing']
  ],
  [
    'a call with nothing noted but its recording',
    attach({ ...fresh, contacts: [begun] }, 1, 'D', [{ kind: 'contact', id: request.id }]),
    'request',
    'documented',
    ['one-document']
  ],
  ['a call and its recording', attach(bare, 1, 'D'), 'request', 'documented', ['one-document']],
  [
    'a call with a screenshot linked from another category, and a letter',
    attach(attach(bare, 1, 'G', [{ kind: 'contact', id: request.id }]), 2, 'D'),
    'request',
    'corroborated',
    ['corroborated']
  ],
  ['no entry', fresh, 'dues', 'none', ['nothing']],
  [
    'a bill without payment',
    { ...bare, payments: { currency: 'RUB', entries: [bill] } },
    'dues',
    'none',
    ['still-owed', 'nothing']
  ],
  ['a payment without receipt', bare, 'dues', 'stated', ['payment-unproven', 'only-stated']],
  [
    'a payment with its receipt',
    attach(bare, 1, 'B', [{ kind: 'entry', id: payment.id }]),
    'dues',
    'documented',
    ['one-document']
  ],
  [
    'a receipt that is linked to nothing',
    attach(bare, 1, 'B'),
    'dues',
    'stated',
    ['payment-unproven', 'only-stated']
  ],
  [
    'bill and receipt',
    attach(attach(bare, 1, 'B', [{ kind: 'entry', id: payment.id }]), 2, 'B', [
      { kind: 'entry', id: bill.id }
    ]),
    'dues',
    'corroborated',
    ['corroborated']
  ],
  [
    'one of two payments proved',
    attach(
      {
        ...bare,
        payments: {
          currency: 'RUB',
          entries: [bill, payment, { ...bill, id: uuid(32) }, { ...payment, id: uuid(33) }]
        }
      },
      1,
      'B',
      [{ kind: 'entry', id: payment.id }]
    ),
    'dues',
    'stated',
    ['payment-unproven', 'only-stated']
  ],
  ['no agreement', fresh, 'agreement', 'none', ['nothing']],
  ['a date of signing', bare, 'agreement', 'stated', ['only-stated']],
  ['a date and the paper', attach(bare, 1, 'C'), 'agreement', 'documented', ['one-document']],
  ['a paper without a date of signing', attach(fresh, 1, 'C'), 'agreement', 'none', ['nothing']],
  ['equipment never thought of', fresh, 'equipment', 'none', ['nothing']],
  ['nothing to return, as said', bare, 'equipment', 'stated', ['nothing-to-return', 'only-stated']],
  [
    'nothing to return, as the contract says',
    attach(bare, 1, 'C', [{ kind: 'step', step: 'equipment' }]),
    'equipment',
    'documented',
    ['nothing-to-return', 'one-document']
  ],
  ['a device at home', withRouter(null), 'equipment', 'none', ['device-unproven', 'nothing']],
  [
    'a device handed over',
    withRouter('2026-10-06'),
    'equipment',
    'stated',
    ['device-unproven', 'only-stated']
  ],
  [
    'a device at home with its photo',
    attach(withRouter(null), 1, 'E', [{ kind: 'device', id: router.id }]),
    'equipment',
    'none',
    ['nothing']
  ],
  [
    'a device handed over with act and photo',
    attach(attach(withRouter('2026-10-06'), 1, 'E', [{ kind: 'device', id: router.id }]), 2, 'E', [
      { kind: 'device', id: router.id }
    ]),
    'equipment',
    'corroborated',
    ['corroborated']
  ],
  ['no confirmation', fresh, 'confirmation', 'none', ['nothing']],
  ['a confirmation typed in', bare, 'confirmation', 'stated', ['only-stated']],
  ['a confirmation and its mail', attach(bare, 1, 'F'), 'confirmation', 'documented', ['one-document']],
  ['a file without a date of receipt', attach(fresh, 1, 'F'), 'confirmation', 'none', ['nothing']]
]

describe('how far an obligation is proved', () => {
  it.each(CASES)('%s', (_name, dossier, obligation, level, reasons) => {
    const review = reviewOf(dossier, obligation)
    expect(review?.level).toBe(level)
    expect(review?.reasons.map(({ code }) => code)).toEqual(reasons)
  })
})

it('leaves out what the reader of a pack cannot open', () => {
  const dossier = attach(attach(bare, 1, 'F'), 2, 'F')
  const [shown] = dossier.exhibits
  const reviews = reviewReadiness(dossier, TODAY, (exhibit) => exhibit === shown)
  expect(reviews.find(({ obligation }) => obligation === 'confirmation')?.level).toBe('documented')
})

it('puts first what is most worth mending, and last what is enough', () => {
  const dossier: Dossier = attach(
    { ...bare, agreement: fresh.agreement, confirmation: fresh.confirmation, contacts: [] },
    1,
    'A'
  )
  const order = byWorth(reviewReadiness(dossier, TODAY))
  expect(order.map(({ obligation, level }) => [obligation, level])).toEqual([
    ['dues', 'stated'],
    ['equipment', 'stated'],
    ['request', 'none'],
    ['agreement', 'none'],
    ['confirmation', 'none'],
    ['identity', 'documented']
  ])
  expect(order.filter(isEnough).map(({ obligation }) => obligation)).toEqual(['identity'])
})

it('never sinks by one more exhibit, and needs an exhibit to be more than stated', () => {
  const rank = (level: ProofLevel) => PROOF_LEVELS.indexOf(level)
  const base = fc.constantFrom(fresh, bare, closed, withRouter('2026-10-06'))
  const category = fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F', 'G')
  const target = fc.constantFrom(
    [],
    [{ kind: 'entry', id: payment.id }],
    [{ kind: 'contact', id: request.id }],
    [{ kind: 'device', id: router.id }]
  )
  const file = fc.record({ category, target, sha: fc.nat(3) })
  fc.assert(
    fc.property(base, fc.array(file, { maxLength: 8 }), (start, files) => {
      let dossier = start
      files.forEach((one, index) => {
        const before = reviewReadiness(dossier, TODAY)
        dossier = attach(dossier, 300 + index, one.category as 'A', one.target as never, 300 + one.sha)
        const after = reviewReadiness(dossier, TODAY)
        after.forEach((review, place) => {
          expect(rank(review.level)).toBeGreaterThanOrEqual(rank(before[place]?.level ?? 'none'))
          if (isProven(review)) expect(review.exhibits.length).toBeGreaterThan(0)
        })
      })
    })
  )
})

it('has one review for each obligation, whatever is trashed, and does not look at packs', () => {
  const first = closed.exhibits[0]
  const dossier = edited(closed, { kind: 'trash-exhibit', exhibitId: first?.id ?? '' })
  expect(reviewReadiness(dossier, TODAY).map(({ obligation }) => obligation)).toEqual(OBLIGATIONS)
  expect(reviewOf(dossier, 'identity')?.level).toBe('stated')
  const pack = specimenPack()
  expect(reviewReadiness(addPack(dossier, pack, pack.madeAt), TODAY)).toEqual(reviewReadiness(dossier, TODAY))
})
