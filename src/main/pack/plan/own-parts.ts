import type { Dossier } from '../../../shared/domain/dossier.ts'
import type { Exhibit } from '../../../shared/domain/exhibit.ts'
import type { ObligationReview } from '../../../shared/domain/readiness.ts'
import { proofsOf } from '../../../shared/domain/step-proofs.ts'
import type { PackPart } from '../../../shared/domain/recipient-profile.ts'
import type { Step } from '../../../shared/domain/step.ts'
import type { Chronology } from './chronology.ts'

/** The pages of our own before the exhibits and after them, in the order of the pack. */
const FRONT_PARTS = [
  'cover',
  'index',
  'chronology',
  'identity',
  'payments',
  'contacts',
  'agreement',
  'confirmation',
  'evidence'
] as const
export const BACK_PARTS = ['verification', 'checksums'] as const

/** A supplement or a later volume tells nothing anew: what it adds stands in its index. */
export const LATER_FRONT_PARTS = ['cover', 'index'] as const

export type FrontPart = (typeof FRONT_PARTS)[number]
export type OwnPart = FrontPart | (typeof BACK_PARTS)[number]

/** What decides which parts a pack has. */
export interface PartFacts {
  readonly dossier: Dossier
  /** Exhibits of this pack. */
  readonly shown: readonly Exhibit[]
  readonly chronology: Chronology
  readonly readiness: readonly ObligationReview[]
}

/** The front parts this dossier fills and the recipient gets: one that has nothing to show is left out. */
export function frontPartsOf(facts: PartFacts, wanted: readonly PackPart[]): readonly FrontPart[] {
  const isWanted = (part: FrontPart) => part === 'cover' || part === 'index' || wanted.includes(part)
  return FRONT_PARTS.filter((part) => isWanted(part) && hasContent[part](facts))
}

const hasContent: Readonly<Record<FrontPart, (facts: PartFacts) => boolean>> = {
  cover: () => true,
  index: () => true,
  chronology: ({ chronology }) => chronology.history.length + chronology.events.length > 0,
  identity: () => true,
  payments: ({ dossier }) => dossier.payments.entries.length > 0,
  contacts: ({ dossier }) => dossier.contacts.length > 0,
  agreement: (facts) => {
    const { agreement, terms, equipment } = facts.dossier
    const hasEquipment = equipment.nothingToReturn || equipment.devices.length > 0
    return isFilled(agreement) || isFilled(terms) || hasEquipment || hasProof(facts, 'agreement', 'equipment')
  },
  confirmation: (facts) => isFilled(facts.dossier.confirmation) || hasProof(facts, 'confirmation'),
  evidence: ({ dossier, readiness }) =>
    readiness.some(({ level }) => level !== 'none') || Object.keys(dossier.overrides).length > 0
}

function hasProof({ dossier, shown }: PartFacts, ...steps: readonly Step[]): boolean {
  const ids = new Set(shown.map(({ id }) => id))
  return steps.some((step) => proofsOf(dossier, step).some(({ id }) => ids.has(id)))
}

function isFilled(facts: object): boolean {
  return Object.values(facts).some((value) => value !== '' && value !== null)
}
