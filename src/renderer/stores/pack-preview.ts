import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { Dossier } from '../../shared/domain/dossier.ts'
import type { MadePack, PackFailure, PackProgress } from '../../shared/domain/pack-job.ts'
import { bridge } from '../bridge/bridge.ts'
import { usePackChoiceStore } from './pack-choice.ts'

export interface MakingPreview {
  readonly jobId: string
  readonly progress: PackProgress | null
}

export interface ReadyPreview extends MadePack {
  readonly dossierId: string
  readonly url: string
}

/** The pack as it would be exported, made to be looked at. */
export const usePackPreviewStore = defineStore('pack-preview', () => {
  const making = shallowRef<MakingPreview | null>(null)
  const ready = shallowRef<ReadyPreview | null>(null)
  const failure = shallowRef<PackFailure | null>(null)
  /** What is ready is what was asked for last, and not an older one that nothing came after. */
  const isCurrent = computed(() => ready.value !== null && making.value === null && failure.value === null)

  /** Makes the preview anew. The old one stays on screen until the new one is there; a late answer is dropped. */
  async function make(dossier: Dossier): Promise<void> {
    const superseded = making.value
    const jobId = crypto.randomUUID()
    making.value = { jobId, progress: null }
    const stopListening = bridge.onPackProgress((progress) => {
      if (making.value?.jobId === progress.jobId) making.value = { ...making.value, progress }
    })
    failure.value = null
    if (superseded !== null) void bridge.cancelPack({ jobId: superseded.jobId })
    try {
      const answer = await bridge.previewPack(usePackChoiceStore().request(dossier, jobId))
      if (making.value?.jobId !== jobId) {
        if (answer.ok) void bridge.closeExhibit({ url: answer.value.url })
        return
      }
      if (answer.ok) show({ ...answer.value, dossierId: dossier.id })
      else if (answer.code !== 'cancelled') failure.value = answer.code
    } finally {
      stopListening()
      if (making.value?.jobId === jobId) making.value = null
    }
  }

  function show(next: ReadyPreview | null): void {
    const before = ready.value
    ready.value = next
    if (before !== null) void bridge.closeExhibit({ url: before.url })
  }

  /** Ends a running preview and lets go of the one shown. */
  function leave(): void {
    const running = making.value
    making.value = null
    failure.value = null
    if (running !== null) void bridge.cancelPack({ jobId: running.jobId })
    show(null)
  }

  return { making, ready, failure, isCurrent, make, leave }
})
