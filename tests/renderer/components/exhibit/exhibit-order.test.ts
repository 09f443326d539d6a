import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  byDate,
  moveByOne,
  movesBetween,
  type ExhibitMove
} from '../../../../src/renderer/components/exhibit/exhibit-order.ts'
import type { Exhibit } from '../../../../src/shared/domain/exhibit.ts'

function exhibit(id: string, on: string | null = null): Exhibit {
  return {
    id,
    number: { category: 'B', serial: 1 },
    formerNumbers: [],
    bars: [],
    caption: id,
    proves: [],
    madeOn: on === null ? null : { on, source: 'stated' },
    addedAt: '2026-11-01T10:00:00.000Z',
    file: {
      sha256: '0'.repeat(64),
      sizeBytes: 1,
      originalName: `${id}.pdf`,
      mediaType: 'application/pdf',
      pages: 1,
      pixels: null,
      fileModifiedAt: null
    },
    trashedAt: null
  }
}

/** What `move-exhibit` does to an order of ids. */
function applied(order: readonly string[], { exhibitId, beforeId }: ExhibitMove): readonly string[] {
  const others = order.filter((id) => id !== exhibitId)
  const at = beforeId === null ? others.length : others.indexOf(beforeId)
  return [...others.slice(0, at), exhibitId, ...others.slice(at)]
}

describe('one step', () => {
  const three = ['a', 'b', 'c'].map((id) => exhibit(id))

  it('goes up before its neighbour and down behind it', () => {
    expect(moveByOne(three, 'b', -1)).toEqual({ exhibitId: 'b', beforeId: 'a' })
    expect(moveByOne(three, 'a', 1)).toEqual({ exhibitId: 'a', beforeId: 'c' })
    expect(moveByOne(three, 'b', 1)).toEqual({ exhibitId: 'b', beforeId: null })
  })

  it('stops at both ends', () => {
    expect(moveByOne(three, 'a', -1)).toBeNull()
    expect(moveByOne(three, 'c', 1)).toBeNull()
    expect(moveByOne(three, 'unknown', 1)).toBeNull()
  })
})

describe('sorting by date', () => {
  it('puts those without a date last, in the order they had', () => {
    const order = byDate([
      exhibit('x'),
      exhibit('late', '2026-11-05'),
      exhibit('y'),
      exhibit('early', '2026-09-30')
    ])
    expect(order.map(({ id }) => id)).toEqual(['early', 'late', 'x', 'y'])
  })

  it('keeps the order of one day', () => {
    const day = '2026-11-05'
    expect(byDate([exhibit('b', day), exhibit('a', day)]).map(({ id }) => id)).toEqual(['b', 'a'])
  })
})

describe('moves between two orders', () => {
  const ids = fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 40 })
  const twoOrders = ids.chain((from) =>
    fc.record({ from: fc.constant(from), to: fc.shuffledSubarray(from, { minLength: from.length }) })
  )

  it('lead from the one to the other', () => {
    fc.assert(
      fc.property(twoOrders, ({ from, to }) => {
        expect(movesBetween(from, to).reduce(applied, from)).toEqual(to)
      })
    )
  })

  it('are none where nothing changes, and one where one moved', () => {
    expect(movesBetween(['a', 'b', 'c'], ['a', 'b', 'c'])).toEqual([])
    fc.assert(
      fc.property(ids, fc.nat(), fc.nat(), (from, pick, place) => {
        const moved = from[pick % Math.max(1, from.length)]
        if (moved === undefined) return
        const others = from.filter((id) => id !== moved)
        const at = place % (others.length + 1)
        const to = [...others.slice(0, at), moved, ...others.slice(at)]
        expect(movesBetween(from, to).length).toBeLessThanOrEqual(1)
      })
    )
  })
})
