import { FRAME } from './geometry.ts'
import type { Flow } from './flow.ts'
import { lines } from './layout-env.ts'
import { baselineOf, drawLines } from './rich-text.ts'
import { drawTagged } from './tag.ts'

const INDENT = 26
/** Every fifth line has its number, as in papers that are quoted by line. */
const NUMBER_EVERY = 5

/** The words of a message exactly as given, with line numbers at the left so that a line can be quoted. */
export function drawNumberedText(flow: Flow, text: string): void {
  const { env } = flow
  const style = env.styles.letter
  const paragraphs = text
    .replace(/\r\n?/gu, '\n')
    .trim()
    .split('\n')
    .map((paragraph) => lines(env, paragraph, style, FRAME.width - INDENT))
  let number = 0
  for (const paragraph of paragraphs) {
    const tag = flow.tag('P')
    for (const line of paragraph) {
      number += 1
      flow.draw(style.leading, (ops, top) => {
        if (number === 1 || number % NUMBER_EVERY === 0) {
          const x = FRAME.left + 16 - env.measure.width(String(number), 7)
          const y = baselineOf(top, style)
          ops.push({ kind: 'text', x, y, text: String(number), size: 7, isBold: false, ink: 'mid' })
        }
        drawTagged(ops, tag, (inside) => drawLines(inside, [line], { x: FRAME.left + INDENT, top }))
      })
    }
  }
}
