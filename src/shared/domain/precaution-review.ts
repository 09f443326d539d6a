import type { Dossier } from './dossier.ts'
import { PRECAUTIONS, type Backup, type Precaution } from './precaution.ts'
import { isProven, type ObligationReview } from './readiness.ts'
import { undecidedServices } from './service-catalogue.ts'

export interface PrecautionReview {
  readonly precaution: Precaution
  readonly state: 'open' | 'in-progress' | 'warning' | 'done'
  /** How many of `total` are seen to. */
  readonly done: number
  readonly total: number
}

/** Reviews the four precautions. */
export function reviewPrecautions(
  dossier: Dossier,
  obligations: readonly ObligationReview[]
): readonly PrecautionReview[] {
  return PRECAUTIONS.map((precaution) => ({ precaution, ...byPrecaution[precaution](dossier, obligations) }))
}

type Counted = Omit<PrecautionReview, 'precaution'>

const byPrecaution: Readonly<
  Record<Precaution, (dossier: Dossier, obligations: readonly ObligationReview[]) => Counted>
> = {
  backup: ({ backups }) => counted(backups.filter(isFoundWhole).length, backups.length),
  terms: ({ terms }) => {
    const known = [terms.noticeDays, terms.penaltyMinor, terms.endsOn].filter((value) => value !== null)
    // A contract without a minimum term has no end to note.
    const isDone = terms.noticeDays !== null && terms.penaltyMinor !== null
    return {
      state: isDone ? 'done' : known.length > 0 ? 'in-progress' : 'open',
      done: known.length,
      total: 3
    }
  },
  evidence: (_, obligations) => {
    const proven = obligations.filter(isProven).length
    const isDone = proven === obligations.length
    const isBegun = obligations.some(hasSomething)
    return { state: isDone ? 'done' : isBegun ? 'warning' : 'open', done: proven, total: obligations.length }
  },
  services: ({ services }) => {
    const settled = services.filter(({ state }) => state !== 'not-moved').length
    const review = counted(settled, services.length + undecidedServices(services).length)
    return services.length === 0 ? { ...review, state: 'open' } : review
  }
}

/** A copy that nobody has opened since it was made may be none. */
function isFoundWhole({ savedOn, checkedOn }: Backup): boolean {
  return savedOn !== null && checkedOn !== null && checkedOn >= savedOn
}

/** Before anything is claimed, owed or kept, no proof can be missing. */
function hasSomething({ exhibits, reasons }: ObligationReview): boolean {
  return exhibits.length > 0 || reasons.some(({ code }) => code !== 'nothing')
}

function counted(done: number, total: number): Counted {
  return { state: total === 0 ? 'open' : done === total ? 'done' : 'in-progress', done, total }
}
