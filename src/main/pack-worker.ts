import { join } from 'node:path'
import { nodeFsx } from './fsx.ts'
import { estimatePack } from './pack/estimate-pack.ts'
import { makePack } from './pack/make-pack.ts'
import { rendererFiles } from './pack/render/page-renderer.ts'
import type { WorkerMessage, WorkerRequest } from './pack-worker-protocol.ts'
import { plainDoor } from './vault/door.ts'
import { vaultObjects } from './vault/object-store.ts'
import { foldersOf } from './vault/vault-folder.ts'

/**
 * The process that makes one pack. It reads the vault's objects and writes the pack, nothing else;
 * whatever a foreign document does to it, the app lives on.
 */
const port = process.parentPort
const cancel = new AbortController()

function tell(message: WorkerMessage): void {
  port.postMessage(message)
}

type Work = Exclude<WorkerRequest, { kind: 'cancel' }>

async function work({ kind, job, vaultFolder }: Work): Promise<void> {
  const renderer = rendererFiles(import.meta.dirname)
  const objects = vaultObjects({
    fsx: nodeFsx,
    door: plainDoor,
    folders: foldersOf(vaultFolder),
    now: () => job.madeAt
  })
  if (kind === 'estimate') {
    const { signal } = cancel
    const estimate = await estimatePack(job, { openOriginal: objects.open, signal, renderer })
    return tell({ kind: 'estimated', estimate })
  }
  const answer = await makePack(job, {
    openOriginal: objects.open,
    signal: cancel.signal,
    hashWorker: join(import.meta.dirname, 'pack-hash-worker.js'),
    renderer,
    onProgress: (progress) => tell({ kind: 'progress', progress }),
    onExhibit: (exhibitId) => tell({ kind: 'exhibit', exhibitId })
  })
  tell({ kind: 'answer', answer })
}

port.on('message', ({ data }) => {
  const request = data as WorkerRequest
  if (request.kind === 'cancel') cancel.abort()
  else {
    work(request).catch(() => {
      // A mistake of ours: the app hears that the engine stopped, and no half file is left.
      process.exit(1)
    })
  }
})
