import { formatPhoneNumber } from '../../../shared/domain/phone-number.ts'
import type { Box, DrawOp } from './drawing.ts'
import type { LayoutEnv } from './layout-env.ts'
import { breakLines } from './break-text.ts'
import { formsOf } from '../words/paired.ts'

const DEGREES = 20
const SINE = Math.sin((DEGREES * Math.PI) / 180)
const COSINE = Math.cos((DEGREES * Math.PI) / 180)
const SIZE = 9
const SMALLEST_SIZE = 5
/** Of the whole text, with room for a word that does not end in the middle. */
const HALF = 0.58
/** Share of the size that letters reach below their line. */
const DESCENT = 0.3
/** Of the whole mark, where there is room. */
const WIDEST = 300
/** One mark for so much height of the copy. */
const HEIGHT_EACH = 120
const MOST_MARKS = 3
/** From the edge of the copy. */
const INSET = 6

/** What a mark is made from. */
export type MarkEnv = Pick<LayoutEnv, 'dossier' | 'words' | 'formats' | 'madeAt' | 'measure'>

export interface PurposeMark {
  readonly lines: Extract<DrawOp, { kind: 'slanted' }>
  /** What it covers at most. */
  readonly around: Box
}

/**
 * What the copy of an identity document is for, several times across it and wholly inside: a copy of the copy cannot
 * be used for something else, and what it shows stays readable. Every second one speaks the second language, so that
 * none grows longer.
 */
export function purposeMarks(env: MarkEnv, box: Box): readonly PurposeMark[] {
  const count = purposeMarkCount(box)
  const forms = formsOf(purposeText(env))
  return Array.from({ length: count }, (_, index) => index).flatMap((index) => {
    const mark = layMark(env, box, forms[index % forms.length] ?? '')
    return mark === null ? [] : [placedMark(box, mark, { index, count })]
  })
}

/** How many marks a copy of this height has. */
export function purposeMarkCount({ height }: Pick<Box, 'height'>): number {
  return Math.max(1, Math.min(MOST_MARKS, Math.floor(height / HEIGHT_EACH)))
}

interface LaidMark {
  readonly texts: readonly string[]
  readonly size: number
  readonly leading: number
  /** From its first line down. */
  readonly below: number
  readonly width: number
  readonly height: number
}

/** In the largest letters that stay inside the copy. */
function layMark(env: MarkEnv, box: Box, text: string): LaidMark | null {
  const room = { width: box.width - 2 * INSET, height: box.height - 2 * INSET }
  for (let size = SIZE; size >= SMALLEST_SIZE; size -= 1) {
    const style = { size, leading: (size * 4) / 3, ink: 'black', isBold: true } as const
    // Two lines of about one length, where there is room for them.
    const even = env.measure.width(text, size, true) * HALF
    const laid = breakLines(env.measure, [{ text }], style, Math.min(WIDEST, room.width / COSINE, even))
    const length = Math.max(...laid.map(({ width }) => width))
    const below = (laid.length - 1) * style.leading + DESCENT * size
    const width = length * COSINE + (size + below) * SINE
    const height = length * SINE + (size + below) * COSINE
    if (size > SMALLEST_SIZE && (width > room.width || height > room.height)) continue
    const texts = laid.map(({ parts }) => parts.map((part) => part.text).join(''))
    return { texts, size, leading: style.leading, below, width, height }
  }
  return null
}

/** From the lower left to the upper right, one above the other. */
function placedMark(
  box: Box,
  { texts, size, leading, below, width, height }: LaidMark,
  { index, count }: { readonly index: number; readonly count: number }
): PurposeMark {
  const free = { width: box.width - 2 * INSET - width, height: box.height - 2 * INSET - height }
  const x = box.x + INSET + Math.max(0, free.width) * (index % 2 === 0 ? 0.2 : 0.8)
  const y = box.y + INSET + (Math.max(0, free.height) * (index + 0.5)) / count
  return {
    around: { x, y, width, height },
    lines: {
      kind: 'slanted',
      x: x + size * SINE,
      y: y + below * COSINE,
      degrees: DEGREES,
      leading,
      size,
      texts
    }
  }
}

/** In both languages, each of which says it whole: the marks stand apart from each other. */
export function purposeText({ dossier, words, formats, madeAt }: MarkEnv): string {
  return words.recipient.purpose({
    contract: dossier.contract.number,
    phoneNumber: formatPhoneNumber(dossier.phoneNumber),
    operator: dossier.operator.name,
    on: formats.date(formats.instantDate(madeAt))
  })
}
