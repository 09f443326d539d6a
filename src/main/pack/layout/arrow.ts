import type { DrawOp } from './drawing.ts'
import type { CellBlock } from './table.ts'

const LENGTH = 9.5
const HEAD = 3

/** Direction of a contact: to the right from the subscriber, to the left to them. A word always stands beside it. */
export function arrowMarker(direction: 'out' | 'in'): NonNullable<CellBlock['marker']> {
  return {
    width: LENGTH + 4.5,
    draw: (ops: DrawOp[], x, top) => {
      const y = top - 6.2
      const [tip, tail] = direction === 'out' ? [x + LENGTH, x] : [x, x + LENGTH]
      const back = direction === 'out' ? -HEAD : HEAD
      ops.push({ kind: 'line', from: [tail, y], to: [tip + back / 2, y], width: 1, ink: 'black' })
      const corners = [
        [tip, y],
        [tip + back * 1.3, y + HEAD],
        [tip + back * 1.3, y - HEAD]
      ] as const
      ops.push({ kind: 'area', corners, ink: 'black' })
    }
  }
}
