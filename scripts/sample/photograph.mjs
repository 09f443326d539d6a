// Makes a photo out of a drawn scene: the camera's softness, grain and JPEG, and what it writes about itself.
import sharp from 'sharp'

const GRAIN_STRENGTH = 9

/**
 * @param {Buffer} scene PNG
 * @param {{ takenAt: string, orientation?: 1 | 6, seed: number }} shot `takenAt` as EXIF writes it, `2026:08:14 12:31:04`
 */
export async function photograph(scene, { takenAt, orientation = 1, seed }) {
  const { data, info } = await sharp(scene)
    .removeAlpha()
    .blur(0.55)
    .raw()
    .toBuffer({ resolveWithObject: true })
  const grainy = withGrain(data, info.channels, seed)
  const upright = sharp(grainy, { raw: { width: info.width, height: info.height, channels: 3 } })
  // Orientation 6: the sensor lay on its side, and the viewer has to turn the picture a quarter to the right.
  const stored = orientation === 6 ? upright.rotate(270) : upright
  return stored
    .jpeg({ quality: 78, mozjpeg: true })
    .withMetadata({ orientation })
    .withExifMerge({
      IFD0: { Make: 'OBRAZETS', Model: 'SPECIMEN 1', Software: 'SPECIMEN', DateTime: takenAt },
      IFD2: { DateTimeOriginal: takenAt, OffsetTimeOriginal: '+03:00' }
    })
    .toBuffer()
}

/**
 * Own noise and not the library's: the same photo has to come out of every run.
 *
 * @param {Buffer} pixels
 * @param {number} channels
 * @param {number} seed
 */
function withGrain(pixels, channels, seed) {
  const grainy = Buffer.from(pixels)
  let state = seed * 2_654_435_761
  for (let at = 0; at < grainy.length; at += channels) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    const shift = ((state >>> 16) / 65_536 + (state & 0xffff) / 65_536 - 1) * GRAIN_STRENGTH
    for (let channel = 0; channel < channels; channel += 1) {
      grainy[at + channel] = Math.max(0, Math.min(255, Math.round((grainy[at + channel] ?? 0) + shift)))
    }
  }
  return grainy
}
