import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planVolumes, type SizedExhibit } from '../../../../src/main/pack/plan/plan-volumes.ts'

const sizes = fc.array(fc.record({ shownBytes: fc.nat(150), originalBytes: fc.nat(150) }), { maxLength: 40 })
const rooms = fc.record({ largest: fc.integer({ min: 60, max: 200 }), first: fc.nat(50), later: fc.nat(30) })

function exhibitsOf(all: readonly Omit<SizedExhibit, 'id'>[]): readonly SizedExhibit[] {
  return all.map((one, index) => ({ ...one, id: `x${index}` }))
}

describe('planning volumes', () => {
  it('puts every exhibit into one volume, in the order of the pack', () => {
    fc.assert(
      fc.property(sizes, rooms, (all, room) => {
        const exhibits = exhibitsOf(all)
        const { volumes } = planVolumes(exhibits, room)
        expect(volumes.flat()).toEqual(exhibits.map(({ id }) => id))
        expect(volumes.slice(1).every((ids) => ids.length > 0)).toBe(true)
      })
    )
  })

  it('holds the limit but for an exhibit that alone is above it, which has a volume of its own', () => {
    fc.assert(
      fc.property(sizes, rooms, (all, room) => {
        const byId = new Map(exhibitsOf(all).map((one) => [one.id, one]))
        const { volumes, apart, above } = planVolumes([...byId.values()], room)
        volumes.forEach((ids, index) => {
          const own = index === 0 ? room.first : room.later
          const bytes = ids.reduce((sum, id) => {
            const { shownBytes, originalBytes } = byId.get(id)!
            return sum + shownBytes + (apart.has(id) ? 0 : originalBytes)
          }, own)
          if (ids.some((id) => above.has(id))) expect(ids).toHaveLength(1)
          else expect(bytes).toBeLessThanOrEqual(room.largest)
        })
      })
    )
  })

  it('leaves an original out only where its pages alone would fit', () => {
    const room = { largest: 100, first: 10, later: 10 }
    const fits = { id: 'fits', shownBytes: 40, originalBytes: 45 }
    const paper = { id: 'paper', shownBytes: 60, originalBytes: 60 }
    const scan = { id: 'scan', shownBytes: 120, originalBytes: 120 }
    const plan = planVolumes([fits, paper, scan], room)
    expect(plan.volumes).toEqual([['fits'], ['paper'], ['scan']])
    expect([...plan.apart]).toEqual(['paper'])
    expect([...plan.above]).toEqual(['scan'])
  })
})
