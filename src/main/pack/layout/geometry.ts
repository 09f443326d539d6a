/** A4 in points; everything of our own stands on it. */
export const A4 = { width: 595.28, height: 841.89 } as const

/** Left 25 mm to punch and sew, right 15 mm; nothing but the band below. */
export const FRAME = { left: 70.87, right: 552.76, bottom: 62, top: 785.89, width: 481.89 } as const

export const HEAD_BASELINE = 806

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
export const LANDSCAPE_BAND: BandPlace = { left: 58.93, right: 782.96, ruleY: 38, textY: 22, numberY: 20 }

/** Where a foreign page is put, so that nothing of ours ever covers it. */
export const UPRIGHT_PLACE = { x: 45, y: 52.19, width: 535.75, height: 757.7 } as const
export const LANDSCAPE_PLACE = { x: 58.93, y: 46.34, width: 724.03, height: 511.94 } as const

/** A foreign page is made smaller to leave room for the band, and never larger. */
export const LARGEST_SCALE = 0.9
/** Below this the reader is told that the attached file shows more. */
export const SMALL_SCALE = 0.5

export const STRIP = { top: 795.89, height: 48, codeWidth: 62, contentTop: 735.89 } as const

export const STAMP_BOX = { x: 354.36, y: 62, width: 198.4, height: 82 } as const

/** A photo is shown smaller rather than coarser than this. */
export const LOWEST_DPI = 150

/** A table row higher than this may be cut between its lines. */
export const LARGEST_WHOLE_ROW = 240
