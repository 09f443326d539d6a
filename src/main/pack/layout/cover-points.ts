import { isProven, PROOF_LEVELS } from '../../../shared/domain/readiness.ts'
import { firstOf, formsOf } from '../words/paired.ts'
import type { Flow } from './flow.ts'
import { FRAME } from './geometry.ts'
import { citedFor, lines, type LayoutEnv } from './layout-env.ts'
import { drawMeter, FILLED, meterMarker, METER_WIDTH } from './meter.ts'
import { exhibitReferences } from './references.ts'
import { baselineOf, drawLines, type TextStyle } from './rich-text.ts'
import { columns, drawRow, drawTableHead, type TableShape } from './table.ts'

/** More proofs than this are counted, and fewer of them listed: the row must stay one line. */
const MOST_PROOFS = 3

/** Between two levels in the key to the squares. */
const KEY_GAP = 10

/** The point and how far it is confirmed; two languages beside each other need more room for the latter. */
function pointWidths({ language, secondLanguage }: LayoutEnv): readonly [point: number, confirmed: number] {
  if (secondLanguage !== null) return [196, 128]
  return [language === 'zh-CN' ? 178 : 206, 110]
}

/** Each obligation, how far it is confirmed, and by which exhibits. */
export function drawCoverPoints(flow: Flow): void {
  const { env } = flow
  const { words, styles } = env
  flow.space(2)
  flow.section(words.points.title)
  const [padTop, padBottom] = env.secondLanguage === null ? [4.5, 4.5] : [3, 2.5]
  const shape: TableShape = {
    columns: columns([18, ...pointWidths(env), null]),
    padTop: padTop * flow.airiness,
    padBottom: padBottom * flow.airiness
  }
  drawTableHead(flow, shape, ['', ...words.points.heads])
  const nameStyle = { ...styles.cell, second: 'below' } as const
  env.readiness.forEach((review, index) => {
    const { obligation, level } = review
    const exhibits = citedFor(env, review)
    const shown = exhibits.slice(0, exhibits.length > MOST_PROOFS ? MOST_PROOFS - 1 : MOST_PROOFS)
    const more = exhibits.length - shown.length
    const by = [
      // What proves a part only must not look like a proof.
      ...(isProven(review) || exhibits.length === 0 ? [] : [{ text: partlyText(env), ink: 'dark' as const }]),
      ...exhibitReferences(env, shown),
      ...(more > 0 ? [{ text: ` ${env.words.points.more(more)}`, size: 7.5, ink: 'mid' as const }] : [])
    ]
    drawRow(
      flow,
      shape,
      [
        [{ spans: [{ text: String(index + 1), ink: 'mid' }] }],
        [{ spans: [{ text: words.points.names[obligation], isBold: true }], style: nameStyle }],
        [{ spans: words.points.states[level], marker: meterMarker(FILLED[level]) }],
        [{ spans: by.length === 0 ? '—' : by }]
      ],
      { rule: index === env.readiness.length - 1 ? 0.9 : 0.25 }
    )
  })
  flow.space(4)
  drawMeterKey(flow, styles.note)
  flow.text(words.points.note, styles.note)
}

/** `частично · 部分: `; the papers after it are the same in both languages. */
function partlyText({ words }: LayoutEnv): string {
  return formsOf(words.points.partly).join(' · ') + firstOf(words.joins.colon)
}

function drawMeterKey(flow: Flow, style: TextStyle): void {
  const { env } = flow
  const beside: TextStyle = { ...style, second: 'dotted' }
  const levels = PROOF_LEVELS.toReversed().map((level) => {
    const [line] = lines(env, env.words.points.states[level], beside, FRAME.width)
    return { level, line, width: METER_WIDTH + (line?.width ?? 0) + KEY_GAP }
  })
  const isOneRow = levels.reduce((sum, { width }) => sum + width, -KEY_GAP) <= FRAME.width
  const half = levels.length / 2
  for (const row of isOneRow ? [levels] : [levels.slice(0, half), levels.slice(half)]) {
    flow.drawTagged('P', style.leading, (ops, top) => {
      let x: number = FRAME.left
      row.forEach(({ level, line, width }, index) => {
        // In two rows the squares stand below each other.
        if (!isOneRow && index > 0) x = FRAME.left + (index * FRAME.width) / half
        drawMeter(ops, x, baselineOf(top, style) - 0.2, FILLED[level])
        // The squares between two words are not read out.
        if (line !== undefined)
          drawLines(ops, [{ ...line, hasSpaceAfter: true }], { x: x + METER_WIDTH, top })
        x += width
      })
    })
  }
}
