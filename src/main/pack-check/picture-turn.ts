/** EXIF orientation of a JPEG, 1 where it says none: TIFF 6.0 tag 274 inside the APP1 segment. */
export function orientationOf(jpeg: Buffer): number {
  let at = 2
  while (at + 4 <= jpeg.length && jpeg[at] === 0xff) {
    const marker = jpeg[at + 1]
    const length = jpeg.readUInt16BE(at + 2)
    if (marker === 0xda) return 1
    if (marker === 0xe1 && jpeg.toString('latin1', at + 4, at + 10) === 'Exif\0\0')
      return orientationIn(jpeg.subarray(at + 10, at + 2 + length))
    at += 2 + length
  }
  return 1
}

function orientationIn(tiff: Buffer): number {
  if (tiff.length < 8) return 1
  const isLittle = tiff.toString('latin1', 0, 2) === 'II'
  const short = (at: number) =>
    at + 2 > tiff.length ? 0 : isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at)
  const directory = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
  for (let row = 0; row < short(directory); row += 1) {
    const at = directory + 2 + row * 12
    if (short(at) !== 274) continue
    const value = short(at + 8)
    return value >= 1 && value <= 8 ? value : 1
  }
  return 1
}

/** Signs of a b c d that bring a picture of this orientation upright; the unit square's first row is its top. */
const UPRIGHT: Readonly<Record<number, readonly [number, number, number, number]>> = {
  1: [1, 0, 0, 1],
  2: [-1, 0, 0, 1],
  3: [-1, 0, 0, -1],
  4: [1, 0, 0, -1],
  5: [0, -1, -1, 0],
  6: [0, -1, 1, 0],
  7: [0, 1, 1, 0],
  8: [0, 1, -1, 0]
}

/** The same for a page of a source by its /Rotate. */
const UPRIGHT_FORM: Readonly<Record<number, readonly [number, number, number, number]>> = {
  0: [1, 0, 0, 1],
  90: [0, -1, 1, 0],
  180: [-1, 0, 0, -1],
  270: [0, 1, -1, 0]
}

export function isPictureUpright(matrix: readonly number[], orientation: number): boolean {
  return hasSigns(matrix, UPRIGHT[orientation])
}

export function isFormUpright(matrix: readonly number[], rotation: number): boolean {
  return hasSigns(matrix, UPRIGHT_FORM[rotation])
}

/** Below what a number of the file can say: a line of one pixel is no turn. */
const NOTHING = 1e-7

function hasSigns(matrix: readonly number[], wanted: readonly number[] | undefined): boolean {
  const signs = matrix.slice(0, 4).map((value) => (Math.abs(value) < NOTHING ? 0 : Math.sign(value)))
  return wanted !== undefined && signs.every((sign, index) => sign === wanted[index])
}
