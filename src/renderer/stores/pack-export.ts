import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { PackTarget } from '../../shared/bridge/contract.ts'
import type { Dossier } from '../../shared/domain/dossier.ts'
import type { MadePack, PackFailure, PackProgress } from '../../shared/domain/pack-job.ts'
import { bridge } from '../bridge/bridge.ts'
import { useDossiersStore } from './dossiers.ts'
import { usePackChoiceStore } from './pack-choice.ts'
import { usePackPasswordStore } from './pack-password.ts'

export type ExportJob =
  | { readonly state: 'idle' }
  | { readonly state: 'choosing'; readonly dossierId: string }
  /** A file of this name is there and the system's dialog has not asked about it. */
  | { readonly state: 'asking'; readonly dossierId: string; readonly target: PackTarget }
  | {
      readonly state: 'running'
      readonly dossierId: string
      readonly target: PackTarget
      readonly jobId: string
      readonly progress: PackProgress | null
      readonly isCancelling: boolean
    }
  | {
      readonly state: 'done'
      readonly dossierId: string
      readonly target: PackTarget
      readonly made: MadePack
    }
  | { readonly state: 'cancelled'; readonly dossierId: string }
  | {
      readonly state: 'failed'
      readonly dossierId: string
      readonly target: PackTarget
      readonly code: PackFailure
    }

/** The pack being written, which goes on when the screen is left, and what came of it. */
export const usePackExportStore = defineStore('pack-export', () => {
  const job = shallowRef<ExportJob>({ state: 'idle' })

  /** Null while nothing came of this dossier; of another one an export may be running. */
  function jobOf(dossierId: string): Exclude<ExportJob, { readonly state: 'idle' }> | null {
    const now = job.value
    return now.state !== 'idle' && now.dossierId === dossierId ? now : null
  }

  /** Asks where to, then writes; asks first where a file would be replaced. */
  async function start(dossier: Dossier): Promise<void> {
    if (job.value.state === 'running' || job.value.state === 'choosing') return
    const dossierId = dossier.id
    job.value = { state: 'choosing', dossierId }
    try {
      const { language, supplementTo, settings } = usePackChoiceStore().choiceOf(dossierId)
      const { delivery } = settings
      const target = await bridge.choosePackTarget({ dossierId, language, supplementTo, delivery })
      job.value = { state: 'idle' }
      if (target === null) return
      if (target.mustAskToReplace) job.value = { state: 'asking', dossierId, target }
      else await write(dossier, target, false)
    } finally {
      if (job.value.state === 'choosing') job.value = { state: 'idle' }
    }
  }

  /** "Yes" to the question whether the file there may be replaced. */
  async function replace(dossier: Dossier, target: PackTarget): Promise<void> {
    if (job.value.state !== 'running') await write(dossier, target, true)
  }

  /** "No" to it. */
  function declineReplace(): void {
    if (job.value.state === 'asking') job.value = { state: 'idle' }
  }

  async function write(dossier: Dossier, target: PackTarget, mayReplace: boolean): Promise<void> {
    const dossierId = dossier.id
    const { checksumFile } = usePackChoiceStore().choiceOf(dossierId)
    const jobId = crypto.randomUUID()
    job.value = { state: 'running', dossierId, target, jobId, progress: null, isCancelling: false }
    const stopListening = bridge.onPackProgress((progress) => {
      if (job.value.state === 'running' && job.value.jobId === progress.jobId) {
        job.value = { ...job.value, progress }
      }
    })
    try {
      const answer = await bridge.exportPack({
        ...usePackChoiceStore().request(dossier, jobId),
        targetId: target.targetId,
        replace: mayReplace,
        checksumFile,
        password: usePackPasswordStore().passwordOf(dossierId)
      })
      if (answer.ok) {
        const { dossier: changed, ...made } = answer.value
        await useDossiersStore().take(changed)
        job.value = { state: 'done', dossierId, target, made }
        usePackPasswordStore().forget(dossierId)
        // Nothing is left for a second supplement, and an empty one is nobody's wish.
        usePackChoiceStore().choose(dossierId, { supplementTo: null })
      } else if (answer.code === 'cancelled') job.value = { state: 'cancelled', dossierId }
      else if (answer.code === 'target-exists') job.value = { state: 'asking', dossierId, target }
      else job.value = { state: 'failed', dossierId, target, code: answer.code }
    } finally {
      stopListening()
      if (job.value.state === 'running') {
        job.value = { state: 'failed', dossierId, target, code: 'engine-stopped' }
      }
    }
  }

  async function cancel(): Promise<void> {
    if (job.value.state !== 'running') return
    const { jobId } = job.value
    job.value = { ...job.value, isCancelling: true }
    await bridge.cancelPack({ jobId })
  }

  return { job, jobOf, start, replace, declineReplace, cancel }
})
