import { shallowRef } from 'vue'
import type { VaultFailure } from '../../shared/bridge/contract.ts'
import type { Dossier } from '../../shared/domain/dossier.ts'
import type { DossierEdit, EditFailure } from '../../shared/domain/dossier-edit.ts'
import type { Result } from '../../shared/domain/result.ts'
import { bridge } from '../bridge/bridge.ts'
import { holdSave } from '../composables/pending-saves.ts'
import { deedOf, type Deed } from '../history/deed.ts'
import { useHistoryStore, type DeedKind } from './history.ts'
import type { SaveState } from './save-state.ts'

const IDLE: SaveState = { state: 'idle' }

/** Changes of dossiers, all of a change or nothing: vault first, then screen, then rows. */
export function dossierChanges({
  find,
  take
}: {
  readonly find: (id: string) => Dossier | undefined
  readonly take: (dossier: Dossier) => void
}) {
  const saves = shallowRef<ReadonlyMap<string, SaveState>>(new Map())
  const running = new Map<string, number>()
  const expected = new Map<string, Dossier>()
  const history = useHistoryStore()

  function saveState(id: string): SaveState {
    return saves.value.get(id) ?? IDLE
  }

  function setSave(id: string, state: SaveState): void {
    saves.value = new Map(saves.value).set(id, state)
  }

  /** What was done can be undone. */
  function edit(id: string, ...edits: readonly DossierEdit[]) {
    return apply(id, edits, 'deed')
  }

  /** The same for edits that take a deed back, or do it again. */
  async function apply(
    id: string,
    edits: readonly DossierEdit[],
    kind: DeedKind
  ): Promise<Result<Dossier, VaultFailure | EditFailure>> {
    running.set(id, (running.get(id) ?? 0) + 1)
    setSave(id, { state: 'saving' })
    const deed = expect(id, edits)
    let end: SaveState = { state: 'failed', code: 'vault-failed' }
    try {
      const answer = await holdSave(bridge.editDossier({ id, edits }))
      if (answer.ok) take(answer.value)
      if (answer.ok && deed !== null) history.note(id, deed, kind)
      end = answer.ok ? { state: 'saved' } : { state: 'failed', code: answer.code }
      return answer
    } finally {
      const left = (running.get(id) ?? 1) - 1
      running.set(id, left)
      if (left === 0 || end.state === 'failed') {
        expected.delete(id)
        setSave(id, end)
      }
    }
  }

  /** What these edits are to the dossier as it will be once everything asked before has been answered. */
  function expect(id: string, edits: readonly DossierEdit[]): Deed | null {
    const before = expected.get(id) ?? find(id)
    if (before === undefined) return null
    const { deed, after } = deedOf(before, edits, new Date())
    expected.set(id, after)
    // A dossier in the trash is off the screen: its way back is the trash itself.
    return edits.some((one) => one.kind === 'trash-dossier' || one.kind === 'restore-dossier') ? null : deed
  }

  return { saveState, edit, apply }
}
