import { formatPhoneNumber } from '../../../shared/domain/phone-number.ts'
import type { Box, DrawOp } from './drawing.ts'
import { lines, type LayoutEnv } from './layout-env.ts'

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
export type MarkEnv = Pick<
  LayoutEnv,
  'dossier' | 'first' | 'secondLanguage' | 'madeAt' | 'measure' | 'knownLines'
>

export interface PurposeMark {
  readonly lines: Extract<DrawOp, { kind: 'slanted' }>
  /** What it covers at most. */
  readonly around: Box
}

/**
 * What the copy of an identity document is for, several times across it and wholly inside: a copy of the copy cannot
 * be used for something else, and what it shows stays readable.
 */
export function purposeMarks(env: MarkEnv, box: Box): readonly PurposeMark[] {
  const text = purposeText(env)
  const room = { width: box.width - 2 * INSET, height: box.height - 2 * INSET }
  for (let size = SIZE; size >= SMALLEST_SIZE; size -= 1) {
    const style = { size, leading: (size * 4) / 3, ink: 'black', isBold: true } as const
    // Two lines of about one length, where there is room for them.
    const even = env.measure.width(text, size, true) * HALF
    const laid = lines(env, text, style, Math.min(WIDEST, room.width / COSINE, even))
    const length = Math.max(...laid.map(({ width }) => width))
    const below = (laid.length - 1) * style.leading + DESCENT * size
    const mark = {
      width: length * COSINE + (size + below) * SINE,
      height: length * SINE + (size + below) * COSINE
    }
    if (size > SMALLEST_SIZE && (mark.width > room.width || mark.height > room.height)) continue
    const texts = laid.map(({ parts }) => parts.map((part) => part.text).join(''))
    return placesFor(box, mark).map(({ x, y }) => ({
      around: { x, y, ...mark },
      lines: {
        kind: 'slanted',
        x: x + size * SINE,
        y: y + below * COSINE,
        degrees: DEGREES,
        leading: style.leading,
        size,
        texts
      }
    }))
  }
  return []
}

function placesFor(box: Box, mark: { readonly width: number; readonly height: number }) {
  const free = { width: box.width - 2 * INSET - mark.width, height: box.height - 2 * INSET - mark.height }
  const count = Math.max(1, Math.min(MOST_MARKS, Math.floor(box.height / HEIGHT_EACH)))
  return Array.from({ length: count }, (_, index) => ({
    x: box.x + INSET + Math.max(0, free.width) * (index % 2 === 0 ? 0.2 : 0.8),
    y: box.y + INSET + (Math.max(0, free.height) * (index + 0.5)) / count
  }))
}

export function purposeText({ dossier, first, madeAt }: MarkEnv): string {
  const { words, formats } = first
  return words.recipient.purpose({
    contract: dossier.contract.number,
    phoneNumber: formatPhoneNumber(dossier.phoneNumber),
    operator: dossier.operator.name,
    on: formats.date(formats.instantDate(madeAt))
  })
}
