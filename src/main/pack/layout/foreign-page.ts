import type { Bar } from '../../../shared/domain/bar.ts'
import { formatExhibitNumber, type Exhibit } from '../../../shared/domain/exhibit.ts'
import { shownName } from '../../../shared/domain/file-name.ts'
import { isImageOnly, type ForeignPage } from '../plan/absorbed-exhibit.ts'
import type { Box, DrawOp, Matrix, Sheet, Target } from './drawing.ts'
import { LARGEST_SCALE, SMALL_SCALE, type PaperShape } from './geometry.ts'
import { datedText } from './dated-text.ts'
import { captionOf } from './index-pages.ts'
import { fieldOp } from './foreign-fields.ts'
import { barLabelOps, isUnderBar } from './page-bars.ts'
import { drawMarks, type Marks } from './photo-page.ts'
import type { LayoutEnv } from './layout-env.ts'
import { firstOf, formsOf } from '../words/paired.ts'
import { breakLines } from './break-text.ts'
import { drawLine, type Span } from './rich-text.ts'
import { shortened } from './shortened.ts'
import { drawTagged, type Tag } from './tag.ts'

export interface Placement {
  readonly isLandscape: boolean
  /** Size of the source's unit on our sheet. */
  readonly scale: number
  readonly box: Box
  readonly matrix: Matrix
}

/** Where a source page goes: upright, whole, centred, at most at nine tenths of its size. */
export function placeForeign(
  { visible, rotation, userUnit }: Pick<ForeignPage, 'visible' | 'rotation' | 'userUnit'>,
  paper: PaperShape
): Placement {
  const [x0, y0, x1, y1] = visible
  const isTurned = rotation === 90 || rotation === 270
  const width = (isTurned ? y1 - y0 : x1 - x0) * userUnit
  const height = (isTurned ? x1 - x0 : y1 - y0) * userUnit
  const isLandscape = width > height
  const place = isLandscape ? paper.landscapePlace : paper.uprightPlace
  const scale = Math.min(place.width / width, place.height / height, LARGEST_SCALE)
  const box = {
    x: place.x + (place.width - width * scale) / 2,
    y: place.y + (place.height - height * scale) / 2,
    width: width * scale,
    height: height * scale
  }
  return { isLandscape, scale, box, matrix: placedMatrix(rotation, scale * userUnit, box, visible) }
}

function placedMatrix(
  rotation: ForeignPage['rotation'],
  s: number,
  { x, y }: Box,
  [x0, y0, x1, y1]: ForeignPage['visible']
): Matrix {
  switch (rotation) {
    case 0:
      return [s, 0, 0, s, x - s * x0, y - s * y0]
    case 90:
      return [0, -s, s, 0, x - s * y0, y + s * x1]
    case 180:
      return [-s, 0, 0, -s, x + s * x1, y + s * y1]
    case 270:
      return [0, s, -s, 0, x + s * y1, y - s * x0]
  }
}

interface PageOps {
  /** A picture whose words stand under it: they are read, it is not. */
  readonly decoration: readonly DrawOp[]
  readonly content: readonly DrawOp[]
}

function pageOps(env: LayoutEnv, page: ForeignPage, { box, matrix }: Placement): PageOps {
  const bars = barsOf(page)
  const fields = page.fields
    .filter((field) => !isUnderBar(field, matrix, bars, box))
    .map((field) => fieldOp(env.measure, field, matrix))
  if (page.kind === 'foreign') {
    const { object, overlays } = page
    const content: DrawOp = { kind: 'foreign', object, matrix, clip: box, overlays }
    return { decoration: [], content: [content, ...fields] }
  }
  const { object, words } = page
  const { x, y } = box
  const [sx, sy] = [box.width / page.width, box.height / page.height]
  const [a, b, c, d, e, f] = page.matrix
  const placed: Matrix = [a * sx, b * sy, c * sx, d * sy, x + e * sx, y + f * sy]
  const picture: DrawOp = { kind: 'picture', object, matrix: placed }
  const labels = barLabelOps(env, bars, box)
  if (isImageOnly(page)) return { decoration: [], content: [picture, ...labels] }
  const hidden: DrawOp = { kind: 'hidden-text', words, x, y, scale: sx }
  return { decoration: [picture], content: [hidden, ...fields, ...labels] }
}

function barsOf(page: ForeignPage): readonly Bar[] {
  return page.kind === 'rendered' ? page.bars : []
}

/** The caption lines of one exhibit by what they differ in: most of its pages share one. */
export type ForeignCaptions = Map<string, readonly DrawOp[]>

interface ForeignParts {
  readonly captions: ForeignCaptions
  readonly marks: Marks | null
  readonly linksOf: (page: ForeignPage, matrix: Matrix) => readonly DrawOp[]
  /** The line over the page; null where it has been read before. */
  readonly heading: Tag | null
  readonly content: Tag
}

/** A page of a foreign PDF on a new sheet, under a line that says what it is. */
export function layForeignPage(
  env: LayoutEnv,
  exhibit: Exhibit,
  page: ForeignPage,
  name: Target,
  { captions, marks, linksOf, heading, content }: ForeignParts
): Sheet {
  const placement = placeForeign(page, env.paper)
  const { isLandscape, scale, box, matrix } = placement
  const percent = scale < SMALL_SCALE ? Math.round(scale * 100) : null
  const isCovered = barsOf(page).length > 0
  const key = `${isLandscape} ${percent} ${isCovered}`
  const { paper } = env
  const place = isLandscape ? paper.landscapePlace : paper.uprightPlace
  const caption = captions.get(key) ?? captionOps(env, exhibit, { percent, isCovered }, place)
  captions.set(key, caption)
  const ops: DrawOp[] = []
  drawTagged(ops, heading, (inside) => inside.push(...caption))
  const shown = pageOps(env, page, placement)
  ops.push(...shown.decoration)
  drawTagged(ops, content, (inside) => inside.push(...shown.content, ...linksOf(page, matrix)))
  ops.push({ kind: 'box', box, stroke: { width: 0.5, ink: 'frame' } })
  if (marks !== null) drawMarks(ops, marks(box), content.parent)
  return {
    name,
    width: isLandscape ? paper.height : paper.width,
    height: isLandscape ? paper.width : paper.height,
    ops
  }
}

function captionOps(
  env: LayoutEnv,
  exhibit: Exhibit,
  state: PageState,
  place: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
): readonly DrawOp[] {
  const { measure } = env
  const style = CAPTION
  const baseline = place.y + place.height + 6
  const ops: DrawOp[] = []
  const number: Span = { text: formatExhibitNumber(exhibit.number), isBold: true }
  const { notes, caption, date } = captionThatFits(
    env,
    exhibit,
    { ...state, nameWidth: place.width * MOST_OF_NAME },
    (texts) => {
      const left = `${number.text}  ${texts.caption}${texts.date}`
      const gap = texts.notes === '' ? 0 : GAP
      return (
        measure.width(left, style.size, true) + gap + measure.width(texts.notes, style.size) - place.width
      )
    }
  )
  const notesWidth = measure.width(notes, style.size)
  const room = place.width - notesWidth - GAP - measure.width(`${number.text}  ${date}`, style.size, true)
  const title = shortened(measure, caption, style.size, room)
  const [line] = breakLines(measure, [number, { text: `\u00a0\u00a0${title}${date}` }], style, Infinity)
  const [noteLine] = breakLines(measure, [{ text: notes }], style, Infinity)
  if (line !== undefined) drawLine(ops, line, place.x, baseline)
  if (noteLine !== undefined) drawLine(ops, noteLine, place.x + place.width - notesWidth, baseline)
  return ops
}

const CAPTION = { size: 7.5, leading: 10, ink: 'mark', isBold: false } as const
/** Between what stands left and what stands right. */
const GAP = 14
/** Of the line, for the name of the file. */
const MOST_OF_NAME = 0.3

/** What the line over a page says of how it is shown. */
interface PageState {
  /** Of its own size; null where it is hardly smaller. */
  readonly percent: number | null
  readonly isCovered: boolean
}

interface CaptionTexts {
  readonly caption: string
  readonly date: string
  readonly notes: string
}

/** In both languages, or what of it fits, where no title has to be shortened for that; else in the first. */
function captionThatFits(
  env: LayoutEnv,
  exhibit: Exhibit,
  { percent, isCovered, nameWidth }: PageState & { readonly nameWidth: number },
  overflowOf: (texts: CaptionTexts) => number
): CaptionTexts {
  const { dossier, measure, first, words } = env
  const name = shortened(measure, shownName(exhibit.file.originalName), CAPTION.size, nameWidth)
  const saidBy = (dateForm: Form, noteForm: Form): CaptionTexts => ({
    caption: captionOf(first, exhibit),
    date: exhibit.madeOn === null ? '' : `, ${dateForm(datedText(env, exhibit.madeOn))}`,
    notes: [
      ...(percent === null ? [] : [noteForm(words.exhibit.reduced(percent))]),
      ...(isCovered ? [noteForm(words.recipient.covered.onPage)] : []),
      name,
      ...(dossier.isSpecimen ? ['SPECIMEN'] : [])
    ].join(' · ')
  })
  const ways = [saidBy(bothOf, bothOf), saidBy(firstOf, bothOf), saidBy(bothOf, firstOf)]
  return ways.find((texts) => overflowOf(texts) <= 0) ?? saidBy(firstOf, firstOf)
}

type Form = (text: string) => string

const bothOf: Form = (text) => formsOf(text).join(' · ')
