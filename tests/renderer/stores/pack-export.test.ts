import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, it } from 'vitest'
import { usePackChoiceStore } from '../../../src/renderer/stores/pack-choice.ts'
import { usePackExportStore } from '../../../src/renderer/stores/pack-export.ts'
import { done, failed } from '../../../src/shared/domain/result.ts'
import { answeringBridge, dossier, made, settled, target } from './answering-bridge.ts'

beforeEach(() => setActivePinia(createPinia()))

it('does nothing when no place was chosen', async () => {
  const { exports } = answeringBridge(null)
  const exporting = usePackExportStore()
  await exporting.start(dossier)
  expect(exports).toEqual([])
  expect(exporting.job).toEqual({ state: 'idle' })
})

it('tells its own progress and no other', async () => {
  const { exports, tell } = answeringBridge()
  const exporting = usePackExportStore()
  void exporting.start(dossier)
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
  expect(exporting.job).toMatchObject({ state: 'running', progress: null })
  tell(progress)
  expect(exporting.job).toMatchObject({ state: 'running', progress })
})

it('ends with the pack and its dossier, or says that nothing was left', async () => {
  const { exports, cancelled, listening } = answeringBridge()
  const exporting = usePackExportStore()
  void exporting.start(dossier)
  await settled()
  exports[0]?.answer(done({ ...made, dossier: { ...dossier, revision: dossier.revision + 1 } }))
  await settled()
  expect(exporting.job).toMatchObject({ state: 'done', made: { record: { pages: 51 } } })

  void exporting.start(dossier)
  await settled()
  await exporting.cancel()
  expect(cancelled).toEqual([exports[1]?.request.jobId])
  expect(exporting.job).toMatchObject({ state: 'running', isCancelling: true })
  exports[1]?.answer(failed({ code: 'cancelled' }))
  await settled()
  expect(exporting.job).toEqual({ state: 'cancelled', dossierId: dossier.id })
  expect(listening()).toBe(0)
})

it('asks before a file is replaced, and writes only after a yes', async () => {
  const asking = { ...target, mustAskToReplace: true }
  const { exports } = answeringBridge(asking)
  const exporting = usePackExportStore()
  await exporting.start(dossier)
  expect(exporting.job).toEqual({ state: 'asking', dossierId: dossier.id, target: asking })
  exporting.declineReplace()
  expect(exporting.job).toEqual({ state: 'idle' })
  expect(exports).toEqual([])

  await exporting.start(dossier)
  // The dialog closes, which looks like a no, before it tells the yes.
  exporting.declineReplace()
  void exporting.replace(dossier, asking)
  await settled()
  expect(exports[0]?.request).toMatchObject({ replace: true, targetId: asking.targetId })
})

it('asks as well when the file appeared meanwhile', async () => {
  const { exports } = answeringBridge()
  const exporting = usePackExportStore()
  void exporting.start(dossier)
  await settled()
  exports[0]?.answer(failed({ code: 'target-exists' }))
  await settled()
  expect(exporting.job).toMatchObject({ state: 'asking' })
})

it('goes back to the whole pack once a supplement was written', async () => {
  const { exports } = answeringBridge()
  const [exporting, choice] = [usePackExportStore(), usePackChoiceStore()]
  choice.choose(dossier.id, { supplementTo: 'CL-2026-1234-1' })
  void exporting.start(dossier)
  await settled()
  expect(exports[0]?.request.supplementTo).toBe('CL-2026-1234-1')
  exports[0]?.answer(done({ ...made, dossier }))
  await settled()
  expect(choice.choiceOf(dossier.id).supplementTo).toBeNull()
})
