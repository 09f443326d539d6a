import type { IsoDate } from '../../../shared/domain/calendar.ts'
import { summariseLedger } from '../../../shared/domain/ledger.ts'
import { drawEquipment } from './equipment-section.ts'
import { drawFactTable, drawProofs, type FactRow } from './fact-table.ts'
import { Flow, type LaidSheet } from './flow.ts'
import { proofsOfSteps, type LayoutEnv } from './layout-env.ts'

const LABEL_WIDTH = 152

/** What was agreed, what the contract itself says about its end, and what was returned. */
export function layAgreement(env: LayoutEnv): readonly LaidSheet[] {
  const { words } = env
  const title = words.parts.agreement
  const flow = new Flow(env, {
    name: 'agreement',
    part: title,
    title,
    lead: words.agreement.lead,
    leadAfter: 0
  })
  drawFactTable(flow, words.agreement.terms, agreementRows(env), LABEL_WIDTH, true)
  drawNotes(flow)
  drawFactTable(flow, words.terms.title, termRows(env), LABEL_WIDTH, true)
  drawEquipment(flow)
  drawProofs(flow, proofsOfSteps(env, 'agreement', 'equipment'))
  return flow.sheets
}

type Row = FactRow | null

function agreementRows(env: LayoutEnv): readonly Row[] {
  const { words, formats, dossier } = env
  const { agreement } = dossier
  const isFilled = Object.values(agreement).some((value) => value !== '' && value !== null)
  if (!isFilled) return []
  const stated = (label: string, value: string, isBold = false): Row =>
    value === '' ? { label, value: '—', source: '' } : { label, value, source: words.asStated, isBold }
  const date = (on: IsoDate | null) => (on === null ? '' : formats.date(on))
  const { number, appliedOn, signedOn, effectiveOn, penaltyMinor } = agreement
  return [
    stated(words.agreement.number, number === '' ? '' : `№\u00a0${number}`),
    appliedOn === null ? null : stated(words.agreement.appliedOn, date(appliedOn)),
    stated(words.agreement.signedOn, date(signedOn)),
    stated(words.agreement.effectiveOn, date(effectiveOn), true),
    penaltyMinor === null ? null : stated(words.agreement.penalty, penaltyText(env, penaltyMinor)),
    signedOn === null || dossier.payments.entries.length === 0
      ? null
      : { label: words.agreement.owedAtSigning, value: owedText(env, signedOn), source: words.computed }
  ]
}

function drawNotes(flow: Flow): void {
  const { words, dossier, styles } = flow.env
  const notes = dossier.agreement.notes.trim()
  if (notes === '') return
  flow.section(words.agreement.notes, 28)
  for (const paragraph of notes.split(/\n+/u)) {
    flow.text(paragraph, styles.body)
    flow.space(3)
  }
}

/** The contract's own terms. */
function termRows(env: LayoutEnv): readonly Row[] {
  const { words, formats, dossier } = env
  const { endsOn, noticeDays, penaltyMinor, note } = dossier.terms
  const stated = (label: string, value: string): Row => ({ label, value, source: words.asStated })
  return [
    endsOn === null ? null : stated(words.terms.endsOn, formats.date(endsOn)),
    noticeDays === null ? null : stated(words.terms.notice, words.terms.noticeDays(noticeDays)),
    penaltyMinor === null ? null : stated(words.terms.penalty, penaltyText(env, penaltyMinor)),
    stated(words.terms.note, note.trim())
  ]
}

function penaltyText({ words, formats }: LayoutEnv, penaltyMinor: number): string {
  return penaltyMinor === 0 ? words.agreement.noPenalty : formats.money(penaltyMinor)
}

/** A credit is no debt below zero: a reader of one line must not have to know the sign's meaning. */
function owedText({ formats, words, dossier }: LayoutEnv, on: IsoDate): string {
  const entries = dossier.payments.entries.filter((entry) => entry.on <= on)
  return summariseLedger({ ...dossier.payments, entries })
    .map(({ currency, balanceMinor }) => {
      const { money } = formats.in(currency)
      if (balanceMinor >= 0) return money(balanceMinor)
      return `${money(0)} · ${words.ledger.credit}${words.joins.colon}${money(-balanceMinor)}`
    })
    .join(words.joins.semicolon)
}
