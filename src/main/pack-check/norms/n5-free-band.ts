import { withoutSpaces, type PackPage } from '../pack-page.ts'
import { heldBut, notHeld, type NormCheck } from './answer.ts'

/** Rounding of positions, in points. */
const ROUNDING = 0.5
/** Below it office printers leave paper white: 7 mm. */
const LOWEST_INK = 20

/** N5: the band with our number meets no content, stands at one height, and says whose number it is. */
export const n5FreeBand: NormCheck = ({ pages, manifest }) => {
  // What lies in the band is measured from where the number stands, so that is asked first.
  const moved = movedBands(pages)
  if (moved.length > 0) return notHeld('N5', 'band-moved', numbersOf(moved))
  const met = pages.filter(isBandMet)
  if (met.length > 0) return notHeld('N5', 'band-covered', numbersOf(met))
  const code = withoutSpaces(manifest?.pack ?? '')
  const unmarked = pages.filter(({ band }) => band !== null && !withoutSpaces(band.label).includes(code))
  return heldBut('N5', 'band-unmarked', numbersOf(unmarked))
}

function numbersOf(pages: readonly PackPage[]): readonly number[] {
  return pages.map(({ number }) => number)
}

/** Lines and shapes count as much as words and pictures; the rule of the band is its upper edge. */
function isBandMet({ band, shown, runs, lowestShape }: PackPage): boolean {
  if (band === null) return false
  const limit = band.top - ROUNDING
  const isOfBand = (run: PackPage['runs'][number]) =>
    run.stretch === band.stretch && Math.abs(run.y - band.baseline) <= 4
  return (
    shown.some(({ box }) => box[1] < limit) ||
    (lowestShape !== null && lowestShape < limit) ||
    runs.some((run) => run.y < limit && !isOfBand(run))
  )
}

/** Who turns the pages finds the number at the same spot on all of one shape, where printers still print. */
function movedBands(pages: readonly PackPage[]): readonly PackPage[] {
  const counts = new Map<string, Map<number, number>>()
  for (const page of pages) {
    if (page.band === null) continue
    const heights = counts.get(shapeOf(page)) ?? new Map<number, number>()
    const height = Math.round(page.band.baseline)
    counts.set(shapeOf(page), heights.set(height, (heights.get(height) ?? 0) + 1))
  }
  const usual = new Map(
    [...counts].map(([shape, heights]) => [shape, [...heights].toSorted((a, b) => b[1] - a[1])[0]?.[0]])
  )
  return pages.filter((page) => {
    if (page.band === null) return false
    const { baseline } = page.band
    return baseline < LOWEST_INK - ROUNDING || Math.round(baseline) !== usual.get(shapeOf(page))
  })
}

function shapeOf({ width, height }: PackPage): string {
  return `${Math.round(width)}x${Math.round(height)}`
}
