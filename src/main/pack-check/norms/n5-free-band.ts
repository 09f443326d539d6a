import { withoutSpaces, type PackPage } from '../pack-page.ts'
import { heldBut, notHeld, type NormCheck } from './answer.ts'

/** Rounding of positions, in points. */
const ROUNDING = 0.5

/** N5: the band with our number meets no content, and says whose number it is. */
export const n5FreeBand: NormCheck = ({ pages, manifest }) => {
  const met = pages.filter(isBandMet)
  if (met.length > 0)
    return notHeld(
      'N5',
      'band-covered',
      met.map(({ number }) => number)
    )
  const code = withoutSpaces(manifest?.pack ?? '')
  const unmarked = pages.filter(({ band }) => band !== null && !withoutSpaces(band.label).includes(code))
  return heldBut(
    'N5',
    'band-unmarked',
    unmarked.map(({ number }) => number)
  )
}

function isBandMet({ band, shown, runs }: PackPage): boolean {
  if (band === null) return false
  const limit = band.top - ROUNDING
  const isBesideBand = (y: number) => y < limit && Math.abs(y - band.baseline) > 4
  return shown.some(({ box }) => box[1] < limit) || runs.some(({ y }) => isBesideBand(y))
}
