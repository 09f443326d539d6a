import type { AbsorbedPdf } from './absorbed-pdf.ts'
import type { ExhibitPage, HiddenWord } from '../plan/absorbed-exhibit.ts'
import type { PageRenderer } from '../render/page-renderer.ts'
import type { DrawnPage, DrawnPicture, RenderAnswer } from '../render/render-protocol.ts'
import type { PdfFile } from '../write/pdf-file.ts'
import type { ObjectNumber } from '../write/pdf-syntax.ts'
import { bytesInMemory } from '../../pdf-reading/byte-source.ts'
import { absorbDocument } from './absorb-document.ts'
import { isSamePicture } from './same-picture.ts'
import { broken, PdfRefused } from './pdf-refused.ts'

type Rendered = Extract<ExhibitPage, { kind: 'rendered' }>

/** Pages that are like photographs: at 85 letters on them keep their edges, at half the bytes of 95. */
const JPEG_QUALITY = 85

const POINTS_PER_INCH = 72

export interface RenderOptions {
  readonly renderer: PageRenderer
  readonly hideWords: (words: readonly HiddenWord[]) => readonly HiddenWord[]
  readonly onPage: () => void
}

/**
 * Puts every page of a foreign PDF into the file as a picture with its words. The document is first read as for a
 * working pack, and what that refuses is not drawn either. Damaged ones that only a working pack mends have a slip.
 * @param bytes in memory that the renderer gave
 */
export async function renderDocument(
  file: PdfFile,
  bytes: Buffer,
  { renderer, hideWords, onPage }: RenderOptions
): Promise<AbsorbedPdf> {
  const start = file.mark()
  const read = await absorbDocument(file, bytesInMemory(bytes), () => undefined)
  await file.rollBack(start)
  const opened = expectKind(await renderer.open(bytes), 'opened')
  if (opened.pages !== read.pages.length) throw broken()
  const pages: ExhibitPage[] = []
  for (const [index, page] of read.pages.entries()) {
    // What is read from a PDF are foreign pages and nothing else.
    if (page.kind !== 'foreign') throw broken()
    const { visible, rotation, userUnit, links } = page
    const drawn = await renderPage(file, renderer, { index, unit: userUnit }, hideWords)
    pages.push({ kind: 'rendered', visible, rotation, userUnit, links, ...drawn })
    onPage()
  }
  return { pages, bookmarks: read.bookmarks, layers: { all: [], off: [] } }
}

async function renderPage(
  file: PdfFile,
  renderer: PageRenderer,
  { index, unit }: { readonly index: number; readonly unit: number },
  hideWords: RenderOptions['hideWords']
): Promise<Pick<Rendered, 'object' | 'matrix' | 'width' | 'height' | 'dpi' | 'words'>> {
  const ask = async (keepJpeg: boolean) =>
    expectKind(await renderer.page({ index, unit, keepJpeg }), 'page').page
  let page = await ask(true)
  if (page.picture.kind === 'jpeg' && !(await isSamePicture(page.picture))) page = await ask(false)
  const object = await writePicture(file, page.picture)
  const { width, height, words, picture } = page
  const matrix = picture.kind === 'jpeg' ? picture.matrix : ([width, 0, 0, height, 0, 0] as const)
  return { object, matrix, width, height, dpi: dpiOf(page), words: hideWords(words) }
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

async function writePicture(file: PdfFile, picture: DrawnPicture): Promise<ObjectNumber> {
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
      const raw = { width: picture.pixelWidth, height: picture.pixelHeight, channels: 3 as const }
      const bytes = await sharp(picture.rgb, { raw })
        .jpeg({ quality: JPEG_QUALITY, chromaSubsampling: '4:4:4' })
        .toBuffer()
      return file.writeStream(
        { ...entries, ColorSpace: '/DeviceRGB', BitsPerComponent: '8', Filter: '/DCTDecode' },
        bytes
      )
    }
  }
}
