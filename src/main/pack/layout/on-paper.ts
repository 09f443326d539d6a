import type { Box, DrawOp, Matrix, Sheet } from './drawing.ts'
import type { PaperShape } from './geometry.ts'

/** The sheet with what was laid out for A4 in the middle of its own paper. Landscape pages were placed there at once. */
export function onPaper({ shift, height }: PaperShape, sheet: Sheet): Sheet {
  return shift === 0 || sheet.height !== height
    ? sheet
    : { ...sheet, ops: sheet.ops.map((op) => moved(op, shift)) }
}

function moved(op: DrawOp, by: number): DrawOp {
  switch (op.kind) {
    case 'text':
    case 'dot':
    case 'slanted':
    case 'hidden-text':
      return { ...op, x: op.x + by }
    case 'line':
      return { ...op, from: [op.from[0] + by, op.from[1]], to: [op.to[0] + by, op.to[1]] }
    case 'box':
      return { ...op, box: movedBox(op.box, by) }
    case 'area':
      return { ...op, corners: op.corners.map(([x, y]) => [x + by, y] as const) }
    case 'picture':
    case 'placed':
      return { ...op, matrix: movedMatrix(op.matrix, by) }
    case 'foreign':
      return { ...op, matrix: movedMatrix(op.matrix, by), clip: movedBox(op.clip, by) }
    case 'link':
      return { ...op, box: movedBox(op.box, by), ops: op.ops.map((one) => moved(one, by)) }
    case 'tagged':
    case 'furniture':
    case 'spoken':
      return { ...op, ops: op.ops.map((one) => moved(one, by)) }
  }
}

function movedBox(box: Box, by: number): Box {
  return { ...box, x: box.x + by }
}

function movedMatrix([a, b, c, d, e, f]: Matrix, by: number): Matrix {
  return [a, b, c, d, e + by, f]
}
