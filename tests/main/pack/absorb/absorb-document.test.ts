import { execFileSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { degrees, PDFDocument, StandardFonts, rgb } from 'pdf-lib'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { absorbDocument } from '../../../../src/main/pack/absorb/absorb-document.ts'
import { absorbPdf } from '../../../../src/main/pack/absorb/absorb-pdf.ts'
import { absorbRawPdf } from '../../../../src/main/pack/absorb/absorb-raw-pdf.ts'
import { onDisk, pixelsOf, temporaryFolder } from '../pack-fixtures.ts'
import { pageTexts } from '../pack-reading.ts'
import { absorbedFile } from './absorbed-file.ts'
import { onePage, writtenPdf } from './written-pdf.ts'

const WAYS = [
  ['by its bytes', absorbRawPdf],
  ['by the library', absorbPdf]
] as const

/** Text, lines, a picture with a mask, a page on its side and one that others took their resources from. */
async function document(): Promise<string> {
  const made = await PDFDocument.create({ updateMetadata: false })
  const fonts = await Promise.all(
    [StandardFonts.Helvetica, StandardFonts.TimesRomanItalic].map((font) => made.embedFont(font))
  )
  const picture = await made.embedPng(
    await sharp({ create: { width: 90, height: 60, channels: 4, background: '#3366cc80' } })
      .png()
      .toBuffer()
  )
  for (let index = 0; index < 6; index++) {
    const page = made.addPage([300, 400])
    page.drawText(`SPECIMEN page ${index + 1} (of six)`, { x: 30, y: 340, size: 16, font: fonts[index % 2]! })
    page.drawImage(picture, { x: 40 + index * 10, y: 120, width: 120, height: 80 })
    page.drawLine({
      start: { x: 20, y: 20 },
      end: { x: 280, y: 90 },
      thickness: 3,
      color: rgb(0.8, 0.1, 0.1)
    })
    if (index === 4) page.setRotation(degrees(90))
  }
  return onDisk(await made.save({ useObjectStreams: false }))
}

/** Programs that write the same document in their own ways. */
const PRODUCERS: readonly (readonly [string, (source: string, target: string) => readonly string[]])[] = [
  ['qpdf with object streams', (source, target) => ['qpdf', '--object-streams=generate', source, target]],
  ['qpdf for the web', (source, target) => ['qpdf', '--linearize', source, target]],
  ['qpdf in plain text', (source, target) => ['qpdf', '--qdf', '--object-streams=disable', source, target]],
  ['Ghostscript', (source, target) => ['gs', '-q', '-sDEVICE=pdfwrite', '-o', target, source]],
  ['cairo', (source, target) => ['pdftocairo', '-pdf', source, target]],
  ['MuPDF', (source, target) => ['mutool', 'clean', '-ggg', '-z', source, target]]
]

describe('a document as different programs write it', () => {
  let plain = ''
  beforeAll(async () => {
    plain = await document()
  })

  it.each([['pdf-lib', null] as const, ...PRODUCERS])(
    'shows every page of %s both ways',
    async (_, command) => {
      const path = command === null ? plain : join(await temporaryFolder(), 'source.pdf')
      if (command !== null) {
        const [program = '', ...args] = command(plain, path)
        execFileSync(program, args)
      }
      const bytes = await readFile(path)
      const texts = await pageTexts(path)
      expect(texts).toHaveLength(6)
      for (const [, way] of WAYS) {
        const absorbed = await absorbedFile(way, bytes)
        expect(await pageTexts(absorbed)).toEqual(texts)
        for (const page of [1, 5])
          expect(await sizeAndDots(absorbed, page)).toEqual(await sizeAndDots(path, page))
      }
    }
  )

  async function sizeAndDots(path: string, page: number) {
    const { width, height, data } = await pixelsOf(path, page, 40)
    // Renderers may round a colour by one when it comes out of a form.
    return { width, height, dots: Buffer.from(data.map((value) => Math.round(value / 32))).toString('hex') }
  }
})

describe('what is too odd to be copied by its bytes', () => {
  it.each([
    ['locked by its owner', ['qpdf', '--encrypt', '', 'owner', '256', '--']],
    ['locked with the old cipher', ['qpdf', '--allow-weak-crypto', '--encrypt', '', 'owner', '128', '--']]
  ])('shows a document %s, and leaves nothing of the first attempt', async (_, [program = '', ...args]) => {
    const plain = await document()
    const path = join(await temporaryFolder(), 'locked.pdf')
    execFileSync(program, [...args, plain, path])
    const bytes = await readFile(path)
    const absorbed = await absorbedFile(absorbDocument, bytes)
    expect(await pageTexts(absorbed)).toEqual(await pageTexts(plain))
    expect(await readFile(absorbed)).toEqual(await readFile(await absorbedFile(absorbPdf, bytes)))
  })

  it('shows a document whose table of objects is damaged', async () => {
    const plain = await document()
    const bytes = await readFile(plain)
    bytes.write('startxxxx', bytes.lastIndexOf('startxref'))
    expect(await pageTexts(await absorbedFile(absorbDocument, bytes))).toEqual(await pageTexts(plain))
  })
})

describe('documents made to keep a program busy', () => {
  const immense = (entries: string) =>
    writtenPdf({
      ...onePage('SPECIMEN busy'),
      7: `<< /Type /XRef /Root 1 0 R /Length 0 ${entries} >>\nstream\n\nendstream`
    })

  it.each(WAYS)('reads a table that names a billion objects no further than it goes, %s', async (_, way) => {
    for (const entries of ['/Size 9 /Index [0 999999999] /W [1 4 2]', '/Size 999999999 /W [1 4 2]']) {
      const absorbed = await absorbedFile(way, immense(entries))
      expect((await pageTexts(absorbed))[0]).toContain('SPECIMEN busy')
    }
  })

  it.each(WAYS)('refuses a tree that doubles sixty times and never reaches a page, %s', async (_, way) => {
    const tree: Record<number, string> = {}
    for (let level = 10; level < 70; level += 1)
      tree[level] = `<< /Type /Pages /Count 1 /Kids [${level + 1} 0 R ${level + 1} 0 R] >>`
    const bytes = writtenPdf({
      ...onePage(''),
      2: '<< /Type /Pages /Count 1 /Kids [10 0 R] >>',
      ...tree,
      70: '<< /Type /Pages /Count 0 /Kids [] >>'
    })
    await expect(absorbedFile(way, bytes)).rejects.toMatchObject({ reason: 'pdf-too-large' })
  })

  it.each([
    ['a thousand objects that never end', '1 0 obj '.repeat(100_000)],
    ['texts that never end', '1 0 obj ( endobj '.repeat(50_000)],
    ['streams that never end', '1 0 obj << >> stream\n'.repeat(50_000)],
    ['trailers that never end', 'trailer << /A ('.repeat(30_000)],
    ['digits', '9'.repeat(300_000)],
    ['comments', '%'.repeat(300_000)]
  ])('refuses %s within a second or two', async (_, text) => {
    const bytes = Buffer.from(`%PDF-1.7\n${text}`)
    await expect(absorbedFile(absorbDocument, bytes)).rejects.toMatchObject({ reason: 'pdf-broken' })
  })
})

describe('what is not there any more', () => {
  it('refuses a document whose end is lost where something that a page needs went with it', async () => {
    const whole = writtenPdf(onePage('SPECIMEN end'))
    const cut = whole.subarray(0, whole.lastIndexOf('5 0 obj'))
    await expect(absorbedFile(absorbDocument, cut)).rejects.toMatchObject({ reason: 'pdf-broken' })
    // In a document that is whole the same reference means nothing.
    const { 5: font, ...rest } = onePage('SPECIMEN end')
    expect(font).toContain('Helvetica')
    for (const [, way] of WAYS)
      expect(await pageTexts(await absorbedFile(way, writtenPdf(rest)))).toHaveLength(1)
  })

  it.each(WAYS)('refuses a document whose lock is lost, %s', async (_, way) => {
    const bytes = Buffer.from(
      writtenPdf(onePage('SPECIMEN lock')).toString('latin1').replace('/Root', '/Encrypt 99 0 R /Root'),
      'latin1'
    )
    await expect(absorbedFile(way, bytes)).rejects.toThrow(way === absorbPdf ? 'pdf-encrypted' : 'locked')
  })

  it('makes no page of what is none', async () => {
    const noKids = { ...onePage(''), 2: '<< /Type /Pages /Count 2 >>' }
    await expect(absorbedFile(absorbDocument, writtenPdf(noKids))).rejects.toMatchObject({
      reason: 'pdf-broken'
    })
  })

  it('follows references to references, as far as they lead anywhere', async () => {
    const chain = { ...onePage('SPECIMEN chain'), 5: '6 0 R', 6: '7 0 R', 7: onePage('')[5] ?? '' }
    const path = await absorbedFile(absorbDocument, writtenPdf(chain))
    expect((await pageTexts(path))[0]).toContain('SPECIMEN chain')
    expect(execFileSync('qpdf', ['--check', path]).toString()).toContain(
      'No syntax or stream encoding errors'
    )
    const ring = { ...onePage('SPECIMEN ring'), 5: '6 0 R', 6: '7 0 R', 7: '6 0 R' }
    expect(await pageTexts(await absorbedFile(absorbDocument, writtenPdf(ring)))).toHaveLength(1)
  })

  it('refuses a document whose filled field is damaged', async () => {
    const field = '<< /Type /Annot /Subtype /Widget /Rect [0 0 99 20] /AP << /N 7 0 R >> >>'
    const withField = (body: string) =>
      writtenPdf({
        ...onePage('SPECIMEN field'),
        3: (onePage('')[3] ?? '').replace('/Type', '/Annots [6 0 R] /Type'),
        6: body,
        7: '<< /Subtype /Form /BBox [0 0 99 20] /Length 13 >>\nstream\n0 0 9 9 re f \nendstream'
      })
    expect(await pageTexts(await absorbedFile(absorbDocument, withField(field)))).toHaveLength(1)
    const damaged = withField(field.replace('/Rect', '/Rect @'))
    await expect(absorbedFile(absorbDocument, damaged)).rejects.toMatchObject({ reason: 'pdf-broken' })
  })
})
