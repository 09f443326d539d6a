import type { PackLanguage } from '../../../shared/domain/pack-record.ts'
import type { DrawOp, Ink, Target } from './drawing.ts'

export interface TextStyle {
  readonly size: number
  readonly leading: number
  readonly ink: Ink
  readonly isBold: boolean
  /**
   * Where the second language stands: always below, after a dot, or below in the same type; beside the first if there
   * is room when left out.
   */
  readonly second?: 'below' | 'dotted' | 'stacked'
}

/** A stretch of text with what differs from the style around it. */
export interface Span {
  readonly text: string
  readonly isBold?: boolean
  readonly ink?: Ink
  readonly size?: number
  readonly target?: Target
  /** A link that must look like one without colour. */
  readonly isUnderlined?: boolean
  /** A short flag in a thin frame. */
  readonly isBoxed?: boolean
  /** Where it is not the pack's own. */
  readonly language?: PackLanguage
}

export interface PlacedPart {
  readonly text: string
  readonly x: number
  readonly width: number
  readonly span: Span
}

export interface TextLine {
  readonly parts: readonly PlacedPart[]
  readonly width: number
  readonly style: TextStyle
  /** It was broken at a space, which whoever copies it or has it read aloud still needs. */
  readonly hasSpaceAfter: boolean
}

/** Between a boxed flag and its frame. */
export const BOX_PAD = 2.5

/** Share of the size from the middle of a line down to its baseline: (ascent − descent) / 2 of Noto Sans. */
const MIDDLE_TO_BASELINE = 0.388

export function baselineOf(top: number, style: Pick<TextStyle, 'size' | 'leading'>): number {
  return top - style.leading / 2 - MIDDLE_TO_BASELINE * style.size
}

/** Draws lines downwards from `top`. @returns the height they took */
export function drawLines(
  ops: DrawOp[],
  lines: readonly TextLine[],
  at: { readonly x: number; readonly top: number; readonly rightEdge?: number }
): number {
  let top = at.top
  for (const line of lines) {
    const left = at.rightEdge === undefined ? at.x : at.rightEdge - line.width
    drawLine(ops, line, left, baselineOf(top, line.style))
    top -= line.style.leading
  }
  return at.top - top
}

export function drawLine(ops: DrawOp[], line: TextLine, left: number, baseline: number): void {
  const last = line.parts.at(-1)
  for (const part of line.parts) {
    const { x, width, span } = part
    // Of two frames beside each other an extractor sees the words only.
    const hasSpaceAfter = part === last ? line.hasSpaceAfter : span.isBoxed === true
    const text = hasSpaceAfter ? `${part.text} ` : part.text
    const size = span.size ?? line.style.size
    const ink = span.ink ?? line.style.ink
    const isBold = span.isBold ?? line.style.isBold
    const { language } = span
    const drawn: DrawOp[] = [
      {
        kind: 'text',
        x: left + x,
        y: baseline,
        text,
        size,
        isBold,
        ink,
        ...(language !== undefined && { language })
      }
    ]
    if (span.isUnderlined === true) {
      const y = baseline - 1.4 - 0.2
      drawn.push({ kind: 'line', from: [left + x, y], to: [left + x + width, y], width: 0.4, ink })
    }
    if (span.isBoxed === true) {
      const box = { x: left + x - BOX_PAD, y: baseline - 2.6, width: width + 2 * BOX_PAD, height: size + 2.4 }
      drawn.push({ kind: 'box', box, stroke: { width: 0.5, ink: 'dark' } })
    }
    if (span.target === undefined) ops.push(...drawn)
    else {
      const box = { x: left + x, y: baseline - size * 0.3, width, height: size * 1.35 }
      ops.push({ kind: 'link', box, target: span.target, text, ops: drawn })
    }
  }
}

export function heightOf(lines: readonly TextLine[]): number {
  return lines.reduce((sum, line) => sum + line.style.leading, 0)
}
