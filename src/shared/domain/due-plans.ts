import { addDays, type IsoDate } from './calendar.ts'
import type { Dossier } from './dossier.ts'
import type { DueFact } from './due-facts.ts'

/** A closing takes weeks: a paper that is good for another year sets no day in it. */
const FAR_EXPIRY_DAYS = 365

/** Papers that cease to be valid before the closing is through. */
export function expiries({ identity, closing, agreement }: Dossier, today: IsoDate): readonly DueFact[] {
  const last = [today, closing.plannedOn, agreement.effectiveOn].reduce<IsoDate>(
    (latest, on) => (on !== null && on > latest ? on : latest),
    today
  )
  const isNear = (on: IsoDate | null): on is IsoDate => on !== null && on <= addDays(last, FAR_EXPIRY_DAYS)
  const attorneyOn = identity.representative?.expiresOn ?? null
  return [
    ...identity.documents.flatMap(({ id, expiresOn }): readonly DueFact[] =>
      isNear(expiresOn) ? [{ on: expiresOn, source: { kind: 'document-expiry', documentId: id } }] : []
    ),
    ...(isNear(attorneyOn) ? [{ on: attorneyOn, source: { kind: 'attorney-expiry' } } as const] : [])
  ]
}

/** What was planned, as long as no agreement has set the real day. */
export function plans({ closing, terms, agreement }: Dossier, today: IsoDate): readonly DueFact[] {
  if (agreement.signedOn !== null || agreement.effectiveOn !== null) return []
  const facts: DueFact[] = []
  const { plannedOn } = closing
  if (plannedOn !== null) {
    facts.push({ on: plannedOn, source: { kind: 'planned-closing' } })
  }
  const days = terms.noticeDays ?? 0
  if (plannedOn !== null && days > 0 && agreement.appliedOn === null) {
    facts.push({ on: addDays(plannedOn, -days), source: { kind: 'notice', days, plannedOn } })
  }
  // Nothing has to be done by that day: once it is over it is no longer due.
  if (terms.endsOn !== null && terms.endsOn >= today) {
    facts.push({ on: terms.endsOn, source: { kind: 'term-end' } })
  }
  return facts
}
