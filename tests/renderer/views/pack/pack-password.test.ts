// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, it } from 'vitest'
import { nextTick } from 'vue'
import { usePackPasswordStore } from '../../../../src/renderer/stores/pack-password.ts'
import { usePackExportStore } from '../../../../src/renderer/stores/pack-export.ts'
import ExportCard from '../../../../src/renderer/views/pack/ExportCard.vue'
import { fresh } from '../../../shared/domain/invented-dossier.ts'
import { mountIn } from '../../mount-in-language.ts'

beforeEach(() => setActivePinia(createPinia()))

function card(language: 'en' | 'ru' | 'zh-CN' = 'en') {
  let asked = 0
  Object.assign(window, {
    bridge: {
      choosePackTarget: () => {
        asked += 1
        return Promise.resolve(null)
      }
    }
  })
  const mounted = mountIn(language, ExportCard, { dossier: fresh, pages: 5 })
  const inputs = () => mounted.findAll<HTMLInputElement>('input:not([type="checkbox"])')
  return {
    mounted,
    asked: () => asked,
    inputs,
    protect: () => mounted.get('input[type="checkbox"]').setValue(true),
    type: async (first: string, second: string) => {
      await inputs()[0]?.setValue(first)
      await inputs()[1]?.setValue(second)
    },
    export: async () => {
      await mounted.get('button.primary').trigger('click')
      await flushPromises()
    }
  }
}

it('asks for no password until it is switched on, and exports without one', async () => {
  const { inputs, asked, export: start } = card()
  expect(inputs()).toHaveLength(0)
  await start()
  expect(asked()).toBe(1)
  expect(usePackPasswordStore().passwordOf(fresh.id)).toBeNull()
})

it.each([
  ['', '', 'Type a password.', 0],
  ['Пароль 42', 'Пароль 43', 'The two passwords are not the same.', 1],
  ['密'.repeat(43), '密'.repeat(43), 'This password is too long.', 0],
  ['a\u0007', 'a\u0007', 'The password holds a sign', 0]
] as const)('does not export with %j and %j, and says why at the field', async (first, second, why, at) => {
  const { mounted, protect, type, inputs, asked, export: start } = card()
  await protect()
  await type(first, second)
  await start()
  expect(asked()).toBe(0)
  const wrong = inputs()[at]
  expect(wrong?.attributes('aria-invalid')).toBe('true')
  expect(document.activeElement).toBe(wrong?.element)
  const about = mounted.get(`[id="${wrong?.attributes('aria-describedby') ?? ''}"]`)
  expect(about.text()).toContain(why)
  expect(about.attributes('aria-live')).toBe('polite')
})

it('exports with a password typed twice', async () => {
  const { protect, type, asked, export: start } = card()
  await protect()
  await type('密码 42', '密码 42')
  await start()
  expect(asked()).toBe(1)
  expect(usePackPasswordStore().passwordOf(fresh.id)).toBe('密码 42')
})

it('hides what is typed, and shows both when asked to', async () => {
  const { mounted, protect, inputs } = card()
  await protect()
  expect(inputs().map((input) => input.element.type)).toEqual(['password', 'password'])
  await mounted.get('.eye').trigger('click')
  expect(inputs().map((input) => input.element.type)).toEqual(['text', 'text'])
  expect(mounted.get('.eye').attributes('aria-pressed')).toBe('true')
})

it.each([
  ['en', 'Weak: quickly guessed.'],
  ['ru', 'Слабый: такой быстро подберут.'],
  ['zh-CN', '弱：很快会被猜出']
] as const)('says in words how strong it is (%s)', async (language, words) => {
  const { mounted, protect, type } = card(language)
  await protect()
  await type('qwerty123', '')
  expect(mounted.text()).toContain(words)
})

it('warns of signs that programs store in another form', async () => {
  const { mounted, protect, type } = card()
  await protect()
  await type('１２３存证册', '')
  expect(mounted.text()).toContain('Some of these characters count as others')
})

it('forgets the password when the screen is left, but not while its pack is made', async () => {
  const [store, exporting] = [usePackPasswordStore(), usePackExportStore()]
  const { mounted, protect, type } = card()
  await protect()
  await type('密码 42', '密码 42')
  const target = { targetId: 't', fileName: 'pack.pdf', folderName: 'f', mustAskToReplace: false }
  const running = {
    state: 'running',
    dossierId: fresh.id,
    target,
    jobId: 'j',
    progress: null,
    isCancelling: false
  }
  exporting.job = running as typeof exporting.job
  await nextTick()
  expect(store.passwordOf(fresh.id)).toBe('密码 42')
  exporting.job = { state: 'cancelled', dossierId: fresh.id }
  await nextTick()
  mounted.unmount()
  expect(store.draftOf(fresh.id)).toEqual({ isOn: true, first: '', second: '' })
})
