import { summariseLedger } from '../../../shared/domain/ledger.ts'
import type { LayoutEnv } from './layout-env.ts'
import { markedText } from './marked-text.ts'
import type { Span } from './rich-text.ts'

/** What the dossier shows, in a few sentences made from its facts alone. What is not proven is not said. */
export function resultSentence(env: LayoutEnv): readonly Span[] {
  const sentences = [endSentence(env), duesSentence(env), confirmationSentence(env)]
  return markedText(
    sentences.filter((sentence) => sentence !== null).join(env.language === 'zh-CN' ? '' : ' ')
  )
}

function stateOf(env: LayoutEnv, point: 'agreement' | 'confirmation') {
  return env.points.find((review) => review.point === point)?.state ?? 'unconfirmed'
}

/** Whether the agreed day has come when the pack is made. */
export function hasEnded(env: LayoutEnv): boolean {
  const { effectiveOn } = env.dossier.agreement
  return effectiveOn !== null && effectiveOn <= env.formats.instantDate(env.madeAt)
}

function endSentence(env: LayoutEnv): string | null {
  const { effectiveOn } = env.dossier.agreement
  if (effectiveOn === null) return null
  const isStatedOnly = stateOf(env, 'agreement') !== 'documented'
  const on = env.formats.date(effectiveOn)
  const { ended, ends } = env.words.result
  return hasEnded(env) ? ended(on, isStatedOnly) : ends(on, isStatedOnly)
}

function duesSentence({ dossier, formats, words }: LayoutEnv): string | null {
  if (dossier.payments.entries.length === 0) return null
  const { balanceMinor } = summariseLedger(dossier.payments)
  if (balanceMinor > 0) return words.result.owed(formats.money(balanceMinor))
  if (balanceMinor < 0) return words.result.credit(formats.money(-balanceMinor))
  return words.result.nothingOwed(formats.money(0))
}

function confirmationSentence(env: LayoutEnv): string {
  const { result } = env.words
  const { receivedAt } = env.dossier.confirmation
  const { effectiveOn } = env.dossier.agreement
  const on = receivedAt === null ? null : env.formats.date(receivedAt.local.slice(0, 10))
  if (stateOf(env, 'confirmation') === 'documented') return result.confirmed(on)
  if (on !== null) return result.confirmedAsStated(on)
  return effectiveOn !== null && hasEnded(env)
    ? result.awaitedSince(env.formats.date(effectiveOn))
    : result.notConfirmed
}
