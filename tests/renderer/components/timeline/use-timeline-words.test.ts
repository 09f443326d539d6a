// @vitest-environment happy-dom
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, it } from 'vitest'
import { defineComponent, h } from 'vue'
import { useTimelineWords } from '../../../../src/renderer/components/timeline/use-timeline-words.ts'
import type { ServiceUse } from '../../../../src/shared/domain/precaution.ts'
import type { ScreenLanguage } from '../../../../src/shared/domain/settings.ts'
import { fresh, TODAY } from '../../../shared/domain/invented-dossier.ts'
import { mountIn } from '../../mount-in-language.ts'

beforeEach(() => {
  setActivePinia(createPinia())
})

/** The title of the line that says with which service the number was changed. */
function titleOf(language: ScreenLanguage, service: Pick<ServiceUse, 'key' | 'name'>): string {
  const use: ServiceUse = { id: 'one', kind: 'bank', state: 'moved', movedOn: TODAY, ...service }
  const Line = defineComponent(() => {
    const words = useTimelineWords(() => TODAY)
    const fact = { kind: 'step', step: null, event: 'moved', service: use } as const
    const item = { id: 'moved:one', on: TODAY, at: null, fact, exhibits: [], contradictions: [] } as never
    return () => h('p', words.title(item, fresh))
  })
  return mountIn(language, Line, {}).text()
}

it.each([
  ['zh-CN', '支付宝'],
  ['ru', 'Alipay'],
  ['en', 'Alipay']
] as const)('names a service of the ready list in %s', (language, name) => {
  expect(titleOf(language, { key: 'alipay', name: '' })).toContain(name)
})

it('names a service of the user’s own, and one whose key is in no list any more, as written', () => {
  expect(titleOf('en', { key: null, name: 'SPECIMEN club' })).toContain('SPECIMEN club')
  expect(titleOf('en', { key: 'gone', name: 'SPECIMEN bank' })).toContain('SPECIMEN bank')
})
