import type { DrawOp } from './drawing.ts'

/** `end` = what ends the contract, `gap` = a stretch without records. */
export type TimelineMark = 'event' | 'end' | 'gap'

export const TIMELINE_WIDTH = 20

/** From the top of a row to the middle of its first line. */
const DOT_BELOW_TOP = 10.6
const DASH = 2

export interface TimelinePiece {
  readonly x: number
  readonly top: number
  readonly bottom: number
  readonly mark: TimelineMark
  readonly isFirst: boolean
  readonly isLast: boolean
}

/** One row's piece of the line of time: from the row above to the row below, with its dot. */
export function drawTimeline(ops: DrawOp[], { x, top, bottom, mark, isFirst, isLast }: TimelinePiece): void {
  if (mark === 'gap') {
    for (let y = top - DASH / 2; y > bottom + DASH / 2; y -= 2 * DASH) vertical(ops, x, y, y - DASH)
    return
  }
  const dot = top - DOT_BELOW_TOP
  vertical(ops, x, isFirst ? dot : top, isLast ? dot : bottom)
  const isFilled = mark === 'end'
  ops.push({ kind: 'dot', x, y: dot, radius: isFilled ? 3.3 : 2.5, isFilled })
}

function vertical(ops: DrawOp[], x: number, from: number, to: number): void {
  if (from > to) ops.push({ kind: 'line', from: [x, from], to: [x, to], width: 0.9, ink: 'black' })
}
