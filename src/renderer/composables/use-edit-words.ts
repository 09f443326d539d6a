import { useI18n } from 'vue-i18n'
import type { DossierEdit } from '../../shared/domain/dossier-edit.ts'

/** Names what an edit changes, as a word of the screen: "identity document", "payment date". */
export function useEditWords(): (edit: DossierEdit) => string {
  const { t } = useI18n()
  return (edit) => {
    if (edit.kind === 'put-records' || edit.kind === 'remove-records') return t(`edit.list.${edit.list}`)
    if (edit.kind === 'override-step') return t('edit.override', { step: t(`step.name.${edit.step}`) })
    if (edit.kind === 'set-account' || !('values' in edit)) return t(`edit.deed.${edit.kind}`)
    const [field = ''] = Object.keys(edit.values)
    return t(`edit.field.${edit.kind}.${field}`)
  }
}
