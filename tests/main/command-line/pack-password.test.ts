import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ensureBuilt } from '../../../scripts/build-freshness.mjs'
import { sha256Of } from '../../specimen-dossier.ts'
import { judge } from '../pack/pack-fixtures.ts'
import { closeoutHere } from './closeout.ts'

const PASSWORD = '存证册 Пароль 42'
let home: string
let folder: string
let passwordFile: string

beforeAll(async () => {
  await ensureBuilt()
  home = await mkdtemp(join(tmpdir(), 'closeout-password-'))
  folder = join(home, 'dossier')
  passwordFile = join(home, 'password.txt')
  await writeFile(passwordFile, `${PASSWORD}\n`)
  await closeoutHere(['new', folder, '--operator', 't2', '--number', '+79990002745', '--name', 'WEI Ruoxi'])
}, 180_000)

afterAll(() => rm(home, { recursive: true, force: true }))

it('encrypts a pack, and notes no more than that it did', async () => {
  const out = join(home, 'locked.pdf')
  const ended = await closeoutHere(['pack', folder, '--out', out, '--password-file', passwordFile, '--json'])
  expect(ended).toMatchObject({ code: 0, err: '' })
  expect(await judge('qpdf', `--password=${PASSWORD}`, '--check', out)).toContain('AESv3')
  expect(await readFile(`${out}.sha256`, 'utf8')).toContain(sha256Of(await readFile(out)))
  const kept = await Promise.all(
    (await readdir(folder, { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map((entry) => readFile(join(entry.parentPath, entry.name), 'utf8'))
  )
  expect(kept.join('')).toContain('"encrypted": true')
  expect(kept.join('') + ended.out).not.toContain('Пароль')
})

it('makes no pack where the password cannot be used', async () => {
  const out = join(home, 'none.pdf')
  const empty = join(home, 'empty.txt')
  await writeFile(empty, '\n')
  const ended = await closeoutHere(['pack', folder, '--out', out, '--password-file', empty], {
    language: 'ru'
  })
  expect(ended).toMatchObject({ code: 1, out: '' })
  expect(ended.err).toContain(`${empty}: Введите пароль.`)
  expect(await readdir(home)).not.toContain('none.pdf')
})
