import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  degrees,
  PDFDocument,
  PDFName,
  PDFNumber,
  PDFOperator,
  PDFString,
  rgb,
  setTextRenderingMode,
  StandardFonts,
  TextRenderingMode
} from 'pdf-lib'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Bar } from '../../../src/shared/domain/bar.ts'
import { USUAL_PACK_SETTINGS, type PackSettings } from '../../../src/shared/domain/recipient-profile.ts'
import { estimatePack } from '../../../src/main/pack/estimate-pack.ts'
import { makePack } from '../../../src/main/pack/make-pack.ts'
import type { RendererFiles } from '../../../src/main/pack/render/page-renderer.ts'
import { packRenderer } from '../../pack-renderer.ts'
import { filledDossier, originalsOf, withExhibits, type SpecimenExhibit } from '../../specimen-dossier.ts'
import { cornerPicture, judge, packJob, packOf, temporaryFolder } from './pack-fixtures.ts'

const MASKED: PackSettings = {
  ...USUAL_PACK_SETTINGS,
  masking: { documentNumbers: true, birthDates: false },
  purposeMark: false
}
/** Over the line with the number, with some room around it. */
const NUMBER = { x: 0.1, y: 0.28, width: 0.5, height: 0.06 }
const bar = (page: number, place = NUMBER, what = 'number'): Bar => ({
  id: `00000000-0000-4000-8000-00000000000${page}`,
  page,
  ...place,
  what
})

/** A page with a photograph is kept as a JPEG, which leaves a trace of the colours beside a bar. */
const BLACK = 24

let renderer: RendererFiles
beforeAll(async () => {
  renderer = await packRenderer()
})

/**
 * A contract of two pages with one dictionary of resources for both, as many programs write it: each page has a
 * picture, a line with a number and one without, and a bookmark says the number too.
 */
async function contract(turn = 0): Promise<Buffer> {
  const document = await PDFDocument.create({ updateMetadata: false })
  const font = await document.embedFont(StandardFonts.Helvetica)
  const picture = await document.embedJpg(await (await cornerPicture(300, 300)).jpeg().toBuffer())
  for (const number of [1, 2]) {
    const page = document.addPage([400, 600])
    page.drawText(`Secret 4510-${number}23456 here`, { x: 60, y: 410, size: 14, font })
    page.drawText(`Open words of page ${number}`, { x: 60, y: 300, size: 14, font })
    page.drawImage(picture, { x: 60, y: 60, width: 100, height: 100 })
    page.setRotation(degrees(turn))
  }
  return Buffer.from(await document.save())
}

const file = (bytes: Buffer, category: SpecimenExhibit['category'] = 'C'): SpecimenExhibit => ({
  ...{ category, caption: 'SPECIMEN contract', originalName: 'contract.pdf', mediaType: 'application/pdf' },
  bytes
})

async function coveredPack(bytes: Buffer, bars: readonly Bar[], settings: PackSettings = MASKED) {
  const files = [file(bytes)]
  const plain = withExhibits(filledDossier(), files)
  const dossier = { ...plain, exhibits: plain.exhibits.map((one) => ({ ...one, bars })) }
  return packOf(files, { settings, language: 'en', dossier }, { renderer })
}

async function textOf(path: string, page?: number): Promise<string> {
  const only = page === undefined ? [] : ['-f', String(page), '-l', String(page)]
  return (await judge('pdftotext', '-layout', ...only, path, '-')).replace(/\s+/g, ' ')
}

/** The only picture of a page, taken out of the file by poppler. */
async function pictureOn(path: string, page: number) {
  const folder = await temporaryFolder()
  await judge('pdfimages', '-png', '-f', String(page), '-l', String(page), path, join(folder, 'image'))
  return sharp(join(folder, 'image-000.png')).greyscale().raw().toBuffer({ resolveWithObject: true })
}

type Pixels = Awaited<ReturnType<typeof pictureOn>>

function samplesIn({ data, info }: Pixels, place: Pick<Bar, 'x' | 'y' | 'width' | 'height'>): number[] {
  const found: number[] = []
  for (
    let y = Math.ceil(place.y * info.height);
    y < Math.floor((place.y + place.height) * info.height);
    y += 1
  )
    for (
      let x = Math.ceil(place.x * info.width);
      x < Math.floor((place.x + place.width) * info.width);
      x += 1
    )
      found.push(data[(y * info.width + x) * info.channels] ?? 0)
  return found
}

describe('bars over pages of a PDF', () => {
  it('are black in the only pictures that a masked pack has of its pages', async () => {
    const { path, exhibits } = await coveredPack(await contract(), [bar(1, NUMBER, '')])
    const [{ firstPage = 0 } = {}] = exhibits
    expect(Math.max(...samplesIn(await pictureOn(path, firstPage), NUMBER))).toBeLessThan(BLACK)
    // The other page has none, and is whole.
    expect(Math.max(...samplesIn(await pictureOn(path, firstPage + 1), NUMBER))).toBeGreaterThan(200)
  })

  it('leave nothing of the file in the pack: no text, no objects, no original', async () => {
    const { path, exhibits } = await coveredPack(await contract(), [bar(1)])
    const [{ firstPage = 0 } = {}] = exhibits
    const all = await textOf(path)
    expect(all).not.toContain('123456')
    expect(await textOf(path, firstPage)).toContain('Open words of page 1')
    expect(await textOf(path, firstPage + 1)).toContain('4510-223456')
    expect(await judge('pdfdetach', '-list', path)).not.toContain('contract.pdf')
    const objects = await judge('qpdf', '--qdf', '--object-streams=disable', path, '-')
    expect(objects).not.toContain('123456')
    // The page itself is a picture: no form of it is there to be looked into.
    expect(objects).not.toContain('/Subtype /Form')
    await judge('qpdf', '--check', path)
  })

  it('stand where they were drawn on pages that are turned', async () => {
    // The line with the number, as each turned page shows it.
    const { x, y, width, height } = NUMBER
    const turned = [
      { turn: 90, place: { x: 1 - y - height, y: x, width: height, height: width } },
      { turn: 180, place: { x: 1 - x - width, y: 1 - y - height, width, height } },
      { turn: 270, place: { x: y, y: 1 - x - width, width: height, height: width } }
    ]
    for (const { turn, place } of turned) {
      const { path, exhibits } = await coveredPack(await contract(turn), [bar(1, place, '')])
      const [{ firstPage = 0 } = {}] = exhibits
      const text = await textOf(path)
      expect(text, `${turn}`).not.toContain('123456')
      expect(text, `${turn}`).toContain('223456')
      expect(Math.max(...samplesIn(await pictureOn(path, firstPage), place)), `${turn}`).toBeLessThan(BLACK)
    }
  })

  it('are drawn over a scan too, whose bytes then are not those of the file', async () => {
    const document = await PDFDocument.create({ updateMetadata: false })
    const jpeg = await (await cornerPicture(800, 1200)).jpeg().toBuffer()
    const scan = await document.embedJpg(jpeg)
    const font = await document.embedFont(StandardFonts.Helvetica)
    const page = document.addPage([400, 600])
    page.drawImage(scan, { x: 0, y: 0, width: 400, height: 600 })
    page.pushOperators(setTextRenderingMode(TextRenderingMode.Invisible))
    // Read by a machine, and put beside where it is seen.
    page.drawText('4510 123456', { x: 300, y: 412, size: 12, font })
    page.drawText('Open line', { x: 60, y: 300, size: 12, font })
    const { path, exhibits } = await coveredPack(Buffer.from(await document.save()), [bar(1, NUMBER, '')])
    const [{ firstPage = 0 } = {}] = exhibits
    const text = await textOf(path, firstPage)
    expect(text).not.toContain('123456')
    expect(text).toContain('Open line')
    expect(Math.max(...samplesIn(await pictureOn(path, firstPage), NUMBER))).toBeLessThan(BLACK)
    expect((await readFile(path)).includes(jpeg.subarray(200, 600))).toBe(false)
  })

  it('cover what was filled into a form, and leave the fields beside them', async () => {
    const document = await PDFDocument.create({ updateMetadata: false })
    const page = document.addPage([400, 600])
    const form = document.getForm()
    const number = form.createTextField('number')
    number.setText('4510-123456')
    number.addToPage(page, { x: 60, y: 405, width: 200, height: 20, backgroundColor: rgb(1, 1, 1) })
    const open = form.createTextField('open')
    open.setText('Open field')
    open.addToPage(page, { x: 60, y: 300, width: 200, height: 20 })
    for (const appearance of [true, false]) {
      const bytes = Buffer.from(await document.save({ updateFieldAppearances: appearance }))
      const { path, exhibits } = await coveredPack(bytes, [bar(1, NUMBER, '')])
      const [{ firstPage = 0 } = {}] = exhibits
      expect(await textOf(path)).not.toContain('123456')
      expect(await textOf(path, firstPage)).toContain('Open field')
    }
  })

  it('lie where they were drawn on pages that say to be turned by no quarter, which are not', async () => {
    // Below and above the half of a quarter, and square to hide that it was turned.
    for (const turn of [45, 135, 200]) {
      for (const width of [400, 600]) {
        const document = await PDFDocument.create({ updateMetadata: false })
        const font = await document.embedFont(StandardFonts.Helvetica)
        const page = document.addPage([width, 600])
        page.drawText('Secret 4510-123456 here', { x: 60, y: 410, size: 14, font })
        page.node.set(PDFName.of('Rotate'), PDFNumber.of(turn))
        const { path } = await coveredPack(Buffer.from(await document.save()), [bar(1)])
        expect((await textOf(path)).includes('123456'), `${turn} ${width}`).toBe(false)
      }
    }
  })

  it('on a page that is not found leave nothing of the document in the pack', async () => {
    const { path } = await coveredPack(await contract(), [bar(3)])
    expect((await textOf(path)).includes('23456')).toBe(false)
  })

  it('leave no words of hidden layers, nor such as are told instead of the letters on the page', async () => {
    const document = await PDFDocument.create({ updateMetadata: false })
    const { context, catalog } = document
    const font = await document.embedFont(StandardFonts.Helvetica)
    const layer = context.register(context.obj({ Type: 'OCG', Name: PDFString.of('Draft') }))
    catalog.set(PDFName.of('OCProperties'), context.obj({ OCGs: [layer], D: { OFF: [layer] } }))
    const marked = (begin: string, page: number, lines: readonly string[]) => {
      const on = document.getPage(page)
      on.pushOperators(PDFOperator.of(begin as never))
      for (const [row, line] of lines.entries())
        on.drawText(line, { x: 60, y: 450 - row * 40, size: 14, font })
      on.pushOperators(PDFOperator.of('EMC' as never))
    }
    for (const open of ['Open', 'Open']) document.addPage([400, 600]).drawText(open, { x: 60, y: 300, font })
    const { Resources } = document.getPage(0).node.normalizedEntries()
    Resources.set(PDFName.of('Properties'), context.obj({ Layer: layer }))
    marked('/OC /Layer BDC', 0, ['4510-123456', '4510'])
    const hidden = await coveredPack(Buffer.from(await document.save()), [bar(1, NUMBER, '')])
    expect((await textOf(hidden.path)).includes('123456')).toBe(false)
    catalog.delete(PDFName.of('OCProperties'))
    marked('/Span <</ActualText (Given to Ann 4510-123456)>> BDC', 1, ['Given to Ann', '4510-123456'])
    const told = await coveredPack(Buffer.from(await document.save()), [bar(2, NUMBER, '')])
    const [{ firstPage = 0 } = {}] = told.exhibits
    // Its letters all stand in one place, and a reader of the page mixes them.
    expect(await textOf(told.path, firstPage + 1)).toMatch(/SPECIMEN Open Exhibit C-1/)
  })

  it('are told of over the page, on themselves and on the sheet on verifying', async () => {
    const { path, exhibits } = await coveredPack(await contract(), [bar(1)])
    const [{ firstPage = 0 } = {}] = exhibits
    const page = await textOf(path, firstPage)
    expect(page).toContain('partly masked · contract.pdf')
    expect(page).toContain('masked: number')
    expect(await textOf(path, firstPage + 1)).not.toContain('partly masked')
    const all = await textOf(path)
    expect(all).toContain('what lies under black bars in exhibits C-1: its pixels are removed')
    expect(all).toContain('Pages of documents C-1 are shown as pictures')
    expect(all).toContain('The original files of exhibits C-1 are not attached')
  })

  it('are in archival packs too, and in none that masks nothing', async () => {
    const bytes = await contract()
    const archival = await coveredPack(bytes, [bar(1, NUMBER, '')], { ...MASKED, form: 'archival' })
    expect(await textOf(archival.path)).not.toContain('123456')
    const whole = await coveredPack(bytes, [bar(1)], USUAL_PACK_SETTINGS)
    const [{ firstPage = 0 } = {}] = whole.exhibits
    expect(await textOf(whole.path, firstPage)).toContain('4510-123456')
    expect(await judge('pdfdetach', '-list', whole.path)).toContain('contract.pdf')
  })

  it('show a slip, and nothing of the document, where its pages cannot be drawn', async () => {
    const broken = Buffer.from(`%PDF-1.7\n${'A'.repeat(2000)}`)
    const { path, exhibits, findings } = await coveredPack(broken, [bar(1)])
    expect(findings).toMatchObject([{ code: 'pdf-broken' }])
    const [{ firstPage = 0 } = {}] = exhibits
    expect(await textOf(path, firstPage)).toContain('The file is not attached')
    expect(await judge('pdfdetach', '-list', path)).not.toContain('contract.pdf')
  })

  it('make the same bytes again, and a size that is known before', async () => {
    const files = [file(await contract())]
    const plain = withExhibits(filledDossier(), files)
    const dossier = { ...plain, exhibits: plain.exhibits.map((one) => ({ ...one, bars: [bar(1)] })) }
    const services = { openOriginal: originalsOf(files), renderer }
    const jobs = await Promise.all([1, 2].map(() => packJob(dossier, { settings: MASKED })))
    for (const job of jobs) expect(await makePack(job, services)).toMatchObject({ ok: true })
    const [one, other] = await Promise.all(jobs.map(({ targetPath }) => readFile(targetPath)))
    expect(one?.equals(other!)).toBe(true)
    const estimate = await estimatePack(jobs[0]!, services)
    expect(estimate.files[0]?.exhibits).toEqual(['C-1'])
    expect(Math.abs(estimate.sizeBytes / one!.length - 1)).toBeLessThan(0.02)
  })
})
