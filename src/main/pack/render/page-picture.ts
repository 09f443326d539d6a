import { deflateSync } from 'node:zlib'
import type { DrawnPicture } from './render-protocol.ts'

/** Sixteen steps of red, green and blue each: more than the soft edges of letters need. */
const SHADES = 4096
const MOST_COLOURS = 256
/** Pixels unlike the one before them: in pages of text, tables and drawings one in twenty, in photographs every third. */
const PHOTO_SHARE = 0.12
/** A finer search takes three times as long for a tenth less. */
const DEFLATE_LEVEL = 5

export interface Pixels {
  /** RGB and one more byte of each pixel, row by row. */
  readonly rgbx: Uint8Array
  readonly pixelWidth: number
  readonly pixelHeight: number
}

interface Shades {
  /** By the shade: its exact colour, the most frequent of those that fall together in it. */
  readonly colours: Int32Array
  readonly counts: Int32Array
  /** Of pixels that differ from the one before. */
  readonly share: number
}

/** Text and drawings keep their colours and edges; what is like a photograph is left to be compressed as one. */
export function pagePicture(pixels: Pixels): DrawnPicture {
  const { pixelWidth, pixelHeight } = pixels
  const shades = shadesOf(pixels)
  const used = [...shades.counts.keys()].filter((shade) => shades.counts[shade]! > 0)
  if (shades.share > PHOTO_SHARE || used.length > MOST_COLOURS)
    return { kind: 'colours', rgb: withoutFourth(pixels.rgbx), pixelWidth, pixelHeight }
  const bits = used.length <= 2 ? 1 : used.length <= 4 ? 2 : used.length <= 16 ? 4 : 8
  const palette = new Uint8Array(used.length * 3)
  const indexOf = new Uint8Array(SHADES)
  for (const [index, shade] of used.entries()) {
    const colour = shades.colours[shade]!
    palette.set([colour >> 16, (colour >> 8) & 255, colour & 255], index * 3)
    indexOf[shade] = index
  }
  const rows = packedRows(pixels, indexOf, bits)
  return {
    kind: 'rows',
    deflated: deflateSync(rows, { level: DEFLATE_LEVEL }),
    bits,
    palette,
    pixelWidth,
    pixelHeight
  }
}

function shadesOf({ rgbx }: Pixels): Shades {
  const counts = new Int32Array(SHADES)
  const colours = new Int32Array(SHADES)
  const votes = new Int32Array(SHADES)
  let changes = 0
  let last = -1
  for (let at = 0; at < rgbx.length; at += 4) {
    const colour = (rgbx[at]! << 16) | (rgbx[at + 1]! << 8) | rgbx[at + 2]!
    if (colour !== last) changes += 1
    last = colour
    const shade = shadeOf(colour)
    counts[shade]! += 1
    if (colours[shade] === colour) votes[shade]! += 1
    else if (votes[shade] === 0) {
      colours[shade] = colour
      votes[shade] = 1
    } else votes[shade]! -= 1
  }
  return { counts, colours, share: changes / (rgbx.length / 4) }
}

function shadeOf(colour: number): number {
  return ((colour >> 12) & 0xf00) | ((colour >> 8) & 0xf0) | ((colour >> 4) & 0xf)
}

function packedRows(
  { rgbx, pixelWidth, pixelHeight }: Pixels,
  indexOf: Uint8Array,
  bits: number
): Uint8Array {
  const rowBytes = Math.ceil((pixelWidth * bits) / 8)
  const rows = new Uint8Array(rowBytes * pixelHeight)
  let at = 0
  for (let y = 0; y < pixelHeight; y += 1) {
    let bit = y * rowBytes * 8
    for (let x = 0; x < pixelWidth; x += 1) {
      const shade = ((rgbx[at]! & 0xf0) << 4) | (rgbx[at + 1]! & 0xf0) | (rgbx[at + 2]! >> 4)
      rows[bit >> 3]! |= indexOf[shade]! << (8 - bits - (bit & 7))
      at += 4
      bit += bits
    }
  }
  return rows
}

export function withoutFourth(rgbx: Uint8Array): Uint8Array {
  const rgb = new Uint8Array((rgbx.length / 4) * 3)
  for (let from = 0, to = 0; from < rgbx.length; from += 4, to += 3) {
    rgb[to] = rgbx[from]!
    rgb[to + 1] = rgbx[from + 1]!
    rgb[to + 2] = rgbx[from + 2]!
  }
  return rgb
}
