import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { judge as run, onDisk, packOf, richExhibits, temporaryFolder } from '../pack/pack-fixtures.ts'
import { answerOf, judge } from './broken-packs.ts'

const PASSWORD = '密码-Пароль-🔐 42'
let plain: Uint8Array
let locked: Uint8Array

beforeAll(async () => {
  const files = (await richExhibits()).filter(({ mediaType }) => mediaType !== 'application/pdf')
  const document = (await richExhibits())
    .filter(({ mediaType }) => mediaType === 'application/pdf')
    .slice(0, 1)
  plain = await readFile((await packOf([...files, ...document])).path)
  locked = await readFile((await packOf([...files, ...document], { password: PASSWORD })).path)
}, 60_000)

it('judges a pack with its password as the one without, but for the password', async () => {
  const [open, opened] = [await judge(plain), await judge(locked, { password: PASSWORD })]
  const differing = [...opened].filter(([norm, result]) => answerOf(result) !== answerOf(open.get(norm)))
  expect(differing).toEqual([['N1', { norm: 'N1', state: 'changed', by: 'password-chosen', pages: [] }]])
  expect([...opened.values()].filter(({ state }) => state === 'held').length).toBeGreaterThan(15)
})

it.each([
  [null, 'needs-password'],
  ['Пароль', 'password-wrong'],
  ['', 'password-wrong']
])('judges nothing else with the password %s', async (password, why) => {
  const verdict = await judge(locked, { password })
  expect(answerOf(verdict.get('N1'))).toBe(why)
  expect([...verdict.values()].filter(({ state }) => state !== 'not-asked')).toHaveLength(1)
})

it.each(['user', 'owner'])('opens what another program locked with the %s password', async (password) => {
  const path = join(await temporaryFolder(), 'locked.pdf')
  await run('qpdf', '--encrypt', 'user', 'owner', '256', '--', await onDisk(plain), path)
  const verdict = await judge(await readFile(path), { password })
  expect(answerOf(verdict.get('N1'))).toBe('password-chosen')
  expect(answerOf(verdict.get('N10'))).toBe('held')
  expect(answerOf(verdict.get('N24'))).toBe(answerOf((await judge(plain)).get('N24')))
})
