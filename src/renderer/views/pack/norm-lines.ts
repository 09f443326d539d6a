import type { ArchivalFinding, ArchivalResult } from '../../../shared/domain/archival-check.ts'
import type { NormResult, PackVerdict } from '../../../shared/domain/pack-norm.ts'

type State = NormResult['state']

/** A line of the check: what a norm says, or what is said of the archival form. */
export type CheckLine =
  | NormResult
  | ({ readonly norm: 'archival' } & (
      | Exclude<ArchivalResult, { readonly state: 'not-held' }>
      | ({ readonly state: 'not-held' } & ArchivalFinding)
    ))

const ORDER: readonly State[] = ['not-held', 'changed', 'held', 'not-asked']

/**
 * What needs reading first comes first; within it the norms keep their order. What several norms were changed by, or
 * are not held for, is said once.
 */
export function checkLines({ norms, archival }: PackVerdict): readonly CheckLine[] {
  const lines: CheckLine[] = [...archivalLines(archival)]
  for (const result of norms) {
    const at = lines.findIndex((line) => isSaidAlike(line, result))
    const line = lines[at]
    if (line === undefined) lines.push(result)
    else if ('pages' in line && 'pages' in result) lines[at] = { ...line, pages: together(line, result) }
  }
  return lines.toSorted((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state))
}

function isSaidAlike(line: CheckLine, result: NormResult): boolean {
  if (line.norm === 'archival') return false
  if (line.state === 'changed') return result.state === 'changed' && line.by === result.by
  return line.state === 'not-held' && result.state === 'not-held' && line.why === result.why
}

interface Placed {
  readonly pages: readonly number[]
}

/** No pages = the whole file. */
function together(a: Placed, b: Placed): readonly number[] {
  if (a.pages.length === 0 || b.pages.length === 0) return []
  return [...new Set([...a.pages, ...b.pages])].toSorted((one, other) => one - other)
}

function archivalLines(archival: ArchivalResult): readonly CheckLine[] {
  if (archival.state !== 'not-held') return [{ norm: 'archival', ...archival }]
  const { state } = archival
  return archival.findings.map((finding) => ({ norm: 'archival', state, ...finding }))
}

export function countState(lines: readonly { readonly state: State }[], state: State): number {
  return lines.filter((line) => line.state === state).length
}
