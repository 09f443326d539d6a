import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  degrees,
  PDFDocument,
  PDFName,
  PDFNumber,
  PDFRawStream,
  rgb,
  setTextRenderingMode,
  StandardFonts,
  TextRenderingMode
} from 'pdf-lib'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { makePack } from '../../../src/main/pack/make-pack.ts'
import type { RendererFiles } from '../../../src/main/pack/render/page-renderer.ts'
import { USUAL_PACK_SETTINGS, type PackSettings } from '../../../src/shared/domain/recipient-profile.ts'
import { PACK_LANGUAGES } from '../../../src/shared/domain/pack-record.ts'
import { packRenderer } from '../../pack-renderer.ts'
import { bareDossier, originalsOf, withExhibits, type SpecimenExhibit } from '../../specimen-dossier.ts'
import { onePage, writtenPdf } from './absorb/written-pdf.ts'
import { boxPdfs } from './corpus/pdf-boxes.ts'
import { truncatedPdfs } from './corpus/pdf-damage.ts'
import { pageTreePdfs } from './corpus/pdf-page-trees.ts'
import { referencePdfs } from './corpus/pdf-references.ts'
import {
  BARE_FRONT_PAGES,
  cornerPicture,
  judge,
  packJob,
  packOf,
  pixelsOf,
  temporaryFolder,
  textPdf
} from './pack-fixtures.ts'

const FIRST_PAGE = BARE_FRONT_PAGES + 1
const ARCHIVAL: PackSettings = { ...USUAL_PACK_SETTINGS, form: 'archival' }

let renderer: RendererFiles
beforeAll(async () => {
  renderer = await packRenderer()
})

const pdf = (bytes: Uint8Array, originalName = 'source.pdf'): SpecimenExhibit => ({
  category: 'G',
  caption: 'SPECIMEN',
  bytes: Buffer.from(bytes),
  mediaType: 'application/pdf',
  originalName
})

const packed = (files: readonly SpecimenExhibit[], settings: PackSettings = ARCHIVAL) =>
  packOf(files, { language: 'en', settings }, { renderer }, bareDossier())

interface Word {
  readonly text: string
  readonly box: readonly number[]
}

/** Words of a page with their places, as poppler finds them. */
async function wordsOn(path: string, page: number): Promise<readonly Word[]> {
  const html = await judge('pdftotext', '-bbox', '-f', `${page}`, '-l', `${page}`, path, '-')
  const found = html.matchAll(
    /xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)<\/word>/g
  )
  return [...found].map(([, x0, y0, x1, y1, text = '']) => ({ text, box: [x0, y0, x1, y1].map(Number) }))
}

/** Of a sheet of A4 at the 40 dpi it is looked at. */
const PAGE_PIXELS = 331

async function greyPage(path: string, page: number): Promise<Buffer> {
  const out = join(await temporaryFolder(), 'page')
  await judge(
    'pdftoppm',
    '-r',
    '40',
    '-gray',
    '-png',
    '-singlefile',
    '-f',
    `${page}`,
    '-l',
    `${page}`,
    path,
    out
  )
  return sharp(await readFile(`${out}.png`))
    .greyscale()
    .raw()
    .toBuffer()
}

/** How much two pages differ, of 255. */
async function difference(one: string, other: string, page: number): Promise<number> {
  const [left, right] = await Promise.all([greyPage(one, page), greyPage(other, page)])
  expect(left.length).toBe(right.length)
  return left.reduce((sum, value, index) => sum + Math.abs(value - (right[index] ?? 0)), 0) / left.length
}

const centre = ({ box: [x0 = 0, y0 = 0, x1 = 0, y1 = 0] }: Word) => [(x0 + x1) / 2, (y0 + y1) / 2] as const

/** Share of the words of a working pack's page that stand in the archival one at the same place. */
async function shareInPlace(working: string, archival: string, page: number): Promise<number> {
  const [wanted, found] = await Promise.all([wordsOn(working, page), wordsOn(archival, page)])
  expect(wanted.length).toBeGreaterThan(0)
  const isAt = (word: Word, other: Word) => {
    const [[x, y], [otherX, otherY]] = [centre(word), centre(other)]
    return other.text === word.text && Math.hypot(x - otherX, y - otherY) < 4
  }
  return wanted.filter((word) => found.some((other) => isAt(word, other))).length / wanted.length
}

async function bothForms(bytes: Uint8Array) {
  const [working, archival] = [await packed([pdf(bytes)], USUAL_PACK_SETTINGS), await packed([pdf(bytes)])]
  return { working: working.path, archival: archival.path }
}

it('shows pages turned, cropped and in units of their own as a working pack does, their words in place', async () => {
  const document = await PDFDocument.create({ updateMetadata: false })
  const font = await document.embedFont(StandardFonts.Helvetica)
  const add = (turn: number) => {
    const page = document.addPage([400, 600])
    page.drawRectangle({ x: 40, y: 60, width: 120, height: 40, color: rgb(0.9, 0.1, 0.1) })
    page.drawRectangle({ x: 300, y: 500, width: 60, height: 60, color: rgb(0.1, 0.1, 0.9) })
    page.drawText('SPECIMEN reading line', { x: 60, y: 300, size: 14, font })
    page.drawText('Standing words', { x: 250, y: 200, size: 12, font, rotate: degrees(90) })
    page.setRotation(degrees(turn))
    return page
  }
  for (const turn of [0, 90, 180, 270]) add(turn)
  const cropped = add(90)
  cropped.setCropBox(50, 150, 330, 400)
  add(0).node.set(PDFName.of('UserUnit'), PDFNumber.of(1.5))
  const { working, archival } = await bothForms(await document.save())
  for (let page = FIRST_PAGE; page < FIRST_PAGE + 6; page += 1) {
    expect(await difference(working, archival, page), `page ${page}`).toBeLessThan(2)
    expect(await shareInPlace(working, archival, page), `page ${page}`).toBe(1)
  }
  await judge('qpdf', '--check', archival)
})

it('keeps text of three scripts where it is seen', async () => {
  const merged = join(await temporaryFolder(), 'three.pdf')
  const packs = await Promise.all(PACK_LANGUAGES.map((language) => packOf([], { language })))
  await judge('qpdf', '--empty', '--pages', ...packs.flatMap(({ path }) => [path, '1']), '--', merged)
  const { working, archival } = await bothForms(await readFile(merged))
  for (let page = FIRST_PAGE; page < FIRST_PAGE + 3; page += 1) {
    expect(await difference(working, archival, page)).toBeLessThan(8)
    expect(await shareInPlace(working, archival, page)).toBeGreaterThan(0.97)
  }
})

/** The cells of a bare page are written out: the library would put the fonts into the file. */
function fontlessPdf(): Buffer {
  const han = Buffer.from('样张合同', 'utf16le').swap16().toString('hex')
  const content = `BT /F1 24 Tf 40 200 Td (\\300\\301\\302) Tj ET BT /F2 24 Tf 40 100 Td <${han}> Tj ET`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 300] /Contents 4 0 R /Resources << /Font << /F1 5 0 R /F2 6 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /TrueType /BaseFont /ArialMT /Encoding << /BaseEncoding /WinAnsiEncoding /Differences [192 /afii10017 /afii10018 /afii10019] >> >>',
    '<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /UniGB-UCS2-H /DescendantFonts [7 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /SimSun /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 >>'
  ]
  const bodies = objects.map((body, index) => `${index + 1} 0 obj\n${body}\nendobj\n`).join('')
  return Buffer.from(`%PDF-1.4\n${bodies}trailer << /Size 8 /Root 1 0 R >>\n%%EOF\n`, 'latin1')
}

it('draws letters of fonts that the document does not bring along, and says them', async () => {
  const { path } = await packed([pdf(fontlessPdf())])
  const text = await judge('pdftotext', '-f', `${FIRST_PAGE}`, '-l', `${FIRST_PAGE}`, path, '-')
  expect(text).toContain('АБВ')
  expect(text).toContain('样张合同')
  const words = await wordsOn(path, FIRST_PAGE)
  const page = await greyPage(path, FIRST_PAGE)
  for (const wanted of ['АБВ', '样张合同']) {
    const word = words.find(({ text: found }) => found === wanted)
    const [x, y] = centre(word!).map((at) => Math.round((at * 40) / 72)) as [number, number]
    const row = page.subarray(y * PAGE_PIXELS + x - 6, y * PAGE_PIXELS + x + 6)
    expect(Math.min(...row), wanted).toBeLessThan(200)
  }
})

it('keeps the bytes of a scan that is its whole page, and the words laid under it', async () => {
  const scan = await sharp({ create: { width: 850, height: 1100, channels: 3, background: '#d8d0c0' } })
    .composite([{ input: { create: { width: 300, height: 200, channels: 3, background: '#203050' } } }])
    .jpeg()
    .toBuffer()
  const document = await PDFDocument.create({ updateMetadata: false })
  const font = await document.embedFont(StandardFonts.Helvetica)
  const image = await document.embedJpg(scan)
  for (const turn of [0, 90]) {
    const page = document.addPage([612, 792])
    page.drawImage(image, { x: 0, y: 0, width: 612, height: 792 })
    page.pushOperators(setTextRenderingMode(TextRenderingMode.Invisible))
    page.drawText('SPECIMEN scanned', { x: 100, y: 400, size: 20, font })
    page.setRotation(degrees(turn))
  }
  const { working, archival } = await bothForms(await document.save())
  const file = await readFile(archival)
  // Once for each page, and once in the original.
  expect(file.toString('latin1').split(scan.toString('latin1')).length - 1).toBe(3)
  for (const page of [FIRST_PAGE, FIRST_PAGE + 1]) {
    expect(await difference(working, archival, page)).toBeLessThan(2)
    expect(await shareInPlace(working, archival, page)).toBe(1)
  }
})

it('draws a page whose picture says other colours than its bytes', async () => {
  const scan = await sharp({ create: { width: 200, height: 300, channels: 3, background: '#102030' } })
    .jpeg()
    .toBuffer()
  const document = await PDFDocument.create({ updateMetadata: false })
  const image = await document.embedJpg(scan)
  document.addPage([200, 300]).drawImage(image, { x: 0, y: 0, width: 200, height: 300 })
  await document.flush()
  const stream = document.context.lookup(image.ref)
  if (!(stream instanceof PDFRawStream)) throw new Error('a JPEG is a stream')
  stream.dict.set(PDFName.of('Decode'), document.context.obj([1, 0, 1, 0, 1, 0]))
  const { working, archival } = await bothForms(await document.save())
  expect(await difference(working, archival, FIRST_PAGE)).toBeLessThan(2)
})

it('shows a picture in printing inks in the colours of screens, and attaches its file', async () => {
  const bytes = await (await cornerPicture(400, 300)).toColourspace('cmyk').jpeg().toBuffer()
  const photo = { ...pdf(bytes, 'print.jpg'), mediaType: 'image/jpeg' }
  const { path } = await packed([photo])
  const images = await judge('pdfimages', '-list', '-f', `${FIRST_PAGE}`, '-l', `${FIRST_PAGE}`, path)
  expect(images).toContain(' rgb ')
  expect(images).not.toContain(' cmyk ')
  expect((await readFile(path)).includes(bytes)).toBe(true)
})

it('draws what stands in the fields of a form, and says it once', async () => {
  const document = await PDFDocument.create({ updateMetadata: false })
  const page = document.addPage([400, 300])
  const field = document.getForm().createTextField('place')
  field.setText('SPECIMENTOWN')
  field.addToPage(page, { x: 50, y: 150, width: 200, height: 30 })
  const { path } = await packed([pdf(await document.save())])
  const text = await judge('pdftotext', '-f', `${FIRST_PAGE}`, '-l', `${FIRST_PAGE}`, path, '-')
  expect(text.split('SPECIMENTOWN').length - 1).toBe(1)
})

it('draws fields whose look the document leaves to its reader, and none as it looked before', async () => {
  const look = 'BT /F1 9 Tf 2 3 Td (stale) Tj ET'
  const field = (rect: string, text: string, more = '') =>
    `<< /Type /Annot /Subtype /Widget /FT /Tx /Rect [${rect}] /V (${text}) /MK << /BC [0] >> ${more} >>`
  const bytes = writtenPdf({
    ...onePage('SPECIMEN form'),
    1: '<< /Type /Catalog /Pages 2 0 R /AcroForm << /NeedAppearances true /Fields [6 0 R 7 0 R] /DA (/Helv 0 Tf) >> >>',
    3: (onePage('')[3] ?? '').replace('/Contents', '/Annots [6 0 R 7 0 R] /Contents'),
    6: field('20 220 280 250', 'SPECIMENTOWN'),
    7: field('20 60 280 90', 'filled later', '/AP << /N 8 0 R >>'),
    8: `<< /Subtype /Form /BBox [0 0 260 30] /Resources << /Font << /F1 5 0 R >> >> /Length ${look.length} >>\nstream\n${look}\nendstream`
  })
  const { path } = await packed([pdf(bytes)])
  const text = await judge('pdftotext', '-f', `${FIRST_PAGE}`, '-l', `${FIRST_PAGE}`, path, '-')
  for (const once of ['SPECIMEN form', 'SPECIMENTOWN', 'filled later'])
    expect(text.split(once)).toHaveLength(2)
  const read = await judge('mutool', 'draw', '-q', '-F', 'txt', path, `${FIRST_PAGE}`)
  expect(read).toContain('SPECIMENTOWN')
  // The picture itself has neither: what stood there before would lie under what is there now.
  expect(text).not.toContain('stale')
  const working = await packed([pdf(bytes)], USUAL_PACK_SETTINGS)
  const [here, there] = [await darkPixels(path), await darkPixels(working.path)]
  expect(here / there).toBeGreaterThan(0.9)
  expect(here / there).toBeLessThan(1.1)
})

/** Of the first page of the exhibits, at one pixel a point. */
async function darkPixels(path: string): Promise<number> {
  const { at } = await pixelsOf(path, FIRST_PAGE, 72)
  let count = 0
  for (let x = 0; x < 595; x += 1) for (let y = 0; y < 841; y += 1) if (at(x, y)[0] < 128) count += 1
  return count
}

it('makes the same bytes of the same job', async () => {
  const bytes = await textPdf(['SPECIMEN one', 'SPECIMEN two'])
  const files = [await packed([pdf(bytes)]), await packed([pdf(bytes)])]
  const [one, other] = await Promise.all(files.map(({ path }) => readFile(path)))
  expect(one?.equals(other ?? Buffer.alloc(0))).toBe(true)
})

it('has a slip for a document that a working pack has one for', async () => {
  const broken = Buffer.from('%PDF-1.7\nSPECIMEN')
  const { findings, path } = await packed([pdf(broken)])
  expect(findings.map(({ code }) => code)).toEqual(['pdf-broken'])
  expect(await judge('pdftotext', path, '-')).toContain('source.pdf')
})

it('shows every page of a damaged document that a working pack shows, and the same', async () => {
  const damaged = [...truncatedPdfs(), ...referencePdfs(), ...pageTreePdfs(), ...boxPdfs()]
  const wanted = [
    ...['truncated-object-streams-20.pdf', 'reference-trailer-missing.pdf', 'tree-count-4.pdf'],
    'page-crop-box-outside.pdf'
  ]
  const files = wanted.map((name) => {
    const file = damaged.find((one) => one.name === name)
    if (file === undefined) throw new Error(`no ${name}`)
    return { ...pdf(file.bytes, name), caption: name }
  })
  const [working, archival] = [await packed(files, USUAL_PACK_SETTINGS), await packed(files)]
  const slips = archival.findings.filter(({ code }) => code !== 'image-only')
  expect(slips).toEqual([])
  expect(archival.exhibits.map(({ firstPage, lastPage }) => lastPage - firstPage)).toEqual(
    working.exhibits.map(({ firstPage, lastPage }) => lastPage - firstPage)
  )
  for (const { number, firstPage } of archival.exhibits)
    expect(await difference(working.path, archival.path, firstPage), number).toBeLessThan(2)
})

describe('a page that takes too long', () => {
  it('is left within a fifth of a second when the pack is cancelled', async () => {
    const cancel = new AbortController()
    const files = [pdf(await slowPdf())]
    const dossier = withExhibits(bareDossier(), files)
    const job = await packJob(dossier, { settings: ARCHIVAL })
    let begun = 0
    const made = makePack(job, {
      openOriginal: originalsOf(files),
      renderer,
      signal: cancel.signal,
      onExhibit: () => {
        setTimeout(() => {
          begun = busyMs()
          cancel.abort()
        }, 1500)
      }
    })
    expect(await made).toEqual({ ok: false, code: 'cancelled' })
    expect(busyMs() - begun).toBeLessThan(500)
  })
})

/** Processor time of all threads, the drawing one too: other programs do not lengthen it. */
function busyMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** A million small strokes, each over the whole page. */
async function slowPdf(): Promise<Buffer> {
  const document = await PDFDocument.create({ updateMetadata: false })
  const page = document.addPage([600, 800])
  const strokes = '0 0 m 600 800 l 0 800 l 600 0 l h f*\n'.repeat(60_000)
  page.node.set(PDFName.of('Contents'), document.context.register(document.context.flateStream(strokes)))
  return Buffer.from(await document.save())
}
