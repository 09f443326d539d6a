import { shallowRef, type ShallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { formatExhibitNumber, type Exhibit } from '../../../shared/domain/exhibit.ts'
import { bridge } from '../../bridge/bridge.ts'
import { useDossiersStore } from '../../stores/dossiers.ts'
import { useToastsStore } from '../../stores/toasts.ts'

export interface ExhibitDeeds {
  /** What the last deed has to say: a failure, or where the copy is. */
  readonly said: Readonly<ShallowRef<{ readonly tone: 'moss' | 'seal'; readonly text: string } | null>>
  readonly showOriginal: (exhibit: Exhibit) => Promise<void>
  readonly saveCopy: (exhibit: Exhibit) => Promise<void>
  /** Into the trash, with the way back offered. true = it went. */
  readonly trash: (exhibit: Exhibit) => Promise<boolean>
  readonly restore: (exhibitId: string) => Promise<void>
  readonly forget: () => void
}

/** What can be done with an exhibit from any list that shows it. */
export function useExhibitDeeds(dossierId: () => string): ExhibitDeeds {
  const { t } = useI18n()
  const dossiers = useDossiersStore()
  const toasts = useToastsStore()
  const said = shallowRef<{ readonly tone: 'moss' | 'seal'; readonly text: string } | null>(null)

  const sayFailure = (code: string): void => {
    said.value = { tone: 'seal', text: t(`failure.${code}`) }
  }

  async function restoreIn(ofDossier: string, exhibitId: string): Promise<void> {
    const answer = await dossiers.edit(ofDossier, { kind: 'restore-exhibit', exhibitId })
    if (!answer.ok) sayFailure(answer.code)
  }

  return {
    said,
    forget: () => (said.value = null),
    async showOriginal({ id }) {
      said.value = null
      const answer = await bridge.showOriginal({ dossierId: dossierId(), exhibitId: id })
      if (!answer.ok) sayFailure(answer.code)
    },
    async saveCopy({ id }) {
      said.value = null
      const answer = await bridge.saveCopy({ dossierId: dossierId(), exhibitId: id })
      if (answer === null) return
      if (answer.ok) {
        said.value = { tone: 'moss', text: t('exhibit.copySaved', { name: answer.value.fileName }) }
      } else sayFailure(answer.code)
    },
    async trash({ id, number }) {
      said.value = null
      const ofDossier = dossierId()
      const answer = await dossiers.edit(ofDossier, { kind: 'trash-exhibit', exhibitId: id })
      if (!answer.ok) sayFailure(answer.code)
      else {
        toasts.offerUndo(t('exhibit.trashed', { number: formatExhibitNumber(number) }), () => {
          void restoreIn(ofDossier, id)
        })
      }
      return answer.ok
    },
    restore: (exhibitId) => restoreIn(dossierId(), exhibitId)
  }
}
