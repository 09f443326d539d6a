/** A part of a page that packs with masked data cover. Fractions of the page or picture as it stands upright. */
export interface Bar {
  readonly id: string
  /** Of a PDF, counted from 1; a picture has but this one. */
  readonly page: number
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** What lies under it, in the user's words; may be empty. */
  readonly what: string
}

/** Where a bar lies on its page. */
export type BarPlace = Pick<Bar, 'x' | 'y' | 'width' | 'height'>

/** How many pages of a file can have bars: of a PDF all that were found, of a picture that packs show, itself. */
export function coverablePages({
  mediaType,
  pages
}: {
  readonly mediaType: string
  readonly pages: number | null
}): number {
  switch (mediaType) {
    case 'image/jpeg':
    case 'image/png':
      return 1
    case 'application/pdf':
      return pages ?? 0
    default:
      return 0
  }
}

/** Sums of fractions miss 1 by as little as this. */
const ROUNDING = 1e-9

export function isInsidePicture({ x, y, width, height }: BarPlace): boolean {
  const isSpan = (start: number, length: number) => start >= 0 && length > 0 && start + length <= 1 + ROUNDING
  return isSpan(x, width) && isSpan(y, height)
}
