import { expect, it } from 'vitest'
import { keepUnchangedExhibits } from '../../../src/renderer/stores/unchanged-exhibits.ts'
import { bareDossier, withExhibits } from '../../specimen-dossier.ts'

const file = (name: string) => ({
  bytes: Buffer.from(name),
  originalName: name,
  mediaType: 'application/pdf',
  category: 'B' as const,
  caption: name
})
const before = withExhibits(bareDossier(), [file('a'), file('b')])

it('keeps the very objects of exhibits that did not change, and takes the others as they came', () => {
  const copy = structuredClone(before)
  const after = {
    ...copy,
    revision: copy.revision + 1,
    exhibits: copy.exhibits.map((exhibit, index) => (index === 1 ? { ...exhibit, caption: 'new' } : exhibit))
  }
  const kept = keepUnchangedExhibits(before, after)
  expect(kept).toEqual(after)
  expect(kept.exhibits[0]).toBe(before.exhibits[0])
  expect(kept.exhibits[1]).toBe(after.exhibits[1])
})

it('keeps the new order and the new number of exhibits', () => {
  const after = { ...before, exhibits: structuredClone(before.exhibits).toReversed().slice(0, 1) }
  expect(keepUnchangedExhibits(before, after).exhibits).toEqual([before.exhibits[1]])
  expect(keepUnchangedExhibits(undefined, after)).toBe(after)
})
