import type { Burnt, Orientation, PicturePage } from '../plan/absorbed-exhibit.ts'
import { layChanges, type ChangesEnv } from './copy-changes.ts'
import type { Box, DrawOp, Matrix, Sheet } from './drawing.ts'
import { FRAME, LOWEST_DPI } from './geometry.ts'
import { lines, typed, type LayoutEnv } from './layout-env.ts'
import { firstOf } from '../words/paired.ts'
import { purposeMarkCount, purposeText } from './purpose-mark.ts'
import { drawLines, heightOf } from './rich-text.ts'
import { drawTagged, type Tag } from './tag.ts'

const POINTS_PER_INCH = 72
const NOTE_GAP = 6
const NOTE_LINES = 2
/** The note repeats the words of the mark, so that they can be found. */
const MARKED_NOTE_LINES = 3
/** Narrower than this on paper and still coarser than 150 dpi: the reader is told. */
const NARROWEST = 300

/** Of a picture that nothing is burnt into. */
const NO_BOX: Box = { x: 0, y: 0, width: 0, height: 0 }

/** What is laid over a box. */
export type Marks = (box: Box) => readonly DrawOp[]

/** Pixels of the picture as it stands upright. */
export function shownSize({ width, height, orientation }: PicturePage): PictureSize {
  return orientation >= 5 ? { width: height, height: width } : { width, height }
}

interface PictureSize {
  readonly width: number
  readonly height: number
}

/**
 * Where a copy of a picture of this size stands on a sheet, known before the copy is made: what is burnt into it
 * depends on it.
 */
export function photoBox(env: ChangesEnv, size: PictureSize, top: number, burnt: Burnt): Box {
  const noteLines = burnt.hasPurpose ? MARKED_NOTE_LINES : NOTE_LINES
  // A second language takes as much again.
  const languages = env.secondLanguage === null ? 1 : 2
  const note = languages * noteLines * env.styles.note.leading
  return boxAbove(size, top, note + (layChanges(env, burnt)?.height ?? 0))
}

/** The note below an untouched picture says more where that is coarse, which shows when the note has its place. */
function untouchedBox(env: LayoutEnv, picture: PicturePage, top: number): Box {
  const size = shownSize(picture)
  const least = NOTE_LINES * env.styles.note.leading
  const boxFor = (dpi: number) => {
    const laid = lines(env, noteText(env, picture, { box: NO_BOX, dpi }), env.styles.note, FRAME.width)
    return boxAbove(size, top, Math.max(least, heightOf(laid)))
  }
  const box = boxFor(LOWEST_DPI)
  return dpiIn(box, size) < LOWEST_DPI ? boxFor(LOWEST_DPI - 1) : box
}

/** Upright, whole, as large as the frame and its sharpness allow. */
function boxAbove({ width, height }: PictureSize, top: number, below: number): Box {
  const room = { width: FRAME.width, height: top - FRAME.bottom - NOTE_GAP - below }
  const fitted = Math.min(room.width / width, room.height / height)
  const sharp = POINTS_PER_INCH / LOWEST_DPI
  // A small picture is not blown up; below 300 points wide it may be coarser, or it could not be read at all.
  const scale = Math.min(fitted, Math.max(sharp, Math.min(NARROWEST / width, 1)))
  const shown = { width: width * scale, height: height * scale }
  return { x: FRAME.left + (FRAME.width - shown.width) / 2, y: top - shown.height, ...shown }
}

interface PhotoPlace {
  readonly top: number
  readonly marks: Marks | null
  readonly section: Tag
  /** What is said in its place. */
  readonly alt: string
}

/** The whole picture with a note below that says what is seen. */
export function drawPhoto(
  env: LayoutEnv,
  sheet: Sheet,
  picture: PicturePage,
  { top, marks, section, alt }: PhotoPlace
): void {
  const size = shownSize(picture)
  const { burnt } = picture
  const box = burnt === undefined ? untouchedBox(env, picture, top) : photoBox(env, size, top, burnt)
  const matrix = turnedMatrix(picture.orientation, box.x, box.y, box.width, box.height)
  drawTagged(sheet.ops, { role: 'Figure', parent: section, alt }, (inside) =>
    inside.push({ kind: 'picture', object: picture.object, matrix })
  )
  if (marks !== null && burnt?.hasPurpose !== true) drawMarks(sheet.ops, marks(box), section)
  const dpi = dpiIn(box, size)
  const laid = lines(env, noteText(env, picture, { box, dpi }), env.styles.note, FRAME.width)
  const changes = burnt === undefined ? null : layChanges(env, burnt)
  const under = Math.max(box.y - NOTE_GAP, FRAME.bottom + heightOf(laid) + (changes?.height ?? 0))
  drawTagged(sheet.ops, { role: 'P', parent: section }, (inside) =>
    drawLines(inside, laid, { x: FRAME.left, top: under })
  )
  changes?.draw(sheet.ops, under - heightOf(laid), section)
}

function dpiIn(box: Box, { width }: PictureSize): number {
  return Math.floor((POINTS_PER_INCH * width) / box.width + 0.01)
}

/** The words that are burnt in; a copy with a single mark has those of the first language alone. */
function purposeIn(env: LayoutEnv, box: Box): string {
  const text = purposeText(env)
  return purposeMarkCount(box) > 1 ? text : typed(env, firstOf(text))
}

function noteText(
  env: LayoutEnv,
  picture: PicturePage,
  { box, dpi }: { readonly box: Box; readonly dpi: number }
): string {
  const { words } = env
  const { width, height } = shownSize(picture)
  const purpose = picture.burnt?.hasPurpose === true ? purposeIn(env, box) : null
  return [
    picture.burnt === undefined
      ? words.exhibit.photoNote(width, height, dpi)
      : words.recipient.copiedPhoto(width, height, dpi, purpose),
    ...(picture.orientation === 1 ? [] : [words.exhibit.photoTurned]),
    ...(dpi < LOWEST_DPI ? [words.exhibit.coarse] : [])
  ].join(words.joins.sentence)
}

/** The same words several times over a copy are read once. */
export function drawMarks(ops: DrawOp[], marks: readonly DrawOp[], section: Tag | null): void {
  const read = new Set<string>()
  for (const mark of marks) {
    const words = mark.kind === 'slanted' ? mark.texts.join(' ') : ''
    const isAgain = read.has(words)
    read.add(words)
    ops.push(isAgain ? mark : { kind: 'tagged', tag: { role: 'P', parent: section }, ops: [mark] })
  }
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
