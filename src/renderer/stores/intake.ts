import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { AttachAnswer, AttachRequest, VaultFailure } from '../../shared/bridge/contract.ts'
import type { Category } from '../../shared/domain/category.ts'
import type { IntakeOutcome, IntakeProgress } from '../../shared/domain/intake.ts'
import type { ProofTarget } from '../../shared/domain/proof-target.ts'
import type { Result } from '../../shared/domain/result.ts'
import { bridge } from '../bridge/bridge.ts'
import { useDossiersStore } from './dossiers.ts'

/** Where what arrives belongs. */
export interface AttachTarget {
  readonly dossierId: string
  readonly category: Category
  /** What the files prove, besides belonging to their category. */
  readonly proves?: readonly ProofTarget[]
  /** Path of the screen they were given on; what became of them is told there. */
  readonly screen?: string
}

export interface IntakeJob {
  readonly jobId: string
  readonly target: AttachTarget
  /** null until main has begun: also while the file dialog is open. */
  readonly progress: IntakeProgress | null
  readonly isCancelling: boolean
}

export type IntakeResult =
  | {
      readonly state: 'done'
      readonly jobId: string
      readonly target: AttachTarget
      readonly outcomes: readonly IntakeOutcome[]
    }
  | {
      readonly state: 'failed'
      readonly jobId: string
      readonly target: AttachTarget
      readonly code: string
    }

type AttachReply = Result<AttachAnswer, VaultFailure> | null

/** Files on their way into the vault: one batch after another, with its progress and what became of each file. */
export const useIntakeStore = defineStore('intake', () => {
  const jobs = shallowRef<readonly IntakeJob[]>([])
  const results = shallowRef<readonly IntakeResult[]>([])
  /** Where each result was told first: on its own screen, or where one had gone to while it was on its way. */
  const toldOn = shallowRef<ReadonlyMap<string, string>>(new Map())
  let last: Promise<unknown> = Promise.resolve()
  let stopListening: (() => void) | undefined

  const current = computed(() => jobs.value[0] ?? null)
  const waiting = computed(() => Math.max(0, jobs.value.length - 1))

  function attachFiles(target: AttachTarget, files: readonly File[]): Promise<readonly IntakeOutcome[]> {
    if (files.length === 0) return Promise.resolve([])
    return run(target, (request) => bridge.attachFiles(request, files))
  }

  function chooseFiles(target: AttachTarget): Promise<readonly IntakeOutcome[]> {
    return run(target, (request) => bridge.chooseFiles(request))
  }

  /** Pasted files lie on a disk and are attached; a picture that was copied as such brings its bytes. */
  async function paste(target: AttachTarget, files: readonly File[]): Promise<readonly IntakeOutcome[]> {
    const onDisk = files.filter((file) => bridge.isOnDisk(file))
    const pictures = files.filter((file) => !onDisk.includes(file) && file.type === 'image/png')
    const outcomes = [await attachFiles(target, onDisk)]
    for (const picture of pictures) {
      outcomes.push(await run(target, (request) => bridge.pastePicture(request, picture)))
    }
    return outcomes.flat()
  }

  /** Batches wait for each other, so that numbers are given in the order in which files were dropped. */
  function run(
    target: AttachTarget,
    deed: (request: AttachRequest) => Promise<AttachReply>
  ): Promise<readonly IntakeOutcome[]> {
    const jobId = crypto.randomUUID()
    listen()
    clearQuietResults()
    jobs.value = [...jobs.value, { jobId, target, progress: null, isCancelling: false }]
    const mine = last.then(async () => {
      // Cancelled while it waited.
      if (!jobs.value.some((job) => job.jobId === jobId)) return []
      try {
        const { dossierId, category, proves = [] } = target
        const reply = await deed({ jobId, dossierId, category, proves })
        return reply === null ? [] : await settle(jobId, target, reply)
      } finally {
        jobs.value = jobs.value.filter((job) => job.jobId !== jobId)
        if (jobs.value.length === 0) hush()
      }
    })
    last = mine.catch(() => undefined)
    return mine
  }

  async function settle(
    jobId: string,
    target: AttachTarget,
    reply: NonNullable<AttachReply>
  ): Promise<readonly IntakeOutcome[]> {
    if (!reply.ok) {
      results.value = [...results.value, { state: 'failed', jobId, target, code: reply.code }]
      return []
    }
    const { dossier, outcomes } = reply.value
    await useDossiersStore().take(dossier)
    results.value = [...results.value, { state: 'done', jobId, target, outcomes }]
    return outcomes
  }

  async function cancel(jobId: string): Promise<void> {
    if (current.value?.jobId !== jobId) {
      jobs.value = jobs.value.filter((job) => job.jobId !== jobId)
      return
    }
    change(jobId, { isCancelling: true })
    await bridge.cancelAttach({ jobId })
  }

  /** What is to be told on this screen: what was given on it, and what was told nowhere else before. */
  function resultsOn(dossierId: string, screen: string): readonly IntakeResult[] {
    return results.value.filter(({ target, jobId }) => {
      const told = toldOn.value.get(jobId)
      return target.dossierId === dossierId && [target.screen, told ?? screen].includes(screen)
    })
  }

  function noteTold(told: readonly IntakeResult[], screen: string): void {
    const fresh = told.filter(({ jobId }) => !toldOn.value.has(jobId))
    if (fresh.length === 0) return
    toldOn.value = new Map([...toldOn.value, ...fresh.map(({ jobId }) => [jobId, screen] as const)])
  }

  function dismiss(told: readonly IntakeResult[]): void {
    results.value = results.value.filter((result) => !told.includes(result))
  }

  /** A batch in which everything went as wished needs no closing by hand: the next one or the next step takes its place. */
  function clearQuietResults(): void {
    results.value = results.value.filter(
      (result) => result.state === 'failed' || result.outcomes.some((outcome) => !isQuiet(outcome))
    )
  }

  function change(jobId: string, values: Partial<IntakeJob>): void {
    jobs.value = jobs.value.map((job) => (job.jobId === jobId ? { ...job, ...values } : job))
  }

  function listen(): void {
    stopListening ??= bridge.onIntakeProgress((progress) => change(progress.jobId, { progress }))
  }

  function hush(): void {
    stopListening?.()
    stopListening = undefined
  }

  return {
    jobs,
    results,
    current,
    waiting,
    attachFiles,
    chooseFiles,
    paste,
    cancel,
    resultsOn,
    noteTold,
    dismiss,
    clearQuietResults
  }
})

function isQuiet(outcome: IntakeOutcome): boolean {
  return outcome.state === 'added' && outcome.oddities.length === 0
}
