import fc from 'fast-check'
import { expect, it } from 'vitest'
import { rowsInView } from '../../../../src/renderer/components/list/rows-in-view.ts'

it('draws every row that can be seen, never more than the window and some beyond hold, and none that is not there', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -5_000, max: 800_000 }),
      fc.integer({ min: 0, max: 3_000 }),
      fc.integer({ min: 20, max: 120 }),
      fc.integer({ min: 0, max: 10_000 }),
      (top, height, rowPx, count) => {
        const { first, end } = rowsInView({ top, height, rowPx, count })
        expect(first).toBeGreaterThanOrEqual(0)
        expect(end).toBeLessThanOrEqual(count)
        expect(end - first).toBeLessThanOrEqual(Math.ceil(height / rowPx) + 14)
        for (let row = Math.ceil(top / rowPx); row * rowPx < top + height; row += 1) {
          if (row < 0 || row >= count) continue
          expect(first).toBeLessThanOrEqual(row)
          expect(end).toBeGreaterThan(row)
        }
      }
    )
  )
})
