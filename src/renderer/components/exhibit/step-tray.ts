import { CATEGORY_WORDS, type Category } from '../../../shared/domain/category.ts'
import { liveExhibits, type Dossier } from '../../../shared/domain/dossier.ts'
import type { Exhibit } from '../../../shared/domain/exhibit.ts'
import { unusedExhibits } from '../../../shared/domain/exhibit-uses.ts'
import type { Precaution } from '../../../shared/domain/precaution.ts'
import type { ProofTarget } from '../../../shared/domain/proof-target.ts'
import { STEP_CATEGORY, type Step } from '../../../shared/domain/step.ts'
import { proofsOf } from '../../../shared/domain/step-proofs.ts'
import type { Lack, StepReview } from '../../../shared/domain/step-review.ts'

/** What lies in the tray beside a step or a precaution. */
export interface TrayContents {
  /** Category of a file dropped there. */
  readonly category: Category
  /** What a file dropped there proves. */
  readonly proves: readonly ProofTarget[]
  readonly exhibits: readonly Exhibit[]
  /** Places where a proof is missing, each for a file of its own. */
  readonly gaps: readonly ProofTarget[]
}

/** The records of a step whose proofs lie in its tray, too. */
const RECORDS_OF_STEP: Readonly<Partial<Record<Step, ProofTarget['kind']>>> = {
  identity: 'document',
  contact: 'contact',
  payments: 'entry',
  equipment: 'device'
}

/** The exhibits of a step, and what it still wants proved. A step that was not begun misses nothing yet. */
export function trayOfStep(dossier: Dossier, review: StepReview): TrayContents {
  const { step } = review
  const kind = RECORDS_OF_STEP[step]
  const counted = new Set(proofsOf(dossier, step))
  const exhibits = liveExhibits(dossier).filter(
    (exhibit) => counted.has(exhibit) || exhibit.proves.some((target) => target.kind === kind)
  )
  const gaps = review.state === 'open' ? [] : review.lacks.flatMap((lack) => gapOf(dossier, step, lack))
  // A receipt proves a payment, not the ledger as a whole: which one is said by dropping it there.
  const proves: readonly ProofTarget[] = step === 'payments' ? [] : [{ kind: 'step', step }]
  return { category: STEP_CATEGORY[step], proves, exhibits, gaps }
}

/** Lacks that a file on the whole step closes. */
const CLOSED_BY_STEP: readonly Lack['code'][] = [
  'request-proof',
  'contract-proof',
  'agreement-proof',
  'confirmation-proof'
]

function gapOf(dossier: Dossier, step: Step, lack: Lack): readonly ProofTarget[] {
  if (lack.code === 'payment-proof') return [{ kind: 'entry', id: lack.entryId }]
  if (lack.code === 'device-proof') return [{ kind: 'device', id: lack.deviceId }]
  if (lack.code === 'identity-proof') {
    const [document] = dossier.identity.documents
    return [document === undefined ? { kind: 'step', step } : { kind: 'document', id: document.id }]
  }
  return CLOSED_BY_STEP.includes(lack.code) ? [{ kind: 'step', step }] : []
}

/** Beside a precaution lies what it is about. */
export function trayOfPrecaution(dossier: Dossier, precaution: Precaution): TrayContents {
  const nothing = { category: CATEGORY_WORDS.other, proves: [], gaps: [] }
  if (precaution === 'evidence') return { ...nothing, exhibits: unusedExhibits(dossier) }
  if (precaution === 'terms') {
    const proves: readonly ProofTarget[] = [{ kind: 'step', step: 'account' }]
    return { category: STEP_CATEGORY.account, proves, exhibits: proofsOf(dossier, 'account'), gaps: [] }
  }
  const exhibits = liveExhibits(dossier).filter((exhibit) =>
    exhibit.proves.some((target) => target.kind === 'backup')
  )
  return { ...nothing, exhibits: precaution === 'backup' ? exhibits : [] }
}
