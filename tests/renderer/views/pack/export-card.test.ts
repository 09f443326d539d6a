// @vitest-environment happy-dom
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, it } from 'vitest'
import { nextTick } from 'vue'
import { usePackChoiceStore } from '../../../../src/renderer/stores/pack-choice.ts'
import { usePackExportStore } from '../../../../src/renderer/stores/pack-export.ts'
import ExportCard from '../../../../src/renderer/views/pack/ExportCard.vue'
import { fresh } from '../../../shared/domain/invented-dossier.ts'
import { mountIn } from '../../mount-in-language.ts'

beforeEach(() => setActivePinia(createPinia()))

const target = { targetId: 't', fileName: 'pack.pdf', folderName: 'f', mustAskToReplace: false }
const focused = () => document.activeElement?.textContent.trim()

it('hands the focus on to what can be done next', async () => {
  const exporting = usePackExportStore()
  mountIn('en', ExportCard, { dossier: fresh, pages: 5 })
  exporting.job = {
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
  exporting.job = { state: 'cancelled', dossierId: fresh.id }
  await nextTick()
  await nextTick()
  expect(focused()).toBe('Export 5 pages')
})

it('tells by tenths how far it is, and shows each page', async () => {
  const exporting = usePackExportStore()
  const card = mountIn('en', ExportCard, { dossier: fresh, pages: 200 })
  const write = async (pagesDone: number) => {
    exporting.job = {
      state: 'running',
      dossierId: fresh.id,
      target,
      jobId: 'j',
      progress: {
        jobId: 'j',
        exhibit: null,
        pagesDone,
        pagesTotal: 200,
        bytesDone: 0,
        bytesTotal: 0,
        secondsLeft: null
      },
      isCancelling: false
    }
    await nextTick()
    return { said: card.get('[role="status"]').text(), text: card.text() }
  }
  expect((await write(0)).said).toBe('Reading the originals…')
  expect((await write(61)).said).toBe('30%')
  expect((await write(79)).said).toBe('30%')
  expect((await write(79)).text).toContain('Writing page 79 of 200')
  expect((await write(200)).said).toBe('Saving and checking…')
})

it('exports no supplement without an exhibit, and says why', async () => {
  usePackChoiceStore().choose(fresh.id, { supplementTo: 'CL-2026-1234-1' })
  const card = mountIn('en', ExportCard, { dossier: fresh, pages: 4 })
  expect(card.get('button.primary').attributes()).toHaveProperty('disabled')
  expect(card.text()).toContain('A supplement holds at least one exhibit.')
})
