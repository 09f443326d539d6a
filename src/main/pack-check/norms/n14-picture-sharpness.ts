import type { ShownObject } from '../pack-page.ts'
import { changed, held, type NormCheck } from './answer.ts'

const POINTS_PER_INCH = 72
const LEAST_DPI = 200
const MOST_DPI = 300

/** N14: pictures of 200 to 300 dots an inch. Ours are shown as they came, for their bytes are the proof. */
export const n14PictureSharpness: NormCheck = ({ pages }) => {
  const other = pages.filter(({ shown }) => shown.some(isOutside))
  return other.length === 0
    ? held('N14')
    : changed(
        'N14',
        'pictures-unchanged',
        other.map(({ number }) => number)
      )
}

function isOutside({ kind, matrix, width }: ShownObject): boolean {
  const dpi = (width * POINTS_PER_INCH) / Math.hypot(matrix[0], matrix[1])
  return kind === 'picture' && (dpi < LEAST_DPI || dpi > MOST_DPI)
}
