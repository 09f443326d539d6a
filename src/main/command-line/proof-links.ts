import type { Dossier } from '../../shared/domain/dossier.ts'
import type { DossierEdit } from '../../shared/domain/dossier-edit.ts'
import { recordsOf, TARGET_OF_LIST, type RecordList } from '../../shared/domain/dossier-records.ts'
import { formatExhibitNumber, type Exhibit } from '../../shared/domain/exhibit.ts'
import { exhibitsFor, isSameTarget, type ProofTarget } from '../../shared/domain/proof-target.ts'
import { done, failed } from '../../shared/domain/result.ts'
import { STEPS } from '../../shared/domain/step.ts'
import type { Read } from './read-value.ts'

/** @returns undefined where no exhibit has that number and is out of the trash */
export function exhibitOf(number: string, dossier: Dossier): Exhibit | undefined {
  const wanted = number.trim().toUpperCase()
  return dossier.exhibits.find(
    (exhibit) => exhibit.trashedAt === null && formatExhibitNumber(exhibit.number) === wanted
  )
}

/** The words of a list such as `B-2, B-3`. */
export function listed(typed: string): readonly string[] {
  return typed.split(/[\s,;]+/).filter((word) => word !== '')
}

/** What makes exactly these exhibits, by their numbers, the proofs of one thing. */
export function provenBy(
  target: ProofTarget,
  numbers: readonly string[],
  dossier: Dossier
): Read<readonly DossierEdit[]> {
  const wanted = new Set<string>()
  for (const number of numbers) {
    const exhibit = exhibitOf(number, dossier)
    if (exhibit === undefined) return failed({ code: 'no-such-exhibit' })
    wanted.add(exhibit.id)
  }
  const linked = new Set(exhibitsFor(dossier, target).map(({ id }) => id))
  return done([
    ...[...wanted]
      .filter((id) => !linked.has(id))
      .map((exhibitId) => ({ kind: 'link-exhibit', exhibitId, target }) as const),
    ...[...linked]
      .filter((id) => !wanted.has(id))
      .map((exhibitId) => ({ kind: 'unlink-exhibit', exhibitId, target }) as const)
  ])
}

/** What makes one exhibit prove exactly these things. */
export function proving(exhibit: Exhibit, targets: readonly ProofTarget[]): readonly DossierEdit[] {
  const exhibitId = exhibit.id
  const isIn = (list: readonly ProofTarget[], target: ProofTarget) =>
    list.some((one) => isSameTarget(one, target))
  return [
    ...targets
      .filter((target) => !isIn(exhibit.proves, target))
      .map((target) => ({ kind: 'link-exhibit', exhibitId, target }) as const),
    ...exhibit.proves
      .filter((target) => !isIn(targets, target))
      .map((target) => ({ kind: 'unlink-exhibit', exhibitId, target }) as const)
  ]
}

/** Steps by their words, and records by their ids. */
export function targetsOf(words: readonly string[], dossier: Dossier): Read<readonly ProofTarget[]> {
  const targets: ProofTarget[] = []
  for (const word of words) {
    const target = targetOf(word.toLowerCase(), dossier)
    if (target === null) return failed({ code: 'no-such-target' })
    if (!targets.some((one) => isSameTarget(one, target))) targets.push(target)
  }
  return done(targets)
}

function targetOf(word: string, dossier: Dossier): ProofTarget | null {
  const step = STEPS.find((one) => one === word)
  if (step !== undefined) return { kind: 'step', step }
  for (const [list, kind] of Object.entries(TARGET_OF_LIST)) {
    if (recordsOf(dossier, list as RecordList).some(({ id }) => id === word)) return { kind, id: word }
  }
  return null
}
