import sharp from 'sharp'
import { either, shown, slip, type CorpusFile, type Expected } from './corpus-file.ts'
import {
  editSegment,
  exif,
  segmentsOf,
  withFrame,
  withoutSegment,
  withSegment,
  withSize
} from './jpeg-bytes.ts'
import { cut, hit, type PictureCase } from './picture-damage.ts'
import { smallPicture } from './small-picture.ts'

const TOO_LARGE = slip('image-too-large')
const BROKEN = slip('image-broken')
const [EXIF, PROFILE, ADOBE, TABLE, CODES, SCAN] = [0xe1, 0xe2, 0xee, 0xdb, 0xc4, 0xda]
const CUTS = 18

export async function jpegFiles(): Promise<readonly CorpusFile[]> {
  const picture = smallPicture()
  const plain = await picture.clone().jpeg({ quality: 80 }).toBuffer()
  const progressive = await picture.clone().jpeg({ progressive: true }).toBuffer()
  const inks = await picture.clone().toColourspace('cmyk').jpeg().toBuffer()
  return [
    ...(await kinds()),
    ...orientations(plain),
    ...segments(plain, inks),
    ...sizes(plain),
    ...frames(plain),
    ...cut('plain', plain, CUTS),
    ...cut('progressive', progressive, CUTS),
    ...hit('plain', plain, 1),
    ...hit('progressive', progressive, 2)
  ].map(([name, bytes, expected]) => ({ name: `jpeg-${name}.jpg`, bytes, expected, texts: [] }))
}

async function kinds(): Promise<readonly PictureCase[]> {
  const picture = smallPicture()
  const wide = (width: number, height: number) =>
    sharp({ create: { width, height, channels: 3, background: '#336699' } })
      .jpeg({ quality: 20 })
      .toBuffer()
  const made: readonly (readonly [string, Promise<Buffer>, Expected])[] = [
    ['plain', picture.clone().jpeg().toBuffer(), shown(1)],
    ['grey', picture.clone().toColourspace('b-w').jpeg().toBuffer(), shown(1)],
    ['progressive', picture.clone().jpeg({ progressive: true }).toBuffer(), shown(1)],
    [
      'progressive-grey',
      picture.clone().toColourspace('b-w').jpeg({ progressive: true }).toBuffer(),
      shown(1)
    ],
    ['cmyk', picture.clone().toColourspace('cmyk').jpeg().toBuffer(), shown(1)],
    [
      'cmyk-progressive',
      picture.clone().toColourspace('cmyk').jpeg({ progressive: true }).toBuffer(),
      shown(1)
    ],
    ['full-colours', picture.clone().jpeg({ chromaSubsampling: '4:4:4' }).toBuffer(), shown(1)],
    ['tuned', picture.clone().jpeg({ mozjpeg: true }).toBuffer(), shown(1)],
    ['worst', picture.clone().jpeg({ quality: 1 }).toBuffer(), shown(1)],
    ['best', picture.clone().jpeg({ quality: 100 }).toBuffer(), shown(1)],
    ['with-profile', picture.clone().withIccProfile('p3').jpeg().toBuffer(), shown(1)],
    [
      'with-ink-profile',
      picture.clone().toColourspace('cmyk').withIccProfile('cmyk').jpeg({ quality: 20 }).toBuffer(),
      shown(1)
    ],
    ['one-dot', wide(1, 1), shown(1)],
    ['line', wide(16_384, 1), shown(1)],
    ['column', wide(1, 16_384), shown(1)],
    ['too-wide', wide(16_400, 8), TOO_LARGE],
    ['too-high', wide(8, 60_000), TOO_LARGE]
  ]
  return Promise.all(
    made.map(async ([name, bytes, expected]): Promise<PictureCase> => [name, await bytes, expected])
  )
}

/** All eight in both byte orders, and what no camera writes. */
function orientations(plain: Buffer): readonly PictureCase[] {
  const eight = [1, 2, 3, 4, 5, 6, 7, 8]
  const wrong = [
    exif({ isLittle: true, value: 0 }),
    exif({ isLittle: true, value: 9 }),
    exif({ isLittle: false, value: 65_535 }),
    exif({ isLittle: true, value: 6, type: 99 }),
    exif({ isLittle: true, value: 6, count: 4_294_967_295 }),
    exif({ isLittle: true, value: 6, directory: 4_000_000_000 }),
    exif({ isLittle: false, value: 6, directory: 0 }),
    exif({ isLittle: true, value: 6, entries: 65_535 }),
    exif({ isLittle: true, value: 6 }).subarray(0, 15),
    Buffer.from('Exif\0\0', 'latin1'),
    Buffer.from('Exif\0\0XX SPECIMEN', 'latin1'),
    Buffer.alloc(0)
  ]
  return [
    ...eight.map((value): PictureCase => [
      `orientation-${value}`,
      withSegment(plain, EXIF, exif({ isLittle: true, value })),
      shown(1)
    ]),
    ...eight.map((value): PictureCase => [
      `orientation-${value}-big-end`,
      withSegment(plain, EXIF, exif({ isLittle: false, value })),
      shown(1)
    ]),
    ...wrong.map((data, index): PictureCase => [
      `orientation-wrong-${index + 1}`,
      withSegment(plain, EXIF, data),
      shown(1)
    ]),
    [
      'orientation-twice',
      withSegment(
        withSegment(plain, EXIF, exif({ isLittle: true, value: 3 })),
        EXIF,
        exif({ isLittle: true, value: 6 })
      ),
      shown(1)
    ]
  ]
}

/** Segments before the picture: profiles that are rubbish, marks of Adobe's, lengths that lie. */
function segments(plain: Buffer, inks: Buffer): readonly PictureCase[] {
  const adobe = (transform: number) =>
    Buffer.concat([Buffer.from('Adobe'), Buffer.from([0, 100, 0, 0, 0, 0, transform])])
  const profile = (data: Buffer) =>
    Buffer.concat([Buffer.from('ICC_PROFILE\0', 'latin1'), Buffer.from([1, 1]), data])
  const bare = segmentsOf(inks).some(({ marker }) => marker === ADOBE) ? withoutSegment(inks, ADOBE) : inks
  let many = plain
  for (let count = 0; count < 300; count += 1) many = withSegment(many, 0xe5, Buffer.from('SPECIMEN'))
  return [
    ...[0, 1, 2, 9].map((transform): PictureCase => [
      `adobe-${transform}`,
      withSegment(plain, ADOBE, adobe(transform)),
      shown(1)
    ]),
    ...[0, 2, 9].map((transform): PictureCase => [
      `adobe-inks-${transform}`,
      withSegment(bare, ADOBE, adobe(transform)),
      shown(1)
    ]),
    ['inks-without-mark', bare, shown(1)],
    ['adobe-cut', withSegment(plain, ADOBE, Buffer.from('Ado')), shown(1)],
    [
      'profile-rubbish',
      withSegment(plain, PROFILE, profile(Buffer.from('SPECIMEN rubbish '.repeat(40)))),
      shown(1)
    ],
    ['profile-empty', withSegment(plain, PROFILE, profile(Buffer.alloc(0))), shown(1)],
    [
      'profile-of-inks',
      withSegment(plain, PROFILE, profile(Buffer.from('\0\0\x02\x30lcms\x02\x10\0\0prtrCMYKLab ', 'latin1'))),
      shown(1)
    ],
    [
      'profile-part-9-of-3',
      withSegment(plain, PROFILE, Buffer.from('ICC_PROFILE\0\x09\x03x', 'latin1')),
      shown(1)
    ],
    ['comment-65533', withSegment(plain, 0xfe, Buffer.alloc(65_533, 'x')), shown(1)],
    ['segments-300', many, shown(1)],
    ['segment-lies', withSegment(plain, 0xe5, Buffer.from('SPECIMEN'), 60_000), either(1)],
    ['segment-length-0', withSegment(plain, 0xe5, Buffer.from('SPECIMEN'), 0), either(1)],
    ['filled', Buffer.concat([plain.subarray(0, 2), Buffer.alloc(500, 0xff), plain.subarray(2)]), either(1)],
    ['much-behind', Buffer.concat([plain, Buffer.alloc(50_000, 'SPECIMEN')]), shown(1)],
    ['two-pictures', Buffer.concat([plain, inks]), shown(1)],
    ['noise-before', Buffer.concat([Buffer.from('SPECIMEN'), plain]), slip('no-page-form')]
  ]
}

function sizes(plain: Buffer): readonly PictureCase[] {
  const size = (width: number, height: number) => withSize(plain, width, height)
  return [
    ['size-30000', size(30_000, 30_000), TOO_LARGE],
    ['size-65535', size(65_535, 65_535), TOO_LARGE],
    ['size-16384', size(16_384, 16_384), TOO_LARGE],
    ['size-9999', size(9999, 9999), either(1)],
    ['size-0', size(0, 0), BROKEN],
    ['width-0', size(0, 40), BROKEN],
    ['height-0', size(60, 0), BROKEN],
    ['width-1', size(1, 40), either(1)]
  ]
}

function frames(plain: Buffer): readonly PictureCase[] {
  const { at } = segmentsOf(plain).find(({ marker }) => marker === SCAN) ?? { at: 0 }
  const frame = (change: (bytes: Buffer) => void) => withFrame(plain, change)
  const marker = (code: number) => frame((bytes) => bytes.writeUInt8(code, 1))
  return [
    ...[2, 5, 0, 255].map((count): PictureCase => [
      `components-${count}`,
      frame((bytes) => bytes.writeUInt8(count, 9)),
      BROKEN
    ]),
    ['components-4-of-3', frame((bytes) => bytes.writeUInt8(4, 9)), either(1)],
    ['components-1-of-3', frame((bytes) => bytes.writeUInt8(1, 9)), either(1)],
    ['bits-12', frame((bytes) => bytes.writeUInt8(12, 4)), BROKEN],
    ['bits-0', frame((bytes) => bytes.writeUInt8(0, 4)), BROKEN],
    ['sampling-0', frame((bytes) => bytes.writeUInt8(0, 11)), either(1)],
    ...[0xc3, 0xc5, 0xc9, 0xcb, 0xcf].map((code): PictureCase => [
      `frame-${code.toString(16)}`,
      marker(code),
      BROKEN
    ]),
    ['frame-says-progressive', marker(0xc2), either(1)],
    ['no-frame', withoutSegment(plain, 0xc0), BROKEN],
    ['no-tables', withoutSegment(plain, TABLE), either(1)],
    ['no-codes', withoutSegment(plain, CODES), either(1)],
    ['no-scan', Buffer.concat([plain.subarray(0, at), Buffer.from([0xff, 0xd9])]), BROKEN],
    ['codes-rubbish', editSegment(plain, [CODES], (bytes) => bytes.fill(0xff, 5)), either(1)],
    ['tables-of-zeros', editSegment(plain, [TABLE], (bytes) => bytes.fill(0, 5)), either(1)],
    [
      'scan-of-zeros',
      Buffer.concat([plain.subarray(0, at + 14), Buffer.alloc(400), Buffer.from([0xff, 0xd9])]),
      either(1)
    ],
    ['scan-of-ones', Buffer.concat([plain.subarray(0, at + 14), Buffer.alloc(400, 0xff)]), either(1)],
    ['no-end', plain.subarray(0, -2), either(1)],
    ['only-a-start', plain.subarray(0, 4), slip('image-broken', 'no-page-form')]
  ]
}
