import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it } from 'vitest'
import { usePackStore } from '../../../src/renderer/stores/pack.ts'
import type { Bridge } from '../../../src/shared/bridge/bridge.ts'
import type { PackRequest, PackTarget } from '../../../src/shared/bridge/contract.ts'
import type { MadePack, PackProgress } from '../../../src/shared/domain/pack-job.ts'
import { done, failed } from '../../../src/shared/domain/result.ts'
import { bareDossier, specimenPack, withExhibits } from '../../specimen-dossier.ts'

/** Answers of main that the test gives when it wants: only so can late ones be told from early ones. */
interface Asked<Request, Answer> {
  readonly request: Request
  readonly answer: (answer: Answer) => void
}

const target: PackTarget = {
  targetId: '00000000-0000-4000-8000-0000000000aa',
  fileName: 'pack.pdf',
  folderName: 'Documents',
  mustAskToReplace: false
}

function setUp(chosen: PackTarget | null = target) {
  const previews: Asked<PackRequest, Awaited<ReturnType<Bridge<File>['previewPack']>>>[] = []
  const exports: Asked<PackRequest, Awaited<ReturnType<Bridge<File>['exportPack']>>>[] = []
  const cancelled: string[] = []
  const closed: string[] = []
  let listener: (progress: PackProgress) => void = () => {}
  const bridge: Partial<Bridge<File>> = {
    previewPack: (request) => new Promise((answer) => previews.push({ request, answer })),
    exportPack: (request) => new Promise((answer) => exports.push({ request, answer })),
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
      listener = given
      return () => {
        listener = () => {}
      }
    }
  }
  Object.assign(globalThis, { window: { bridge } })
  return { previews, exports, cancelled, closed, tell: (progress: PackProgress) => listener(progress) }
}

const made: MadePack = {
  record: specimenPack({ pages: 51 }),
  findings: []
}
const bytes = (text: string) => ({
  bytes: Buffer.from(text),
  originalName: `${text}.pdf`,
  mediaType: 'application/pdf'
})
const dossier = withExhibits(bareDossier(), [
  { ...bytes('bill'), category: 'B', caption: 'bill' },
  { ...bytes('passport'), category: 'A', caption: 'passport' },
  { ...bytes('receipt'), category: 'B', caption: 'receipt' }
])
const idsOf = (...captions: string[]) =>
  captions.map((caption) => dossier.exhibits.find((one) => one.caption === caption)?.id)

/** Lets everything happen that waits for nothing but its turn. */
const settled = () => new Promise((resolve) => setImmediate(resolve))

beforeEach(() => setActivePinia(createPinia()))

describe('what goes into the pack', () => {
  it('is everything, by category and within it in the user’s order', () => {
    setUp()
    expect(
      usePackStore()
        .chosen(dossier)
        .map(({ id }) => id)
    ).toEqual(idsOf('passport', 'bill', 'receipt'))
  })

  it('is all but what was left out, and that can come back', () => {
    setUp()
    const pack = usePackStore()
    const [bill] = idsOf('bill')
    pack.leaveOut(dossier.id, [bill ?? ''], true)
    expect(pack.chosen(dossier).map(({ id }) => id)).toEqual(idsOf('passport', 'receipt'))
    pack.leaveOut(dossier.id, [bill ?? ''], false)
    expect(pack.chosen(dossier)).toHaveLength(3)
  })

  it('is never a trashed exhibit', () => {
    setUp()
    const trashed = {
      ...dossier,
      exhibits: dossier.exhibits.map((exhibit) => ({ ...exhibit, trashedAt: '2026-11-22T10:00:00.000Z' }))
    }
    expect(usePackStore().chosen(trashed)).toEqual([])
  })
})

describe('the preview', () => {
  it('cancels the one before, drops its late answer and gives its address back', async () => {
    const { previews, cancelled, closed } = setUp()
    const pack = usePackStore()
    void pack.makePreview(dossier)
    void pack.makePreview(dossier)
    expect(cancelled).toEqual([previews[0]?.request.jobId])
    previews[1]?.answer(done({ ...made, url: 'vault://second/' }))
    await settled()
    previews[0]?.answer(done({ ...made, url: 'vault://first/' }))
    await settled()
    expect(pack.ready?.url).toBe('vault://second/')
    expect(closed).toEqual(['vault://first/'])
    expect(pack.making).toBeNull()
  })

  it('keeps the old pages on screen until the new ones are there', async () => {
    const { previews, closed } = setUp()
    const pack = usePackStore()
    void pack.makePreview(dossier)
    previews[0]?.answer(done({ ...made, url: 'vault://first/' }))
    await settled()
    void pack.makePreview(dossier)
    expect(pack.ready?.url).toBe('vault://first/')
    previews[1]?.answer(done({ ...made, url: 'vault://second/' }))
    await settled()
    expect(pack.ready?.url).toBe('vault://second/')
    expect(closed).toEqual(['vault://first/'])
  })

  it('says why it could not be made, but not that it was superseded', async () => {
    const { previews } = setUp()
    const pack = usePackStore()
    void pack.makePreview(dossier)
    previews[0]?.answer(failed({ code: 'disk-full' }))
    await settled()
    expect(pack.previewFailure).toBe('disk-full')
    void pack.makePreview(dossier)
    expect(pack.previewFailure).toBeNull()
    previews[1]?.answer(failed({ code: 'cancelled' }))
    await settled()
    expect(pack.previewFailure).toBeNull()
  })

  it('is cancelled and let go of when the screen is left', async () => {
    const { previews, cancelled, closed } = setUp()
    const pack = usePackStore()
    void pack.makePreview(dossier)
    previews[0]?.answer(done({ ...made, url: 'vault://first/' }))
    await settled()
    void pack.makePreview(dossier)
    pack.leavePreview()
    expect(cancelled).toEqual([previews[1]?.request.jobId])
    previews[1]?.answer(done({ ...made, url: 'vault://late/' }))
    await settled()
    expect(closed).toEqual(['vault://first/', 'vault://late/'])
    expect(pack.ready).toBeNull()
  })
})

describe('the export', () => {
  it('does nothing when no place was chosen', async () => {
    const { exports } = setUp(null)
    const pack = usePackStore()
    await pack.startExport(dossier)
    expect(exports).toEqual([])
    expect(pack.job).toEqual({ state: 'idle' })
  })

  it('tells its own progress and no other', async () => {
    const { exports, tell } = setUp()
    const pack = usePackStore()
    void pack.startExport(dossier)
    await settled()
    const jobId = exports[0]?.request.jobId ?? ''
    const progress = {
      jobId,
      pagesDone: 3,
      pagesTotal: 51,
      bytesDone: 1,
      bytesTotal: 2,
      secondsLeft: null,
      exhibit: 'B-1'
    }
    tell({ ...progress, jobId: 'another' })
    expect(pack.job).toMatchObject({ state: 'running', progress: null })
    tell(progress)
    expect(pack.job).toMatchObject({ state: 'running', progress })
  })

  it('ends with the pack and its dossier, or says that nothing was left', async () => {
    const { exports, cancelled } = setUp()
    const pack = usePackStore()
    void pack.startExport(dossier)
    await settled()
    exports[0]?.answer(done({ ...made, dossier: { ...dossier, revision: dossier.revision + 1 } }))
    await settled()
    expect(pack.job).toMatchObject({ state: 'done', made: { record: { pages: 51 } } })

    void pack.startExport(dossier)
    await settled()
    await pack.cancelExport()
    expect(cancelled).toEqual([exports[1]?.request.jobId])
    expect(pack.job).toMatchObject({ state: 'running', isCancelling: true })
    exports[1]?.answer(failed({ code: 'cancelled' }))
    await settled()
    expect(pack.job).toEqual({ state: 'cancelled', dossierId: dossier.id })
  })

  it('asks before a file is replaced, and writes only after a yes', async () => {
    const asking = { ...target, mustAskToReplace: true }
    const { exports } = setUp(asking)
    const pack = usePackStore()
    await pack.startExport(dossier)
    expect(pack.job).toEqual({ state: 'asking', dossierId: dossier.id, target: asking })
    pack.declineReplace()
    expect(pack.job).toEqual({ state: 'idle' })
    expect(exports).toEqual([])

    await pack.startExport(dossier)
    // The dialog closes, which looks like a no, before it tells the yes.
    pack.declineReplace()
    void pack.replace(dossier, asking)
    await settled()
    expect(exports[0]?.request).toMatchObject({ replace: true, targetId: asking.targetId })
  })

  it('asks as well when the file appeared meanwhile', async () => {
    const { exports } = setUp()
    const pack = usePackStore()
    void pack.startExport(dossier)
    await settled()
    exports[0]?.answer(failed({ code: 'target-exists' }))
    await settled()
    expect(pack.job).toMatchObject({ state: 'asking' })
  })
})
