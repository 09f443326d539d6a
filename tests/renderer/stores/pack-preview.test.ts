import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, it } from 'vitest'
import { usePackPreviewStore } from '../../../src/renderer/stores/pack-preview.ts'
import { done, failed } from '../../../src/shared/domain/result.ts'
import { answeringBridge, dossier, made, settled } from './answering-bridge.ts'

beforeEach(() => setActivePinia(createPinia()))

it('cancels the one before, drops its late answer and gives its address back', async () => {
  const { previews, cancelled, closed, listening } = answeringBridge()
  const preview = usePackPreviewStore()
  void preview.make(dossier)
  void preview.make(dossier)
  expect(cancelled).toEqual([previews[0]?.request.jobId])
  previews[1]?.answer(done({ ...made, url: 'vault://second/' }))
  await settled()
  previews[0]?.answer(done({ ...made, url: 'vault://first/' }))
  await settled()
  expect(preview.ready?.url).toBe('vault://second/')
  expect(closed).toEqual(['vault://first/'])
  expect(preview.making).toBeNull()
  expect(listening()).toBe(0)
})

it('keeps the old pages on screen until the new ones are there', async () => {
  const { previews, closed } = answeringBridge()
  const preview = usePackPreviewStore()
  void preview.make(dossier)
  previews[0]?.answer(done({ ...made, url: 'vault://first/' }))
  await settled()
  void preview.make(dossier)
  expect(preview.ready?.url).toBe('vault://first/')
  previews[1]?.answer(done({ ...made, url: 'vault://second/' }))
  await settled()
  expect(preview.ready?.url).toBe('vault://second/')
  expect(closed).toEqual(['vault://first/'])
})

it('is not taken for what was asked for when that could not be made', async () => {
  const { previews } = answeringBridge()
  const preview = usePackPreviewStore()
  void preview.make(dossier)
  expect(preview.isCurrent).toBe(false)
  previews[0]?.answer(done({ ...made, url: 'vault://first/' }))
  await settled()
  expect(preview.isCurrent).toBe(true)
  void preview.make(dossier)
  expect(preview.isCurrent).toBe(false)
  previews[1]?.answer(failed({ code: 'disk-full' }))
  await settled()
  expect(preview.ready?.url).toBe('vault://first/')
  expect(preview.isCurrent).toBe(false)
})

it('says why it could not be made, but not that it was superseded', async () => {
  const { previews } = answeringBridge()
  const preview = usePackPreviewStore()
  void preview.make(dossier)
  previews[0]?.answer(failed({ code: 'disk-full' }))
  await settled()
  expect(preview.failure).toBe('disk-full')
  void preview.make(dossier)
  expect(preview.failure).toBeNull()
  previews[1]?.answer(failed({ code: 'cancelled' }))
  await settled()
  expect(preview.failure).toBeNull()
})

it('is cancelled and let go of when the screen is left', async () => {
  const { previews, cancelled, closed } = answeringBridge()
  const preview = usePackPreviewStore()
  void preview.make(dossier)
  previews[0]?.answer(done({ ...made, url: 'vault://first/' }))
  await settled()
  void preview.make(dossier)
  preview.leave()
  expect(cancelled).toEqual([previews[1]?.request.jobId])
  previews[1]?.answer(done({ ...made, url: 'vault://late/' }))
  await settled()
  expect(closed).toEqual(['vault://first/', 'vault://late/'])
  expect(preview.ready).toBeNull()
})
