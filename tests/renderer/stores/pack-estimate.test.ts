import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, it } from 'vitest'
import { usePackEstimateStore } from '../../../src/renderer/stores/pack-estimate.ts'
import { usePackPasswordStore } from '../../../src/renderer/stores/pack-password.ts'
import { answeringBridge, dossier, settled } from './answering-bridge.ts'

const SMALL = { pages: 3, sizeBytes: 1000, files: [], apart: [], above: [] }

beforeEach(() => setActivePinia(createPinia()))

it('says whether a password is asked for, which makes each file larger, and never the password', async () => {
  const { estimates } = answeringBridge()
  const store = usePackEstimateStore()
  void store.find(dossier)
  expect(estimates[0]?.request.isEncrypted).toBe(false)
  usePackPasswordStore().change(dossier.id, { isOn: true, first: 'SPECIMEN', second: 'SPECIMEN' })
  void store.find(dossier)
  expect(estimates[1]?.request.isEncrypted).toBe(true)
  expect(JSON.stringify(estimates[1]?.request)).not.toContain('SPECIMEN')
})

it('cancels the one before and drops its late answer', async () => {
  const { estimates, cancelled } = answeringBridge()
  const store = usePackEstimateStore()
  void store.find(dossier)
  void store.find(dossier)
  expect(cancelled).toEqual([estimates[0]?.request.jobId])
  estimates[1]?.answer({ ...SMALL, pages: 7 })
  await settled()
  estimates[0]?.answer(SMALL)
  await settled()
  expect(store.asked?.found?.pages).toBe(7)
})
