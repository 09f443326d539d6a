/** Larger pictures fill the memory of whoever opens the pack. */
const LARGEST_SIDE = 16_384
export const LARGEST_PIXELS = 100_000_000

/** What is wrong with a picture; the pack shows a slip in its place. */
export class PictureRefused extends Error {
  readonly reason: 'image-broken' | 'image-too-large'
  constructor(reason: 'image-broken' | 'image-too-large') {
    super(reason)
    this.reason = reason
  }
}

export function checkPictureSize(width: number, height: number): void {
  if (width < 1 || height < 1) throw new PictureRefused('image-broken')
  if (width > LARGEST_SIDE || height > LARGEST_SIDE || width * height > LARGEST_PIXELS) {
    throw new PictureRefused('image-too-large')
  }
}
