import type { TextMeasure } from '../fonts/text-measure.ts'
import type { FieldMark, SourceField } from '../plan/absorbed-exhibit.ts'
import type { DrawOp, Matrix } from './drawing.ts'
import { breakLines } from './break-text.ts'
import type { TextStyle } from './rich-text.ts'

type FieldText = Extract<SourceField['content'], { kind: 'text' }>
type Size = Readonly<Record<'width' | 'height', number>>

/** Between the edge of a field and its text: what viewers leave for a frame of one point. */
const PAD = 2
/** Below it nobody reads anything: a longer text leaves its field instead of being cut. */
const SMALLEST = 4
/** What viewers start with where the text may have several lines. */
const LARGEST_OF_LINES = 12
const LEADING = 1.2
/** From the middle of a line down to its baseline, as a share of the size. */
const MIDDLE_TO_BASELINE = 0.35

/** A filled-in field, drawn where it stands on a page that was placed by a matrix. */
export function fieldOp(measure: TextMeasure, field: SourceField, page: Matrix): DrawOp {
  const { content, isFramed, turn } = field
  const [x0, y0, x1, y1] = field.box
  const isTurned = turn === 90 || turn === 270
  const [width, height] = isTurned ? [y1 - y0, x1 - x0] : [x1 - x0, y1 - y0]
  const frame: DrawOp = {
    kind: 'box',
    box: { x: 0.5, y: 0.5, width: Math.max(0, width - 1), height: Math.max(0, height - 1) },
    stroke: { width: 1, ink: 'dark' }
  }
  const drawn =
    content === null
      ? []
      : content.kind === 'mark'
        ? markOps(content.mark, { width, height })
        : textOps(measure, content, { width, height })
  return { kind: 'placed', matrix: within(field, page), ops: isFramed ? [frame, ...drawn] : drawn }
}

/** The field's own space, its lower left corner at 0, seen on the sheet. */
function within({ box: [x0, y0, x1, y1], turn }: SourceField, [a, b, c, d, e, f]: Matrix): Matrix {
  const turns: Readonly<Record<SourceField['turn'], Matrix>> = {
    0: [1, 0, 0, 1, x0, y0],
    90: [0, 1, -1, 0, x1, y0],
    180: [-1, 0, 0, -1, x1, y1],
    270: [0, -1, 1, 0, x0, y1]
  }
  const [p, q, r, s, x, y] = turns[turn]
  return [a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s, a * x + c * y + e, b * x + d * y + f]
}

function textOps(measure: TextMeasure, content: FieldText, size: Size): readonly DrawOp[] {
  const text = content.text.replace(/\r\n?/g, '\n').replace(/[\u0000-\u0009\u000b-\u001f\u007f]/gu, ' ')
  if (content.cells !== null) return combOps(measure, text, content, size)
  return content.isMultiline
    ? linesOps(measure, text, content, size)
    : oneLineOps(measure, text, content, size)
}

function oneLineOps(measure: TextMeasure, told: string, look: FieldText, box: Size): readonly DrawOp[] {
  const text = told.replace(/\n/g, ' ')
  const room = Math.max(1, box.width - 2 * PAD)
  const wanted = look.size ?? Math.max(SMALLEST, (box.height - PAD) / LEADING)
  const needed = measure.width(text, wanted, look.isBold)
  const size = needed > room ? Math.max(SMALLEST, (wanted * room) / needed) : wanted
  const width = measure.width(text, size, look.isBold)
  return [textOp(text, startOf(look, width, box), box.height / 2 - MIDDLE_TO_BASELINE * size, size, look)]
}

/** As large as is told, or smaller until all lines have room. */
function linesOps(measure: TextMeasure, text: string, look: FieldText, box: Size): readonly DrawOp[] {
  const room = Math.max(1, box.width - 2 * PAD)
  const linesAt = (size: number) => {
    const style: TextStyle = { size, leading: size * LEADING, ink: 'black', isBold: look.isBold }
    return text.split('\n').flatMap((line) => breakLines(measure, [{ text: line }], style, room))
  }
  let size = look.size ?? LARGEST_OF_LINES
  let lines = linesAt(size)
  while (size > SMALLEST && lines.length * size * LEADING > box.height - PAD) {
    size = Math.max(SMALLEST, size - 0.5)
    lines = linesAt(size)
  }
  return lines.flatMap((line, index) => {
    const y = box.height - PAD - size - index * size * LEADING
    const start = startOf(look, line.width, box)
    return line.parts.map((part) => textOp(part.text, start + part.x, y, size, look))
  })
}

function combOps(measure: TextMeasure, text: string, look: FieldText, box: Size): readonly DrawOp[] {
  const characters = [...text.replace(/\n/g, ' ')]
  const cells = Math.max(look.cells ?? 1, characters.length)
  const cell = box.width / cells
  const before = {
    left: 0,
    middle: Math.floor((cells - characters.length) / 2),
    right: cells - characters.length
  }
  const size = Math.min(look.size ?? (box.height - PAD) / LEADING, Math.max(SMALLEST, cell))
  const y = box.height / 2 - MIDDLE_TO_BASELINE * size
  return characters.flatMap((character, index) => {
    if (character === ' ') return []
    const width = measure.width(character, size, look.isBold)
    const x = (index + before[look.align]) * cell + (cell - width) / 2
    return [textOp(character, x, y, size, look)]
  })
}

function startOf({ align }: FieldText, width: number, box: Size): number {
  if (align === 'left') return PAD
  return align === 'right' ? box.width - PAD - width : (box.width - width) / 2
}

function textOp(text: string, x: number, y: number, size: number, { isBold }: FieldText): DrawOp {
  return { kind: 'text', x, y, text, size, isBold, ink: 'black' }
}

/** Corners in a square of one, from its lower left. */
const CORNERS: Readonly<Record<Exclude<FieldMark, 'disc'>, readonly (readonly [number, number])[]>> = {
  check: [
    [0.14, 0.5],
    [0.26, 0.6],
    [0.42, 0.38],
    [0.76, 0.86],
    [0.88, 0.78],
    [0.44, 0.14]
  ],
  cross: [
    [0.16, 0.26],
    [0.4, 0.5],
    [0.16, 0.74],
    [0.26, 0.84],
    [0.5, 0.6],
    [0.74, 0.84],
    [0.84, 0.74],
    [0.6, 0.5],
    [0.84, 0.26],
    [0.74, 0.16],
    [0.5, 0.4],
    [0.26, 0.16]
  ],
  square: [
    [0.22, 0.22],
    [0.22, 0.78],
    [0.78, 0.78],
    [0.78, 0.22]
  ],
  diamond: [
    [0.5, 0.12],
    [0.16, 0.5],
    [0.5, 0.88],
    [0.84, 0.5]
  ]
}

function markOps(mark: FieldMark, { width, height }: Size): readonly DrawOp[] {
  const side = Math.min(width, height)
  const [left, bottom] = [(width - side) / 2, (height - side) / 2]
  if (mark === 'disc')
    return [{ kind: 'dot', x: width / 2, y: height / 2, radius: side * 0.26, isFilled: true }]
  const corners = CORNERS[mark].map(([x, y]) => [left + x * side, bottom + y * side] as const)
  return [{ kind: 'area', corners, ink: 'black' }]
}
