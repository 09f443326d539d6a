import type { Exhibit } from '../../../shared/domain/exhibit.ts'
import { balanceOn } from '../../../shared/domain/part.ts'
import { drawFactTable, drawProofs, type FactRow } from './fact-table.ts'
import { Flow, type LaidSheet } from './flow.ts'
import type { LayoutEnv } from './layout-env.ts'

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
  if (Object.values(agreement).every((value) => value === '' || value === null)) {
    flow.space(12)
    flow.text(words.agreement.empty, env.styles.body)
    drawProofs(flow, exhibitsIn(env))
    return flow.sheets
  }
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
          : owedText(env, balanceOn(dossier, agreement.signedOn)),
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
  drawProofs(flow, exhibitsIn(env))
  return flow.sheets
}

function exhibitsIn(env: LayoutEnv): readonly Exhibit[] {
  return env.sections.find(({ category }) => category === 'C')?.exhibits ?? []
}

function penaltyText({ words, formats, dossier }: LayoutEnv): string | null {
  const { penaltyMinor } = dossier.agreement
  if (penaltyMinor === null) return null
  return penaltyMinor === 0 ? words.agreement.noPenalty : formats.money(penaltyMinor)
}

/** A credit is no debt below zero: a reader of one line must not have to know the sign's meaning. */
function owedText({ formats, words }: LayoutEnv, balanceMinor: number): string {
  if (balanceMinor >= 0) return formats.money(balanceMinor)
  return `${formats.money(0)} · ${words.ledger.credit}: ${formats.money(-balanceMinor)}`
}
