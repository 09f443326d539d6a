// @vitest-environment happy-dom
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, it } from 'vitest'
import { useRecipientsStore } from '../../../../src/renderer/stores/recipients.ts'
import PackHistory from '../../../../src/renderer/views/pack/PackHistory.vue'
import type { PackRecord } from '../../../../src/shared/domain/pack-record.ts'
import { USUAL_PACK_SETTINGS } from '../../../../src/shared/domain/recipient-profile.ts'
import { mountIn } from '../../mount-in-language.ts'

beforeEach(() => setActivePinia(createPinia()))

const made = (change: Partial<PackRecord>): PackRecord => ({
  ...{ code: 'CL-2026-0007', madeAt: '2026-11-23T12:00:00.000Z', language: 'ru', secondLanguage: null },
  ...{ fileName: 'pack.pdf', pages: 3, sizeBytes: 1000, sha256: 'ab'.repeat(32), files: [] },
  ...{ encrypted: false, recipient: '', profile: null, firstPage: 1, supplementTo: null },
  ...{ exhibits: [], contents: '' },
  ...change
})

/** The register in Chinese, where the bank's profile is shipped and a lawyer's is the user's own. */
function register(...packs: readonly PackRecord[]): string {
  const settings = { ...USUAL_PACK_SETTINGS, meaning: '', language: 'ru', secondLanguage: null } as const
  const names = { 'zh-CN': '银行', ru: 'Банк', en: 'Bank' }
  useRecipientsStore().$patch({
    listed: [
      { profile: { ...settings, id: 'bank', name: names }, isOwn: false },
      { profile: { ...settings, id: 'own', name: 'Мой новый юрист' }, isOwn: true }
    ]
  })
  return mountIn('zh-CN', PackHistory, { packs }).text()
}

it('names a shipped recipient in the language of the screen, whatever that of the pack', () => {
  expect(register(made({ profile: { id: 'bank', name: 'Банк' } }))).toContain('给：银行')
})

it('names a recipient as it was named then where the name is the user’s', () => {
  expect(register(made({ profile: { id: 'own', name: 'Мой юрист' } }))).toContain('给：Мой юрист')
  expect(register(made({ recipient: 'Сбербанк', profile: { id: 'bank', name: 'Банк' } }))).toContain(
    '给：Сбербанк'
  )
  expect(register(made({ profile: { id: 'gone', name: 'Суд' } }))).toContain('给：Суд')
})
