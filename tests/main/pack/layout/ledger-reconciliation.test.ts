import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { reconcile } from '../../../../src/main/pack/layout/ledger-reconciliation.ts'
import { indexProofs } from '../../../../src/main/pack/plan/proof-index.ts'
import { wordsFor } from '../../../../src/main/pack/words/words-for.ts'
import type { Exhibit } from '../../../../src/shared/domain/exhibit.ts'
import { ENTRY_KINDS, summariseLedger, type LedgerEntry } from '../../../../src/shared/domain/ledger.ts'
import { bareDossier, withExhibits } from '../../../specimen-dossier.ts'

const words = wordsFor('en')

function papers(
  entries: readonly LedgerEntry[],
  linksOf: readonly (readonly number[])[]
): readonly Exhibit[] {
  const base = { ...bareDossier(), payments: { currency: 'RUB', entries } }
  return withExhibits(
    base,
    linksOf.map((links, index) => ({
      category: 'B',
      caption: `paper ${index}`,
      bytes: Buffer.from(`paper ${index}`),
      mediaType: 'text/plain',
      originalName: `${index}.txt`,
      proves: links.flatMap((link) => {
        const entry = entries[link % Math.max(1, entries.length)]
        return entry === undefined ? [] : [{ kind: 'entry', id: entry.id } as const]
      })
    }))
  ).exhibits
}

describe('the reconciliation of a ledger', () => {
  it('reaches the same sum from both sides, whatever was entered and proved', () => {
    const amount = fc.integer({ min: 0, max: 10_000_000 })
    const entry = fc.record({ kind: fc.constantFrom(...ENTRY_KINDS), amountMinor: amount })
    const links = fc.array(fc.array(fc.nat(50), { maxLength: 5 }), { maxLength: 12 })
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 50 }), links, (typed, linked) => {
        const entries = typed.map((one, index) => ({
          ...one,
          id: `entry-${index}`,
          on: '2026-10-01',
          currency: 'RUB',
          note: ''
        }))
        const [section] = summariseLedger({ currency: 'RUB', entries })
        const { charged, paid, totalMinor } = reconcile(
          { words, proofs: indexProofs(papers(entries, linked)) },
          section
        )
        const sum = (rows: typeof charged) => rows.reduce((total, { minor }) => total + minor, 0)
        expect(sum(charged)).toBe(totalMinor)
        expect(sum(paid)).toBe(totalMinor)
        // Eight kinds of proof, those without one, refunds and what is still owed.
        expect(paid.length).toBeLessThanOrEqual(11)
      })
    )
  })

  it('puts what is left of many papers into one line', () => {
    const entries = Array.from({ length: 30 }, (_, index) => ({
      id: `entry-${index}`,
      on: '2026-10-01',
      kind: 'payment' as const,
      amountMinor: 100,
      currency: 'RUB',
      note: ''
    }))
    const [section] = summariseLedger({ currency: 'RUB', entries })
    const proofs = indexProofs(
      papers(
        entries,
        entries.map((_, index) => [index])
      )
    )
    const { paid } = reconcile({ words, proofs }, section)
    expect(paid).toHaveLength(8)
    expect(paid.at(-1)).toEqual({ label: 'By other exhibits (23)', minor: 2300 })
  })
})
