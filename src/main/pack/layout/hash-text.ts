import { lines, type LayoutEnv } from './layout-env.ts'
import type { DrawOp } from './drawing.ts'
import { baselineOf, drawLine } from './rich-text.ts'

const GROUP = 8

/**
 * A SHA-256 as one run of 64 characters, so that it can be copied and found. Every second group of eight is
 * underlined to help the eye; gaps between groups would break it into eight words.
 */
export function drawHash(env: LayoutEnv, ops: DrawOp[], hash: string, x: number, top: number): void {
  const style = env.styles.hash
  const baseline = baselineOf(top, style)
  const [line] = lines(env, hash, style, 10_000)
  if (line === undefined) return
  drawLine(ops, line, x, baseline)
  const y = baseline - 1.8
  let to = x
  for (let group = 0; group < hash.length / GROUP; group += 1) {
    const from = to
    to += env.measure.width(hash.slice(group * GROUP, (group + 1) * GROUP), style.size)
    if (group % 2 === 1) ops.push({ kind: 'line', from: [from, y], to: [to, y], width: 0.4, ink: 'black' })
  }
}
