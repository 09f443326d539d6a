import type { ArchivalFinding, ArchivalResult } from '../../shared/domain/archival-check.ts'
import type { NormResult, PackVerdict } from '../../shared/domain/pack-norm.ts'

/** What decides over the others where a norm is judged in several files. */
const WEIGHT: Readonly<Record<NormResult['state'], number>> = {
  'not-held': 0,
  changed: 1,
  held: 2,
  'not-asked': 3
}

/** The verdict on a pack in several files: a norm is held where no file breaks it. */
export function joinVerdicts(verdicts: readonly PackVerdict[]): PackVerdict {
  const [first] = verdicts
  if (first === undefined) throw new Error('a pack has a file')
  return {
    pages: verdicts.reduce((sum, { pages }) => sum + pages, 0),
    sizeBytes: verdicts.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0),
    norms: first.norms.map((_, index) => joinResults(verdicts.flatMap(({ norms }) => norms[index] ?? []))),
    archival: joinArchival(verdicts.map(({ archival }) => archival))
  }
}

/** Each finding once, with the pages of all files that have it. */
function joinArchival(results: readonly ArchivalResult[]): ArchivalResult {
  const [first] = results
  if (first !== undefined && results.every(({ state }) => state === first.state && state !== 'not-held'))
    return first
  const findings = results.flatMap((result): readonly ArchivalFinding[] => {
    if (result.state === 'not-held') return result.findings
    // Beside files that are archival one that says nothing of it does not belong.
    return result.state === 'held' ? [] : [{ why: 'claim-incomplete', pages: [] }]
  })
  const faults = [...new Set(findings.map(({ why }) => why))]
  return {
    state: 'not-held',
    findings: faults.map((fault) => ({
      why: fault,
      pages: unique(findings.flatMap(({ why, pages }) => (why === fault ? pages : [])))
    }))
  }
}

/** Pages are named by what is printed on them, which is another number in every file. */
function joinResults(results: readonly NormResult[]): NormResult {
  const [worst] = results.toSorted((a, b) => WEIGHT[a.state] - WEIGHT[b.state])
  if (worst === undefined) throw new Error('every file is judged by every norm')
  if (worst.state === 'held' || worst.state === 'not-asked') return worst
  const alike = results.flatMap((result) =>
    result.state === worst.state && 'pages' in result ? result.pages : []
  )
  return { ...worst, pages: unique(alike) }
}

function unique(pages: readonly number[]): readonly number[] {
  return [...new Set(pages)].toSorted((a, b) => a - b)
}
