import type { Dossier } from '../../shared/domain/dossier.ts'

/**
 * The new dossier, with the exhibits that did not change as the very objects they were.
 * Main answers with copies; without this one edit would draw every row of a thousand anew.
 */
export function keepUnchangedExhibits(before: Dossier | undefined, after: Dossier): Dossier {
  if (before === undefined) return after
  const known = new Map(before.exhibits.map((exhibit) => [exhibit.id, exhibit]))
  const exhibits = after.exhibits.map((exhibit) => {
    const old = known.get(exhibit.id)
    return old !== undefined && JSON.stringify(old) === JSON.stringify(exhibit) ? old : exhibit
  })
  return { ...after, exhibits }
}
