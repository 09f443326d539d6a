import type { Bridge } from '../../../src/shared/bridge/bridge.ts'
import type { PackRequest, PackTarget } from '../../../src/shared/bridge/contract.ts'
import type { MadePack, PackProgress } from '../../../src/shared/domain/pack-job.ts'
import { bareDossier, specimenPack, withExhibits } from '../../specimen-dossier.ts'

/** Answers of main that the test gives when it wants: only so can late ones be told from early ones. */
interface Asked<Request, Answer> {
  readonly request: Request
  readonly answer: (answer: Answer) => void
}

export const target: PackTarget = {
  targetId: '00000000-0000-4000-8000-0000000000aa',
  fileName: 'pack.pdf',
  folderName: 'Documents',
  mustAskToReplace: false
}

/** A bridge that records what it is asked. */
export function answeringBridge(chosen: PackTarget | null = target) {
  const previews: Asked<PackRequest, Awaited<ReturnType<Bridge<File>['previewPack']>>>[] = []
  const exports: Asked<PackRequest, Awaited<ReturnType<Bridge<File>['exportPack']>>>[] = []
  const estimates: Asked<
    Parameters<Bridge<File>['estimatePack']>[0],
    Awaited<ReturnType<Bridge<File>['estimatePack']>>
  >[] = []
  const cancelled: string[] = []
  const closed: string[] = []
  const listeners = new Set<(progress: PackProgress) => void>()
  const bridge: Partial<Bridge<File>> = {
    previewPack: (request) => new Promise((answer) => previews.push({ request, answer })),
    exportPack: (request) => new Promise((answer) => exports.push({ request, answer })),
    estimatePack: (request) => new Promise((answer) => estimates.push({ request, answer })),
    choosePackTarget: () => Promise.resolve(chosen),
    cancelPack: ({ jobId }) => {
      cancelled.push(jobId)
      return Promise.resolve(null)
    },
    closeExhibit: ({ url }) => {
      closed.push(url)
      return Promise.resolve(null)
    },
    onPackProgress: (given) => {
      listeners.add(given)
      return () => listeners.delete(given)
    }
  }
  Object.assign(globalThis, { window: { bridge } })
  return {
    previews,
    exports,
    estimates,
    cancelled,
    closed,
    tell: (progress: PackProgress) => listeners.forEach((listener) => listener(progress)),
    /** How many ask to be told of progress. */
    listening: () => listeners.size
  }
}

export const made: MadePack = {
  record: specimenPack({ pages: 51 }),
  findings: []
}
const bytes = (text: string) => ({
  bytes: Buffer.from(text),
  originalName: `${text}.pdf`,
  mediaType: 'application/pdf'
})
export const dossier = withExhibits(bareDossier(), [
  { ...bytes('bill'), category: 'B', caption: 'bill' },
  { ...bytes('passport'), category: 'A', caption: 'passport' },
  { ...bytes('receipt'), category: 'B', caption: 'receipt' }
])

/** Lets everything happen that waits for nothing but its turn. */
export const settled = () => new Promise((resolve) => setImmediate(resolve))
