import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rowSlots } from '../../../../src/renderer/components/list/row-slots.ts'

describe('rowSlots', () => {
  it('lets a row that stays keep its place, and gives the places of those that go to those that come', () => {
    const slots = rowSlots()
    expect(slots.place(['a', 'b', 'c'], null)).toEqual([0, 1, 2])
    expect(slots.place(['d', 'b', 'e'], null)).toEqual([0, 1, 2])
    expect(slots.place(['b', 'e', 'f', 'g'], null)).toEqual([1, 2, 0, 3])
  })

  it('gives the place of the row with the focus to no other', () => {
    const slots = rowSlots()
    slots.place(['a', 'b'], 'a')
    expect(slots.place(['b', 'c'], 'a')).toEqual([1, 2])
  })

  it('never gives one place to two rows, nor moves a row that stays', () => {
    const lists = fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 12 }).map(String), { maxLength: 8 }))
    fc.assert(
      fc.property(lists, fc.option(fc.integer({ min: 0, max: 12 }).map(String)), (shown, kept) => {
        const slots = rowSlots()
        let before = new Map<string, number>()
        for (const ids of shown) {
          const placed = slots.place(ids, kept)
          expect(new Set(placed).size).toBe(ids.length)
          const now = new Map(ids.map((id, at) => [id, placed[at] ?? -1]))
          for (const [id, slot] of now) if (before.has(id)) expect(slot).toBe(before.get(id))
          before = now
        }
      })
    )
  })
})
