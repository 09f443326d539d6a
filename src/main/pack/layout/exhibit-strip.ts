import { formatExhibitNumber, type Exhibit } from '../../../shared/domain/exhibit.ts'
import { datedText } from './dated-text.ts'
import type { DrawOp, Sheet } from './drawing.ts'
import { FRAME, STRIP } from './geometry.ts'
import { captionOf } from './index-pages.ts'
import { firstPage, lines, typed, type LayoutEnv } from './layout-env.ts'
import { drawLines, heightOf, type TextLine } from './rich-text.ts'
import { shortName } from './short-name.ts'
import { drawTagged, type Tag } from './tag.ts'

/** What a strip is laid out from. Its height does not depend on page numbers. */
export type StripEnv = Pick<
  LayoutEnv,
  'secondLanguage' | 'first' | 'words' | 'formats' | 'styles' | 'measure' | 'pages' | 'knownLines' | 'paper'
>

interface LaidStrip {
  readonly number: string
  readonly codeWidth: number
  readonly caption: readonly TextLine[]
  readonly facts: readonly TextLine[]
  readonly bottom: number
}

const GAP_BELOW = 12

/** Where the content begins on a sheet with the strip of this exhibit. */
export function contentTop(env: StripEnv, exhibit: Exhibit): number {
  return layStrip(env, exhibit).bottom - GAP_BELOW
}

/**
 * Number, caption and origin over an exhibit that stands on a sheet of ours.
 *
 * @param section what they begin; null = they are repeated
 * @returns where the content begins
 */
export function drawStrip(env: StripEnv, { ops }: Sheet, exhibit: Exhibit, section: Tag | null): number {
  const { stripTop } = env.paper
  const { number, codeWidth, caption, facts, bottom } = layStrip(env, exhibit)
  const x = FRAME.left + codeWidth
  ops.push(rule(stripTop - 0.7, 1.4), rule(bottom, 0.6))
  const y = stripTop - 31
  const top = stripTop - 4.5
  drawTagged(ops, section && { role: 'H1', parent: section }, (inside) => {
    inside.push({ kind: 'text', x: FRAME.left, y, text: number, size: 23, isBold: true, ink: 'black' })
    drawLines(inside, caption, { x, top })
  })
  drawTagged(ops, section && { role: 'P', parent: section }, (inside) => {
    drawLines(inside, facts, { x, top: top - heightOf(caption) })
  })
  return bottom - GAP_BELOW
}

function layStrip(env: StripEnv, exhibit: Exhibit): LaidStrip {
  const number = formatExhibitNumber(exhibit.number)
  const codeWidth = Math.max(STRIP.codeWidth, env.measure.width(number, 23, true) + 12)
  const width = FRAME.width - codeWidth
  const caption = captionLines(env, exhibit, width)
  const facts = [
    ...lines(env, originLine(env, exhibit), env.styles.second, width).slice(0, 2),
    ...lines(env, hashLine(env, exhibit), env.styles.second, width)
  ]
  const height = Math.max(STRIP.height, 4.5 + heightOf(caption) + heightOf(facts) + 7)
  return { number, codeWidth, caption, facts, bottom: env.paper.stripTop - height }
}

function rule(y: number, width: number): DrawOp {
  return { kind: 'line', from: [FRAME.left, y], to: [FRAME.right, y], width, ink: 'black' }
}

/** One line at 10 pt, else one at 9, else as many as it takes. */
function captionLines(env: StripEnv, exhibit: Exhibit, width: number): readonly TextLine[] {
  const caption = captionOf(env, exhibit)
  const style = (size: number) => ({ size, leading: 13, ink: 'black', isBold: true }) as const
  const large = lines(env, caption, style(10), width)
  return large.length === 1 ? large : lines(env, caption, style(9), width)
}

function originLine(env: StripEnv, exhibit: Exhibit): string {
  const { words, formats } = env
  const date = exhibit.madeOn === null ? words.index.undated : datedText(env, exhibit.madeOn)
  const added = words.exhibit.addedOn(formats.date(formats.instantDate(exhibit.addedAt)))
  return [date, typed(env, shortName(exhibit.file.originalName)), added].join(' · ')
}

function hashLine(env: StripEnv, { file }: Exhibit): string {
  const short = `${file.sha256.slice(0, 8)}…${file.sha256.slice(-8)}`
  return env.words.exhibit.hashLine(short, firstPage(env, 'checksums'))
}
