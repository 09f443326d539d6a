import type { Contact } from '../../../shared/domain/contact.ts'
import type { Dossier } from '../../../shared/domain/dossier.ts'
import { promiseDueId } from '../../../shared/domain/due-change.ts'
import { instantOf } from '../../../shared/domain/zoned-moment.ts'
import { cutAtWord } from '../plan/cut-at-word.ts'
import { proofsFor } from '../plan/proof-index.ts'
import type { Flow } from './flow.ts'
import { firstPage } from './layout-env.ts'
import { exhibitReference } from './references.ts'
import type { Span } from './rich-text.ts'

/** So much of what was said stands on the cover; the contact log has it whole. */
const LONGEST_ASK = 220
const MOST_PROOFS = 2
const DOT = { text: ' · ' }
const SENTENCE_END = /[.!?…。！？]$/u

/**
 * What the subscriber asks the operator for, in the words of the contact log: the dossier has no other place where it
 * says so, and the pack says nothing in the subscriber's name. null = nothing is open.
 */
export function openAsk(dossier: Dossier): Contact | null {
  const asked = dossier.contacts
    .filter(({ direction, purpose, said }) => direction === 'out' && isAsk(purpose) && said.trim() !== '')
    .map((contact) => ({ contact, at: instantOf(contact.at) }))
    .toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
  const last = asked.at(-1)?.contact ?? null
  const isDone = dossier.dueChanges.some(
    ({ id, doneOn }) => last !== null && id === promiseDueId(last.id) && doneOn !== null
  )
  return isDone ? null : last
}

function isAsk(purpose: Contact['purpose']): boolean {
  return purpose === 'claim' || purpose === 'refund'
}

/** A paragraph of the cover; nothing in a pack without the log that it is taken from. */
export function drawAsk(flow: Flow): void {
  const { env } = flow
  const { words, formats, dossier, styles, first } = env
  const ask = env.frontParts.includes('contacts') ? openAsk(dossier) : null
  if (ask === null) return
  const proofs = proofsFor(env.proofs, 'contact', ask.id).slice(0, MOST_PROOFS)
  const space = { text: words.joins.sentence }
  const page = first.words.page(String(firstPage(env, 'contacts')))
  const said = cutAtWord(ask.said, LONGEST_ASK)
  const due =
    ask.promisedBy === null ? [] : [{ text: words.contacts.promisedBy(formats.date(ask.promisedBy)) }, DOT]
  const spans: readonly Span[] = [
    { text: words.contacts.ask.head, isBold: true },
    space,
    { text: words.contacts.ask.on(formats.date(formats.readings(ask.at).on)) },
    space,
    { text: said },
    SENTENCE_END.test(said) ? { text: ' ' } : DOT,
    ...due,
    { text: page, size: 7.5, ink: 'mid', target: 'contacts' },
    ...proofs.flatMap((exhibit) => [{ text: ', ' }, ...exhibitReference(env, exhibit)])
  ]
  flow.space(env.secondLanguage === null ? 14 : 9)
  flow.text(spans, styles.body)
}
