// @vitest-environment happy-dom
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, it } from 'vitest'
import { nextTick } from 'vue'
import { usePackStore } from '../../../../src/renderer/stores/pack.ts'
import ExportCard from '../../../../src/renderer/views/pack/ExportCard.vue'
import { fresh } from '../../../shared/domain/invented-dossier.ts'
import { mountIn } from '../../mount-in-language.ts'

beforeEach(() => setActivePinia(createPinia()))

const target = { targetId: 't', fileName: 'pack.pdf', folderName: 'f', mustAskToReplace: false }
const focused = () => document.activeElement?.textContent.trim()

it('hands the focus on to what can be done next', async () => {
  const pack = usePackStore()
  mountIn('en', ExportCard, { dossier: fresh, pages: 5 })
  pack.job = {
    state: 'running',
    dossierId: fresh.id,
    target,
    jobId: 'j',
    progress: null,
    isCancelling: false
  }
  await nextTick()
  await nextTick()
  expect(focused()).toBe('Cancel the export')
  pack.job = { state: 'cancelled', dossierId: fresh.id }
  await nextTick()
  await nextTick()
  expect(focused()).toBe('Export 5 pages')
})
