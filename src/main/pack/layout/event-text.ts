import type { LedgerEntry } from '../../../shared/domain/ledger.ts'
import type { TimelineFact, TimelineItem } from '../../../shared/domain/timeline.ts'
import type { ChronologyEvent } from '../plan/chronology.ts'
import { contactSummary } from './contact-text.ts'
import { deviceName } from './device-text.ts'
import { captionOf } from './index-pages.ts'
import { typed, type LayoutEnv } from './layout-env.ts'
import { entryText } from './ledger-text.ts'

/** What ends the contract: the day it ends, and the operator's own word of it. */
export function isEndOfContract({ item }: ChronologyEvent): boolean {
  const { fact } = item
  if (fact.kind === 'exhibit') return fact.exhibit.number.category === 'F'
  return fact.kind === 'step' && (fact.event === 'effective' || fact.event === 'confirmed')
}

/** One line for one dated thing. */
export function eventText(env: LayoutEnv, { fact }: Pick<TimelineItem, 'fact'>): string {
  switch (fact.kind) {
    case 'contact':
      return contactSummary(env, fact.contact)
    case 'entry':
      return entryText(env, fact.entry) + typed(env, ` — ${sumOf(env, fact.entry)}`)
    case 'exhibit':
      return captionOf(env, fact.exhibit)
    case 'step':
      return stepText(env, fact)
    case 'due':
      return ''
  }
}

function sumOf({ first: { formats } }: LayoutEnv, { currency, amountMinor }: LedgerEntry): string {
  return formats.in(currency).money(amountMinor)
}

function stepText(env: LayoutEnv, fact: Extract<TimelineFact, { kind: 'step' }>): string {
  const { words, formats, dossier, madeAt } = env
  const { chronology } = words
  const numbered = (number: string) => (number === '' ? '' : `№\u00a0${number}`)
  switch (fact.event) {
    case 'contract-signed':
      return chronology.contractSigned(numbered(dossier.contract.number))
    case 'document-issued':
      return chronology.documentIssued(words.identity.kinds[fact.document.kind ?? 'other'])
    case 'attorney-issued':
      return chronology.attorneyIssued
    case 'applied':
      return chronology.applied
    case 'signed':
      return chronology.signed(numbered(dossier.agreement.number))
    case 'effective': {
      const hasCome = (dossier.agreement.effectiveOn ?? '') <= formats.instantDate(madeAt)
      return hasCome ? chronology.contractEnded : chronology.contractEnds
    }
    case 'confirmed':
      return chronology.confirmed
    case 'device-returned':
      return chronology.deviceReturned(deviceName(env, fact.device))
    case 'created':
    case 'saved':
    case 'moved':
    case 'pack-made':
    case 'overridden':
      return ''
  }
}
