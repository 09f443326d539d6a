import { rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import type { PackVerdict } from '../../../src/shared/domain/pack-norm.ts'
import { onDisk, packOf } from '../pack/pack-fixtures.ts'
import { closeoutHere } from './closeout.ts'

async function packFile(): Promise<string> {
  const { path } = await packOf([])
  const named = join(dirname(path), 'CL-2026-0007_2026-11-20_ru.pdf')
  await rename(path, named)
  return named
}

it('checks a finished pack and says in words what it holds', async () => {
  const ended = await closeoutHere(['check', await packFile()], { language: 'ru' })
  expect(ended).toMatchObject({ code: 0, err: '' })
  expect(ended.out).toContain('Норм соблюдено: 21')
  expect(ended.out).toContain('Архивный вид: это рабочий вид')
})

it('gives every norm for a program to read', async () => {
  const { out } = await closeoutHere(['check', await packFile(), '--json'])
  const verdict = JSON.parse(out) as PackVerdict
  expect(verdict.norms).toHaveLength(27)
  expect(verdict.archival).toEqual({ state: 'not-asked', because: 'working-form' })
  expect(verdict.norms[0]).toEqual({ norm: 'N1', state: 'held' })
})

it('names what is wrong with a file that is no pack, and ends with 1', async () => {
  const ended = await closeoutHere(['check', await onDisk(Buffer.from('SPECIMEN'))])
  expect(ended).toMatchObject({ code: 1 })
  expect(ended.out).toContain('N1: The file cannot be read as a PDF.')
})

it.each([
  ['a file that is not there', '/no/such/pack.pdf'],
  ['a folder', '/']
])('says of %s that it cannot be read', async (_, path) => {
  const ended = await closeoutHere(['check', path])
  expect(ended).toMatchObject({ code: 1, out: '' })
  expect(ended.err).toContain(`${path}: The file cannot be read.`)
})

it('reads an encrypted pack with the password in the first line of a file', async () => {
  const { path } = await packOf([], { password: '存证册 42' })
  const passwordFile = await onDisk(Buffer.from('\ufeff存证册 42\r\nSPECIMEN\n'))
  const ended = await closeoutHere(['check', path, '--password-file', passwordFile])
  expect(ended).toMatchObject({ code: 0, err: '' })
  expect(ended.out).toContain('N1: The file opens only with the password you chose.')
})

it.each([
  ['empty', '', 'Type a password.'],
  ['empty in its first line', '\nnot in the first line', 'Type a password.'],
  ['with a control sign', 'a\u0007b', 'The password holds a sign that cannot be typed in other programs.'],
  ['too long', 'x'.repeat(5000), 'This password is too long.'],
  [
    'of another encoding',
    Buffer.from([0xcf, 0xe0]),
    'The password holds a sign that cannot be typed in other programs.'
  ]
])('refuses a password file that is %s', async (_, content, sentence) => {
  const passwordFile = await onDisk(Buffer.from(content))
  const ended = await closeoutHere(['check', '/no/such/pack.pdf', '--password-file', passwordFile])
  expect(ended).toMatchObject({ code: 1, out: '' })
  expect(ended.err).toContain(`${passwordFile}: ${sentence}`)
})

it('refuses a password file that is not there', async () => {
  const ended = await closeoutHere(['check', '/no/such/pack.pdf', '--password-file', '/no/such/file'])
  expect(ended).toMatchObject({ code: 1, out: '' })
  expect(ended.err).toContain('/no/such/file: The file cannot be read.')
})
