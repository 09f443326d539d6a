import type { Dossier } from './dossier.ts'
import type { DossierEdit, PutRecords } from './dossier-edit.ts'
import { recordsOf, TARGET_OF_LIST, type RecordList } from './dossier-records.ts'
import type { Exhibit } from './exhibit.ts'
import { isSameTarget, type ProofTarget } from './proof-target.ts'

/**
 * The edits that undo this one, in the order in which they are to be applied; empty where it changes nothing.
 * Numbers given to exhibits stay given.
 *
 * @param dossier as it stands before the edit
 */
export function inverseOf(dossier: Dossier, edit: DossierEdit): readonly DossierEdit[] {
  if ('exhibitId' in edit) {
    const exhibit = dossier.exhibits.find((one) => one.id === edit.exhibitId)
    return exhibit === undefined ? [] : [ofExhibit(dossier, exhibit, edit)]
  }
  switch (edit.kind) {
    case 'set-account':
      return [{ kind: edit.kind, values: formerValues(dossier, edit.values) }]
    case 'set-closing':
      return [{ kind: edit.kind, values: formerValues(dossier.closing, edit.values) }]
    case 'set-contract':
      return [{ kind: edit.kind, values: formerValues(dossier.contract, edit.values) }]
    case 'set-contact-details':
      return [{ kind: edit.kind, values: formerValues(dossier.contactDetails, edit.values) }]
    case 'set-identity':
      return [{ kind: edit.kind, values: formerValues(dossier.identity, edit.values) }]
    case 'set-agreement':
      return [{ kind: edit.kind, values: formerValues(dossier.agreement, edit.values) }]
    case 'set-terms':
      return [{ kind: edit.kind, values: formerValues(dossier.terms, edit.values) }]
    case 'set-confirmation':
      return [{ kind: edit.kind, values: formerValues(dossier.confirmation, edit.values) }]
    case 'set-equipment':
      return [{ kind: edit.kind, values: { nothingToReturn: dossier.equipment.nothingToReturn } }]
    case 'set-currency':
      return [{ kind: edit.kind, currency: dossier.payments.currency }]
    case 'override-step': {
      const former = dossier.overrides[edit.step]
      const override = former === undefined ? null : { state: former.state, reason: former.reason }
      return [{ kind: edit.kind, step: edit.step, override }]
    }
    case 'put-records':
      return formerRecords(dossier, edit)
    case 'remove-records':
      return removedRecords(dossier, edit.list, edit.ids)
    case 'trash-dossier':
      return [{ kind: 'restore-dossier' }]
    case 'restore-dossier':
      return [{ kind: 'trash-dossier' }]
  }
}

function formerValues<Values extends object>(former: Values, changed: Partial<Values>): Partial<Values> {
  const keys = Object.keys(changed) as (keyof Values)[]
  return Object.fromEntries(keys.map((key) => [key, former[key]])) as Partial<Values>
}

/** `PutRecords<List>` for a list that is only known at run time. */
function putBack(list: RecordList, records: readonly { readonly id: string }[], beforeId: string | null) {
  // The records come from this very list, which a name known only at run time cannot tell the compiler.
  return { kind: 'put-records', list, records, beforeId } as unknown as DossierEdit
}

function formerRecords(dossier: Dossier, { list, records }: PutRecords): readonly DossierEdit[] {
  const given = new Set(records.map((record) => record.id))
  const former = recordsOf(dossier, list).filter((record) => given.has(record.id))
  const known = new Set(former.map((record) => record.id))
  const added = [...given].filter((id) => !known.has(id))
  return [
    ...(former.length === 0 ? [] : [putBack(list, former, null)]),
    ...(added.length === 0 ? [] : [{ kind: 'remove-records', list, ids: added } as const])
  ]
}

/** Each record before the one it stood before, from the last to the first; then what exhibits proved of them. */
function removedRecords(dossier: Dossier, list: RecordList, ids: readonly string[]): readonly DossierEdit[] {
  const removed = new Set(ids)
  const records = recordsOf(dossier, list)
  const puts = records
    .map((record, index) => ({ record, beforeId: records[index + 1]?.id ?? null }))
    .filter(({ record }) => removed.has(record.id))
    .toReversed()
    .map(({ record, beforeId }) => putBack(list, [record], beforeId))
  const kind = TARGET_OF_LIST[list]
  const isGone = (target: ProofTarget) =>
    target.kind !== 'step' && target.kind === kind && removed.has(target.id)
  const links = dossier.exhibits.flatMap((exhibit) =>
    exhibit.proves
      .filter(isGone)
      .map((target): DossierEdit => ({ kind: 'link-exhibit', exhibitId: exhibit.id, target }))
  )
  return [...puts, ...links]
}

function ofExhibit(
  dossier: Dossier,
  exhibit: Exhibit,
  edit: Extract<DossierEdit, { readonly exhibitId: string }>
): DossierEdit {
  const exhibitId = exhibit.id
  switch (edit.kind) {
    case 'link-exhibit':
      return exhibit.proves.some((one) => isSameTarget(one, edit.target))
        ? edit
        : { ...edit, kind: 'unlink-exhibit' }
    case 'unlink-exhibit':
      return exhibit.proves.some((one) => isSameTarget(one, edit.target))
        ? { ...edit, kind: 'link-exhibit' }
        : edit
    case 'caption-exhibit':
      return { ...edit, caption: exhibit.caption }
    case 'date-exhibit':
      return { ...edit, madeOn: exhibit.madeOn }
    case 'set-bars':
      return { ...edit, bars: exhibit.bars }
    case 'categorise-exhibit':
      return { ...edit, category: exhibit.number.category }
    case 'move-exhibit': {
      const index = dossier.exhibits.indexOf(exhibit)
      return { ...edit, beforeId: dossier.exhibits[index + 1]?.id ?? null }
    }
    case 'trash-exhibit':
      return { kind: 'restore-exhibit', exhibitId }
    case 'restore-exhibit':
      return { kind: 'trash-exhibit', exhibitId }
  }
}
