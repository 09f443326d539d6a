import { useI18n } from 'vue-i18n'
import { addDays, type IsoDate } from '../../../shared/domain/calendar.ts'
import type { Dossier } from '../../../shared/domain/dossier.ts'
import type { DossierEdit } from '../../../shared/domain/dossier-edit.ts'
import type { DueDate } from '../../../shared/domain/due-date.ts'
import type { DueChange } from '../../../shared/domain/due-change.ts'
import { inverseOf } from '../../../shared/domain/inverse-edit.ts'
import { useDossiersStore } from '../../stores/dossiers.ts'
import { useToastsStore } from '../../stores/toasts.ts'

type DueRef = Pick<DueDate, 'id'>

export interface DueEditor {
  readonly finish: (dossier: Dossier, due: DueRef, today: IsoDate) => Promise<void>
  readonly reopen: (dossier: Dossier, due: DueRef) => Promise<void>
  /** Not to be shown as due for so many days. */
  readonly putOff: (dossier: Dossier, due: DueRef, today: IsoDate, days: number) => Promise<void>
  /** Another day than the computed one; null = as computed. */
  readonly move: (dossier: Dossier, due: DueRef, on: IsoDate | null) => Promise<void>
}

/** What the user decides about a due date; each can be taken back. */
export function useDueEdit(): DueEditor {
  const { t, n } = useI18n()
  const dossiers = useDossiersStore()
  const toasts = useToastsStore()

  async function change(dossier: Dossier, due: DueRef, values: Partial<DueChange>, said: string | null) {
    const known = dossier.dueChanges.find(({ id }) => id === due.id)
    const record = { id: due.id, on: null, doneOn: null, laterUntil: null, ...known, ...values }
    const edit: DossierEdit = { kind: 'put-records', list: 'dueChanges', records: [record], beforeId: null }
    const back = inverseOf(dossier, edit)
    const answer = await dossiers.edit(dossier.id, edit)
    if (answer.ok && said !== null) toasts.offerUndo(said, () => void dossiers.edit(dossier.id, ...back))
  }

  return {
    // A day set before belongs to the wait that ends here, not to the one that may begin anew.
    finish: (dossier, due, today) =>
      change(dossier, due, { doneOn: today, on: null, laterUntil: null }, t('due.finished')),
    reopen: (dossier, due) => change(dossier, due, { doneOn: null, laterUntil: null }, null),
    putOff: (dossier, due, today, days) =>
      change(dossier, due, { laterUntil: addDays(today, days) }, t('due.putOff', { n: n(days) }, days)),
    move: (dossier, due, on) => change(dossier, due, { on, laterUntil: null }, null)
  }
}
