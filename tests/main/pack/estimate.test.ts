import { createCipheriv } from 'node:crypto'
import { PDFDocument, StandardFonts } from 'pdf-lib'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { estimatePack } from '../../../src/main/pack/estimate-pack.ts'
import { USUAL_PACK_SETTINGS, type PackSettings } from '../../../src/shared/domain/recipient-profile.ts'
import { done } from '../../../src/shared/domain/result.ts'
import { packRenderer } from '../../pack-renderer.ts'
import { originalsOf, type SpecimenExhibit } from '../../specimen-dossier.ts'
import { packOf, richExhibits, textPdf } from './pack-fixtures.ts'

/** How far an estimate may be from what is made. */
const MOST_OFF = 0.1

function noise(seed: number, length: number): Buffer {
  return createCipheriv('aes-128-ctr', Buffer.alloc(16, seed), Buffer.alloc(16)).update(Buffer.alloc(length))
}

async function photos(count: number): Promise<readonly SpecimenExhibit[]> {
  const raw = { width: 500, height: 400, channels: 3 } as const
  return Promise.all(
    Array.from({ length: count }, async (_, seed): Promise<SpecimenExhibit> => {
      const bytes = await sharp(noise(seed + 1, 600_000), { raw })
        .jpeg({ quality: 85 })
        .toBuffer()
      const originalName = `photo-${seed}.jpg`
      return { category: 'B', caption: `SPECIMEN ${seed}`, bytes, originalName, mediaType: 'image/jpeg' }
    })
  )
}

async function papers(): Promise<readonly SpecimenExhibit[]> {
  const long = await textPdf(Array.from({ length: 60 }, (_, page) => `SPECIMEN ${page}`))
  const facts = { category: 'C', caption: 'SPECIMEN', mediaType: 'application/pdf' } as const
  return [{ ...facts, bytes: long, originalName: 'long.pdf', pages: 60 }]
}

/** Pages that weigh nothing, a little and much, in no order. */
async function mixedPdf(pages: number): Promise<Buffer> {
  const document = await PDFDocument.create({ updateMetadata: false })
  const font = await document.embedFont(StandardFonts.TimesRoman)
  const raw = { width: 300, height: 200, channels: 3 } as const
  for (let index = 0; index < pages; index += 1) {
    const page = document.addPage([595, 842])
    for (let line = 0; index % 3 > 0 && line < 20 * (index % 3); line += 1)
      page.drawText(`SPECIMEN ${index * line} and more words of it`, {
        x: 50,
        y: 780 - line * 15,
        size: 10,
        font
      })
    if (index % 7 > 0) continue
    const picture = await document.embedJpg(await sharp(noise(index, 180_000), { raw }).jpeg().toBuffer())
    page.drawImage(picture, { x: 50, y: 100, width: 400, height: 260 })
  }
  return Buffer.from(await document.save())
}

const pdf = (bytes: Buffer, pages: number | null): SpecimenExhibit => ({
  ...{ category: 'G', caption: 'SPECIMEN', bytes, originalName: 'source.pdf', pages },
  mediaType: 'application/pdf'
})

/** Bytes as they lie on a disk: read in places. */
function readInPlaces(files: readonly SpecimenExhibit[]) {
  const open = originalsOf(files)
  return async (sha256: string) => {
    const opened = await open(sha256)
    if (!opened.ok) return opened
    const whole = await opened.value.read(0, opened.value.sizeBytes)
    const readSync = (at: number, into: Uint8Array) => {
      const block = whole.subarray(at, at + into.length)
      into.set(block)
      return block.length
    }
    return done({
      ...opened.value,
      readSync,
      readInto: async (at: number, into: Uint8Array) => readSync(at, into)
    })
  }
}

async function offBy(files: readonly SpecimenExhibit[], settings: PackSettings): Promise<number> {
  const openOriginal = readInPlaces(files)
  const renderer = await packRenderer()
  const pack = await packOf(files, { settings }, { openOriginal, renderer })
  const found = await estimatePack(pack.job, { openOriginal, renderer })
  expect(found.pages).toBe(pack.pages)
  return Math.abs(found.sizeBytes / pack.sizeBytes - 1)
}

it('looks into a large document: what it carries beside its pages does not count, packed objects count unpacked', async () => {
  const settings = { ...USUAL_PACK_SETTINGS, attachments: false }
  const text = await textPdf(Array.from({ length: 20 }, (_, page) => `SPECIMEN ${page}`))
  const carrier = await PDFDocument.load(text)
  await carrier.attach(noise(1, 900_000), 'data.bin')
  expect(await offBy([pdf(Buffer.from(await carrier.save()), 20)], settings)).toBeLessThan(MOST_OFF)
  const packed = await PDFDocument.create({ updateMetadata: false })
  for (let page = 0; page < 4000; page += 1) packed.addPage()
  const many = Buffer.concat([Buffer.from(await packed.save()), Buffer.alloc(520 * 1024, 10)])
  expect(await offBy([pdf(many, 4000)], settings)).toBeLessThan(MOST_OFF)
}, 60_000)

it('counts what a password adds to each of many small files', async () => {
  const files = [pdf(await textPdf(['SPECIMEN']), 1), pdf(await textPdf(['SPECIMEN', 'SPECIMEN 2']), 2)]
  const settings = { ...USUAL_PACK_SETTINGS, delivery: 'separate-files' } as const
  const pack = await packOf(files, { settings, password: 'SPECIMEN words for it' })
  const found = await estimatePack(pack.job, { openOriginal: originalsOf(files) })
  expect(found.files).toHaveLength(3)
  for (const [index, { sizeBytes }] of pack.files.entries())
    expect(Math.abs((found.files[index]?.sizeBytes ?? 0) / sizeBytes - 1)).toBeLessThan(MOST_OFF / 2)
}, 60_000)

describe('an estimate of an archival pack', () => {
  const settings = { ...USUAL_PACK_SETTINGS, form: 'archival', attachments: false } as const
  const mail = (part: Buffer) =>
    Buffer.from(
      `From: a@example.ru\r\nSubject: SPECIMEN\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\nContent-Type: application/pdf; name="a.pdf"\r\nContent-Disposition: attachment; filename="a.pdf"\r\nContent-Transfer-Encoding: base64\r\n\r\n${part.toString('base64')}\r\n--b--\r\n`
    )

  it('is near what is made of a document, of many, of a damaged one and of one that came with a letter', async () => {
    const short = await mixedPdf(3)
    const letter = { category: 'F', caption: 'SPECIMEN', originalName: 'a.eml', pages: null } as const
    const dossiers: Readonly<Record<string, readonly SpecimenExhibit[]>> = {
      one: [pdf(await mixedPdf(60), 60)],
      many: await Promise.all(
        Array.from({ length: 12 }, async (_, n) => pdf(await mixedPdf(1 + (n % 5)), 1 + (n % 5)))
      ),
      damaged: [pdf(Buffer.from('%PDF-1.7 SPECIMEN broken'), null), pdf(short, 3)],
      letter: [{ ...letter, bytes: mail(short), mediaType: 'message/rfc822' }]
    }
    for (const [name, files] of Object.entries(dossiers))
      expect(await offBy(files, settings), name).toBeLessThan(MOST_OFF)
  }, 120_000)

  it('counts a picture for printing as it will be shown on screens', async () => {
    const raw = { width: 1000, height: 800, channels: 3 } as const
    const bytes = await sharp(noise(1, 2_400_000), { raw })
      .toColourspace('cmyk')
      .jpeg({ quality: 60 })
      .toBuffer()
    const exhibit = { category: 'B', caption: 'SPECIMEN', bytes, originalName: 'a.jpg' } as const
    expect(await offBy([{ ...exhibit, mediaType: 'image/jpeg' }], settings)).toBeLessThan(MOST_OFF)
  }, 60_000)
})

describe('an estimate', () => {
  const dossiers: readonly (readonly [string, () => Promise<readonly SpecimenExhibit[]>, boolean])[] = [
    ['photos', () => photos(4), true],
    ['text', papers, false],
    ['all kinds', async () => [...(await richExhibits()), ...(await photos(3))], true]
  ]
  for (const [name, exhibits, attachments] of dossiers) {
    it(`is near what is made of ${name}, ${attachments ? 'with' : 'without'} originals`, async () => {
      const files = await exhibits()
      const settings = {
        ...USUAL_PACK_SETTINGS,
        attachments,
        delivery: 'volumes',
        largestFileMb: 0.6
      } as const
      const pack = await packOf(files, { settings })
      const found = await estimatePack(pack.job, { openOriginal: originalsOf(files) })
      expect(found.files).toHaveLength(pack.files.length)
      expect(found.pages).toBe(pack.pages)
      for (const [index, { sizeBytes }] of pack.files.entries()) {
        expect(Math.abs((found.files[index]?.sizeBytes ?? 0) / sizeBytes - 1)).toBeLessThan(MOST_OFF)
      }
    }, 60_000)
  }
})
