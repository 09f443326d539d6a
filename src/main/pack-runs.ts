import { utilityProcess, type UtilityProcess } from 'electron'
import type { PackEstimate } from '../shared/domain/pack-estimate.ts'
import type { PackFailure, PackProgress } from '../shared/domain/pack-job.ts'
import { failed, type Result } from '../shared/domain/result.ts'
import type { PackJob, WrittenPack } from './pack/make-pack.ts'
import { packContents } from './pack/plan/pack-contents.ts'
import { attemptPack, type PackAttempt } from './pack-attempts.ts'
import type { UnfinishedPacks } from './unfinished-packs.ts'
import type { WorkerMessage, WorkerRequest } from './pack-worker-protocol.ts'

/** A foreign PDF may be built to fill the memory: then only this process dies, and the app says so. */
const WORKER_HEAP_MB = 1536

/** Young objects of a pack die at once: more room for them is more memory and no less time (20 MB less for 1,000 exhibits). */
const YOUNG_MB = 4

/** Left to itself the heap grows to several times what is in use before it is tidied. */
const GROWTH_PERCENT = 20

/** No sound file takes so long without a byte read or a page written. */
const STALLED_MS = 30_000

/** How long a cancelled worker may take to leave by itself; then it is ended, and its unfinished file removed here. */
const LEAVE_MS = 100

type Job = Omit<PackJob, 'fontsFolder' | 'appVersion' | 'partialPath' | 'givenUp'>
type Progress = Omit<PackProgress, 'jobId'>
export type PackAnswer = Result<WrittenPack, { readonly code: PackFailure }>

export interface PackRuns {
  /** Names what a pack of this job would be made from. */
  readonly contentsOf: (job: Job) => string
  readonly run: (
    job: Job,
    signal: AbortSignal,
    onProgress: (progress: Progress) => void
  ) => Promise<PackAnswer>
  /** What the pack would be; null = it could not be found, or is not asked for any more. */
  readonly estimate: (job: Job, signal: AbortSignal) => Promise<PackEstimate | null>
}

export interface PackRunsOptions {
  readonly worker: string
  readonly vaultFolder: string
  readonly fontsFolder: string
  readonly appVersion: string
  readonly unfinished: UnfinishedPacks
}

/** Makes each pack in a process of its own, so that no document can take the app down with it. */
export function createPackRuns({ worker, vaultFolder, unfinished, ...settings }: PackRunsOptions): PackRuns {
  return {
    contentsOf: (job) => packContents({ ...job, appVersion: settings.appVersion }),
    run: (job, signal, onProgress) =>
      attemptPack((givenUp) =>
        unfinished.during(job.targetPath, (partialPath) =>
          runWorker(
            worker,
            { kind: 'make', vaultFolder, job: { ...job, ...settings, givenUp, partialPath } },
            signal,
            onProgress
          )
        )
      ),
    estimate: (job, signal) =>
      new Promise((resolve) => {
        const child = forkWorker(worker)
        const end = () => child.kill()
        const tooLong = setTimeout(end, STALLED_MS)
        child.on('message', (message: WorkerMessage) => {
          if (message.kind !== 'estimated') return
          resolve(message.estimate)
          child.kill()
        })
        child.once('exit', () => {
          clearTimeout(tooLong)
          signal.removeEventListener('abort', end)
          resolve(null)
        })
        signal.addEventListener('abort', end, { once: true })
        child.once('spawn', () => {
          if (signal.aborted) end()
          else child.postMessage({ kind: 'estimate', vaultFolder, job: { ...job, ...settings } })
        })
      })
  }
}

function forkWorker(worker: string): UtilityProcess {
  return utilityProcess.fork(worker, [], {
    serviceName: 'Closeout record pack',
    // Node's own flag of this name does nothing here: V8 has begun before Node reads it (seen in Electron 33).
    execArgv: [
      `--js-flags=--max-old-space-size=${WORKER_HEAP_MB} --max-semi-space-size=${YOUNG_MB} --heap-growing-percent=${GROWTH_PERCENT}`
    ],
    stdio: 'ignore'
  })
}

function runWorker(
  worker: string,
  request: WorkerRequest,
  signal: AbortSignal,
  onProgress: (progress: Progress) => void
): Promise<PackAttempt> {
  return new Promise((resolve) => {
    const child = forkWorker(worker)
    let answer: PackAnswer | null = null
    /** Whose file is being read. */
    let exhibitId: string | null = null
    let leaving: NodeJS.Timeout | undefined
    let stalled: NodeJS.Timeout | undefined
    const cancel = () => {
      child.postMessage({ kind: 'cancel' } satisfies WorkerRequest)
      leaving = setTimeout(() => child.kill(), LEAVE_MS)
    }
    const watch = () => {
      clearTimeout(stalled)
      if (exhibitId !== null) stalled = setTimeout(() => child.kill(), STALLED_MS)
    }
    child.on('message', (message: WorkerMessage) => {
      if (message.kind === 'answer') {
        answer = message.answer
        child.kill()
        return
      }
      if (message.kind === 'exhibit') exhibitId = message.exhibitId
      else if (message.kind === 'progress') onProgress(message.progress)
      watch()
    })
    // Answered only when the process is gone: then nobody writes to its unfinished file any more.
    child.once('exit', () => {
      clearTimeout(leaving)
      clearTimeout(stalled)
      signal.removeEventListener('abort', cancel)
      if (answer === null && !signal.aborted && exhibitId !== null) resolve({ kind: 'lost', exhibitId })
      else {
        const code = signal.aborted ? 'cancelled' : 'engine-stopped'
        resolve({ kind: 'answered', answer: answer ?? failed({ code }) })
      }
    })
    signal.addEventListener('abort', cancel, { once: true })
    child.once('spawn', () => {
      child.postMessage(request)
      if (signal.aborted) cancel()
    })
  })
}
