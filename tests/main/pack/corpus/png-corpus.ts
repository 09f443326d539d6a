import { crc32, deflateSync } from 'node:zlib'
import { either, shown, slip, type CorpusFile } from './corpus-file.ts'
import { chunksOf, pngOf, withChunk, withChunks, withHeader } from './png-bytes.ts'
import { cut, hit, type PictureCase } from './picture-damage.ts'
import { pngKinds, pngSizes } from './png-kinds.ts'
import { halfClear, smallPicture } from './small-picture.ts'

const BROKEN = slip('image-broken')
const CUTS = 16

/** PNGs of every kind, with headers, chunks and data that are wrong, cut off and damaged. */
export async function pngFiles(): Promise<readonly CorpusFile[]> {
  const plain = await smallPicture().png().toBuffer()
  const coloured = await smallPicture().png({ palette: true, colours: 16 }).toBuffer()
  const clear = await halfClear().png({ progressive: true }).toBuffer()
  return [
    ...(await pngKinds()),
    ...pngSizes(),
    ...headers(plain),
    ...chunks(plain, coloured),
    ...data(plain),
    ...cut('plain', plain, CUTS),
    ...cut('interlaced', clear, CUTS),
    ...hit('plain', plain, 3),
    ...hit('interlaced', clear, 4)
  ].map(([name, bytes, expected]) => ({ name: `png-${name}.png`, bytes, expected, texts: [] }))
}

function headers(plain: Buffer): readonly PictureCase[] {
  const header = (at: number, value: number) => withHeader(plain, (bytes) => bytes.writeUInt8(value, at))
  const first = chunksOf(plain)[0] ?? { type: 'IHDR', data: Buffer.alloc(13) }
  return [
    ...[0, 3, 5, 32, 255].map((bits): PictureCase => [`bits-${bits}`, header(8, bits), either(1)]),
    ...[1, 5, 7, 255].map((colours): PictureCase => [`colours-${colours}`, header(9, colours), BROKEN]),
    ['colours-with-alpha-it-has-not', header(9, 6), either(1)],
    ['colours-grey-it-is-not', header(9, 0), either(1)],
    ['colours-palette-it-has-not', header(9, 3), BROKEN],
    ['compression-9', header(10, 9), BROKEN],
    ['filter-9', header(11, 9), BROKEN],
    ['interlace-9', header(12, 9), either(1)],
    ['interlace-it-has-not', header(12, 1), either(1)],
    [
      'header-missing',
      withChunks(plain, (chunk) => (chunk.type === 'IHDR' ? [] : [chunk])),
      slip('image-broken', 'no-page-form')
    ],
    ['header-twice', withChunk(plain, 'IHDR', first.data), either(1)],
    [
      'header-short',
      withChunks(plain, (chunk) =>
        chunk.type === 'IHDR' ? [{ type: 'IHDR', data: chunk.data.subarray(0, 9) }] : [chunk]
      ),
      slip('image-broken', 'no-page-form')
    ],
    [
      'signature-as-text',
      Buffer.from(plain.toString('latin1').replace('\r\n', '\n'), 'latin1'),
      slip('image-broken', 'no-page-form')
    ]
  ]
}

function chunks(plain: Buffer, coloured: Buffer): readonly PictureCase[] {
  const rubbish = Buffer.from('SPECIMEN rubbish '.repeat(30))
  const palette = (bytes: Buffer) =>
    withChunks(coloured, (chunk) => (chunk.type === 'PLTE' ? [{ type: 'PLTE', data: bytes }] : [chunk]))
  const bomb = Buffer.concat([Buffer.from('Comment\0\0', 'latin1'), deflateSync(Buffer.alloc(50_000_000))])
  return [
    ...['IHDR', 'IDAT', 'IEND'].map((type): PictureCase => [
      `sum-wrong-${type}`,
      pngOf(chunksOf(plain), type),
      either(1)
    ]),
    ['sum-wrong-PLTE', pngOf(chunksOf(coloured), 'PLTE'), either(1)],
    ['palette-of-none', palette(Buffer.alloc(0)), either(1)],
    ['palette-of-half-a-colour', palette(Buffer.alloc(4)), either(1)],
    ['palette-of-one', palette(Buffer.alloc(3)), either(1)],
    ['palette-of-1000', palette(Buffer.alloc(3000)), either(1)],
    [
      'palette-twice',
      withChunks(coloured, (chunk) => (chunk.type === 'PLTE' ? [chunk, chunk] : [chunk])),
      either(1)
    ],
    [
      'palette-late',
      withChunks(coloured, (chunk) =>
        chunk.type === 'PLTE'
          ? []
          : chunk.type === 'IEND'
            ? [{ type: 'PLTE', data: Buffer.alloc(48) }, chunk]
            : [chunk]
      ),
      either(1)
    ],
    [
      'clear-too-many',
      withChunks(coloured, (chunk) =>
        chunk.type === 'IDAT' ? [{ type: 'tRNS', data: Buffer.alloc(900) }, chunk] : [chunk]
      ),
      either(1)
    ],
    ['clear-of-none', withChunk(plain, 'tRNS', Buffer.alloc(0)), either(1)],
    ['clear-colour', withChunk(plain, 'tRNS', Buffer.alloc(6)), shown(1)],
    ['profile-rubbish', withChunk(plain, 'iCCP', rubbish), shown(1)],
    ['profile-bomb', withChunk(plain, 'iCCP', bomb), shown(1)],
    ['text-bomb', withChunk(plain, 'zTXt', bomb), shown(1)],
    ['text-long', withChunk(plain, 'tEXt', Buffer.alloc(200_000, 'SPECIMEN')), shown(1)],
    ['gamma-0', withChunk(plain, 'gAMA', Buffer.alloc(4)), shown(1)],
    ['size-0-0', withChunk(plain, 'pHYs', Buffer.alloc(9)), shown(1)],
    ['exif-rubbish', withChunk(plain, 'eXIf', rubbish), shown(1)],
    ['moving', withChunk(plain, 'acTL', Buffer.from([0, 0, 0, 9, 0, 0, 0, 0])), either(1)],
    ['unheard-chunk', withChunk(plain, 'spEC', rubbish), shown(1)],
    ['unheard-and-needed', withChunk(plain, 'SPEC', rubbish), either(1)],
    [
      'chunks-500',
      withChunks(plain, (chunk) => [
        ...(chunk.type === 'IDAT'
          ? Array.from({ length: 500 }, () => ({ type: 'tEXt', data: Buffer.from('a\0b') }))
          : []),
        chunk
      ]),
      shown(1)
    ]
  ]
}

function data(plain: Buffer): readonly PictureCase[] {
  const rows = (change: (bytes: Buffer) => readonly Buffer[]) =>
    withChunks(plain, (chunk) =>
      chunk.type === 'IDAT' ? change(chunk.data).map((bytes) => ({ type: 'IDAT', data: bytes })) : [chunk]
    )
  const short = Buffer.from(plain)
  short.writeUInt32BE(0xffff_ffff, 33)
  return [
    ['data-in-single-bytes', rows((bytes) => Array.from(bytes, (byte) => Buffer.from([byte]))), shown(1)],
    ['data-with-empty-chunks', rows((bytes) => [Buffer.alloc(0), bytes, Buffer.alloc(0)]), shown(1)],
    ['data-twice', rows((bytes) => [bytes, bytes]), either(1)],
    ['data-missing', rows(() => []), slip('image-broken', 'no-page-form')],
    ['data-empty', rows(() => [Buffer.alloc(0)]), either(1)],
    ['data-rubbish', rows(() => [Buffer.from('SPECIMEN rubbish '.repeat(9))]), either(1)],
    ['data-too-short', rows((bytes) => [bytes.subarray(0, 20)]), either(1)],
    ['data-sum-wrong', rows((bytes) => [Buffer.concat([bytes.subarray(0, -4), Buffer.alloc(4)])]), either(1)],
    ['data-length-immense', short, either(1)],
    ['end-missing', withChunks(plain, (chunk) => (chunk.type === 'IEND' ? [] : [chunk])), either(1)],
    ['much-behind', Buffer.concat([plain, Buffer.alloc(50_000, 'SPECIMEN')]), shown(1)],
    ['two-pictures', Buffer.concat([plain, plain]), shown(1)],
    ['noise-before', Buffer.concat([Buffer.from('SPECIMEN'), plain]), slip('no-page-form')],
    [
      'sum-of-nothing',
      Buffer.concat([
        plain.subarray(0, 8),
        Buffer.from('00000000', 'hex'),
        Buffer.from('IDAT'),
        sumOf('IDAT')
      ]),
      slip('image-broken', 'no-page-form')
    ]
  ]
}

function sumOf(text: string): Buffer {
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(text))
  return sum
}
