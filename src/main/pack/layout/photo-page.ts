import type { Orientation, PicturePage } from '../plan/absorbed-exhibit.ts'
import type { Box, DrawOp, Matrix, Sheet } from './drawing.ts'
import { FRAME, LOWEST_DPI } from './geometry.ts'
import { lines, type LayoutEnv } from './layout-env.ts'
import { drawLines, heightOf } from './rich-text.ts'

const POINTS_PER_INCH = 72
const NOTE_GAP = 6
/** Narrower than this on paper and still coarser than 150 dpi: the reader is told. */
const NARROWEST = 300

/** What is laid over a box. */
export type Marks = (box: Box) => readonly DrawOp[]

/** Pixels of the picture as it stands upright. */
export function shownSize({ width, height, orientation }: PicturePage): {
  readonly width: number
  readonly height: number
} {
  return orientation >= 5 ? { width: height, height: width } : { width, height }
}

/** The whole picture, upright, as large as the frame and its own sharpness allow. */
export function drawPhoto(
  env: LayoutEnv,
  sheet: Sheet,
  picture: PicturePage,
  top: number,
  marks: Marks | null
): void {
  const { width, height } = shownSize(picture)
  const noteRoom = NOTE_GAP + 2 * env.styles.note.leading
  const room = { width: FRAME.width, height: top - FRAME.bottom - noteRoom }
  const fitted = Math.min(room.width / width, room.height / height)
  const sharp = POINTS_PER_INCH / LOWEST_DPI
  // A small picture is not blown up; below 300 points wide it may be coarser, or it could not be read at all.
  const scale = Math.min(fitted, Math.max(sharp, Math.min(NARROWEST / width, 1)))
  const shown = { width: width * scale, height: height * scale }
  const x = FRAME.left + (FRAME.width - shown.width) / 2
  const y = top - shown.height
  sheet.ops.push({
    kind: 'picture',
    object: picture.object,
    matrix: turnedMatrix(picture.orientation, x, y, shown.width, shown.height)
  })
  if (marks !== null) sheet.ops.push(...marks({ x, y, ...shown }))
  const dpi = Math.floor(POINTS_PER_INCH / scale + 0.01)
  const { words } = env
  const note = [
    words.exhibit.photoNote(width, height, dpi),
    ...(picture.orientation === 1 ? [] : [words.exhibit.photoTurned]),
    ...(dpi < LOWEST_DPI ? [words.exhibit.coarse] : [])
  ].join(env.language === 'zh-CN' ? '' : ' ')
  const laid = lines(env, note, env.styles.note, FRAME.width)
  drawLines(sheet.ops, laid, { x: FRAME.left, top: Math.max(y - NOTE_GAP, FRAME.bottom + heightOf(laid)) })
}

/**
 * Matrix that puts the stored picture upright into a box. An image fills the unit square with its first row at
 * the top; each case sends the corners of that square to where the EXIF orientation says they belong.
 */
export function turnedMatrix(orientation: Orientation, x: number, y: number, w: number, h: number): Matrix {
  switch (orientation) {
    case 1:
      return [w, 0, 0, h, x, y]
    case 2:
      return [-w, 0, 0, h, x + w, y]
    case 3:
      return [-w, 0, 0, -h, x + w, y + h]
    case 4:
      return [w, 0, 0, -h, x, y + h]
    case 5:
      return [0, -h, -w, 0, x + w, y + h]
    case 6:
      return [0, -h, w, 0, x, y + h]
    case 7:
      return [0, h, w, 0, x, y]
    case 8:
      return [0, h, -w, 0, x + w, y]
  }
}
