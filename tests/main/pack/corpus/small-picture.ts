import sharp, { type Sharp } from 'sharp'

/** Some fields of colour with a run through them: small, and yet every bit of it matters to a decoder. */
export function smallPicture(): Sharp {
  const [width, height] = [60, 40]
  const dots = Buffer.alloc(width * height * 3)
  for (let dot = 0; dot < width * height; dot += 1) {
    const [x, y] = [dot % width, Math.floor(dot / width)]
    dots.set([(x * 4) % 256, (y * 6) % 256, x > 30 === y > 20 ? 200 : 40], dot * 3)
  }
  return sharp(dots, { raw: { width, height, channels: 3 } })
}

/** The picture with its left half clear. */
export function halfClear(): Sharp {
  const half = { width: 30, height: 40, channels: 4 as const, background: '#00000000' }
  return smallPicture()
    .ensureAlpha()
    .composite([{ input: { create: half }, left: 0, top: 0, blend: 'dest-in' }])
}
