import { isProven } from '../../../shared/domain/readiness.ts'
import { firstOf } from '../words/paired.ts'
import { drawAsk } from './cover-ask.ts'
import { drawCoverFacts } from './cover-facts.ts'
import { drawCoverFoot } from './cover-foot.ts'
import { drawCoverPoints } from './cover-points.ts'
import { Flow, type LaidSheet } from './flow.ts'
import { FRAME } from './geometry.ts'
import { exhibitsOf, lines, pageRange, shownNumber, type LayoutEnv } from './layout-env.ts'
import { resultSentence } from './result-sentence.ts'
import { drawLines, heightOf, type Span } from './rich-text.ts'
import { drawSupplemented, supplementStatement, supplementTitle } from './supplement-cover.ts'
import {
  drawVolumeContents,
  drawVolumes,
  isLaterVolume,
  severalFilesNote,
  volumeStatement,
  volumeTitle
} from './volume-cover.ts'

/** Long facts and two languages stand closer together: whoever opens the pack sees all of its cover at once. */
const AIRINESS = [1, 0.8, 0.6, 0.4]

/** The cover: what happened, who it concerns, how far it is proved, what is inside. */
export function layCover(env: LayoutEnv): readonly LaidSheet[] {
  for (const isWhole of [true, false]) {
    for (const airiness of AIRINESS) {
      const sheets = layAiry(env, airiness, isWhole)
      if (sheets.length === 1) return sheets
    }
  }
  return layAiry(env, 1, true)
}

/** @param isWhole with what the contact log says as well: rather on one sheet without it */
function layAiry(env: LayoutEnv, airiness: number, isWhole: boolean): readonly LaidSheet[] {
  const title = env.words.parts.cover
  const flow = new Flow(env, { name: 'cover', part: title, title, isUntitled: true, airiness })
  drawTitle(flow)
  drawCoverFacts(flow)
  if (isLaterVolume(env)) {
    drawVolumes(flow)
    drawVolumeContents(flow)
  } else if (env.supplementTo === null) {
    drawCoverPoints(flow)
    if (isWhole) drawAsk(flow)
    drawContents(flow)
  } else drawSupplemented(flow, env.supplementTo)
  drawCoverFoot(flow)
  return flow.sheets
}

function drawTitle(flow: Flow): void {
  const { env } = flow
  const { words, styles } = env
  flow.text(words.kind, styles.kind)
  if (env.addressee !== '') {
    flow.space(1)
    flow.text(env.words.recipient.addressee(env.addressee), styles.kind)
  }
  const note = severalFilesNote(env)
  if (note !== null) {
    flow.space(1)
    flow.text(note, styles.kind)
  }
  flow.space(3)
  const title = titleOf(env)
  const fits = env.measure.width(firstOf(title), styles.coverTitle.size, true) <= FRAME.width
  flow.text(title, fits ? styles.coverTitle : styles.coverTitleSmall)
  flow.space(6)
  const statement = statementOf(env)
  const laid = lines(env, statement, styles.coverResult, FRAME.width - 11.4)
  flow.drawTagged('P', heightOf(laid), (ops, top) => {
    const box = { x: FRAME.left, y: top - heightOf(laid), width: 2.4, height: heightOf(laid) }
    ops.push({ kind: 'box', box, fill: 'black' })
    drawLines(ops, laid, { x: FRAME.left + 11.4, top })
  })
  flow.space(15)
}

function statementOf(env: LayoutEnv): readonly Span[] {
  if (isLaterVolume(env)) return volumeStatement(env)
  return env.supplementTo === null ? resultSentence(env) : supplementStatement(env)
}

function titleOf(env: LayoutEnv): string {
  const { words, supplementTo } = env
  if (isLaterVolume(env)) return volumeTitle(env)
  if (supplementTo !== null) return supplementTitle(env, supplementTo)
  const isClosed = env.readiness.some((review) => review.obligation === 'confirmation' && isProven(review))
  const number = shownNumber(env)
  return isClosed ? words.titleClosed(number) : words.titleClosing(number)
}

function drawContents(flow: Flow): void {
  const { env } = flow
  const { words } = env
  const count = exhibitsOf(env).length
  const [first] = env.frontParts.slice(2)
  const last = env.frontParts.slice(2).at(-1)
  const firstExhibit = env.sections[0]?.exhibits[0]?.id
  const lastExhibit = env.sections.at(-1)?.exhibits.at(-1)?.id
  const text = words.contents.text({
    index: pageRange(env, 'index'),
    own: first === undefined || last === undefined ? null : pageRange(env, first, last),
    exhibits:
      firstExhibit === undefined || lastExhibit === undefined
        ? null
        : pageRange(env, `exhibit:${firstExhibit}`, `exhibit:${lastExhibit}`),
    count,
    checks: pageRange(env, 'verification', 'checksums')
  })
  flow.space(env.secondLanguage === null ? 14 : 9)
  flow.text(
    [{ text: words.contents.head, isBold: true }, { text: words.joins.sentence + text }],
    env.styles.body
  )
}
