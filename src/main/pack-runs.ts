import { utilityProcess } from 'electron'
import type { PackFailure, PackProgress } from '../shared/domain/pack-job.ts'
import { failed, type Result } from '../shared/domain/result.ts'
import type { PackJob, WrittenPack } from './pack/make-pack.ts'
import type { WorkerMessage, WorkerRequest } from './pack-worker-protocol.ts'

/** A foreign PDF may be built to fill the memory: then only this process dies, and the app says so. */
const WORKER_HEAP_MB = 1536

/** How long a cancelled worker may take to remove its unfinished file before it is ended. */
const LEAVE_MS = 5_000

type Job = Omit<PackJob, 'fontsFolder' | 'appVersion'>
type Progress = Omit<PackProgress, 'jobId'>
export type PackAnswer = Result<WrittenPack, { readonly code: PackFailure }>

export interface PackRuns {
  readonly run: (
    job: Job,
    signal: AbortSignal,
    onProgress: (progress: Progress) => void
  ) => Promise<PackAnswer>
}

export interface PackRunsOptions {
  readonly worker: string
  readonly vaultFolder: string
  readonly fontsFolder: string
  readonly appVersion: string
}

/** Makes each pack in a process of its own, so that no document can take the app down with it. */
export function createPackRuns({ worker, vaultFolder, fontsFolder, appVersion }: PackRunsOptions): PackRuns {
  return {
    run: (job, signal, onProgress) =>
      new Promise((resolve) => {
        const child = utilityProcess.fork(worker, [], {
          serviceName: 'Closeout record pack',
          execArgv: [`--max-old-space-size=${WORKER_HEAP_MB}`],
          stdio: 'ignore'
        })
        let leaving: NodeJS.Timeout | undefined
        const cancel = () => {
          child.postMessage({ kind: 'cancel' } satisfies WorkerRequest)
          leaving = setTimeout(() => child.kill(), LEAVE_MS)
        }
        const end = (answer: PackAnswer) => {
          clearTimeout(leaving)
          signal.removeEventListener('abort', cancel)
          resolve(answer)
          child.kill()
        }
        child.on('message', (message: WorkerMessage) => {
          if (message.kind === 'progress') onProgress(message.progress)
          else end(message.answer)
        })
        child.once('exit', () => end(failed({ code: signal.aborted ? 'cancelled' : 'engine-stopped' })))
        signal.addEventListener('abort', cancel, { once: true })
        child.once('spawn', () => {
          if (signal.aborted) cancel()
          child.postMessage({
            kind: 'make',
            vaultFolder,
            job: { ...job, fontsFolder, appVersion }
          } satisfies WorkerRequest)
        })
      })
  }
}
