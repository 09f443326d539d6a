// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import NormList from '../../../../src/renderer/views/pack/NormList.vue'
import type { Bridge } from '../../../../src/shared/bridge/bridge.ts'
import type { NormResult, PackVerdict } from '../../../../src/shared/domain/pack-norm.ts'
import { done, failed } from '../../../../src/shared/domain/result.ts'
import { mountIn } from '../../mount-in-language.ts'

type Answer = Awaited<ReturnType<Bridge<File>['checkPack']>>

function verdict(norms: readonly NormResult[]): Answer {
  return done<PackVerdict>({ pages: 40, sizeBytes: 1000, norms })
}

async function shown(answer: Answer, language: 'en' | 'ru' = 'en') {
  Object.assign(window, { bridge: { checkPack: () => Promise.resolve(answer) } })
  const list = mountIn(language, NormList, { targetId: 't' })
  await flushPromises()
  return list
}

const HELD: NormResult = { norm: 'N1', state: 'held' }
const ASTRAY: NormResult = { norm: 'N7', state: 'not-held', why: 'bookmark-wrong', pages: [5, 6, 7, 9] }

it('stays folded when all is held, and opens on demand', async () => {
  const list = await shown(verdict([HELD, { norm: 'N2', state: 'held' }]))
  expect(list.text()).toContain('2 norms held')
  expect(list.find('ul').exists()).toBe(false)
  await list.get('button').trigger('click')
  expect(list.get('button').attributes('aria-expanded')).toBe('true')
  expect(list.get('ul').text()).toContain('One file that opens without a password')
})

it('says at once what is not held, first and with its pages', async () => {
  const list = await shown(verdict([HELD, ASTRAY]), 'ru')
  expect(list.get('button').text()).toContain('1\u00a0не соблюдена')
  const [first] = list.findAll('li')
  expect(first?.text()).toContain('Закладка ведёт сюда, а называет другую страницу.')
  expect(first?.text()).toContain('Стр. 5–7, 9')
})

it('counts the places it does not write out', async () => {
  const pages = Array.from({ length: 20 }, (_, one) => one * 2 + 1)
  const list = await shown(verdict([{ ...ASTRAY, pages }]))
  expect(list.text()).toContain('15 and 12 more')
})

it('offers another try when the file has gone', async () => {
  const list = await shown(failed({ code: 'target-gone' }))
  expect(list.get('[role="alert"]').text()).toContain('Check again')
  Object.assign(window, { bridge: { checkPack: () => Promise.resolve(verdict([HELD])) } })
  await list.get('button').trigger('click')
  await flushPromises()
  expect(list.text()).toContain('1 norm held')
})
