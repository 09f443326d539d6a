import type { Dossier } from '../../shared/domain/dossier.ts'
import { editDossier, type DossierEdit } from '../../shared/domain/dossier-edit.ts'
import { inverseOf } from '../../shared/domain/inverse-edit.ts'

/** Edits that were saved together, and the edits that take them back. */
export interface Deed {
  readonly edits: readonly DossierEdit[]
  readonly back: readonly DossierEdit[]
  readonly atMs: number
}

/** A field saves itself at every pause of the typing: pauses shorter than this are one deed to whoever undoes it. */
const LONGEST_PAUSE_MS = 4_000

/** The deed these edits are to this dossier, and the dossier after it. Edits that cannot be made change nothing. */
export function deedOf(
  dossier: Dossier,
  edits: readonly DossierEdit[],
  at: Date
): { readonly deed: Deed; readonly after: Dossier } {
  let after = dossier
  let back: readonly DossierEdit[] = []
  for (const edit of edits) {
    const edited = editDossier(after, edit, at.toISOString())
    if (!edited.ok) continue
    back = [...inverseOf(after, edit), ...back]
    after = edited.value
  }
  return { deed: { edits, back, atMs: at.getTime() }, after }
}

/** Both as one, where the second goes on with what the first began; null where they are two. */
export function mergeDeeds(first: Deed, second: Deed): Deed | null {
  const pauseMs = second.atMs - first.atMs
  // After a clock set back nobody knows how long it was.
  if (pauseMs < 0 || pauseMs > LONGEST_PAUSE_MS) return null
  const place = fieldOf(first.edits)
  if (place === null || place !== fieldOf(second.edits) || fieldOf(first.back) !== place) return null
  return { edits: second.edits, back: first.back, atMs: second.atMs }
}

/** Names the one field or record that is changed; null where it is more than one or none that is typed into. */
function fieldOf(edits: readonly DossierEdit[]): string | null {
  const [edit] = edits
  if (edit === undefined || edits.length > 1) return null
  if (edit.kind === 'caption-exhibit') return `${edit.kind}/${edit.exhibitId}`
  // Moved or named; one that comes or goes is a deed of its own.
  if (edit.kind === 'set-bars')
    return `${edit.kind}/${edit.exhibitId}/${edit.bars.map(({ id }) => id).join()}`
  if (edit.kind === 'put-records' && edit.records.length === 1) return `${edit.list}/${edit.records[0]?.id}`
  if (!('values' in edit)) return null
  const keys = Object.keys(edit.values)
  return keys.length === 1 ? `${edit.kind}/${keys[0]}` : null
}
