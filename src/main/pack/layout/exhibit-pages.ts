import { formatExhibitNumber, type Exhibit } from '../../../shared/domain/exhibit.ts'
import type { AbsorbedExhibit } from '../plan/absorbed-exhibit.ts'
import type { DrawOp, Sheet } from './drawing.ts'
import type { LaidSheet } from './flow.ts'
import { layForeignPage, placeForeign, type ForeignCaptions } from './foreign-page.ts'
import { A4, FOREIGN_BAND, FRAME, LANDSCAPE_BAND, OWN_BAND, STRIP, type BandPlace } from './geometry.ts'
import { datedText } from './dated-text.ts'
import { captionOf } from './index-pages.ts'
import { exhibitTarget, firstPage, lines, type LayoutEnv } from './layout-env.ts'
import { ownSheet } from './page-furniture.ts'
import { drawPhoto } from './photo-page.ts'
import { drawLines, heightOf, type TextLine } from './rich-text.ts'
import { shortName } from './short-name.ts'
import { drawSlip } from './slip-page.ts'

export interface ExhibitSheet extends LaidSheet {
  readonly place: BandPlace
}

/** Height of the exhibit's first sheet, which links to it lead to the top of. */
export function firstSheetHeight({ pages: [first] }: AbsorbedExhibit): number {
  return first?.kind === 'foreign' && placeForeign(first).isLandscape ? A4.width : A4.height
}

/** The pages of one exhibit, in their order. */
export function layExhibit(env: LayoutEnv, absorbed: AbsorbedExhibit): readonly ExhibitSheet[] {
  const { exhibit, pages } = absorbed
  const captions: ForeignCaptions = new Map()
  return pages.map((page, index) => {
    const name = index === 0 ? exhibitTarget(exhibit.id) : `${exhibitTarget(exhibit.id)}#${index + 1}`
    const band = {
      kind: 'exhibit',
      number: formatExhibitNumber(exhibit.number),
      page: index + 1,
      of: pages.length
    } as const
    if (page.kind === 'foreign') {
      const sheet = layForeignPage(env, exhibit, page, name, captions)
      const place = sheet.width > sheet.height ? LANDSCAPE_BAND : FOREIGN_BAND
      return { sheet, band, place }
    }
    const sheet = ownSheet(env, name)
    const top = drawStrip(env, sheet, exhibit)
    if (page.kind === 'picture') drawPhoto(env, sheet, page, top)
    else drawSlip(env, sheet, absorbed, page.reason)
    return { sheet, band, place: OWN_BAND }
  })
}

/** Number, caption and origin over an exhibit that stands on a sheet of ours. @returns where the content begins */
function drawStrip(env: LayoutEnv, sheet: Sheet, exhibit: Exhibit): number {
  const { ops } = sheet
  const number = formatExhibitNumber(exhibit.number)
  const codeWidth = Math.max(STRIP.codeWidth, env.measure.width(number, 23, true) + 12)
  const x = FRAME.left + codeWidth
  const width = FRAME.width - codeWidth
  const caption = captionLines(env, exhibit, width)
  const facts = [
    ...lines(env, originLine(env, exhibit), env.styles.second, width).slice(0, 2),
    ...lines(env, hashLine(env, exhibit), env.styles.second, width)
  ]
  const height = Math.max(STRIP.height, 4.5 + heightOf(caption) + heightOf(facts) + 7)
  const bottom = STRIP.top - height
  ops.push(rule(STRIP.top - 0.7, 1.4), rule(bottom, 0.6))
  const y = STRIP.top - 31
  ops.push({ kind: 'text', x: FRAME.left, y, text: number, size: 23, isBold: true, ink: 'black' })
  const used = drawLines(ops, caption, { x, top: STRIP.top - 4.5 })
  drawLines(ops, facts, { x, top: STRIP.top - 4.5 - used })
  return bottom - 12
}

function rule(y: number, width: number): DrawOp {
  return { kind: 'line', from: [FRAME.left, y], to: [FRAME.right, y], width, ink: 'black' }
}

/** One line at 10 pt, else one at 9, else as many as it takes. */
function captionLines(env: LayoutEnv, exhibit: Exhibit, width: number): readonly TextLine[] {
  const caption = captionOf(env, exhibit)
  const style = (size: number) => ({ size, leading: 13, ink: 'black', isBold: true }) as const
  const large = lines(env, caption, style(10), width)
  return large.length === 1 ? large : lines(env, caption, style(9), width)
}

function originLine(env: LayoutEnv, exhibit: Exhibit): string {
  const { words, formats } = env
  const date = exhibit.madeOn === null ? words.index.undated : datedText(env, exhibit.madeOn)
  const added = words.exhibit.addedOn(formats.date(formats.instantDate(exhibit.addedAt)))
  return [date, shortName(exhibit.file.originalName), added].join(' · ')
}

function hashLine(env: LayoutEnv, { file }: Exhibit): string {
  const short = `${file.sha256.slice(0, 8)}…${file.sha256.slice(-8)}`
  return env.words.exhibit.hashLine(short, firstPage(env, 'checksums'))
}
