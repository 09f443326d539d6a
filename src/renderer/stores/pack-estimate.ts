import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { Dossier } from '../../shared/domain/dossier.ts'
import type { PackEstimate } from '../../shared/domain/pack-estimate.ts'
import { bridge } from '../bridge/bridge.ts'
import { usePackChoiceStore } from './pack-choice.ts'
import { usePackPasswordStore } from './pack-password.ts'

export interface AskedEstimate {
  readonly dossierId: string
  readonly jobId: string
  /** null = it is being found. */
  readonly found: PackEstimate | null
}

/** How large the pack gets, and its files: found without writing it. */
export const usePackEstimateStore = defineStore('pack-estimate', () => {
  const asked = shallowRef<AskedEstimate | null>(null)

  /** An answer to a choice that was changed meanwhile is dropped. */
  async function find(dossier: Dossier): Promise<void> {
    drop()
    const jobId = crypto.randomUUID()
    asked.value = { dossierId: dossier.id, jobId, found: null }
    const request = usePackChoiceStore().request(dossier, jobId)
    const isEncrypted = usePackPasswordStore().draftOf(dossier.id).isOn
    const found = await bridge.estimatePack({ ...request, isEncrypted })
    if (asked.value?.jobId !== jobId) return
    asked.value = found === null ? null : { dossierId: dossier.id, jobId, found }
  }

  function drop(): void {
    const before = asked.value
    asked.value = null
    if (before !== null && before.found === null) void bridge.cancelPack({ jobId: before.jobId })
  }

  return { asked, find, drop }
})
