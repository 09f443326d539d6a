import { describe, expect, it } from 'vitest'
import { packChecks, type CheckInput } from '../../../../src/renderer/views/pack/pack-checks.ts'
import { beginDossier, liveExhibits, type Dossier } from '../../../../src/shared/domain/dossier.ts'
import { addExhibits } from '../../../../src/shared/domain/dossier-edit.ts'
import type { Category } from '../../../../src/shared/domain/category.ts'

const at = '2026-11-01T10:00:00.000Z'
const today = '2026-11-22'
const unmasked = { documentNumbers: false, birthDates: false }
const nothing = { leftOut: new Set<string>(), masking: unmasked, findings: [], extent: null }

function dossier(...categories: readonly Category[]): Dossier {
  const begun = beginDossier(
    'd',
    {
      operator: { id: 'mts', name: 'MTS' },
      phoneNumber: '+79990001234',
      subscriber: { latin: 'LI XUE', cyrillic: '', chinese: '' },
      contractNumber: ''
    },
    at
  )
  const file = {
    sha256: '0'.repeat(64),
    sizeBytes: 1,
    originalName: 'a.pdf',
    mediaType: 'application/pdf',
    pages: 1,
    pixels: null,
    fileModifiedAt: null
  }
  return addExhibits(
    begun,
    categories.map((category) => ({ id: category, category, caption: '', madeOn: null, proves: [], file })),
    at
  )
}

function withPayment(from: Dossier, exhibitId: string | null): Dossier {
  const entry = {
    id: 'p',
    on: '2026-11-05',
    kind: 'payment',
    amountMinor: 30_000,
    currency: 'RUB',
    note: ''
  } as const
  const exhibits = from.exhibits.map((exhibit) =>
    exhibit.id === exhibitId ? { ...exhibit, proves: [{ kind: 'entry', id: entry.id } as const] } : exhibit
  )
  return { ...from, exhibits, payments: { currency: 'RUB', entries: [entry] } }
}

/** Of a pack of everything. */
const checksOf = (input: Omit<CheckInput, 'offered'>) =>
  packChecks({ ...input, offered: liveExhibits(input.dossier) })

describe('what is said before an export', () => {
  it('says of a dossier that was only begun nothing in red', () => {
    const checks = checksOf({ dossier: dossier(), today, ...nothing })
    expect(checks.length).toBeGreaterThan(0)
    expect(new Set(checks.map(({ severity }) => severity))).toEqual(new Set(['calm']))
  })

  it('names copies of identity documents that still show the number a pack masks', () => {
    const bar = { id: 'b', page: 1, x: 0, y: 0, width: 0.1, height: 0.1, what: '' }
    const begun = dossier('A', 'B')
    const as = (mediaType: string): Dossier => ({
      ...begun,
      exhibits: begun.exhibits.map((one) => ({ ...one, file: { ...one.file, mediaType, pages: 1 } }))
    })
    const pictures = as('image/jpeg')
    const numbersShown = (from: Dossier, documentNumbers: boolean, leftOut: readonly string[] = []) =>
      checksOf({
        ...{ dossier: from, today, ...nothing, leftOut: new Set(leftOut) },
        masking: { documentNumbers, birthDates: false }
      }).flatMap((check) => (check.kind === 'number-shown' ? check.exhibits.map(({ id }) => id) : []))
    expect(numbersShown(pictures, true)).toEqual(['A'])
    expect(numbersShown(pictures, false)).toEqual([])
    expect(numbersShown(pictures, true, ['A'])).toEqual([])
    // So can pages of a PDF be, but of no other file.
    expect(numbersShown(as('application/pdf'), true)).toEqual(['A'])
    expect(numbersShown(as('audio/amr'), true)).toEqual([])
    const covered = { ...pictures, exhibits: pictures.exhibits.map((one) => ({ ...one, bars: [bar] })) }
    expect(numbersShown(covered, true)).toEqual([])
  })

  it('puts a payment without proof first', () => {
    const [first] = checksOf({ dossier: withPayment(dossier('A'), null), today, ...nothing })
    expect(first).toMatchObject({
      kind: 'lack',
      severity: 'seal',
      step: 'payments',
      lack: { code: 'payment-proof' }
    })
  })

  it('takes an original that changed for graver than one that is locked', () => {
    const finding = (code: 'object-changed' | 'pdf-encrypted') => ({
      code,
      exhibitId: 'A',
      number: 'A-1',
      fileName: 'a.pdf'
    })
    const checks = checksOf({
      dossier: dossier('A'),
      today,
      ...nothing,
      findings: [finding('pdf-encrypted'), finding('object-changed')]
    }).filter((check) => check.kind === 'finding')
    expect(checks.map(({ severity }) => severity)).toEqual(['seal', 'ochre'])
    expect(checks[0]).toMatchObject({ finding: { code: 'object-changed' } })
  })

  it('warns of a proof that is left out, and only mentions another file', () => {
    const paid = withPayment(dossier('B', 'G'), 'B')
    const about = (leftOut: readonly string[]) =>
      checksOf({ dossier: paid, today, ...nothing, leftOut: new Set(leftOut) }).find(
        (check) => check.kind === 'left-out'
      )
    expect(about([])).toBeUndefined()
    expect(about(['G'])).toMatchObject({ count: 1, proofs: 0, severity: 'calm' })
    expect(about(['B', 'G'])).toMatchObject({ count: 2, proofs: 1, severity: 'ochre' })
  })

  it('names exhibits without a date, but for those that are left out', () => {
    const undated = (leftOut: readonly string[]) =>
      checksOf({ dossier: dossier('A', 'B'), today, ...nothing, leftOut: new Set(leftOut) }).flatMap(
        (check) => (check.kind === 'undated' ? check.exhibits.map(({ id }) => id) : [])
      )
    expect(undated([])).toEqual(['A', 'B'])
    expect(undated(['A'])).toEqual(['B'])
    expect(undated(['A', 'B'])).toEqual([])
  })

  it('says nothing of exhibits that a supplement or a core does not hold', () => {
    const whole = dossier('A', 'B')
    const checks = packChecks({
      ...{ dossier: whole, today, ...nothing, leftOut: new Set(['A']) },
      offered: whole.exhibits.filter(({ id }) => id === 'B')
    })
    expect(checks.find(({ kind }) => kind === 'undated')).toMatchObject({ exhibits: [{ id: 'B' }] })
    expect(checks.find(({ kind }) => kind === 'left-out')).toBeUndefined()
  })

  it('says when the pack is longer than is read, or larger than mail takes', () => {
    const kinds = (pages: number, sizeBytes: number) =>
      checksOf({ dossier: dossier(), today, ...nothing, extent: { pages, fileBytes: [1, sizeBytes] } })
        .map(({ kind }) => kind)
        .filter((kind) => kind === 'long' || kind === 'heavy')
    expect(kinds(350, 36_000_000)).toEqual([])
    expect(kinds(351, 36_000_001)).toEqual(['long', 'heavy'])
  })
})
