import { summariseLedger, type LedgerSection } from '../../../shared/domain/ledger.ts'
import { isProven, type Obligation } from '../../../shared/domain/readiness.ts'
import { returnedOn } from './claims.ts'
import type { LayoutEnv } from './layout-env.ts'
import { markedText } from './marked-text.ts'
import type { Span } from './rich-text.ts'

/** What the dossier shows, in a few sentences made from its facts alone. What is not proven is not said. */
export function resultSentence(env: LayoutEnv): readonly Span[] {
  const sentences = [endSentence(env), duesSentence(env), equipmentSentence(env), confirmationSentence(env)]
  return markedText(sentences.filter((sentence) => sentence !== null).join(env.words.joins.sentence))
}

function isDocumented(env: LayoutEnv, obligation: Obligation): boolean {
  return env.readiness.some((review) => review.obligation === obligation && isProven(review))
}

/** Whether the agreed day has come when the pack is made. */
export function hasEnded(env: LayoutEnv): boolean {
  const { effectiveOn } = env.dossier.agreement
  return effectiveOn !== null && effectiveOn <= env.formats.instantDate(env.madeAt)
}

function endSentence(env: LayoutEnv): string | null {
  const { effectiveOn } = env.dossier.agreement
  if (effectiveOn === null) return null
  const isStatedOnly = !isDocumented(env, 'agreement')
  const on = env.formats.date(effectiveOn)
  const { ended, ends } = env.words.result
  return hasEnded(env) ? ended(on, isStatedOnly) : ends(on, isStatedOnly)
}

function duesSentence(env: LayoutEnv): string | null {
  const { dossier, formats, words } = env
  if (dossier.payments.entries.length === 0) return null
  const sections = summariseLedger(dossier.payments).filter((section) => section.rows.length > 0)
  const sum = (minor: number, currency: string) => formats.in(currency).money(minor)
  const sums = (some: readonly LedgerSection[]) =>
    some.map((one) => sum(Math.abs(one.balanceMinor), one.currency)).join(' + ')
  const owed = sections.filter((section) => section.balanceMinor > 0)
  if (owed.length > 0) return words.result.owed(sums(owed))
  const isStatedOnly = !isDocumented(env, 'dues')
  const credit = sections.filter((section) => section.balanceMinor < 0)
  if (credit.length > 0) return words.result.credit(sums(credit), isStatedOnly)
  return words.result.nothingOwed(sums(sections.slice(0, 1)), isStatedOnly)
}

function equipmentSentence(env: LayoutEnv): string | null {
  const on = isDocumented(env, 'equipment') ? returnedOn(env) : null
  return on === null ? null : env.words.result.returned(env.formats.date(on))
}

function confirmationSentence(env: LayoutEnv): string {
  const { result } = env.words
  const { receivedAt } = env.dossier.confirmation
  const { effectiveOn } = env.dossier.agreement
  const on = receivedAt === null ? null : env.formats.date(receivedAt.local.slice(0, 10))
  if (isDocumented(env, 'confirmation')) return result.confirmed(on)
  if (on !== null) return result.confirmedAsStated(on)
  return effectiveOn !== null && hasEnded(env)
    ? result.awaitedSince(env.formats.date(effectiveOn))
    : result.notConfirmed
}
