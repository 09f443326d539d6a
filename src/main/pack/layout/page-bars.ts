import type { Bar } from '../../../shared/domain/bar.ts'
import type { SourceField } from '../plan/absorbed-exhibit.ts'
import { BAR_LABEL, labelOn, type LabelEnv } from './bar-label.ts'
import type { Box, DrawOp, Matrix } from './drawing.ts'

/** Where a bar lies on the sheet, over a page that fills the box. */
function boxOf(bar: Bar, { x, y, width, height }: Box): Box {
  return {
    x: x + bar.x * width,
    y: y + (1 - bar.y - bar.height) * height,
    width: bar.width * width,
    height: bar.height * height
  }
}

/** What stands on the bars of a drawn page: the bars themselves are black in its picture. */
export function barLabelOps(env: LabelEnv, bars: readonly Bar[], page: Box): readonly DrawOp[] {
  const { size, leading, toBaselineEm } = BAR_LABEL
  return bars.flatMap((bar): readonly DrawOp[] => {
    const box = boxOf(bar, page)
    const rows = labelOn(env, bar.what, box)
    return rows.map((text, row): DrawOp => {
      const x = box.x + (box.width - env.measure.width(text, size, true)) / 2
      const down = (row - (rows.length - 1) / 2) * leading + toBaselineEm * size
      const y = box.y + box.height / 2 - down
      return { kind: 'text', x, y, text, size, isBold: true, ink: 'white' }
    })
  })
}

/**
 * Whether a bar touches a field that is ours to draw. Such a field is left out as a whole: its text would lie above
 * the bar, and where in the field each word of it falls is known to nobody but the program that draws it.
 *
 * @param matrix from the field's page to the sheet
 */
export function isUnderBar(
  { box: [x0, y0, x1, y1] }: SourceField,
  [a, b, c, d, e, f]: Matrix,
  bars: readonly Bar[],
  page: Box
): boolean {
  const [xs, ys] = [
    [a * x0 + c * y0 + e, a * x1 + c * y1 + e],
    [b * x0 + d * y0 + f, b * x1 + d * y1 + f]
  ]
  return bars.some((bar) => {
    const { x, y, width, height } = boxOf(bar, page)
    return (
      Math.min(...xs) < x + width &&
      Math.max(...xs) > x &&
      Math.min(...ys) < y + height &&
      Math.max(...ys) > y
    )
  })
}
