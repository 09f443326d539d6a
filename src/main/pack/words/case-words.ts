import type { ContactChannel, ContactPurpose } from '../../../shared/domain/contact.ts'
import type { DeviceKind } from '../../../shared/domain/equipment.ts'
import type { SettableState, Step } from '../../../shared/domain/step.ts'

/** Words of the pages that tell the case: chronology, contact log, agreement and equipment, evidence. */
export interface CaseWords {
  readonly chronology: {
    readonly lead: string
    readonly heads: readonly [date: string, time: string, event: string, number: string, page: string]
    readonly closingBegins: string
    readonly silence: (days: number) => string
    readonly note: (zone: string) => string
    readonly earlierEntries: (page: string) => string
    readonly contractSigned: (number: string) => string
    readonly documentIssued: (kind: string) => string
    readonly attorneyIssued: string
    readonly applied: string
    readonly signed: (number: string) => string
    readonly contractEnded: string
    readonly contractEnds: string
    readonly confirmed: string
    readonly deviceReturned: (device: string) => string
    readonly packMade: string
  }
  readonly contacts: {
    readonly lead: (count: number, outgoing: number, incoming: number) => string
    readonly heads: readonly [number: string, when: string, who: string, content: string, proof: string]
    readonly directions: Readonly<Record<'out' | 'in', string>>
    readonly how: (direction: string, channel: string) => string
    readonly channels: Readonly<Record<ContactChannel, string>>
    readonly purposes: Readonly<Record<ContactPurpose, string>>
    readonly minutes: (count: number) => string
    readonly reference: (number: string) => string
    readonly promised: (what: string) => string
    readonly promisedBy: (on: string) => string
    readonly kept: (on: string) => string
    /** On the cover, before what was said. */
    readonly ask: { readonly head: string; readonly on: (on: string) => string }
    readonly note: string
  }
  readonly terms: {
    readonly title: string
    readonly endsOn: string
    readonly notice: string
    readonly noticeDays: (count: number) => string
    readonly penalty: string
    readonly note: string
  }
  readonly equipment: {
    readonly title: string
    readonly heads: readonly [device: string, numbers: string, condition: string, proof: string]
    readonly kinds: Readonly<Record<DeviceKind, string>>
    readonly imei: (number: string) => string
    readonly serial: (number: string) => string
    readonly accountsRemoved: string
    readonly locksOff: string
    readonly returned: (on: string, to: string) => string
    readonly notReturned: string
    readonly tracking: (number: string) => string
    readonly nothing: string
  }
  readonly evidence: {
    readonly lead: string
    readonly heads: readonly [number: string, point: string, confirmed: string, proof: string, page: string]
    readonly more: (count: number) => string
    readonly request: (on: string) => string
    readonly settled: (sum: string) => string
    readonly owed: (sum: string) => string
    readonly agreement: (signedOn: string | null, effectiveOn: string | null) => string
    readonly returned: (on: string) => string
    readonly nothingToReturn: string
    readonly confirmation: (on: string) => string
    readonly weak: (count: number) => string
    readonly reasons: {
      readonly nothing: string
      readonly papersWithoutFacts: string
      readonly onlyStated: string
      readonly partlyProven: string
      readonly oneDocument: string
      readonly corroborated: string
      /** Weak spots begin small and without a stop: several make one sentence. */
      readonly documentExpires: (on: string) => string
      readonly stillOwed: (sum: string) => string
      readonly paymentUnproven: (count: number) => string
      readonly deviceUnproven: (devices: string) => string
      readonly nothingToReturn: string
    }
    readonly note: string
    readonly byHand: string
    readonly byHandLead: string
    readonly byHandHeads: readonly [step: string, state: string, on: string, reason: string]
    readonly steps: Readonly<Record<Step, string>>
    readonly states: Readonly<Record<SettableState, string>>
  }
}
