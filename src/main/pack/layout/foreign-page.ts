import { formatExhibitNumber, type Exhibit } from '../../../shared/domain/exhibit.ts'
import { shownName } from '../../../shared/domain/file-name.ts'
import type { ExhibitPage } from '../plan/absorbed-exhibit.ts'
import type { Box, Matrix, Sheet, Target } from './drawing.ts'
import { A4, LANDSCAPE_PLACE, LARGEST_SCALE, SMALL_SCALE, UPRIGHT_PLACE } from './geometry.ts'
import { datedText } from './dated-text.ts'
import { captionOf } from './index-pages.ts'
import { lines, type LayoutEnv } from './layout-env.ts'
import { drawLine, type Span } from './rich-text.ts'
import { shortened } from './shortened.ts'

type ForeignPage = Extract<ExhibitPage, { kind: 'foreign' }>

export interface Placement {
  readonly isLandscape: boolean
  /** Size of the source's unit on our sheet. */
  readonly scale: number
  readonly box: Box
  readonly matrix: Matrix
}

/** Where a source page goes: upright, whole, centred, at most at nine tenths of its size. */
export function placeForeign({
  visible,
  rotation,
  userUnit
}: Omit<ForeignPage, 'kind' | 'object' | 'overlays'>): Placement {
  const [x0, y0, x1, y1] = visible
  const isTurned = rotation === 90 || rotation === 270
  const width = (isTurned ? y1 - y0 : x1 - x0) * userUnit
  const height = (isTurned ? x1 - x0 : y1 - y0) * userUnit
  const isLandscape = width > height
  const place = isLandscape ? LANDSCAPE_PLACE : UPRIGHT_PLACE
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

/** A page of a foreign PDF on a new sheet, under a line that says what it is. */
export function layForeignPage(env: LayoutEnv, exhibit: Exhibit, page: ForeignPage, name: Target): Sheet {
  const { isLandscape, scale, box, matrix } = placeForeign(page)
  const sheet: Sheet = isLandscape
    ? { name, width: A4.height, height: A4.width, ops: [] }
    : { name, width: A4.width, height: A4.height, ops: [] }
  sheet.ops.push({ kind: 'foreign', object: page.object, matrix, clip: box, overlays: page.overlays })
  sheet.ops.push({ kind: 'box', box, stroke: { width: 0.5, ink: 'frame' } })
  drawCaption(env, sheet, exhibit, scale, isLandscape ? LANDSCAPE_PLACE : UPRIGHT_PLACE)
  return sheet
}

function drawCaption(
  env: LayoutEnv,
  sheet: Sheet,
  exhibit: Exhibit,
  scale: number,
  place: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
): void {
  const { words, dossier, measure } = env
  const style = { size: 7.5, leading: 10, ink: 'mark', isBold: false } as const
  const baseline = place.y + place.height + 6
  const notes = [
    ...(scale < SMALL_SCALE ? [words.exhibit.reduced(Math.round(scale * 100))] : []),
    shortened(measure, shownName(exhibit.file.originalName), style.size, place.width * 0.3),
    ...(dossier.isSpecimen ? ['SPECIMEN'] : [])
  ].join(' · ')
  const notesWidth = measure.width(notes, style.size)
  const right = place.x + place.width
  const [noteLine] = lines(env, notes, style, place.width)
  if (noteLine !== undefined) drawLine(sheet.ops, noteLine, right - notesWidth, baseline)
  const date = exhibit.madeOn === null ? '' : `, ${datedText(env, exhibit.madeOn)}`
  const number: Span = { text: formatExhibitNumber(exhibit.number), isBold: true }
  const room = place.width - notesWidth - 14 - measure.width(`${number.text}  ${date}`, style.size, true)
  const caption = shortened(measure, captionOf(env, exhibit), style.size, room)
  const [line] = lines(env, [number, { text: `\u00a0\u00a0${caption}${date}` }], style, 10_000)
  if (line !== undefined) drawLine(sheet.ops, line, place.x, baseline)
}
