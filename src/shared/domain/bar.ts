/** A part of a picture that packs with masked data cover. Fractions of the picture as it stands upright. */
export interface Bar {
  readonly id: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** What lies under it, in the user's words; may be empty. */
  readonly what: string
}

/** Kinds of files that packs show as pictures: elsewhere nothing is covered. */
export function canHaveBars({ mediaType }: { readonly mediaType: string }): boolean {
  return mediaType === 'image/jpeg' || mediaType === 'image/png'
}

/** Sums of fractions miss 1 by as little as this. */
const ROUNDING = 1e-9

export function isInsidePicture({ x, y, width, height }: Omit<Bar, 'id' | 'what'>): boolean {
  const isSpan = (start: number, length: number) => start >= 0 && length > 0 && start + length <= 1 + ROUNDING
  return isSpan(x, width) && isSpan(y, height)
}
