import { constants, deflateRawSync, deflateSync } from 'node:zlib'
import { either, type CorpusFile, type Expected } from './corpus-file.ts'
import { buildPdf, bytesOf, objectStream, streamBody, type Body } from './raw-pdf.ts'
import { pageContent, specimenPdf, type Change } from './specimen-pdf.ts'

const TEXT = pageContent('SPECIMEN page 1')
const MEGABYTE = 1024 * 1024
const SPACE = 0x20

/** Small files that unfold into far more than a memory holds. The list is short: each costs a second. */
export function bombPdfs(): readonly CorpusFile[] {
  const cases: readonly (readonly [string, Buffer, Expected])[] = [
    ['content', content(deflated(300), '/Filter /FlateDecode'), either(2)],
    ['content-in-a-list', inList(deflated(300), '/Filter /FlateDecode'), either(2)],
    ['content-many-times', manyTimes(), either(2)],
    [
      'content-twice-deflated',
      inList(deflateSync(deflated(400)), '/Filter [/FlateDecode /FlateDecode]'),
      either(2)
    ],
    ['content-lzw', inList(lzw(), '/Filter /LZWDecode'), either(2)],
    ['content-run-length', inList(runs(), '/Filter /RunLengthDecode'), either(2)],
    [
      'content-predicted',
      inList(deflated(60), '/Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 4 >>'),
      either(2)
    ],
    [
      'objects',
      specimenPdf({
        form: 'stream',
        objects: { 10: streamBody(deflated(300), '/Type /ObjStm /N 1 /First 10 /Filter /FlateDecode') }
      }).bytes,
      either(2)
    ],
    ['references', referenceBomb(), either(2)],
    ['picture', picture(), either(2)],
    ['million-objects-packed', millionObjectsPacked(), either(1)]
  ]
  return cases.map(([name, bytes, expected]) => ({ name: `bomb-${name}.pdf`, bytes, expected, texts: [] }))
}

/** So many megabytes of spaces, deflated to a thousandth: one of them over and over, since each is like the last. */
function deflated(megabytes: number): Buffer {
  const bytes = megabytes * MEGABYTE
  const one = deflateRawSync(Buffer.alloc(MEGABYTE, SPACE), { finishFlush: constants.Z_FULL_FLUSH })
  const check = Buffer.alloc(4)
  check.writeUInt32BE(adler32OfSpaces(bytes))
  return Buffer.concat([
    Buffer.from([0x78, 0x01]),
    ...Array.from({ length: megabytes }, () => one),
    deflateRawSync(Buffer.alloc(0)),
    check
  ])
}

/** The sums of RFC 1950, which for equal bytes need no loop. */
function adler32OfSpaces(bytes: number): number {
  const [count, most] = [BigInt(bytes), 65521n]
  const sum = (1n + count * BigInt(SPACE)) % most
  const ofSums = (count + (BigInt(SPACE) * count * (count + 1n)) / 2n) % most
  return Number(ofSums * 65536n + sum)
}

function content(data: Body, entries: string): Buffer {
  return specimenPdf({ objects: { 4: streamBody(data, entries) } }).bytes
}

function inList(data: Body, entries: string): Buffer {
  return listed('[4 0 R 10 0 R]', { 10: streamBody(data, entries) })
}

function listed(list: string, objects: Change['objects']): Buffer {
  const page = `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${list} /Resources << /Font << /F1 7 0 R >> >> >>`
  return specimenPdf({ objects: { 3: page, 4: streamBody(TEXT), ...objects } }).bytes
}

/** One stream of 20 megabytes, asked for forty times. */
function manyTimes(): Buffer {
  return listed(`[4 0 R ${'10 0 R '.repeat(40)}]`, { 10: streamBody(deflated(20), '/Filter /FlateDecode') })
}

/** The code that clears the table, and then for ever the newest entry: each is one longer than the last. */
function lzw(): Buffer {
  const bytes = Buffer.alloc(3 * MEGABYTE)
  let [held, width, at] = [0, 0, 0]
  for (let code = 258, bits = 9, next = -1; at < bytes.length - 4; next += 1) {
    const value = next === -1 ? 256 : next === 0 ? 32 : code
    held = (held << bits) | value
    width += bits
    while (width >= 8) {
      bytes[at++] = (held >> (width - 8)) & 0xff
      width -= 8
    }
    held &= (1 << width) - 1
    if (next > 0 && code < 4093) code += 1
    bits = code + 1 > 2047 ? 12 : code + 1 > 1023 ? 11 : code + 1 > 511 ? 10 : 9
  }
  return bytes
}

/** Two bytes that stand for 128. */
function runs(): Buffer {
  return Buffer.alloc(4 * MEGABYTE, Buffer.from([0x81, 0x20]))
}

function referenceBomb(): Buffer {
  const { bytes } = specimenPdf({ form: 'stream' })
  const at = bytes.length
  const table = streamBody(deflated(300), '/Type /XRef /Size 9 /W [1 4 2] /Filter /FlateDecode /Root 1 0 R')
  return Buffer.concat([bytes, bytesOf('20 0 obj\n'), table, bytesOf(`\nendobj\nstartxref\n${at}\n%%EOF\n`)])
}

function picture(): Buffer {
  const image =
    '/Type /XObject /Subtype /Image /Width 60000 /Height 60000 /ColorSpace /DeviceGray /BitsPerComponent 1'
  return specimenPdf({
    resources: '/XObject << /X0 10 0 R >>',
    objects: {
      4: streamBody(`${TEXT} q 99 0 0 99 0 0 cm /X0 Do Q`),
      10: streamBody(deflated(100), `${image} /Filter /FlateDecode`)
    }
  }).bytes
}

/** A million objects in streams of ten thousand, a few hundred kilobytes as a file. */
function millionObjectsPacked(): Buffer {
  const [streams, each] = [100, 10_000]
  const objects = new Map<number, Body>([
    [1, '<< /Type /Catalog /Pages 2 0 R >>'],
    [2, '<< /Type /Pages /Kids [3 0 R] /Count 1 >>'],
    [3, '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 300] >>']
  ])
  for (let stream = 0; stream < streams; stream += 1) {
    const first = 1000 + stream * each
    const held = Array.from({ length: each }, (_, index) => [first + index, '[]'] as const)
    objects.set(10 + stream, objectStream(held))
  }
  return buildPdf({ objects, trailer: '/Root 1 0 R', form: 'object-streams' }).bytes
}
