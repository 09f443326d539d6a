import { useI18n } from 'vue-i18n'
import { CATEGORY_WORDS } from '../../../shared/domain/category.ts'
import type { Dossier } from '../../../shared/domain/dossier.ts'
import type { DossierEdit } from '../../../shared/domain/dossier-edit.ts'
import { inverseOf } from '../../../shared/domain/inverse-edit.ts'
import type { LedgerEntry } from '../../../shared/domain/ledger.ts'
import type { ProofTarget } from '../../../shared/domain/proof-target.ts'
import { useAttach } from '../../composables/use-attach.ts'
import type { Save } from '../../composables/use-field-draft.ts'
import { useFormats } from '../../composables/use-formats.ts'
import { useDossiersStore } from '../../stores/dossiers.ts'
import { useToastsStore } from '../../stores/toasts.ts'

export interface LedgerDeeds {
  readonly save: Save<LedgerEntry>
  /** As one step, so that one undo takes both back. */
  readonly add: (entry: LedgerEntry, exhibitId: string | null) => ReturnType<Save<LedgerEntry>>
  readonly remove: (entry: LedgerEntry) => Promise<void>
  readonly link: (entry: LedgerEntry, exhibitId: string) => Promise<void>
  readonly unlink: (entry: LedgerEntry, exhibitId: string) => Promise<void>
  /** Opens the file dialog for proofs of this entry. */
  readonly choose: (entry: LedgerEntry) => void
}

export function proofOf(entry: LedgerEntry): ProofTarget {
  return { kind: 'entry', id: entry.id }
}

/** What can be done in the ledger of a dossier. */
export function useLedgerDeeds(dossier: () => Dossier): LedgerDeeds {
  const { t } = useI18n()
  const formats = useFormats()
  const dossiers = useDossiersStore()
  const toasts = useToastsStore()
  const attach = useAttach(() => dossier().id)

  const put = (entry: LedgerEntry): DossierEdit => ({
    kind: 'put-records',
    list: 'entries',
    records: [entry],
    beforeId: null
  })

  async function remove(entry: LedgerEntry): Promise<void> {
    const edit: DossierEdit = { kind: 'remove-records', list: 'entries', ids: [entry.id] }
    const back = inverseOf(dossier(), edit)
    const answer = await dossiers.edit(dossier().id, edit)
    if (!answer.ok) return
    const text = t('ledger.removed', {
      kind: t(`ledger.kinds.${entry.kind}`),
      amount: formats.amount(entry.amountMinor, entry.currency)
    })
    toasts.offerUndo(text, () => void dossiers.edit(dossier().id, ...back))
  }

  return {
    save: (entry) => dossiers.edit(dossier().id, put(entry)),
    add: (entry, exhibitId) =>
      dossiers.edit(
        dossier().id,
        put(entry),
        ...(exhibitId === null ? [] : [{ kind: 'link-exhibit', exhibitId, target: proofOf(entry) } as const])
      ),
    remove,
    link: async (entry, exhibitId) => {
      await dossiers.edit(dossier().id, { kind: 'link-exhibit', exhibitId, target: proofOf(entry) })
    },
    unlink: async (entry, exhibitId) => {
      await dossiers.edit(dossier().id, { kind: 'unlink-exhibit', exhibitId, target: proofOf(entry) })
    },
    choose: (entry) => void attach.chooseFiles(CATEGORY_WORDS.payments, proofOf(entry))
  }
}
