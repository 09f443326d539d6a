import { describe, expect, it } from 'vitest'
import { CATEGORIES } from '../../../src/shared/domain/category.ts'
import type { Dossier } from '../../../src/shared/domain/dossier.ts'
import { unusedExhibits, usesOf } from '../../../src/shared/domain/exhibit-uses.ts'
import type { ProofTarget } from '../../../src/shared/domain/proof-target.ts'
import { attach, edited, fresh, payment, router, uuid } from './invented-dossier.ts'

/** One exhibit of each category, A to G, none of them linked. */
const oneEach = CATEGORIES.reduce((dossier, category, n) => attach(dossier, 200 + n, category), fresh)
const [A, B, , D, E, F, G] = CATEGORIES.map((_, n) => uuid(200 + n))

const uses = (dossier: Dossier, id: string | undefined) =>
  dossier.exhibits.filter((one) => one.id === id).flatMap((one) => usesOf(dossier, one))
const unused = (dossier: Dossier) => unusedExhibits(dossier).map(({ id }) => id)

describe('an exhibit without a link', () => {
  it.each([
    [A, 'identity'],
    [D, 'contact'],
    [E, 'equipment'],
    [F, 'confirmation']
  ])('%s counts for the step of its category, %s', (id, step) => {
    expect(uses(oneEach, id)).toEqual([{ target: { kind: 'step', step }, isImplied: true }])
  })

  it('proves no payment and no device, because it does not say which', () => {
    expect(unused(oneEach)).toEqual([B, G])
    const withDevice = edited(oneEach, {
      kind: 'put-records',
      list: 'devices',
      records: [router],
      beforeId: null
    })
    expect(unused(withDevice)).toEqual([B, E, G])
  })
})

it('an exhibit proves several things at once, and nothing but what it is linked to', () => {
  const targets: readonly ProofTarget[] = [
    { kind: 'step', step: 'agreement' },
    { kind: 'entry', id: payment.id }
  ]
  const dossier = edited(
    oneEach,
    { kind: 'put-records', list: 'entries', records: [payment], beforeId: null },
    ...targets.map((target) => ({ kind: 'link-exhibit', exhibitId: A ?? '', target }) as const)
  )
  expect(uses(dossier, A).map(({ target }) => target)).toEqual(targets)
})

it('a trashed exhibit needs no use', () => {
  expect(unused(edited(oneEach, { kind: 'trash-exhibit', exhibitId: G ?? '' }))).toEqual([B])
})
