import { createCipheriv } from 'node:crypto'
import { expect, it } from 'vitest'
import { PalettePicture } from '../../../../src/main/pack/render/palette-picture.ts'

const SIZE = { pixelWidth: 400, pixelHeight: 300 }

/** @param greyAt what a pixel is, 0 to 255 */
function picture(greyAt: (x: number, y: number) => number) {
  const { pixelWidth, pixelHeight } = SIZE
  const rgbx = new Uint8Array(pixelWidth * pixelHeight * 4).fill(255)
  for (let pixel = 0; pixel < pixelWidth * pixelHeight; pixel += 1)
    rgbx.fill(greyAt(pixel % pixelWidth, Math.floor(pixel / pixelWidth)), pixel * 4, pixel * 4 + 3)
  const kept = new PalettePicture(SIZE, new Uint8Array(pixelWidth * pixelHeight))
  expect(kept.add(rgbx)).toBe(true)
  return kept.finish()
}

const noise = createCipheriv('aes-128-ctr', Buffer.alloc(16, 1), Buffer.alloc(16)).update(
  Buffer.alloc(120_000)
)
const grain = (x: number, y: number) => noise[y * SIZE.pixelWidth + x] ?? 0
/** Strokes close together, each with a soft edge on both its sides: two pixels in five are unlike the one before. */
const letters = (x: number) => [255, 255, 255, 255, 140, 0, 0, 0, 90, 255][x % 10] ?? 255

it('keeps a page of letters, however close they stand', () => {
  expect(picture(letters)?.kind).toBe('rows')
})

it('leaves a page to be compressed on which a twentieth is a grey photograph: its shades would be sixteen', () => {
  const isPhoto = (x: number, y: number) => x < 80 && y < 75
  expect(picture((x, y) => (isPhoto(x, y) ? grain(x, y) : 255))).toBeNull()
  expect(picture((x, y) => (isPhoto(x, y) ? grain(x, y) : y % 40 < 8 ? letters(x) : 255))).toBeNull()
})

it('keeps a page with a line that is not quite level', () => {
  expect(picture((x, y) => (y === 150 && x < 200 ? x : 255))?.kind).toBe('rows')
})

it.each([
  ['across', (x: number) => 100 + (x >> 2)],
  ['down', (_x: number, y: number) => 100 + (y >> 2)]
])('leaves a page to be compressed on which a gradient runs %s: it would have bands', (_way, shade) => {
  expect(picture((x, y) => (x < 200 && y < 100 ? shade(x, y) : y % 40 < 8 ? letters(x) : 255))).toBeNull()
})
