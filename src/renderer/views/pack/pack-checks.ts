import type { IsoDate } from '../../../shared/domain/calendar.ts'
import { CATEGORY_WORDS } from '../../../shared/domain/category.ts'
import type { Dossier } from '../../../shared/domain/dossier.ts'
import type { PackFinding } from '../../../shared/domain/pack-job.ts'
import {
  PART_CATEGORY,
  reviewDossier,
  type Lack,
  type Part,
  type Warning
} from '../../../shared/domain/part.ts'

export type Severity = 'seal' | 'ochre' | 'calm'

/** Something to know before the pack is given away. Nothing of it locks the export. */
export type PackCheck =
  | { readonly kind: 'lack'; readonly severity: Severity; readonly part: Part; readonly lack: Lack }
  | { readonly kind: 'warning'; readonly severity: Severity; readonly part: Part; readonly warning: Warning }
  | {
      readonly kind: 'left-out'
      readonly severity: Severity
      readonly count: number
      readonly proofs: number
    }
  | { readonly kind: 'finding'; readonly severity: Severity; readonly finding: PackFinding }

export interface CheckInput {
  readonly dossier: Dossier
  readonly today: IsoDate
  readonly leftOut: ReadonlySet<string>
  readonly findings: readonly PackFinding[]
}

/** What speaks against the pack as it is now, the gravest first. A part that was never begun is said in grey. */
export function packChecks({ dossier, today, leftOut, findings }: CheckInput): readonly PackCheck[] {
  const ofParts = reviewDossier(dossier, today).flatMap(({ part, state, lacks, warnings }): PackCheck[] => [
    ...lacks.map((lack): PackCheck => ({
      kind: 'lack',
      part,
      lack,
      severity: severityOf(lack, state === 'open')
    })),
    ...warnings.map((warning): PackCheck => ({ kind: 'warning', part, warning, severity: 'ochre' }))
  ])
  const checks = [
    ...findings.map((finding): PackCheck => ({ kind: 'finding', finding, severity: gravityOf(finding) })),
    ...ofParts,
    ...leftOutCheck(dossier, leftOut)
  ]
  const rank: Readonly<Record<Severity, number>> = { seal: 0, ochre: 1, calm: 2 }
  return checks.toSorted((a, b) => rank[a.severity] - rank[b.severity])
}

function severityOf(lack: Lack, isUntouched: boolean): Severity {
  if (isUntouched) return 'calm'
  return lack.code === 'payment-proof' ? 'seal' : 'ochre'
}

function gravityOf(finding: PackFinding): Severity {
  return finding.code === 'object-missing' || finding.code === 'object-changed' ? 'seal' : 'ochre'
}

/** Leaving out is the user's right; leaving out what proves a payment or a part is worth a second look. */
function leftOutCheck(dossier: Dossier, leftOut: ReadonlySet<string>): readonly PackCheck[] {
  const out = dossier.exhibits.filter((exhibit) => exhibit.trashedAt === null && leftOut.has(exhibit.id))
  if (out.length === 0) return []
  const proving = new Set<string>(Object.values(PART_CATEGORY))
  const linked = new Set(dossier.payments.entries.map((entry) => entry.exhibitId))
  const proofs = out.filter(({ id, number }) =>
    number.category === CATEGORY_WORDS.payments ? linked.has(id) : proving.has(number.category)
  ).length
  return [{ kind: 'left-out', count: out.length, proofs, severity: proofs > 0 ? 'ochre' : 'calm' }]
}
