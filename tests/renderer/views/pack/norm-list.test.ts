// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import NormList from '../../../../src/renderer/views/pack/NormList.vue'
import type { ArchivalResult } from '../../../../src/shared/domain/archival-check.ts'
import type { Bridge } from '../../../../src/shared/bridge/bridge.ts'
import type { NormResult, PackVerdict } from '../../../../src/shared/domain/pack-norm.ts'
import { done, failed } from '../../../../src/shared/domain/result.ts'
import { mountIn } from '../../mount-in-language.ts'

type Answer = Awaited<ReturnType<Bridge<File>['checkPack']>>

const WORKING: ArchivalResult = { state: 'not-asked', because: 'working-form' }

function verdict(norms: readonly NormResult[], archival: ArchivalResult = WORKING): Answer {
  return done<PackVerdict>({ pages: 40, sizeBytes: 1000, norms, archival })
}

/** Without what only keeps figures in one line. */
const plain = (text: string) =>
  text.replaceAll('\u2060', '').replaceAll('\u00a0', ' ').replaceAll('\u2011', '-')

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
  expect(first?.text()).toContain('Закладка ведёт сюда, а называет другую страницу или часть.')
  expect(plain(first?.text() ?? '')).toContain('Стр. 5–7, 9')
})

it('counts the places it does not write out', async () => {
  const pages = Array.from({ length: 20 }, (_, one) => one * 2 + 1)
  const list = await shown(verdict([{ ...ASTRAY, pages }]))
  expect(list.text()).toContain('15 and 12 more')
})

it('says that an archival pack is one, beside the norms', async () => {
  const list = await shown(verdict([HELD], { state: 'held' }))
  expect(list.text()).toContain('1 norm held, archival form held')
  await list.get('button').trigger('click')
  expect(plain(list.get('ul').text())).toContain('Archival form: it keeps to PDF/A-3u and PDF/UA-1')
})

it('says for each reason why an archival pack is none, first', async () => {
  const findings = [
    { why: 'encrypted', pages: [] },
    { why: 'link-untold', pages: [2, 3] }
  ] as const
  const list = await shown(verdict([HELD], { state: 'not-held', findings }), 'ru')
  expect(list.get('button').text()).toContain('2\u00a0не соблюдены')
  const [one, two] = list.findAll('li').map((line) => line.text())
  expect(one).toContain('Архивный вид: файл зашифрован.')
  expect(plain(two ?? '')).toContain('Стр. 2–3')
})

it('says of a working pack that it is not asked to be archival', async () => {
  const list = await shown(verdict([HELD]))
  await list.get('button').trigger('click')
  expect(list.get('ul').text()).toContain('this is the working form')
})

it('says to those who do not see it what came of the check, and leaves the list to be asked for', async () => {
  const list = await shown(verdict([HELD, ASTRAY]))
  const status = list.get('[role="status"]')
  expect(plain(status.text())).toBe('Check of the finished file. 1 norm held. 1 not held')
  expect(list.get('ul').element.closest('[role="status"]')).toBeNull()
})

it('offers another try when the file has gone', async () => {
  const list = await shown(failed({ code: 'target-gone' }))
  expect(list.get('[role="alert"]').text()).toContain('Check again')
  Object.assign(window, { bridge: { checkPack: () => Promise.resolve(verdict([HELD])) } })
  await list.get('button').trigger('click')
  await flushPromises()
  expect(list.text()).toContain('1 norm held')
})

it('keeps a range of figures in one line, in what it says and in where', async () => {
  const list = await shown(
    verdict([{ norm: 'N14', state: 'changed', by: 'pictures-unchanged', pages: [27, 28] }])
  )
  await list.get('button').trigger('click')
  expect(list.get('li').text()).toContain('200\u2060–\u2060300')
  expect(list.get('li').text()).toContain('27\u2060–\u206028')
})

it('says once what several norms were changed by', async () => {
  const changed = { state: 'changed', by: 'several-files', pages: [] } as const
  const list = await shown(verdict([{ norm: 'N1', ...changed }, HELD, { norm: 'N7', ...changed }]))
  await list.get('button').trigger('click')
  expect(list.findAll('li').filter((line) => line.text().includes('comes in several files'))).toHaveLength(1)
})

it('names every page that one fault of several norms is on, and none where it is the whole file', async () => {
  const where = (pages: readonly number[], others: readonly number[]) =>
    shown(
      verdict([
        { ...ASTRAY, pages },
        { ...ASTRAY, norm: 'N8', pages: others }
      ])
    )
  expect(plain((await where([5, 7], [6, 9])).text())).toContain('Pages 5–7, 9')
  expect((await where([5, 7], [])).text()).not.toContain('Pages')
})
