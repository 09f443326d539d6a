import { FRAME } from './geometry.ts'
import type { Flow } from './flow.ts'
import { lines } from './layout-env.ts'
import { baselineOf, drawLines } from './rich-text.ts'

const INDENT = 26
/** Every fifth line has its number, as in papers that are quoted by line. */
const NUMBER_EVERY = 5

/** The words of a message exactly as given, with line numbers at the left so that a line can be quoted. */
export function drawNumberedText(flow: Flow, text: string): void {
  const { env } = flow
  const style = env.styles.letter
  const laid = text
    .replace(/\r\n?/gu, '\n')
    .trim()
    .split('\n')
    .flatMap((paragraph) => lines(env, paragraph, style, FRAME.width - INDENT))
  laid.forEach((line, index) => {
    flow.need(style.leading)
    flow.draw(style.leading, (ops, top) => {
      const number = index + 1
      if (number === 1 || number % NUMBER_EVERY === 0) {
        const x = FRAME.left + 16 - env.measure.width(String(number), 7)
        const y = baselineOf(top, style)
        ops.push({ kind: 'text', x, y, text: String(number), size: 7, isBold: false, ink: 'mid' })
      }
      drawLines(ops, [line], { x: FRAME.left + INDENT, top })
    })
  })
}
