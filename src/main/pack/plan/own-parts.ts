import type { Dossier } from '../../../shared/domain/dossier.ts'
import type { Exhibit } from '../../../shared/domain/exhibit.ts'
import { proofsOf } from '../../../shared/domain/step-proofs.ts'

/** The pages of our own before the exhibits and after them, in the order of the pack. */
export const FRONT_PARTS = ['cover', 'index', 'identity', 'payments', 'agreement', 'confirmation'] as const
export const BACK_PARTS = ['verification', 'checksums'] as const

export type FrontPart = (typeof FRONT_PARTS)[number]
export type BackPart = (typeof BACK_PARTS)[number]
export type OwnPart = FrontPart | BackPart

/**
 * The front parts this dossier fills: one that has nothing to show is left out.
 * @param isInPack which exhibits this pack holds
 */
export function frontPartsOf(
  dossier: Dossier,
  isInPack: (exhibit: Exhibit) => boolean
): readonly FrontPart[] {
  return FRONT_PARTS.filter((part) => hasContent[part](dossier, isInPack))
}

type Rule = (dossier: Dossier, isInPack: (exhibit: Exhibit) => boolean) => boolean

const hasContent: Readonly<Record<FrontPart, Rule>> = {
  cover: () => true,
  index: () => true,
  identity: () => true,
  payments: ({ payments }) => payments.entries.length > 0,
  agreement: (dossier, isInPack) =>
    isFilled(dossier.agreement) || isFilled(dossier.terms) || proofsOf(dossier, 'agreement').some(isInPack),
  confirmation: (dossier, isInPack) =>
    isFilled(dossier.confirmation) || proofsOf(dossier, 'confirmation').some(isInPack)
}

function isFilled(facts: object): boolean {
  return Object.values(facts).some((value) => value !== '' && value !== null)
}
