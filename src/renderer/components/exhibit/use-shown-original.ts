import { onBeforeUnmount, shallowRef, watch, type ShallowRef } from 'vue'
import type { ExhibitRef, ObjectFailure } from '../../../shared/bridge/contract.ts'
import { bridge } from '../../bridge/bridge.ts'

export type ShownOriginal =
  | { readonly state: 'opening' }
  | { readonly state: 'open'; readonly exhibitId: string; readonly url: string }
  | { readonly state: 'failed'; readonly code: ObjectFailure['code'] }

/** The address of the original that is on screen; given back when another one is shown or the component goes. */
export function useShownOriginal(exhibit: () => ExhibitRef): Readonly<ShallowRef<ShownOriginal>> {
  const shown = shallowRef<ShownOriginal>({ state: 'opening' })
  let lastCall = 0

  function giveBack(): void {
    if (shown.value.state === 'open') void bridge.closeExhibit({ url: shown.value.url })
  }

  watch(
    () => `${exhibit().dossierId} ${exhibit().exhibitId}`,
    async () => {
      const call = ++lastCall
      const wanted = exhibit()
      giveBack()
      shown.value = { state: 'opening' }
      const answer = await bridge.openExhibit(wanted)
      if (call !== lastCall) {
        if (answer.ok) void bridge.closeExhibit({ url: answer.value.url })
        return
      }
      shown.value = answer.ok
        ? { state: 'open', exhibitId: wanted.exhibitId, url: answer.value.url }
        : { state: 'failed', code: answer.code }
    },
    { immediate: true }
  )
  onBeforeUnmount(() => {
    lastCall += 1
    giveBack()
  })
  return shown
}
