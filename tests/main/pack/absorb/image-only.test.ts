import { readFile } from 'node:fs/promises'
import { PDFDocument, StandardFonts } from 'pdf-lib'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { packOf } from '../pack-fixtures.ts'

type Draw = (document: PDFDocument, picture: Awaited<ReturnType<PDFDocument['embedPng']>>) => Promise<void>

async function pdfWith(draw: Draw): Promise<Buffer> {
  const document = await PDFDocument.create()
  const background = { r: 200, g: 220, b: 240 }
  const picture = await sharp({ create: { width: 40, height: 60, channels: 3, background } })
    .png()
    .toBuffer()
  await draw(document, await document.embedPng(picture))
  return Buffer.from(await document.save({ useObjectStreams: false }))
}

const scan: Draw = async (document, picture) => {
  document.addPage([200, 300]).drawImage(picture, { x: 0, y: 0, width: 200, height: 300 })
}
const readScan: Draw = async (document, picture) => {
  const page = document.addPage([200, 300])
  page.drawImage(picture, { x: 0, y: 0, width: 200, height: 300 })
  page.drawText('SPECIMEN', { font: await document.embedFont(StandardFonts.Helvetica), opacity: 0 })
}
const empty: Draw = async (document) => {
  document.addPage([200, 300])
}
/** The scan inside a form inside a form, as programs that put files together leave it. */
const nestedScan: Draw = async (document) => {
  const once = await PDFDocument.load(await pdfWith(scan))
  const twice = await PDFDocument.create()
  const [inner] = await twice.embedPdf(once)
  twice.addPage([200, 300]).drawPage(inner!)
  const [outer] = await document.embedPdf(await PDFDocument.load(await twice.save()))
  document.addPage([200, 300]).drawPage(outer!)
}

async function findingsOf(bytes: Buffer): Promise<readonly string[]> {
  const file = { originalName: 'scan.pdf', mediaType: 'application/pdf', bytes }
  const { findings } = await packOf([{ ...file, category: 'C', caption: 'SPECIMEN' }])
  return findings.map(({ code }) => code)
}

describe('a document whose pages are pictures', () => {
  it.each([
    ['a scan', scan],
    ['a scan inside forms', nestedScan]
  ])('is named before the pack goes out: %s', async (_what, draw) => {
    expect(await findingsOf(await pdfWith(draw))).toEqual(['image-only'])
  })

  it.each([
    ['words under the picture', readScan],
    ['an empty page', empty]
  ])('is not suspected: %s', async (_what, draw) => {
    expect(await findingsOf(await pdfWith(draw))).toEqual([])
  })

  it('is named as well where only the patient reader reads it', async () => {
    const bytes = await pdfWith(scan)
    // A table that points elsewhere: the document is found again by its objects.
    const broken = Buffer.from(bytes.toString('latin1').replace(/startxref\s+\d+/, 'startxref\n7'), 'latin1')
    expect(broken.equals(bytes)).toBe(false)
    expect(await findingsOf(broken)).toEqual(['image-only'])
  })

  it('is no surprise among photos', async () => {
    const bytes = await readFile('resources/sample/Screenshot_20261029-153112.png')
    const file = { originalName: 'photo.png', mediaType: 'image/png', bytes }
    const { findings } = await packOf([{ ...file, category: 'C', caption: 'SPECIMEN' }])
    expect(findings).toEqual([])
  })
})
