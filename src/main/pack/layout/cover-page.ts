import { liveExhibits, namesFor } from '../../../shared/domain/dossier.ts'
import { isProven, PROOF_LEVELS } from '../../../shared/domain/readiness.ts'
import { FRAME } from './geometry.ts'
import { drawAsk } from './cover-ask.ts'
import { drawCoverFoot } from './cover-foot.ts'
import { firstOf, formsOf } from '../words/paired.ts'
import { Flow, type LaidSheet } from './flow.ts'
import { citedFor, exhibitsOf, lines, pageRange, shownNumber, typed, type LayoutEnv } from './layout-env.ts'
import { drawMeter, FILLED, meterMarker, METER_WIDTH } from './meter.ts'
import { exhibitReferences } from './references.ts'
import { resultSentence } from './result-sentence.ts'
import { baselineOf, drawLines, heightOf, type Span, type TextStyle } from './rich-text.ts'
import { drawSupplemented, supplementStatement, supplementTitle } from './supplement-cover.ts'
import { columns, drawRow, drawTableHead, type TableShape } from './table.ts'
import { drawTagged, type Tag } from './tag.ts'
import {
  drawVolumeContents,
  drawVolumes,
  isLaterVolume,
  severalFilesNote,
  volumeStatement,
  volumeTitle
} from './volume-cover.ts'

/** More proofs than this are counted, and fewer of them listed: the row must stay one line. */
const MOST_PROOFS = 3

/** Long facts and two languages stand closer together: whoever opens the pack sees all of its cover at once. */
const AIRINESS = [1, 0.8, 0.6, 0.4]
/** Between two levels in the key to the squares. */
const KEY_GAP = 10

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
  drawFacts(flow)
  if (isLaterVolume(env)) {
    drawVolumes(flow)
    drawVolumeContents(flow)
  } else if (env.supplementTo === null) {
    drawPoints(flow)
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

interface FactCell {
  readonly label: string
  readonly value: string
  readonly second?: string
}

/** Three columns; a fact that is not known leaves its place to the next one. */
function drawFacts(flow: Flow): void {
  const { env } = flow
  const widths = [200, 135, 127]
  const grid = factColumns(env)
  const rows = Math.max(...grid.map((column) => column.length))
  const list = flow.tag('L')
  for (let row = 0; row < rows; row++) {
    const laid = grid.map((column, index) => layFact(env, column[row], widths[index] ?? 0))
    const height = Math.max(...laid.map((blocks) => blocks.reduce((sum, block) => sum + heightOf(block), 0)))
    if (row > 0) flow.space(9)
    flow.draw(height, (ops, top) => {
      let x: number = FRAME.left
      laid.forEach((blocks, index) => {
        let y = top
        const item: Tag = { role: 'LI', parent: list }
        const body: Tag = { role: 'LBody', parent: item }
        blocks.forEach((block, nth) => {
          drawTagged(ops, nth === 0 ? { role: 'Lbl', parent: item } : body, (inside) => {
            y -= drawLines(inside, block, { x, top: y })
          })
        })
        x += (widths[index] ?? 0) + 10
      })
    })
  }
}

function layFact(env: LayoutEnv, fact: FactCell | undefined, width: number) {
  if (fact === undefined) return []
  const { styles } = env
  return [
    lines(env, fact.label, styles.label, width),
    lines(env, fact.value, styles.fact, width),
    ...(fact.second === undefined ? [] : [lines(env, fact.second, styles.second, width)])
  ]
}

function factColumns(env: LayoutEnv): readonly (readonly FactCell[])[] {
  const { dossier, words, formats } = env
  const { agreement, contract, contactDetails } = dossier
  const { plannedOn } = dossier.closing
  const [main] = dossier.identity.documents
  const [name = '', ...otherNames] = namesFor(dossier.subscriber, env.language)
  const kind = main === undefined || main.kind === null ? '' : words.identity.kinds[main.kind]
  const number = main === undefined || main.number === '' ? '' : typed(env, main.number)
  const document = `${kind} ${number}`.trim()
  const reply = contactDetails.email || contactDetails.phone || contactDetails.address
  const fact = (label: string, value: string | null, second?: string | null): readonly FactCell[] =>
    value === null || value === ''
      ? []
      : [{ label, value, ...(second === undefined || second === null || second === '' ? {} : { second }) }]
  return [
    [
      ...fact(words.facts.subscriber, name, otherNames.join(env.first.words.joins.comma)),
      ...fact(words.facts.operator, dossier.operator.name),
      ...fact(words.facts.period, env.supplementTo === null ? periodOf(env) : null)
    ],
    [
      ...fact(words.facts.document, document),
      ...fact(
        words.facts.contract,
        contract.number === '' ? null : `№\u00a0${contract.number}`,
        contract.signedOn === null ? null : contractDate(env.first, contract.signedOn)
      ),
      ...fact(words.facts.replyTo, reply)
    ],
    [
      ...(agreement.effectiveOn === null
        ? fact(words.facts.plannedOn, plannedOn === null ? null : formats.date(plannedOn))
        : fact(words.facts.endedOn, formats.date(agreement.effectiveOn))),
      ...fact(words.facts.account, contract.accountNumber),
      ...fact(words.facts.reference, referenceOf(env))
    ]
  ]
}

/** `от 14.09.2022`, which says nothing more in another language. */
function contractDate({ words, formats }: LayoutEnv['first'], on: string): string {
  return words.facts.contractOf(formats.date(on))
}

/** The operator's own number of the case, as it was given last. */
function referenceOf({ dossier }: LayoutEnv): string | null {
  const reference = dossier.contacts.findLast((contact) => contact.reference.trim() !== '')?.reference.trim()
  return reference === undefined ? null : `№\u00a0${reference}`
}

/** From the first to the last dated paper and entry of the pack. */
function periodOf(env: LayoutEnv): string | null {
  const { dossier } = env
  const inPack = new Set(exhibitsOf(env).map(({ exhibit }) => exhibit.id))
  const dates = [
    ...dossier.payments.entries.map((entry) => entry.on),
    ...liveExhibits(dossier)
      // A passport is older than the case.
      .filter((exhibit) => inPack.has(exhibit.id) && exhibit.number.category !== 'A')
      .flatMap((exhibit) => exhibit.madeOn?.on ?? [])
  ].toSorted()
  const [from] = dates
  const to = dates.at(-1)
  return from === undefined || to === undefined ? null : env.formats.period(from, to)
}

/** The point and how far it is confirmed; two languages beside each other need more room for the latter. */
function pointWidths({ language, secondLanguage }: LayoutEnv): readonly [point: number, confirmed: number] {
  if (secondLanguage !== null) return [196, 128]
  return [language === 'zh-CN' ? 178 : 206, 110]
}

function drawPoints(flow: Flow): void {
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
