import type { DrawOp } from './drawing.ts'
import type { Flow } from './flow.ts'
import { FRAME, STAMP_BOX } from './geometry.ts'
import { exhibitsOf, lines, type LayoutEnv } from './layout-env.ts'
import { drawLines, heightOf, type TextStyle } from './rich-text.ts'
import { drawTagged, type Tag } from './tag.ts'

const BLOCK_WIDTH = 258
const ROW_PAD = 2.4
const GAP_ABOVE = 8

/** Pack block on the left, place for the recipient's stamp on the right; both stand on the frame's lower edge. */
export function drawCoverFoot(flow: Flow): void {
  const { env } = flow
  const { words, formats, styles } = env
  const small: TextStyle = { size: 8, leading: 11, ink: 'black', isBold: false }
  const rows: readonly (readonly [string, string])[] = [
    [words.packBlock.pack, env.code],
    [words.packBlock.madeAt, formats.instant(env.madeAt)],
    [words.packBlock.extent, words.packBlock.extentText(env.pageCount, exhibitsOf(env).length)],
    [words.packBlock.program, `Closeout ${env.appVersion}`],
    [words.packBlock.manifest, `${env.manifestSha256.slice(0, 16)}…`]
  ]
  const zone = lines(
    env,
    words.packBlock.zoneNote(formats.zone),
    { ...styles.note, size: 7.5, leading: 10.5 },
    BLOCK_WIDTH
  )
  const labelWidth = env.secondLanguage === null ? 84 : 98
  const laidRows = rows.map(([label, value]) => [
    lines(env, label, { ...small, ink: 'mid', second: 'dotted' }, labelWidth - 4),
    lines(env, value, small, BLOCK_WIDTH - labelWidth)
  ])
  const rowHeights = laidRows.map((cells) => Math.max(...cells.map(heightOf)) + ROW_PAD)
  const height = rowHeights.reduce((sum, row) => sum + row, 2) + heightOf(zone)
  // Long facts push the block to a sheet of its own rather than over the text.
  flow.need(Math.max(height, STAMP_BOX.height) + GAP_ABOVE)
  const { ops } = flow
  let top = FRAME.bottom + height
  const list = flow.tag('L')
  laidRows.forEach(([label = [], value = []], index) => {
    drawRule(ops, top)
    const item: Tag = { role: 'LI', parent: list }
    drawTagged(ops, { role: 'Lbl', parent: item }, (inside) =>
      drawLines(inside, label, { x: FRAME.left, top: top - ROW_PAD / 2 })
    )
    drawTagged(ops, { role: 'LBody', parent: item }, (inside) =>
      drawLines(inside, value, { x: FRAME.left + labelWidth, top: top - ROW_PAD / 2 })
    )
    top -= rowHeights[index] ?? 0
  })
  drawRule(ops, top)
  drawTagged(ops, flow.tag('P'), (inside) => drawLines(inside, zone, { x: FRAME.left, top: top - 2 }))
  drawStampBox(env, flow)
}

function drawRule(ops: DrawOp[], y: number): void {
  ops.push({
    kind: 'line',
    from: [FRAME.left, y],
    to: [FRAME.left + BLOCK_WIDTH, y],
    width: 0.25,
    ink: 'black'
  })
}

function drawStampBox(env: LayoutEnv, flow: Flow): void {
  const { x, y, width, height } = STAMP_BOX
  const arm = 9
  for (const [cornerX, toX] of [
    [x, 1],
    [x + width, -1]
  ] as const) {
    for (const [cornerY, toY] of [
      [y, 1],
      [y + height, -1]
    ] as const) {
      const line = { kind: 'line', from: [cornerX, cornerY], width: 0.7, ink: 'black' } as const
      flow.ops.push({ ...line, to: [cornerX + arm * toX, cornerY] })
      flow.ops.push({ ...line, to: [cornerX, cornerY + arm * toY] })
    }
  }
  const laid = lines(env, env.words.stampBox, env.styles.label, width - 16)
  drawTagged(flow.ops, flow.tag('P'), (inside) => drawLines(inside, laid, { x: x + 8, top: y + height - 5 }))
}
