import { deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { either, shown, slip, type Expected } from './corpus-file.ts'
import { pngOf } from './png-bytes.ts'
import { halfClear, smallPicture } from './small-picture.ts'

type Case = readonly [name: string, bytes: Buffer, expected: Expected]

const TOO_LARGE = slip('image-too-large')
const BROKEN = slip('image-broken')

/** What encoders make: each of them is shown. */
export async function pngKinds(): Promise<readonly Case[]> {
  const picture = smallPicture()
  const deep = () => smallPicture().toColourspace('rgb16')
  const made: Readonly<Record<string, Promise<Buffer>>> = {
    plain: picture.clone().png().toBuffer(),
    grey: picture.clone().toColourspace('b-w').png().toBuffer(),
    'grey-deep': picture.clone().toColourspace('grey16').png().toBuffer(),
    palette: picture.clone().png({ palette: true }).toBuffer(),
    'palette-of-2': picture.clone().png({ palette: true, colours: 2 }).toBuffer(),
    'palette-of-4': picture.clone().png({ palette: true, colours: 4 }).toBuffer(),
    'palette-of-16': picture.clone().png({ palette: true, colours: 16 }).toBuffer(),
    'palette-with-alpha': halfClear().png({ palette: true }).toBuffer(),
    'palette-with-alpha-interlaced': halfClear().png({ palette: true, progressive: true }).toBuffer(),
    'palette-interlaced': picture.clone().png({ palette: true, progressive: true }).toBuffer(),
    alpha: halfClear().png().toBuffer(),
    'alpha-interlaced': halfClear().png({ progressive: true }).toBuffer(),
    'grey-with-alpha': halfClear().toColourspace('b-w').png().toBuffer(),
    '16-bit': deep().png().toBuffer(),
    '16-bit-interlaced': deep().png({ progressive: true }).toBuffer(),
    '16-bit-with-alpha': deep().ensureAlpha(0.5).png().toBuffer(),
    interlaced: picture.clone().png({ progressive: true }).toBuffer(),
    'not-compressed': picture.clone().png({ compressionLevel: 0 }).toBuffer(),
    'with-profile': picture.clone().withIccProfile('p3').png().toBuffer(),
    line: sharp({ create: { width: 16_384, height: 1, channels: 3, background: '#336699' } })
      .png()
      .toBuffer(),
    'one-dot': sharp({ create: { width: 1, height: 1, channels: 4, background: '#33669980' } })
      .png()
      .toBuffer()
  }
  return Promise.all(
    Object.entries(made).map(async ([name, bytes]): Promise<Case> => [name, await bytes, shown(1)])
  )
}

/** A PNG of nothing but the chunks it must have. */
function rawPng(
  width: number,
  height: number,
  bits: number,
  colours: number,
  rows: Buffer,
  isInterlaced = false
): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width)
  header.writeUInt32BE(height, 4)
  header.set([bits, colours, 0, 0, isInterlaced ? 1 : 0], 8)
  return pngOf([
    { type: 'IHDR', data: header },
    { type: 'IDAT', data: deflateSync(rows) },
    { type: 'IEND', data: Buffer.alloc(0) }
  ])
}

/** Kinds no encoder at hand makes, and sizes that lie. */
export function pngSizes(): readonly Case[] {
  return [
    ...[1, 2, 4, 8, 16].map((bits): Case => [
      `grey-${bits}-bit`,
      rawPng(8, 8, bits, 0, Buffer.alloc(8 * (1 + bits))),
      shown(1)
    ]),
    ['size-30000', rawPng(30_000, 30_000, 8, 2, Buffer.alloc(1000)), TOO_LARGE],
    ['size-2147483647', rawPng(2_147_483_647, 2_147_483_647, 16, 6, Buffer.alloc(9)), TOO_LARGE],
    ['size-4294967295', rawPng(4_294_967_295, 1, 8, 2, Buffer.alloc(9)), TOO_LARGE],
    ['size-16384-too-many', rawPng(16_384, 16_384, 8, 2, Buffer.alloc(9)), TOO_LARGE],
    ['size-30000-interlaced', rawPng(30_000, 30_000, 8, 6, Buffer.alloc(9), true), TOO_LARGE],
    ['size-9000-of-nothing', rawPng(9000, 9000, 1, 0, Buffer.alloc(9)), either(1)],
    ['size-9000-of-nothing-interlaced', rawPng(9000, 9000, 1, 0, Buffer.alloc(9), true), either(1)],
    ['size-0', rawPng(0, 0, 8, 2, Buffer.alloc(9)), BROKEN],
    ['width-0', rawPng(0, 8, 8, 2, Buffer.alloc(9)), BROKEN],
    ['data-bomb', rawPng(8, 8, 8, 2, Buffer.alloc(300_000_000)), either(1)],
    ['data-bomb-interlaced', rawPng(8, 8, 8, 6, Buffer.alloc(100_000_000), true), either(1)],
    ['filter-of-99', rawPng(8, 8, 8, 0, Buffer.alloc(72, 99)), either(1)],
    ['palette-missing', rawPng(8, 8, 8, 3, Buffer.alloc(72)), BROKEN]
  ]
}
