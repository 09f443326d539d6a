import { execFileSync } from 'node:child_process'
import { deflateSync } from 'node:zlib'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PDFDocument } from 'pdf-lib'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { captionFrom, readFacts } from '../../../src/main/intake/facts.ts'
import type { Original } from '../../../src/main/original.ts'
import { freshFolder } from '../vault/fixture.ts'

/** Bytes as an original that counts what is read of it. */
function originalOf(bytes: Uint8Array): Original & { readonly readBytes: () => number } {
  let count = 0
  const buffer = Buffer.from(bytes)
  const read = async (position: number, length: number) => {
    const part = buffer.subarray(position, Math.max(position, position + length))
    count += part.length
    return part
  }
  return {
    sizeBytes: buffer.length,
    read,
    async *stream() {
      yield buffer
    },
    close: async () => undefined,
    readBytes: () => count
  }
}

const factsOf = (bytes: Uint8Array | string) => readFacts(originalOf(Buffer.from(bytes)))
const typeOf = async (bytes: Uint8Array | string) => (await factsOf(bytes)).mediaType

/** Processor time of this process, which other programs do not lengthen. */
function busyMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

async function pdfWith(pages: number, useObjectStreams: boolean): Promise<Uint8Array> {
  const pdf = await PDFDocument.create()
  for (let page = 0; page < pages; page += 1) pdf.addPage([200, 300]).drawText(`SPECIMEN ${page}`)
  pdf.setCreationDate(new Date('2025-11-30T12:00:00Z'))
  return pdf.save({ useObjectStreams })
}

describe('a PDF', () => {
  it.each([true, false])('tells its pages and its day (object streams: %s)', async (useObjectStreams) => {
    expect(await factsOf(await pdfWith(137, useObjectStreams))).toEqual({
      mediaType: 'application/pdf',
      pages: 137,
      pixels: null,
      madeOn: { on: '2025-11-30', source: 'pdf' }
    })
  })

  const writers: readonly (readonly [string, (from: string, to: string) => void])[] = [
    ['qpdf, linearised', (from, to) => run('qpdf', '--linearize', from, to)],
    ['qpdf, object streams', (from, to) => run('qpdf', '--object-streams=generate', from, to)],
    ['qpdf, no object streams', (from, to) => run('qpdf', '--object-streams=disable', '--qdf', from, to)],
    ['mutool', (from, to) => run('mutool', 'clean', '-gggg', '-z', from, to)],
    ['Ghostscript', (from, to) => run('gs', '-q', '-sDEVICE=pdfwrite', '-o', to, from)],
    ['a second saving appended', (from, to) => appendSaving(from, to)]
  ]

  it.each(writers)('of %s tells its pages', async (_, write) => {
    const folder = freshFolder()
    const [from, to] = [join(folder, 'from.pdf'), join(folder, 'to.pdf')]
    writeFileSync(from, await pdfWith(41, true))
    write(from, to)
    expect((await factsOf(readFileSync(to))).pages).toBe(41)
  })

  it('that is encrypted keeps its pages to itself', async () => {
    const folder = freshFolder()
    writeFileSync(join(folder, 'from.pdf'), await pdfWith(3, true))
    run('qpdf', '--encrypt', '', 'owner', '256', '--', join(folder, 'from.pdf'), join(folder, 'to.pdf'))
    expect(await factsOf(readFileSync(join(folder, 'to.pdf')))).toMatchObject({
      mediaType: 'application/pdf',
      pages: null,
      madeOn: null
    })
  })

  it('is read in a few places only, however large it is', async () => {
    const pdf = await PDFDocument.load(await pdfWith(2, false))
    for (let index = 0; index < 20; index += 1) {
      const stream = pdf.context.stream(Buffer.alloc(1_000_000, index))
      pdf.context.register(stream)
    }
    const original = originalOf(await pdf.save({ useObjectStreams: false }))
    expect((await readFacts(original)).pages).toBe(2)
    expect(original.sizeBytes).toBeGreaterThan(20_000_000)
  })

  it('with a header after byte 0 is no PDF, whatever it is called', async () => {
    const pdf = Buffer.from(await pdfWith(1, true))
    expect(await typeOf(Buffer.concat([Buffer.from(' '), pdf]))).not.toBe('application/pdf')
    expect(await typeOf(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), pdf]))).not.toBe('application/pdf')
    expect(await typeOf(Buffer.concat([Buffer.from('<html><script>1</script>'), pdf]))).not.toBe(
      'application/pdf'
    )
    expect(await typeOf(Buffer.concat([Buffer.from('GIF89a'), pdf]))).toBe('image/gif')
  })

  it('that lies or is broken tells nothing, and quickly', async () => {
    const bomb = deflateSync(Buffer.alloc(200_000_000))
    const xref = `1 0 obj\n<</Type/XRef/W[1 2 1]/Size 9/Root 2 0 R/Filter/FlateDecode/Length ${bomb.length}>>stream\n`
    const hostile = [
      '%PDF-1.7\n',
      '%PDF-1.7\nstartxref\n99999999999999999999\n%%EOF',
      '%PDF-1.7\nstartxref\n0\n%%EOF',
      `%PDF-1.7\nxref\n0 1\n0000000000 65535 f \ntrailer\n<</Root 1 0 R/Prev 9>>\nstartxref\n9\n%%EOF`,
      '%PDF-1.7\n1 0 obj\n' + '['.repeat(100_000) + '\nstartxref\n9\n%%EOF',
      '%PDF-1.7\nxref\n0 999999999\ntrailer\n<<>>\nstartxref\n9\n%%EOF',
      Buffer.concat([
        Buffer.from(`%PDF-1.7\n${xref}`),
        bomb,
        Buffer.from('\nendstream\nendobj\nstartxref\n9\n%%EOF')
      ])
    ]
    for (const bytes of hostile) {
      const begun = busyMs()
      expect(await factsOf(bytes)).toEqual({
        mediaType: 'application/pdf',
        pages: null,
        pixels: null,
        madeOn: null
      })
      expect(busyMs() - begun).toBeLessThan(2000)
    }
  })

  it('changed anywhere is read to an end, rightly or not', async () => {
    const seeds = [Buffer.from(await pdfWith(5, true)), Buffer.from(await pdfWith(5, false))]
    let random = 20260301
    const next = (limit: number) => (random = (random * 1103515245 + 12345) % 2147483648) % limit
    for (let round = 0; round < 600; round += 1) {
      const seed = seeds[round % 2]!
      const bytes = Buffer.from(seed)
      for (let flips = 1 + next(8); flips > 0; flips -= 1) bytes[6 + next(bytes.length - 6)] = next(256)
      const facts = await factsOf(round % 3 === 0 ? bytes.subarray(0, next(bytes.length)) : bytes)
      expect([null, 'number']).toContain(facts.pages === null ? null : typeof facts.pages)
    }
  })
})

describe('a picture', () => {
  const picture = (width: number, height: number) =>
    sharp({ create: { width, height, channels: 3, background: '#808080' } })

  it('tells its size from the header, and when it was taken', async () => {
    const jpeg = await picture(400, 300)
      .withExif({
        IFD0: { DateTime: '2026:02:02 09:00:00' },
        IFD2: { DateTimeOriginal: '2025:12:24 18:30:00' }
      })
      .jpeg()
      .toBuffer()
    expect(await factsOf(jpeg)).toEqual({
      mediaType: 'image/jpeg',
      pages: 1,
      pixels: { width: 400, height: 300 },
      madeOn: { on: '2025-12-24', source: 'exif' }
    })
    expect(await factsOf(await picture(31, 17).png().toBuffer())).toMatchObject({
      mediaType: 'image/png',
      pages: 1,
      pixels: { width: 31, height: 17 }
    })
    expect(await factsOf(await picture(31, 17).jpeg({ progressive: true }).toBuffer())).toMatchObject({
      pixels: { width: 31, height: 17 }
    })
    expect(await typeOf(await picture(8, 8).webp().toBuffer())).toBe('image/webp')
  })

  it('that was only edited has no day', async () => {
    const jpeg = await picture(4, 3)
      .withExif({ IFD0: { DateTime: '2026:02:02 09:00:00' } })
      .jpeg()
      .toBuffer()
    expect((await factsOf(jpeg)).madeOn).toBeNull()
    const unset = await picture(4, 3)
      .withExif({ IFD2: { DateTimeOriginal: '0000:00:00 00:00:00' } })
      .jpeg()
      .toBuffer()
    expect((await factsOf(unset)).madeOn).toBeNull()
  })

  it('with a head larger than what is read first still tells its size', async () => {
    const jpeg = await picture(50, 40).jpeg().toBuffer()
    const padding = Buffer.alloc(65_535 + 2)
    padding.writeUInt16BE(0xffe2, 0)
    padding.writeUInt16BE(65_535, 2)
    const long = Buffer.concat([
      jpeg.subarray(0, 2),
      ...Array.from({ length: 12 }, () => padding),
      jpeg.subarray(2)
    ])
    const original = originalOf(long)
    expect((await readFacts(original)).pixels).toEqual({ width: 50, height: 40 })
    expect(original.readBytes()).toBeLessThan(300_000)
  })

  it('changed or cut anywhere is read to an end', async () => {
    const seeds = [
      await picture(60, 40)
        .withExif({ IFD2: { DateTimeOriginal: '2025:12:24 18:30:00' } })
        .jpeg()
        .toBuffer(),
      await picture(60, 40).png().toBuffer()
    ]
    for (const seed of seeds) {
      for (let at = 0; at < Math.min(seed.length, 700); at += 1) {
        const bytes = Buffer.from(seed)
        bytes[at]! ^= 0xff
        await factsOf(bytes)
        await factsOf(seed.subarray(0, at))
      }
    }
  })
})

describe('the kind of a file', () => {
  const mail =
    'Received: from mx.example by mail.example\r\nFrom: SPECIMEN <a@example.org>\r\nDate: Sun, 1 Mar 2026 10:00:00 +0300\r\nSubject: =?utf-8?B?0KHRh9GR0YI=?=\r\n\tfolded\r\n\r\nТекст'
  const cases: readonly (readonly [string, string | Uint8Array, string])[] = [
    ['plain text', 'Счёт № 1\n', 'text/plain'],
    ['text of an old code page', Buffer.from([0xd1, 0xf7, 0xb8, 0xf2, 0x0a]), 'text/plain'],
    ['text of two bytes a letter', Buffer.from('\ufeffСчёт', 'utf16le'), 'text/plain'],
    ['a page', '<!DOCTYPE html><html><body>x</body></html>', 'text/html'],
    ['a page after a comment', '\n<!-- saved -->\n<HTML lang="ru">', 'text/html'],
    ['a drawing', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'image/svg+xml'],
    [
      'a drawing with a declaration',
      '<?xml version="1.0"?>\n<!-- x -->\n<svg xmlns="http://www.w3.org/2000/svg"/>',
      'image/svg+xml'
    ],
    ['XML', '<?xml version="1.0" encoding="UTF-8"?><Bill/>', 'application/xml'],
    ['a mail', mail, 'message/rfc822'],
    ['a text that speaks of From: and Date:', `Hello,\n\n${mail}`, 'text/plain'],
    ['a table', 'a;b\n1;2\n', 'text/plain'],
    ['an archive', Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(60)]), 'application/zip'],
    [
      'noise',
      Buffer.from(Array.from({ length: 300 }, (_, at) => (at * 151) % 256)),
      'application/octet-stream'
    ],
    ['a program', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]), 'application/x-msdownload']
  ]

  it.each(cases)('%s', async (_, bytes, mediaType) => {
    expect(await typeOf(bytes)).toBe(mediaType)
  })

  it('is told within a moment for a text of one endless line', async () => {
    const begun = busyMs()
    for (const text of [
      '<!--'.repeat(80_000),
      'a:'.repeat(200_000),
      ' '.repeat(300_000),
      '<?xml '.repeat(50_000),
      'From: x\n '.repeat(40_000)
    ]) {
      await typeOf(text)
    }
    expect(busyMs() - begun).toBeLessThan(3000)
  })
})

describe('the caption a file begins with', () => {
  it.each([
    ['schet_mart_2026.pdf', 'schet_mart_2026'],
    ['архив.tar.gz', 'архив.tar'],
    ['no extension', 'no extension'],
    ['.hidden', '.hidden'],
    ['v1.2 договор №5', 'v1.2 договор №5'],
    ['счёт\u202efdp.exe', 'счёт\ufffdfdp'],
    ['照片 1.JPG', '照片 1'],
    ['  spaced .txt', 'spaced']
  ])('%j: %j', (name, caption) => {
    expect(captionFrom(name)).toBe(caption)
  })

  it('fits a line, and no character is cut in half', () => {
    const caption = captionFrom('😀'.repeat(400))
    expect(caption.length).toBeLessThanOrEqual(300)
    expect(() => encodeURIComponent(caption)).not.toThrow()
  })
})

function run(command: string, ...options: readonly string[]): void {
  execFileSync(command, options, { stdio: ['ignore', 'ignore', 'inherit'] })
}

/** What a viewer does that saves a note: new objects and a new cross-reference after the old end. */
function appendSaving(from: string, to: string): void {
  run('qpdf', '--object-streams=disable', from, to)
  const before = readFileSync(to, 'latin1')
  const prev = /startxref\s+(\d+)/.exec(before)?.[1] ?? '0'
  const root = /\/Root (\d+ 0 R)/.exec(before)?.[1] ?? ''
  const at = before.length + '900 0 obj\n(note)\nendobj\n'.length
  const saving = `900 0 obj\n(note)\nendobj\nxref\n900 1\n${String(before.length).padStart(10, '0')} 00000 n \ntrailer\n<</Size 901/Root ${root}/Prev ${prev}>>\nstartxref\n${at}\n%%EOF\n`
  writeFileSync(to, Buffer.from(before + saving, 'latin1'))
}
