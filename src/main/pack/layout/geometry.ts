import type { Paper } from '../../../shared/domain/recipient-profile.ts'
import type { Box } from './drawing.ts'

/** In points; everything of our own is laid out for it. */
const A4 = { width: 595.28, height: 841.89 } as const
const LETTER = { width: 612, height: 792 } as const

/** Left 25 mm to punch and sew, right 15 mm; nothing but the band below. Its upper edge is the paper's. */
export const FRAME = { left: 70.87, right: 552.76, bottom: 62, width: 481.89 } as const

/** Where the page number stands: the same spot on every page of the pack. */
export interface BandPlace {
  readonly left: number
  readonly right: number
  readonly ruleY: number
  readonly textY: number
  readonly numberY: number
}
export const OWN_BAND: BandPlace = {
  left: FRAME.left,
  right: FRAME.right,
  ruleY: 44,
  textY: 28,
  numberY: 26
}
export const FOREIGN_BAND: BandPlace = { left: 45, right: 580.75, ruleY: 44, textY: 28, numberY: 26 }
const LANDSCAPE_BAND: BandPlace = { left: 58.93, right: 782.96, ruleY: 38, textY: 22, numberY: 20 }

/** Where a foreign page is put, so that nothing of ours ever covers it. */
const UPRIGHT_PLACE = { x: 45, y: 52.19, width: 535.75, height: 757.7 } as const
const LANDSCAPE_PLACE = { x: 58.93, y: 46.34, width: 724.03, height: 511.94 } as const

/** A foreign page is made smaller to leave room for the band, and never larger. */
export const LARGEST_SCALE = 0.9
/** Below this the reader is told that the attached file shows more. */
export const SMALL_SCALE = 0.5

export const STRIP = { height: 48, codeWidth: 62 } as const

export const STAMP_BOX = { x: 354.36, y: 62, width: 198.4, height: 82 } as const

/** A photo is shown smaller rather than coarser than this. */
export const LOWEST_DPI = 150

/** A table row higher than this may be cut between its lines. */
export const LARGEST_WHOLE_ROW = 240

/** What of a sheet depends on its paper. */
export interface PaperShape {
  readonly width: number
  readonly height: number
  /** How far what is laid out for A4 is moved to the right, so that both margins gain alike. */
  readonly shift: number
  readonly headBaseline: number
  /** Upper edge of the frame. */
  readonly top: number
  readonly stripTop: number
  readonly uprightPlace: Box
  readonly landscapePlace: Box
  readonly landscapeBand: BandPlace
}

/** Letter is broader and lower than A4: sheets keep their columns and lose height at the top. */
export function shapeOf(paper: Paper): PaperShape {
  const { width, height } = paper === 'A4' ? A4 : LETTER
  const [broader, lower] = [width - A4.width, A4.height - height]
  return {
    width,
    height,
    shift: broader / 2,
    headBaseline: 806 - lower,
    top: 785.89 - lower,
    stripTop: 795.89 - lower,
    uprightPlace: { ...UPRIGHT_PLACE, height: UPRIGHT_PLACE.height - lower },
    landscapePlace: {
      ...LANDSCAPE_PLACE,
      width: LANDSCAPE_PLACE.width - lower,
      height: LANDSCAPE_PLACE.height + broader
    },
    landscapeBand: { ...LANDSCAPE_BAND, right: LANDSCAPE_BAND.right - lower }
  }
}
