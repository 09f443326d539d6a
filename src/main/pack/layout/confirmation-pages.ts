import { drawFactTable, drawProofs } from './fact-table.ts'
import { Flow, type LaidSheet } from './flow.ts'
import { proofsOfSteps, type LayoutEnv } from './layout-env.ts'
import { drawNumberedText } from './numbered-text.ts'

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
  drawProofs(flow, proofsOfSteps(env, 'confirmation'))
  return flow.sheets
}
