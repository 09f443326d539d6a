import type { Bar } from '../../../shared/domain/bar.ts'
import type { AbsorbedPdf } from './absorbed-pdf.ts'
import type { ExhibitPage, HiddenWord } from '../plan/absorbed-exhibit.ts'
import { packWords } from '../plan/packed-words.ts'
import { uncoveredWords } from '../plan/uncovered-words.ts'
import type { PageRenderer } from '../render/page-renderer.ts'
import type { DrawnPage, DrawnPicture, RenderAnswer, RenderRequest } from '../render/render-protocol.ts'
import { CountedTarget } from '../write/counted-target.ts'
import { PdfFile } from '../write/pdf-file.ts'
import type { ObjectNumber } from '../write/pdf-syntax.ts'
import { bytesInMemory, type ByteSource } from '../../pdf-reading/byte-source.ts'
import { absorbDocument } from './absorb-document.ts'
import { mendedDocument } from './mended-document.ts'
import type { PageSample } from './page-sample.ts'
import { isSamePicture } from './same-picture.ts'
import { broken, PdfRefused } from './pdf-refused.ts'
import { untilCancelled } from './until-cancelled.ts'

type PageRequest = Extract<RenderRequest, { kind: 'page' }>
type Rendered = Extract<ExhibitPage, { kind: 'rendered' }>

/** Pages that are like photographs: at 85 letters on them keep their edges, at half the bytes of 95. */
const JPEG_QUALITY = 85

const POINTS_PER_INCH = 72

/** In points: what two readers of one document differ by in rounding. */
const SAME_SIZE = 1

export interface RenderOptions {
  readonly renderer: PageRenderer
  readonly signal: AbortSignal
  readonly hideWords: (words: readonly HiddenWord[]) => readonly HiddenWord[]
  /** What is covered on its pages. */
  readonly bars: readonly Bar[]
  readonly onPage: () => void
  /** Where the pack is only estimated; null = every page is drawn. */
  readonly sample: PageSample | null
}

/** A foreign PDF as a working pack shows it, and how much of that each of its pages takes. */
interface ReadPdf extends AbsorbedPdf {
  readonly pageBytes: readonly number[]
}

/**
 * Puts every page of a foreign PDF into the file as a picture with its words. The document is first read as for a
 * working pack, and what that refuses is not drawn either. One that the drawing program finds damaged, or finds
 * other pages in, or whose fields are ours to draw, is drawn as a working pack would show it: no form of the pack shows
 * less than the other.
 * @param source in memory that the renderer gave, or read where it is asked for
 */
export async function renderDocument(
  file: PdfFile,
  source: ByteSource,
  options: RenderOptions
): Promise<AbsorbedPdf> {
  const start = file.mark()
  const read = await readDocument(source, options.signal)
  if (!read.pages.some(hasOwnFields)) {
    try {
      return await drawDocument(file, source, read, options)
    } catch (error) {
      if (!isUnreadable(error)) throw error
      await file.rollBack(start)
    }
  }
  const mended = bytesInMemory(await mendedDocument(source, options.signal))
  return await drawDocument(file, mended, read, options)
}

/** What a working pack shows of it. Nothing of that is written, and no picture of it is read. */
async function readDocument(source: ByteSource, signal: AbortSignal): Promise<ReadPdf> {
  const file = await PdfFile.begin(new CountedTarget(), signal)
  /** How far the file has come with each page. One that turns out to be damaged is read anew from its first page. */
  const ends: number[] = []
  const start = file.sizeBytes
  const read = await absorbDocument(file, source, () => void ends.push(file.sizeBytes))
  const own = ends.slice(-read.pages.length)
  return { ...read, pageBytes: own.map((end, index) => end - (own[index - 1] ?? start)) }
}

/** The drawing program leaves such a field blank, or draws what it looked like before it was filled in. */
function hasOwnFields(page: ExhibitPage): boolean {
  return page.kind === 'foreign' && page.fields.length > 0
}

/** Not where it gave up: a document that takes it too long does not become quicker. */
function isUnreadable(error: unknown): boolean {
  return error instanceof PdfRefused && error.reason !== 'engine-gave-up'
}

async function drawDocument(
  file: PdfFile,
  source: ByteSource,
  read: ReadPdf,
  options: RenderOptions
): Promise<AbsorbedPdf> {
  const { renderer, onPage, sample, bars } = options
  const barsOn = (index: number) => bars.filter(({ page }) => page === index + 1)
  // Who drew them saw other pages: what they were to cover may stand on any of these.
  if (bars.some(({ page }) => page > read.pages.length)) throw broken()
  const chosen = sample?.choose(read.pageBytes) ?? [...read.pages.keys()]
  const opened = chosen.length === 0 ? null : expectKind(await renderer.open(source), 'opened')
  if (opened !== null && opened.pages !== read.pages.length) throw broken()
  const drawn = new Map<number, DrawnFrame>()
  for (const index of chosen) {
    const start = file.sizeBytes
    const page = await renderPage(file, options, {
      index,
      source: foreign(read.pages[index]),
      bars: barsOn(index),
      hasHiddenLayers: read.layers.off.length > 0
    })
    drawn.set(index, page)
    sample?.note({ ...page, copiedBytes: read.pageBytes[index] ?? 0, drawnBytes: file.sizeBytes - start })
    onPage()
  }
  const pages = read.pages.map((page, index): ExhibitPage => {
    const { visible, rotation, userUnit, links, fields } = foreign(page)
    const frame = drawn.get(index) ?? takenLike(file, foreign(page), sample, read.pageBytes[index] ?? 0)
    return { kind: 'rendered', visible, rotation, userUnit, links, fields, bars: barsOn(index), ...frame }
  })
  // A bookmark may say what lies under a bar.
  const bookmarks = bars.length === 0 ? read.bookmarks : []
  return { pages, bookmarks, layers: { all: [], off: [] } }
}

/** What is read from a PDF are foreign pages and nothing else. */
function foreign(page: ExhibitPage | undefined): Extract<ExhibitPage, { kind: 'foreign' }> {
  if (page?.kind !== 'foreign') throw broken()
  return page
}

type DrawnFrame = Pick<Rendered, 'object' | 'matrix' | 'width' | 'height' | 'dpi' | 'words'>

/** A page that is not drawn: its own size, and the weight of those it is like. */
function takenLike(
  file: PdfFile,
  page: Extract<ExhibitPage, { kind: 'foreign' }>,
  sample: PageSample | null,
  copiedBytes: number
): DrawnFrame {
  if (sample === null) throw new Error('every page of a pack that is made is drawn')
  const { drawnBytes, dpi, words } = sample.like(copiedBytes)
  sample.skip(Math.round(drawnBytes))
  const { width, height } = seenAs(page)
  return { object: file.reserve(), matrix: [width, 0, 0, height, 0, 0], width, height, dpi, words }
}

type Seen = Pick<DrawnPage, 'width' | 'height' | 'degrees'>

/** A page as it is read, in points. */
function seenAs({
  visible: [x0, y0, x1, y1],
  rotation,
  userUnit
}: Extract<ExhibitPage, { kind: 'foreign' }>): Seen {
  const sides = [(x1 - x0) * userUnit, (y1 - y0) * userUnit] as const
  const [width, height] = rotation % 180 === 0 ? sides : [sides[1], sides[0]]
  return { width, height, degrees: rotation }
}

function isSeenAlike(one: Seen, other: Seen): boolean {
  const isNear = (side: 'width' | 'height') => Math.abs(one[side] - other[side]) < SAME_SIZE
  return isNear('width') && isNear('height') && one.degrees === other.degrees
}

interface PageToDraw extends Pick<PageRequest, 'index' | 'bars'> {
  /** As it was read. */
  readonly source: Extract<ExhibitPage, { kind: 'foreign' }>
  /** Whether the document has layers that nobody sees when it is opened. */
  readonly hasHiddenLayers: boolean
}

async function renderPage(
  file: PdfFile,
  { renderer, signal, hideWords }: RenderOptions,
  { index, source, bars, hasHiddenLayers }: PageToDraw
): Promise<DrawnFrame> {
  const ask = async (keepJpeg: boolean) =>
    expectKind(await renderer.page({ index, unit: source.userUnit, keepJpeg, bars }), 'page').page
  const isCovered = bars.length > 0
  let page = await ask(!isCovered)
  // Of another size, or turned otherwise, it is another page than the one the bars were drawn on.
  if (isCovered && !isSeenAlike(page, seenAs(source))) throw broken()
  if (page.picture.kind === 'jpeg' && !(await untilCancelled(signal, isSamePicture(page.picture))))
    page = await ask(false)
  const object = await writePicture(file, page.picture, signal)
  const { width, height, words, picture } = page
  // Words of a hidden layer may repeat, in any place, what lies under a bar, and do not say what layer they are of.
  const open = isCovered && hasHiddenLayers ? [] : uncoveredWords(words, bars, page)
  const matrix = picture.kind === 'jpeg' ? picture.matrix : ([width, 0, 0, height, 0, 0] as const)
  return {
    object,
    matrix,
    width,
    height,
    dpi: dpiOf(page),
    words: packWords(hideWords(open))
  }
}

function dpiOf({ width, height, picture }: DrawnPage): number {
  const pixels = Math.max(picture.pixelWidth, picture.pixelHeight)
  return Math.round((pixels * POINTS_PER_INCH) / Math.max(width, height))
}

function expectKind<Kind extends 'opened' | 'page'>(
  answer: RenderAnswer,
  kind: Kind
): Extract<RenderAnswer, { kind: Kind }> {
  if (answer.kind === 'refused') throw new PdfRefused(answer.reason)
  if (answer.kind !== kind) throw new Error('the drawing thread answers out of turn')
  return answer as Extract<RenderAnswer, { kind: Kind }>
}

async function writePicture(
  file: PdfFile,
  picture: DrawnPicture,
  signal: AbortSignal
): Promise<ObjectNumber> {
  const entries = {
    Type: '/XObject',
    Subtype: '/Image',
    Width: String(picture.pixelWidth),
    Height: String(picture.pixelHeight)
  }
  switch (picture.kind) {
    case 'jpeg': {
      const ColorSpace = picture.isGrey ? '/DeviceGray' : '/DeviceRGB'
      return file.writeStream(
        { ...entries, ColorSpace, BitsPerComponent: '8', Filter: '/DCTDecode' },
        picture.bytes
      )
    }
    case 'rows': {
      const { palette, bits, deflated } = picture
      const colours = `<${Buffer.from(palette).toString('hex')}>`
      return file.writeStream(
        {
          ...entries,
          ColorSpace: `[/Indexed /DeviceRGB ${palette.length / 3 - 1} ${colours}]`,
          BitsPerComponent: String(bits),
          Filter: '/FlateDecode'
        },
        deflated
      )
    }
    case 'colours': {
      const { default: sharp } = await import('sharp')
      // No page is like another: what it keeps of them is never asked for again.
      sharp.cache(false)
      const raw = { width: picture.pixelWidth, height: picture.pixelHeight, channels: 3 as const }
      const jpeg = sharp(picture.rgb, { raw })
        .jpeg({ quality: JPEG_QUALITY, chromaSubsampling: '4:4:4', optimiseCoding: false })
        .toBuffer()
      const bytes = await untilCancelled(signal, jpeg)
      return file.writeStream(
        { ...entries, ColorSpace: '/DeviceRGB', BitsPerComponent: '8', Filter: '/DCTDecode' },
        bytes
      )
    }
  }
}
