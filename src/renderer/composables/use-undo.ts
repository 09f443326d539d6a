import { useI18n } from 'vue-i18n'
import { useRouter, type RouteLocationNormalizedLoaded } from 'vue-router'
import type { DossierEdit } from '../../shared/domain/dossier-edit.ts'
import { placeOf, type ScreenOfEdit } from '../history/place-of.ts'
import { useDossiersStore } from '../stores/dossiers.ts'
import { useHistoryStore } from '../stores/history.ts'
import { useToastsStore } from '../stores/toasts.ts'
import { goToPlace } from './go-to-place.ts'
import { settlePending } from './pending-saves.ts'
import { useEditWords } from './use-edit-words.ts'

export interface Undo {
  /** Takes the last deed of this dossier back, says what it was and goes where it shows. */
  readonly undo: (dossierId: string) => Promise<void>
  readonly redo: (dossierId: string) => Promise<void>
}

export function useUndo(): Undo {
  const { t } = useI18n()
  const router = useRouter()
  const dossiers = useDossiersStore()
  const history = useHistoryStore()
  const toasts = useToastsStore()
  const nameOf = useEditWords()
  /** One after the other: a held key must not take back what is still being taken back. */
  let last: Promise<void> = Promise.resolve()

  async function go(dossierId: string, kind: 'undo' | 'redo'): Promise<void> {
    // A focused field shows what is typed into it, not what is saved: it has to let go first.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    await settlePending()
    const { done, undone } = history.of(dossierId)
    const deed = (kind === 'undo' ? done : undone).at(-1)
    const [first] = deed?.back ?? []
    if (deed === undefined || first === undefined) {
      if (deed !== undefined) history.drop(dossierId, kind)
      return
    }
    const what = nameOf(deed.edits[0] ?? first)
    const answer = await dossiers.apply(dossierId, deed.back, kind)
    if (!answer.ok) {
      history.drop(dossierId, kind)
      toasts.say(t(`edit.${kind}Failed`, { what }))
      return
    }
    toasts.say(t(kind === 'undo' ? 'edit.undone' : 'edit.redone', { what }), {
      label: t(kind === 'undo' ? 'edit.redo' : 'app.undo'),
      run: () => void (kind === 'undo' ? redo(dossierId) : undo(dossierId))
    })
    await show(dossierId, first)
  }

  async function show(dossierId: string, edit: DossierEdit): Promise<void> {
    const { screens, at } = placeOf(dossierId, edit)
    const [best] = screens
    const now = router.currentRoute.value
    if (best !== undefined && !screens.some((screen) => isShown(screen, now)))
      await router.push({ name: best.name, params: { id: dossierId, ...paramsOf(best) } })
    if (at !== null) await goToPlace(at)
  }

  function queue(dossierId: string, kind: 'undo' | 'redo'): Promise<void> {
    last = last.then(() => go(dossierId, kind))
    return last
  }
  const undo = (dossierId: string) => queue(dossierId, 'undo')
  const redo = (dossierId: string) => queue(dossierId, 'redo')
  return { undo, redo }
}

function paramsOf(screen: ScreenOfEdit): Readonly<Record<string, string>> {
  if (screen.name === 'step') return { step: screen.step }
  return screen.name === 'exhibit' ? { exhibitId: screen.exhibitId } : {}
}

function isShown(screen: ScreenOfEdit, now: RouteLocationNormalizedLoaded): boolean {
  return (
    now.name === screen.name &&
    Object.entries(paramsOf(screen)).every(([name, value]) => now.params[name] === value)
  )
}
