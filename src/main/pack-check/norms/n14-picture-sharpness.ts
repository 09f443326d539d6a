import type { ShownObject } from '../pack-page.ts'
import type { ReadPack } from '../read-pack.ts'
import { changed, held, notHeld, type NormCheck } from './answer.ts'
import { pagesOf } from './pack-parts.ts'

const POINTS_PER_INCH = 72
const LEAST_DPI = 200
const MOST_DPI = 300
/** A picture that was handed in is shown smaller rather than coarser than this, but for one that would be very small. */
const COARSEST_DPI = 150
const SMALL_WIDTH = 300
/** Positions are rounded. */
const ROUNDING = 0.01

/**
 * N14: pictures of 200 to 300 dots an inch. One that was handed in has the dots that it has, for its bytes are the
 * proof; but the pack must not show it larger than it can be read.
 */
export const n14PictureSharpness: NormCheck = (pack) => {
  const blownUp = picturePages(pack).filter(({ shown }) => shown.some(isBlownUp))
  if (blownUp.length > 0)
    return notHeld(
      'N14',
      'picture-blown-up',
      blownUp.map(({ number }) => number)
    )
  const other = pack.pages.filter(({ shown }) => shown.some(isOutside))
  return other.length === 0
    ? held('N14')
    : changed(
        'N14',
        'pictures-unchanged',
        other.map(({ number }) => number)
      )
}

/** Pages of exhibits that are a picture, or were drawn as one: there the pack itself chose size and dots. */
function picturePages({ manifest, pages }: ReadPack) {
  const pictures = (manifest?.exhibits ?? []).filter(
    ({ mediaType }) => mediaType.startsWith('image/') || mediaType === 'application/pdf'
  )
  return pictures.flatMap((exhibit) => pagesOf(exhibit, pages))
}

function widthOf({ matrix }: ShownObject): number {
  return Math.hypot(matrix[0], matrix[1])
}

function dpiOf(object: ShownObject): number {
  return (object.width * POINTS_PER_INCH) / widthOf(object)
}

function isBlownUp(object: ShownObject): boolean {
  const isLarge = Math.min(widthOf(object), Math.hypot(object.matrix[2], object.matrix[3])) > SMALL_WIDTH + 1
  return object.kind === 'picture' && isLarge && dpiOf(object) < COARSEST_DPI * (1 - ROUNDING)
}

function isOutside(object: ShownObject): boolean {
  const dpi = dpiOf(object)
  return object.kind === 'picture' && (dpi < LEAST_DPI || dpi > MOST_DPI)
}
