import { done, type Result } from '../../shared/domain/result.ts'
import type { Dossier } from '../../shared/domain/dossier.ts'
import type { DossierEdit, PutRecords } from '../../shared/domain/dossier-edit.ts'
import { recordsOf, type RecordList, type RecordLists } from '../../shared/domain/dossier-records.ts'
import { inverseOf } from '../../shared/domain/inverse-edit.ts'
import { useDossiersStore } from '../stores/dossiers.ts'
import { useToastsStore } from '../stores/toasts.ts'
import type { Save } from './use-field-draft.ts'

type Answer = Promise<Result<unknown, { readonly code: string }>>

export interface RecordEditor<Kept> {
  /** What a field of this record calls to save itself. */
  readonly put: <Field extends keyof Kept & string>(recordId: string, field: Field) => Save<Kept[Field]>
  /** Names a field of a record across the app. */
  readonly nameOf: (recordId: string, field: keyof Kept & string) => string
  readonly add: (...records: readonly Kept[]) => Answer
  /** Takes it away and offers the way back. */
  readonly remove: (recordId: string, said: string) => Promise<void>
}

/** Saves single fields of the records of one list, adds records and takes them away. */
export function useRecordEdit<List extends RecordList>(
  dossier: () => Dossier,
  list: List
): RecordEditor<RecordLists[List]> {
  type Kept = RecordLists[List]
  const dossiers = useDossiersStore()
  const toasts = useToastsStore()
  /** Values main has not answered yet: the next field of the same record must not put the old ones back. */
  const onTheirWay = new Map<string, Partial<Kept>>()

  function putAll(...records: readonly Kept[]): Answer {
    const edit: PutRecords<List> = { kind: 'put-records', list, records, beforeId: null }
    // The list and its records belong together, which a generic list cannot tell the compiler.
    return dossiers.edit(dossier().id, edit as unknown as DossierEdit)
  }

  async function putField<Field extends keyof Kept & string>(
    recordId: string,
    field: Field,
    value: Kept[Field]
  ) {
    const record = recordsOf(dossier(), list).find((one) => one.id === recordId)
    // Removed while a field of it still waited to be saved.
    if (record === undefined) return done(null)
    const changed = { ...onTheirWay.get(recordId), [field]: value } as Partial<Kept>
    onTheirWay.set(recordId, changed)
    try {
      return await putAll({ ...record, ...changed })
    } finally {
      if (onTheirWay.get(recordId) === changed) onTheirWay.delete(recordId)
    }
  }

  async function remove(recordId: string, said: string): Promise<void> {
    const before = dossier()
    const edit: DossierEdit = { kind: 'remove-records', list, ids: [recordId] }
    const back = inverseOf(before, edit)
    const answer = await dossiers.edit(before.id, edit)
    if (answer.ok) toasts.offerUndo(said, () => void dossiers.edit(before.id, ...back))
  }

  return {
    put: (recordId, field) => (value) => putField(recordId, field, value),
    nameOf: (recordId, field) => `${dossier().id}/${list}/${recordId}/${field}`,
    add: putAll,
    remove
  }
}
