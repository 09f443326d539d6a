import type { ProofLevel } from '../../../shared/domain/readiness.ts'
import type { DrawOp } from './drawing.ts'
import type { CellBlock } from './table.ts'

/** How many squares of the meter are black. */
export const FILLED: Readonly<Record<ProofLevel, number>> = {
  none: 0,
  stated: 1,
  documented: 2,
  corroborated: 3
}

const SIDE = 6
const GAP = 1.8

/** Three squares filled from the left: how far a point is proved. A word always stands beside them. */
export function drawMeter(ops: DrawOp[], x: number, bottom: number, filled: number): void {
  for (let index = 0; index < 3; index++) {
    const box = { x: x + 0.35 + index * (SIDE + GAP), y: bottom, width: SIDE, height: SIDE }
    const stroke = { width: 0.7, ink: 'black' } as const
    ops.push({ kind: 'box', box, stroke, ...(index < filled ? { fill: 'black' } : {}) })
  }
}

/** Width of the squares with the space before their word. */
export const METER_WIDTH = 3 * SIDE + 2 * GAP + 5.7

export function meterMarker(filled: number): NonNullable<CellBlock['marker']> {
  return { width: METER_WIDTH, draw: (ops, x, top) => drawMeter(ops, x, top - 9.3, filled) }
}
