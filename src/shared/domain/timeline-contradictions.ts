import type { IsoDate } from './calendar.ts'
import type { Dossier } from './dossier.ts'
import { STEPS } from './step.ts'
import { warningsOf, type Warning } from './step-warnings.ts'
import type { Placed } from './timeline.ts'

/** What does not agree with the rest of the dossier. */
export type Contradiction =
  | Warning
  /** Noted as past, but its day has not come. */
  | { readonly code: 'in-the-future' }
  /** Recorded before the dossier was begun: a clock was wrong. */
  | { readonly code: 'before-created' }

/** Looks through the dossier once. @returns what is wrong with one item */
export function contradictionsIn(
  dossier: Dossier,
  today: IsoDate
): (item: Placed) => readonly Contradiction[] {
  const found = new Map<string, Contradiction[]>()
  for (const step of STEPS) {
    for (const warning of warningsOf(dossier, step, today)) {
      for (const id of itemsOf(warning)) found.set(id, [...(found.get(id) ?? []), warning])
    }
  }
  return (item) => [...(found.get(item.id) ?? []), ...clockContradictions(item, dossier, today)]
}

/** The items a warning is about. */
function itemsOf(warning: Warning): readonly string[] {
  switch (warning.code) {
    case 'expires-before-issue':
    case 'issued-before-birth':
      return [`document-issued:${warning.documentId}`]
    case 'document-expired':
    case 'document-expires-early':
      return [`due:expiry:${warning.documentId}`]
    case 'attorney-expired':
      return ['due:expiry:attorney']
    case 'charge-after-effective':
      return [`entry:${warning.entryId}`]
    case 'effective-before-signed':
    case 'notice-too-short':
      return ['effective']
    case 'signed-while-owed':
    case 'signed-before-return':
      return ['signed']
    case 'locks-on':
      return [`device-returned:${warning.deviceId}`]
    case 'confirmed-before-agreed':
      return ['confirmed']
    // A wrong figure has no day.
    case 'imei-wrong':
      return []
  }
}

function clockContradictions(
  { fact, on, instant }: Placed,
  dossier: Dossier,
  today: IsoDate
): readonly Contradiction[] {
  if (fact.kind === 'contact' || fact.kind === 'exhibit') {
    return on > today ? [{ code: 'in-the-future' }] : []
  }
  if (fact.kind !== 'step') return []
  const isRecordedByApp = fact.event === 'pack-made' || fact.event === 'overridden'
  if (isRecordedByApp) {
    return instant !== null && instant < dossier.createdAt ? [{ code: 'before-created' }] : []
  }
  // The day of the end may lie ahead; nothing else in a step may.
  return fact.event !== 'effective' && on > today ? [{ code: 'in-the-future' }] : []
}
