import { addDays, type IsoDate } from './calendar.ts'
import type { Dossier } from './dossier.ts'
import { followUps } from './due-follow-ups.ts'
import { expiries, plans } from './due-plans.ts'
import { dueIdOf, type DueSource } from './due-source.ts'
import type { LawRule } from './law-rule.ts'
import type { LedgerEntry } from './ledger.ts'
import { provenIds } from './proof-target.ts'
import { nextWorkingDay } from './working-day.ts'

/** A due date as the facts alone make it, before the user's changes. */
export interface DueFact {
  readonly on: IsoDate
  readonly source: DueSource
}

/** Everything the facts make due. After the confirmation only what can still hurt or pay. */
export function dueFactsOf(dossier: Dossier, law: readonly LawRule[], today: IsoDate): readonly DueFact[] {
  const isConfirmed = dossier.confirmation.receivedAt !== null
  return [
    ...promises(dossier, isConfirmed),
    ...claimAnswers(dossier, law),
    ...followUps(dossier, isConfirmed),
    ...(isConfirmed ? [] : [...expiries(dossier, today), ...plans(dossier, today)]),
    ...missingProof(dossier, today),
    ...dossier.reminders.map(({ id, on }): DueFact => ({ on, source: { kind: 'reminder', reminderId: id } }))
  ]
}

function promises({ contacts }: Dossier, isConfirmed: boolean): readonly DueFact[] {
  return contacts.flatMap(({ id, promisedBy, purpose }): readonly DueFact[] =>
    promisedBy === null || (isConfirmed && purpose === 'closing')
      ? []
      : [{ on: promisedBy, source: { kind: 'promise', contactId: id } }]
  )
}

function claimAnswers({ contacts }: Dossier, law: readonly LawRule[]): readonly DueFact[] {
  const rule = law.find(({ id, from }) => id === 'claim-answer' && from === 'claim-registered')
  if (rule === undefined || rule.days === null) return []
  const { id: ruleId, days } = rule
  return contacts
    .filter(({ purpose, direction }) => purpose === 'claim' && direction === 'out')
    .map(({ id, at }): DueFact => {
      const registeredOn = nextWorkingDay(at.local.slice(0, 10))
      return {
        on: addDays(registeredOn, days),
        source: { kind: 'claim-answer', contactId: id, ruleId, registeredOn, days }
      }
    })
}

/**
 * The oldest payment without a proof stands for all of them: a long import would bury everything else. No day was
 * set for it, so it is due today and never late; the user may set one. Those noted as done stay to be opened again.
 */
function missingProof(dossier: Dossier, today: IsoDate): readonly DueFact[] {
  const proven = provenIds(dossier, 'entry')
  const doneIds = new Set(dossier.dueChanges.filter(({ doneOn }) => doneOn !== null).map(({ id }) => id))
  const unproven = dossier.payments.entries
    .filter((entry) => entry.kind === 'payment' && !proven.has(entry.id))
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  const isDone = (entry: LedgerEntry) => doneIds.has(dueIdOf(proofFact(entry, 0, today).source))
  const open = unproven.filter((entry) => !isDone(entry))
  return [
    ...open.slice(0, 1).map((entry) => proofFact(entry, open.length - 1, today)),
    ...unproven.filter(isDone).map((entry) => proofFact(entry, 0, today))
  ]
}

function proofFact({ id, on }: LedgerEntry, others: number, today: IsoDate): DueFact {
  return {
    on: on > today ? on : today,
    source: { kind: 'payment-proof', entryId: id, paidOn: on, others }
  }
}
