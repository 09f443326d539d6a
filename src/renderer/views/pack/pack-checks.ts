import type { IsoDate } from '../../../shared/domain/calendar.ts'
import { coverablePages } from '../../../shared/domain/bar.ts'
import { CATEGORY_WORDS } from '../../../shared/domain/category.ts'
import type { Dossier } from '../../../shared/domain/dossier.ts'
import type { Exhibit } from '../../../shared/domain/exhibit.ts'
import { isFault, type PackFinding } from '../../../shared/domain/pack-job.ts'
import { LONG_PAGES, MOST_MAIL_BYTES } from '../../../shared/domain/pack-limits.ts'
import type { Masking } from '../../../shared/domain/recipient-profile.ts'
import { STEP_CATEGORY, type Step } from '../../../shared/domain/step.ts'
import { reviewSteps, type Lack } from '../../../shared/domain/step-review.ts'
import type { Warning } from '../../../shared/domain/step-warnings.ts'
import type { PackExtent } from './pack-extent.ts'

export type Severity = 'seal' | 'ochre' | 'calm'

/** Something to know before the pack is given away. Nothing of it locks the export. */
export type PackCheck =
  | { readonly kind: 'lack'; readonly severity: Severity; readonly step: Step; readonly lack: Lack }
  | { readonly kind: 'warning'; readonly severity: Severity; readonly step: Step; readonly warning: Warning }
  | {
      readonly kind: 'left-out'
      readonly severity: Severity
      readonly count: number
      readonly proofs: number
    }
  | { readonly kind: 'finding'; readonly severity: Severity; readonly finding: PackFinding }
  /** Without a date they stand last in their section, and nobody can place them in the story. */
  | { readonly kind: 'undated'; readonly severity: Severity; readonly exhibits: readonly Exhibit[] }
  /** Pictures of identity documents of which nothing is covered, in a pack whose texts mask their numbers. */
  | { readonly kind: 'number-shown'; readonly severity: Severity; readonly exhibits: readonly Exhibit[] }
  | { readonly kind: 'long'; readonly severity: Severity; readonly pages: number }
  | { readonly kind: 'heavy'; readonly severity: Severity; readonly sizeBytes: number }

export interface CheckInput {
  readonly dossier: Dossier
  readonly today: IsoDate
  /** What this pack can hold: not the whole dossier in a supplement or a core. */
  readonly offered: readonly Exhibit[]
  readonly leftOut: ReadonlySet<string>
  readonly masking: Masking
  readonly findings: readonly PackFinding[]
  /** What the pack would be now; null while that is not known. */
  readonly extent: Pick<PackExtent, 'pages' | 'fileBytes'> | null
}

/** What speaks against the pack as it is now, the gravest first. A step that was never begun is said in grey. */
export function packChecks(input: CheckInput): readonly PackCheck[] {
  const { dossier, today, findings, extent } = input
  const ofSteps = reviewSteps(dossier, today).flatMap(({ step, state, lacks, warnings }): PackCheck[] => [
    ...lacks.map((lack): PackCheck => ({
      kind: 'lack',
      step,
      lack,
      severity: severityOf(lack, state === 'open')
    })),
    ...warnings.map((warning): PackCheck => ({ kind: 'warning', step, warning, severity: 'ochre' }))
  ])
  const checks = [
    ...findings.map((finding): PackCheck => ({ kind: 'finding', finding, severity: gravityOf(finding) })),
    ...ofSteps,
    ...undatedCheck(input),
    ...numberShownCheck(input),
    ...(extent === null ? [] : extentChecks(extent)),
    ...leftOutCheck(input)
  ]
  const rank: Readonly<Record<Severity, number>> = { seal: 0, ochre: 1, calm: 2 }
  return checks.toSorted((a, b) => rank[a.severity] - rank[b.severity])
}

function severityOf(lack: Lack, isUntouched: boolean): Severity {
  if (isUntouched) return 'calm'
  return lack.code === 'payment-proof' ? 'seal' : 'ochre'
}

function gravityOf(finding: PackFinding): Severity {
  if (!isFault(finding)) return 'calm'
  return finding.code === 'object-missing' || finding.code === 'object-changed' ? 'seal' : 'ochre'
}

function undatedCheck({ offered, leftOut }: CheckInput): readonly PackCheck[] {
  const exhibits = offered.filter(({ id, madeOn }) => madeOn === null && !leftOut.has(id))
  return exhibits.length === 0 ? [] : [{ kind: 'undated', severity: 'ochre', exhibits }]
}

function numberShownCheck({ offered, leftOut, masking }: CheckInput): readonly PackCheck[] {
  if (!masking.documentNumbers) return []
  const exhibits = offered.filter(
    ({ id, number, file, bars }) =>
      number.category === CATEGORY_WORDS.identity &&
      coverablePages(file) > 0 &&
      bars.length === 0 &&
      !leftOut.has(id)
  )
  return exhibits.length === 0 ? [] : [{ kind: 'number-shown', severity: 'calm', exhibits }]
}

function extentChecks({ pages, fileBytes }: NonNullable<CheckInput['extent']>): readonly PackCheck[] {
  const sizeBytes = Math.max(...fileBytes)
  return [
    ...(pages > LONG_PAGES ? [{ kind: 'long', severity: 'ochre', pages } as const] : []),
    ...(sizeBytes > MOST_MAIL_BYTES ? [{ kind: 'heavy', severity: 'ochre', sizeBytes } as const] : [])
  ]
}

/** Leaving out is the user's right; leaving out what proves a payment or a step is worth a second look. */
function leftOutCheck({ offered, leftOut }: CheckInput): readonly PackCheck[] {
  const out = offered.filter(({ id }) => leftOut.has(id))
  if (out.length === 0) return []
  const proving = new Set<string>(Object.values(STEP_CATEGORY))
  const proofs = out.filter(({ number, proves }) =>
    proves.length > 0 || number.category === CATEGORY_WORDS.payments
      ? proves.length > 0
      : proving.has(number.category)
  ).length
  return [{ kind: 'left-out', count: out.length, proofs, severity: proofs > 0 ? 'ochre' : 'calm' }]
}
