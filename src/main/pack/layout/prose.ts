import { firstOf, secondOf } from '../words/paired.ts'
import type { Flow } from './flow.ts'
import { FRAME } from './geometry.ts'
import { lines, type LayoutEnv } from './layout-env.ts'
import { drawLines, heightOf, type TextLine, type TextStyle } from './rich-text.ts'
import { stylesFor } from './styles.ts'
import { drawTagged } from './tag.ts'

/** Two languages of a long text stand beside each other: each can be read through. */
const COLUMNS = { first: 250, gap: 20, second: 212 } as const
export const STEP_INDENT = 14
/** Of a heading, and of a step to the next. */
const BELOW_HEAD = 4
const BELOW_STEP = 3

/** How the sheet is set: tighter where that keeps it to one. */
export interface ProseType {
  readonly body: TextStyle
  readonly before: number
}

/** A heading over a long text; at least so much of what follows stays with it, or all of what stands in columns. */
export function drawProseHead(flow: Flow, head: string, type: ProseType, keepWith: number, text = ''): void {
  const { env } = flow
  const { before } = type
  if (env.secondLanguage === null) {
    flow.section(head, keepWith, before)
    return
  }
  const { section } = env.styles
  const columns = sideBySide(env, head, section, section, 0)
  const below = Math.max(keepWith, heightOfColumns(proseColumns(env, text, type, 0)))
  flow.need(before + heightOfColumns(columns) + BELOW_HEAD + below)
  flow.space(before / 2)
  flow.rule(0.25)
  flow.space(before / 2)
  flow.drawTagged('H2', heightOfColumns(columns), (ops, top) => {
    for (const { x, laid } of columns) drawLines(ops, laid, { x, top })
  })
  flow.space(BELOW_HEAD)
}

/** A paragraph across the frame, or in two columns. */
export function drawProse(flow: Flow, text: string, type: ProseType): void {
  if (flow.env.secondLanguage === null) flow.text(text, type.body)
  else drawColumns(flow, proseColumns(flow.env, text, type, 0), 0)
}

/** A step of what is to be done, and what belongs to it below. */
export function drawStep(
  flow: Flow,
  number: string,
  text: string,
  type: ProseType,
  more: () => void = () => {}
): void {
  const { env } = flow
  const columns = proseColumns(env, text, type, STEP_INDENT)
  const height = heightOfColumns(columns)
  flow.within('LI', (item) => {
    flow.draw(height, (ops, top) =>
      drawTagged(ops, { role: 'Lbl', parent: item }, (inside) => {
        for (const { x, laid } of columns) {
          const style = laid[0]?.style ?? type.body
          drawLines(inside, lines(env, [{ text: number, isBold: true }], style, STEP_INDENT), { x, top })
        }
      })
    )
    flow.moveTo(flow.y + height)
    flow.within('LBody', () => {
      drawColumns(flow, columns, STEP_INDENT)
      flow.space(BELOW_STEP)
      more()
    })
  })
}

function proseColumns(env: LayoutEnv, text: string, { body }: ProseType, indent: number): readonly Column[] {
  if (env.secondLanguage === null)
    return [{ x: FRAME.left, laid: lines(env, text, body, FRAME.width - indent) }]
  return sideBySide(env, text, body, { ...body, leading: body.leading + leadingOf(env) }, indent)
}

/** How much more air the lines of the second language need than those of the first. */
function leadingOf({ styles, secondLanguage }: LayoutEnv): number {
  return secondLanguage === null ? 0 : stylesFor(secondLanguage).body.leading - styles.body.leading
}

interface Column {
  readonly x: number
  readonly laid: readonly TextLine[]
}

function sideBySide(
  env: LayoutEnv,
  text: string,
  first: TextStyle,
  second: TextStyle,
  indent: number
): readonly Column[] {
  const { secondLanguage: language } = env
  const alone = [{ text: secondOf(text), ...(language !== null && { language }) }]
  return [
    { x: FRAME.left, laid: lines(env, firstOf(text), first, COLUMNS.first - indent) },
    {
      x: FRAME.left + COLUMNS.first + COLUMNS.gap,
      laid: lines(env, alone, second, COLUMNS.second - indent)
    }
  ]
}

function heightOfColumns(columns: readonly Column[]): number {
  return Math.max(...columns.map(({ laid }) => heightOf(laid)))
}

/** One paragraph below the other for who has them read aloud. */
function drawColumns(flow: Flow, columns: readonly Column[], indent: number): void {
  flow.draw(heightOfColumns(columns), (ops, top) => {
    for (const { x, laid } of columns) {
      drawTagged(ops, flow.tag('P'), (inside) => drawLines(inside, laid, { x: x + indent, top }))
    }
  })
}
