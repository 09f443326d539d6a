import type { PicturePage } from '../plan/absorbed-exhibit.ts'
import type { MessageRow, ShownAttachment } from '../plan/message-row.ts'
import type { DrawOp, Sheet } from './drawing.ts'
import type { StripEnv } from './exhibit-strip.ts'
import { FRAME } from './geometry.ts'
import { lines } from './layout-env.ts'
import { directionArrow, directionLines } from './message-direction.ts'
import {
  ATTACHMENT_CAPTION,
  attachmentHeight,
  DAY,
  DAY_HEIGHT,
  DIRECTION_AT,
  headHeight,
  MESSAGE_TEXT,
  messageHeight,
  NOTE_ABOVE,
  NUMBER,
  NUMBER_DROP,
  NUMBER_EDGE,
  PAD,
  SMALL,
  TEXT_AT,
  TIME_EDGE,
  VIEW,
  type MessageOf
} from './message-shape.ts'
import { shownSize, turnedMatrix } from './photo-page.ts'
import { breakLines } from './break-text.ts'
import { drawLines, type TextLine, type TextStyle } from './rich-text.ts'
import { drawTagged, type Role, type Tag } from './tag.ts'

/** Draws the rows of one page downwards from `top`. */
export function drawMessages(
  env: StripEnv,
  sheet: Sheet,
  rows: readonly MessageRow[],
  top: number,
  section: Tag
): void {
  const pen = new Pen(env, sheet.ops, section)
  let y = top
  for (const row of rows) {
    switch (row.kind) {
      case 'head':
        drawHead(env, pen, row, y)
        y -= headHeight(env)
        break
      case 'day':
        pen.piece('H2', () => pen.said(row.text, { ...DAY, second: 'dotted' }, FRAME.left + 26, y - 9))
        pen.rule(y - DAY_HEIGHT, 0.6)
        y -= DAY_HEIGHT
        break
      case 'message':
        drawMessage(env, pen, row, y)
        y -= messageHeight(row)
        break
      case 'note':
        y -= NOTE_ABOVE
        pen.piece('P', () => {
          for (const line of row.lines) {
            pen.text(line, env.styles.note, FRAME.left, y)
            y -= env.styles.note.leading
          }
        })
    }
  }
}

function drawHead(env: StripEnv, pen: Pen, { zone }: MessageOf<'head'>, top: number): void {
  const { words, styles } = env
  const style: TextStyle = { ...styles.head, second: 'stacked' }
  const [line, time, direction, text] = words.messages.heads
  pen.piece('P', () => pen.saidTo(zone, { ...styles.second, second: 'dotted' }, FRAME.right, top))
  const y = top - 15
  pen.said(line, style, FRAME.left, y)
  pen.saidTo(time, style, TIME_EDGE, y)
  pen.said(direction, style, DIRECTION_AT, y)
  pen.said(text, style, TEXT_AT, y)
  pen.rule(top - headHeight(env), 0.9)
}

function drawMessage(env: StripEnv, pen: Pen, row: MessageOf<'message'>, top: number): void {
  const height = messageHeight(row)
  if (row.direction === 'in') pen.tint(top, height)
  const first = top - PAD
  if (row.time !== '') {
    const arrow = directionArrow(row.direction)
    const [word] = directionLines(env, row.direction)
    arrow?.draw(pen.ops, DIRECTION_AT, first)
    pen.piece('P', () => {
      pen.textTo(row.time, MESSAGE_TEXT, TIME_EDGE, first)
      pen.textTo(row.zone, SMALL, TIME_EDGE, first - MESSAGE_TEXT.leading)
      if (word !== undefined) pen.line(word, DIRECTION_AT + (arrow?.width ?? 0), first)
      row.party.forEach((line, index) => {
        pen.text(line, SMALL, DIRECTION_AT, first - (index + 1) * MESSAGE_TEXT.leading)
      })
    })
  }
  row.lines.forEach((_, index) => {
    const y = first - index * MESSAGE_TEXT.leading
    pen.textTo(String(row.firstLine + index), NUMBER, NUMBER_EDGE, y - NUMBER_DROP)
  })
  let y = first
  pen.piece('P', () => {
    for (const line of row.lines) {
      pen.text(line, MESSAGE_TEXT, TEXT_AT, y)
      y -= MESSAGE_TEXT.leading
    }
  })
  for (const attachment of row.attachments) {
    drawAttachment(pen, attachment, y - VIEW.gap)
    y -= attachmentHeight(attachment)
  }
  if (row.isWhole) pen.rule(top - height, 0.25)
}

function drawAttachment(pen: Pen, { caption, picture }: ShownAttachment, top: number): void {
  const viewWidth = picture === null ? 0 : drawView(pen, picture, caption.join(' '), top)
  const left = TEXT_AT + (viewWidth === 0 ? 0 : viewWidth + 2 * VIEW.gap)
  pen.piece('P', () => {
    caption.forEach((line, index) => {
      pen.text(line, ATTACHMENT_CAPTION, left, top - index * ATTACHMENT_CAPTION.leading)
    })
  })
}

/** @returns how wide it is */
function drawView(pen: Pen, picture: PicturePage, alt: string, top: number): number {
  const { width, height } = shownSize(picture)
  const scale = Math.min(VIEW.width / width, VIEW.height / height)
  const matrix = turnedMatrix(
    picture.orientation,
    TEXT_AT,
    top - height * scale,
    width * scale,
    height * scale
  )
  pen.piece('Figure', () => pen.ops.push({ kind: 'picture', object: picture.object, matrix }), alt)
  return width * scale
}

/** Puts lines of text and rules on a sheet. */
class Pen {
  ops: DrawOp[]
  readonly #env: StripEnv
  readonly #section: Tag

  constructor(env: StripEnv, ops: DrawOp[], section: Tag) {
    this.#env = env
    this.ops = ops
    this.#section = section
  }

  /** What is drawn meanwhile is one piece of the document. */
  piece(role: Role, draw: () => void, alt?: string): void {
    const sheet = this.ops
    const tag = { role, parent: this.#section, ...(alt === undefined ? {} : { alt }) }
    drawTagged(sheet, tag, (inside) => {
      this.ops = inside
      draw()
    })
    this.ops = sheet
  }

  text(text: string, style: TextStyle, x: number, top: number): void {
    if (text.trim() === '') return
    const indent = /^ */.exec(text)?.[0] ?? ''
    const { measure } = this.#env
    const left = x + measure.width(indent, style.size)
    drawLines(this.ops, breakLines(measure, [{ text: text.slice(indent.length) }], style, Infinity), {
      x: left,
      top
    })
  }

  line(line: TextLine, x: number, top: number): void {
    drawLines(this.ops, [line], { x, top })
  }

  /** What both languages say. */
  said(text: string, style: TextStyle, x: number, top: number): void {
    drawLines(this.ops, lines(this.#env, text, style, FRAME.width), { x, top })
  }

  saidTo(text: string, style: TextStyle, rightEdge: number, top: number): void {
    drawLines(this.ops, lines(this.#env, text, style, FRAME.width), { x: 0, top, rightEdge })
  }

  textTo(text: string, style: TextStyle, rightEdge: number, top: number): void {
    const laid = breakLines(this.#env.measure, [{ text }], style, Infinity)
    drawLines(this.ops, laid, { x: 0, top, rightEdge })
  }

  rule(y: number, width: number): void {
    this.ops.push({ kind: 'line', from: [FRAME.left, y], to: [FRAME.right, y], width, ink: 'black' })
  }

  tint(top: number, height: number): void {
    const box = { x: FRAME.left, y: top - height, width: FRAME.width, height }
    this.ops.push({ kind: 'box', box, fill: 'tint' })
  }
}
