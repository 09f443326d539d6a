import { useI18n } from 'vue-i18n'
import { CATEGORY_WORDS } from '../../../../shared/domain/category.ts'
import type { Dossier } from '../../../../shared/domain/dossier.ts'
import type { DossierEdit } from '../../../../shared/domain/dossier-edit.ts'
import type { LedgerEntry } from '../../../../shared/domain/ledger.ts'
import { bridge } from '../../../bridge/bridge.ts'
import { useDossiersStore } from '../../../stores/dossiers.ts'
import { useToastsStore } from '../../../stores/toasts.ts'

export interface StatementToAdd {
  readonly statementId: string
  readonly fileName: string
  readonly entries: readonly LedgerEntry[]
  /** Entries of the ledger that the file proves as well. */
  readonly knownIds: readonly string[]
  readonly keepFile: boolean
}

/** `step` = how far it came: where only the file was not kept, the entries are there. */
export type Added = { readonly step: 'all' } | { readonly step: 'nothing' | 'entries'; readonly code: string }

/** Adds entries as one deed, keeps the file as their proof, and offers to take both back. */
export function useStatementDeed(dossier: () => Dossier): (wanted: StatementToAdd) => Promise<Added> {
  const { t, n } = useI18n()
  const dossiers = useDossiersStore()
  const toasts = useToastsStore()

  async function keep({
    statementId,
    entries,
    knownIds
  }: StatementToAdd): Promise<DossierEdit | { readonly code: string }> {
    const answer = await bridge.keepStatement({
      statementId,
      jobId: crypto.randomUUID(),
      dossierId: dossier().id,
      category: CATEGORY_WORDS.payments,
      proves: [...entries.map((entry) => entry.id), ...knownIds].map((id) => ({ kind: 'entry', id }))
    })
    if (!answer.ok) return { code: answer.code }
    dossiers.take(answer.value.dossier)
    const [outcome] = answer.value.outcomes
    if (outcome === undefined || outcome.state === 'refused') return { code: outcome?.code ?? 'cancelled' }
    // A file that was an exhibit before the import stays one after it is taken back.
    const { id } = outcome.exhibit
    return { kind: outcome.state === 'added' ? 'trash-exhibit' : 'restore-exhibit', exhibitId: id }
  }

  return async (wanted) => {
    const { entries, fileName } = wanted
    const { id } = dossier()
    const put: DossierEdit = { kind: 'put-records', list: 'entries', records: entries, beforeId: null }
    if (entries.length > 0) {
      const answer = await dossiers.edit(id, put)
      if (!answer.ok) return { step: 'nothing', code: answer.code }
    }
    const kept = wanted.keepFile ? await keep(wanted) : null
    const keepFailure = kept !== null && 'code' in kept ? kept.code : null
    if (keepFailure !== null && entries.length === 0) return { step: 'nothing', code: keepFailure }
    const back: readonly DossierEdit[] = [
      ...(entries.length === 0
        ? []
        : [{ kind: 'remove-records', list: 'entries', ids: entries.map((entry) => entry.id) } as const]),
      ...(kept !== null && 'kind' in kept ? [kept] : [])
    ]
    const said =
      entries.length === 0
        ? t('statement.kept', { name: fileName })
        : t('statement.added', { n: n(entries.length), name: fileName }, entries.length)
    toasts.offerUndo(said, () => void dossiers.edit(id, ...back))
    return keepFailure === null ? { step: 'all' } : { step: 'entries', code: keepFailure }
  }
}
