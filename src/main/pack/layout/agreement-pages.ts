import type { IsoDate } from '../../../shared/domain/calendar.ts'
import { summariseLedger } from '../../../shared/domain/ledger.ts'
import { drawFactTable, drawProofs, type FactRow } from './fact-table.ts'
import { Flow, type LaidSheet } from './flow.ts'
import { proofsOfSteps, type LayoutEnv } from './layout-env.ts'

const LABEL_WIDTH = 152

/** What was agreed: dates, penalty, clauses worth noting. */
export function layAgreement(env: LayoutEnv): readonly LaidSheet[] {
  const { words, formats, dossier } = env
  const { agreement } = dossier
  const flow = new Flow(env, {
    name: 'agreement',
    part: words.parts.agreement,
    title: words.parts.agreement,
    lead: words.agreement.lead,
    leadAfter: 0
  })
  const row = (label: string, value: string | null, source: string, isBold = false): FactRow | null =>
    value === null
      ? null
      : value === ''
        ? { label, value: '—', source: '' }
        : { label, value, source, isBold }
  const date = (on: string | null) => (on === null ? '' : formats.date(on))
  drawFactTable(
    flow,
    words.agreement.terms,
    [
      row(
        words.agreement.number,
        agreement.number === '' ? '' : `№\u00a0${agreement.number}`,
        words.asStated
      ),
      row(words.agreement.signedOn, date(agreement.signedOn), words.asStated),
      row(words.agreement.effectiveOn, date(agreement.effectiveOn), words.asStated, true),
      row(words.agreement.penalty, penaltyText(env), words.asStated),
      row(
        words.agreement.owedAtSigning,
        agreement.signedOn === null || dossier.payments.entries.length === 0
          ? null
          : owedText(env, agreement.signedOn),
        words.computed
      )
    ],
    LABEL_WIDTH,
    true
  )
  if (agreement.notes.trim() !== '') {
    flow.section(words.agreement.notes, 28)
    for (const paragraph of agreement.notes.trim().split(/\n+/u)) {
      flow.text(paragraph, env.styles.body)
      flow.space(3)
    }
  }
  drawProofs(flow, proofsOfSteps(env, 'agreement'))
  return flow.sheets
}

function penaltyText({ words, formats, dossier }: LayoutEnv): string | null {
  const { penaltyMinor } = dossier.agreement
  if (penaltyMinor === null) return null
  return penaltyMinor === 0 ? words.agreement.noPenalty : formats.money(penaltyMinor)
}

/** A credit is no debt below zero: a reader of one line must not have to know the sign's meaning. */
function owedText({ formats, words, dossier }: LayoutEnv, on: IsoDate): string {
  const entries = dossier.payments.entries.filter((entry) => entry.on <= on)
  return summariseLedger({ ...dossier.payments, entries })
    .map(({ currency, balanceMinor }) => {
      const { money } = formats.in(currency)
      if (balanceMinor >= 0) return money(balanceMinor)
      return `${money(0)} · ${words.ledger.credit}: ${money(-balanceMinor)}`
    })
    .join('; ')
}
