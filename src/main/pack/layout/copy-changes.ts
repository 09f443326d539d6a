import type { Burnt } from '../plan/absorbed-exhibit.ts'
import type { DrawOp } from './drawing.ts'
import { FRAME } from './geometry.ts'
import { lines, typed, type LayoutEnv } from './layout-env.ts'
import { drawLines, heightOf } from './rich-text.ts'
import { TableTags } from './table-tags.ts'
import { drawTagged, type Tag } from './tag.ts'

const LABEL_WIDTH = 152
const SPACE_BEFORE = 12
const TITLE_GAP = 2
const PAD = 3
/** Further names are counted: the picture must stay larger than what is said of it. */
const MOST_LINES = 5

export type ChangesEnv = Pick<
  LayoutEnv,
  'first' | 'secondLanguage' | 'words' | 'styles' | 'measure' | 'knownLines'
>

/** The small table below a copy that says what was covered in it, and how; null where nothing was. */
export function layChanges(env: ChangesEnv, { bars, hasPurpose }: Burnt) {
  if (bars.length === 0) return null
  const { styles, words } = env
  const { covered } = words.recipient
  const [names, how, purpose, original] = covered.rows
  const rows = [[names[0], coveredText(env, bars)], how, ...(hasPurpose ? [purpose] : []), original].map(
    ([label, value]) => [
      lines(env, [{ text: label, ink: 'dark' }], styles.cell, LABEL_WIDTH - PAD),
      lines(env, value, styles.cellLines, FRAME.width - LABEL_WIDTH)
    ]
  )
  const title = lines(env, covered.title, styles.section, FRAME.width)
  const rowHeight = (row: (typeof rows)[number]) => Math.max(...row.map(heightOf)) + 2 * PAD
  const head = SPACE_BEFORE + heightOf(title) + TITLE_GAP
  return {
    height: rows.reduce((sum, row) => sum + rowHeight(row), head),
    draw: (ops: DrawOp[], top: number, section: Tag): void => {
      drawTagged(ops, { role: 'H2', parent: section }, (inside) =>
        drawLines(inside, title, { x: FRAME.left, top: top - SPACE_BEFORE })
      )
      const table = new TableTags(section)
      let y = top - head
      for (const row of rows) {
        const tag = table.row()
        row.forEach((cell, index) => {
          const x = FRAME.left + index * LABEL_WIDTH
          const right = index === 0 ? x + LABEL_WIDTH : FRAME.right
          drawTagged(ops, table.cell(tag, x, right, true, index === 0), (inside) =>
            drawLines(inside, cell, { x, top: y - PAD })
          )
        })
        y -= rowHeight(row)
        ops.push({ kind: 'line', from: [FRAME.left, y], to: [FRAME.right, y], width: 0.25, ink: 'black' })
      }
    }
  }
}

/** What the user called the covered parts, and how many have no name. */
function coveredText(env: ChangesEnv, bars: Burnt['bars']): string {
  const { covered } = env.words.recipient
  const named = bars.map(({ what }) => what.trim()).filter((what) => what !== '')
  const names = [...new Set(named)]
  for (let shown = names.length; shown > 0; shown -= 1) {
    const hidden = new Set(names.slice(shown))
    const rest = bars.length - named.length + named.filter((name) => hidden.has(name)).length
    const list = names.slice(0, shown).join(env.first.words.joins.list)
    const text = covered.parts(typed(env, list), rest, true)
    const laid = lines(env, text, env.styles.cellLines, FRAME.width - LABEL_WIDTH)
    if (shown === 1 || laid.length <= MOST_LINES) return text
  }
  return covered.parts('', bars.length, false)
}
