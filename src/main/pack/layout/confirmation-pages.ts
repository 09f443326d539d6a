import { daysBetween } from '../../../shared/domain/calendar.ts'
import { drawFactTable, drawProofs } from './fact-table.ts'
import { Flow, type LaidSheet } from './flow.ts'
import type { LayoutEnv } from './layout-env.ts'
import { drawNumberedText } from './numbered-text.ts'
import { hasEnded } from './result-sentence.ts'

/** What the operator answered: by which way, who, when, in which words. */
export function layConfirmation(env: LayoutEnv): readonly LaidSheet[] {
  const { words, formats, dossier } = env
  const { channel, sender, receivedAt, text } = dossier.confirmation
  const flow = new Flow(env, {
    name: 'confirmation',
    part: words.parts.confirmation,
    title: words.parts.confirmation,
    lead: words.confirmation.lead,
    leadAfter: 0
  })
  const isEmpty = channel === null && sender === '' && receivedAt === null && text.trim() === ''
  if (isEmpty) {
    flow.space(12)
    flow.text(missingText(env), env.styles.body)
  }
  const source = words.asStated
  drawFactTable(flow, words.confirmation.details, [
    channel === null
      ? null
      : { label: words.confirmation.channel, value: words.confirmation.channels[channel], source },
    { label: words.confirmation.sender, value: sender.trim(), source },
    receivedAt === null
      ? null
      : { label: words.confirmation.receivedAt, value: formats.moment(receivedAt), source, isBold: true }
  ])
  if (text.trim() !== '') {
    flow.section(words.confirmation.text, 60)
    flow.space(4)
    drawNumberedText(flow, text)
    flow.space(8)
    flow.need(20)
    flow.rule(0.25)
    flow.space(4)
    flow.text(words.confirmation.textNote, env.styles.note)
  }
  drawProofs(flow, env.sections.find(({ category }) => category === 'F')?.exhibits ?? [])
  return flow.sheets
}

function missingText(env: LayoutEnv): string {
  const { effectiveOn } = env.dossier.agreement
  const { missing, waiting } = env.words.confirmation
  if (effectiveOn === null || !hasEnded(env)) return missing
  const days = daysBetween(effectiveOn, env.formats.instantDate(env.madeAt))
  return `${missing} ${waiting(days)}`.trim()
}
