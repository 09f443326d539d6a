import type { Exhibit } from '../../../shared/domain/exhibit.ts'
import type { Flow } from './flow.ts'
import { exhibitTarget, pageInTable, type LayoutEnv } from './layout-env.ts'
import { LARGEST_WHOLE_ROW } from './geometry.ts'
import { captionOf } from './index-pages.ts'
import { exhibitLink, pageLink } from './references.ts'
import type { Span } from './rich-text.ts'
import { columns, drawRow, rowHeight, type Cell, type TableShape } from './table.ts'

export interface FactRow {
  readonly label: string
  readonly value: readonly Span[] | string
  /** Where the fact comes from. */
  readonly source: readonly Span[] | string
  readonly isBold?: boolean
}

/** A table of so few rows stands on one sheet, unless one of them is very high. */
const MOST_KEPT_ROWS = 4

/** Label, value, source; rows whose value is empty are left out. @returns whether anything was drawn */
export function drawFactTable(
  flow: Flow,
  title: string,
  rows: readonly (FactRow | null)[],
  labelWidth = 132,
  sourceOnRight = false
): boolean {
  const filled = rows.filter((row): row is FactRow => row !== null && row.value !== '')
  if (filled.length === 0) return false
  const shape: TableShape = {
    columns: columns(factWidths(flow.env, labelWidth), { right: sourceOnRight ? [2] : [] }),
    padTop: 3,
    padBottom: 3
  }
  const cells = filled.map(cellsOf)
  const heights = cells.map((row) => rowHeight(flow.env, shape, row))
  const height = heights.reduce((sum, one) => sum + one, 0)
  const isKept = cells.length <= MOST_KEPT_ROWS && height <= LARGEST_WHOLE_ROW
  flow.section(title, isKept ? height : undefined)
  flow.rule(0.9)
  for (const [index, row] of cells.entries()) {
    // The last row never stands alone at the top of a sheet.
    const keepBelow = index === cells.length - 2 ? (heights[index + 1] ?? 0) : 0
    drawRow(flow, shape, row, { keepBelow })
  }
  return true
}

/** Label and source have more room where they are said in two languages. */
function factWidths({ secondLanguage }: LayoutEnv, label: number): readonly (number | null)[] {
  return secondLanguage === null ? [label, null, 72] : [Math.max(label, 150), null, 96]
}

function cellsOf({ label, value, source, isBold }: FactRow): readonly Cell[] {
  const spans = typeof value === 'string' ? [{ text: value, ...(isBold === true ? { isBold } : {}) }] : value
  return [
    [{ spans: [{ text: label, ink: 'dark' }] }],
    [{ spans }],
    [{ spans: typeof source === 'string' ? [{ text: source, ink: 'dark', size: 8 }] : source }]
  ]
}

/** The exhibits that prove a part, each with its pages. */
export function drawProofs(flow: Flow, exhibits: readonly Exhibit[]): void {
  const { env } = flow
  flow.section(env.words.proofs, 20)
  if (exhibits.length === 0) {
    flow.text(env.words.proofsNone, env.styles.body)
    return
  }
  flow.rule(0.9)
  const shape: TableShape = { columns: columns([36, null, 44], { right: [2] }), padTop: 3, padBottom: 3 }
  for (const exhibit of exhibits) {
    const target = exhibitTarget(exhibit.id)
    drawRow(flow, shape, [
      [{ spans: [exhibitLink(exhibit)] }],
      [{ spans: [{ text: captionOf(env, exhibit), target }] }],
      [{ spans: [pageLink(pageInTable(env, exhibit), target)] }]
    ])
  }
}
