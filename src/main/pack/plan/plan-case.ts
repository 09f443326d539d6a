import type { IsoDate } from '../../../shared/domain/calendar.ts'
import type { Dossier } from '../../../shared/domain/dossier.ts'
import { reviewReadiness, type ObligationReview } from '../../../shared/domain/readiness.ts'
import { PACK_PARTS, type PackPart } from '../../../shared/domain/recipient-profile.ts'
import { isReadable, type AbsorbedExhibit } from './absorbed-exhibit.ts'
import { planChronology, type Chronology } from './chronology.ts'
import { frontPartsOf, LATER_FRONT_PARTS, type FrontPart } from './own-parts.ts'
import { indexProofs, type ProofIndex } from './proof-index.ts'

/** What a pack says about its case, by what a reader of it can open. */
export interface PlannedCase {
  /** Exhibits of this pack that a reader can open. */
  readonly readableIds: ReadonlySet<string>
  /** Which of them prove a record of the dossier. */
  readonly proofs: ProofIndex
  /** The six obligations, by the same rules as on the screen. */
  readonly readiness: readonly ObligationReview[]
  readonly chronology: Chronology
  readonly frontParts: readonly FrontPart[]
}

export function planCase(
  dossier: Dossier,
  absorbed: readonly AbsorbedExhibit[],
  reader: {
    readonly today: IsoDate
    readonly zone: string
    readonly isSupplement?: boolean
    readonly parts?: readonly PackPart[]
  }
): PlannedCase {
  const shown = absorbed.map(({ exhibit }) => exhibit)
  const readable = absorbed.filter(isReadable).map(({ exhibit }) => exhibit)
  const readableIds = new Set(readable.map(({ id }) => id))
  const readiness = reviewReadiness(dossier, reader.today, ({ id }) => readableIds.has(id))
  const chronology = planChronology(dossier, shown, reader)
  return {
    readableIds,
    proofs: indexProofs(readable),
    readiness,
    chronology,
    frontParts:
      reader.isSupplement === true
        ? LATER_FRONT_PARTS
        : frontPartsOf({ dossier, shown, chronology, readiness }, reader.parts ?? PACK_PARTS)
  }
}
