import type { Dossier } from './dossier.ts'
import type { Exhibit } from './exhibit.ts'
import { exhibitsFor } from './proof-target.ts'
import { PACK_PARTS, type PackPart } from './recipient-profile.ts'
import type { Step } from './step.ts'
import { proofsOf } from './step-proofs.ts'

/** Why an exhibit is in the core of a pack: it is the paper that the end of the contract rests on. */
const CORE_REASONS = ['agreement', 'confirmation', 'return', 'final-bill', 'last-payment'] as const
export type CoreReason = (typeof CORE_REASONS)[number]

interface CoreExhibit {
  readonly exhibit: Exhibit
  readonly reasons: readonly CoreReason[]
}

/** Norm N27: more pages than this are no core. */
export const MOST_CORE_PAGES = 20
/** Cover, index, agreement and equipment, confirmation, two for checking; an index of so few fits one page. */
const OWN_PAGES = 7

/** Of the pages about the case those that a core has. */
const CORE_PARTS: readonly PackPart[] = ['agreement', 'confirmation']

export function coreParts(parts: readonly PackPart[]): readonly PackPart[] {
  return PACK_PARTS.filter((part) => parts.includes(part) && CORE_PARTS.includes(part))
}

/**
 * The core of a dossier: agreement, confirmation, return receipt, final bill and last payment. What would lead it beyond
 * twenty pages is left out, the least important first.
 */
export function coreExhibits(dossier: Dossier): readonly CoreExhibit[] {
  const found = new Map<string, { readonly exhibit: Exhibit; readonly reasons: CoreReason[] }>()
  let left = MOST_CORE_PAGES - OWN_PAGES
  for (const reason of CORE_REASONS) {
    for (const exhibit of candidates[reason](dossier)) {
      const known = found.get(exhibit.id)
      const pages = exhibit.file.pages ?? 1
      if (known !== undefined) known.reasons.push(reason)
      else if (pages <= left) {
        found.set(exhibit.id, { exhibit, reasons: [reason] })
        left -= pages
      }
    }
  }
  return dossier.exhibits.flatMap(({ id }) => found.get(id) ?? [])
}

const ofStep = (step: Step) => (dossier: Dossier) => proofsOf(dossier, step)

const candidates: Readonly<Record<CoreReason, (dossier: Dossier) => readonly Exhibit[]>> = {
  agreement: ofStep('agreement'),
  confirmation: ofStep('confirmation'),
  return: ofStep('equipment'),
  'final-bill': (dossier) => proofsOfLast(dossier, 'bill'),
  'last-payment': (dossier) => proofsOfLast(dossier, 'payment')
}

/** The papers of the latest entry of a kind that has any. */
function proofsOfLast(dossier: Dossier, kind: 'bill' | 'payment'): readonly Exhibit[] {
  const entries = dossier.payments.entries
    .filter((entry) => entry.kind === kind)
    .toSorted((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0))
  for (const { id } of entries) {
    const proofs = exhibitsFor(dossier, { kind: 'entry', id })
    if (proofs.length > 0) return proofs
  }
  return []
}
