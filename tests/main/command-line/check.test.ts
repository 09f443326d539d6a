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
})

it('gives every norm for a program to read', async () => {
  const { out } = await closeoutHere(['check', await packFile(), '--json'])
  const verdict = JSON.parse(out) as PackVerdict
  expect(verdict.norms).toHaveLength(27)
  expect(verdict.norms[0]).toEqual({ norm: 'N1', state: 'held' })
})

it('names what is wrong with a file that is no pack, and ends with 1', async () => {
  const ended = await closeoutHere(['check', await onDisk(Buffer.from('SPECIMEN'))])
  expect(ended).toMatchObject({ code: 1 })
  expect(ended.out).toContain('N1: The file cannot be read as a PDF.')
})

it('says of a file that is not there that it cannot be read', async () => {
  const ended = await closeoutHere(['check', '/no/such/pack.pdf'])
  expect(ended).toMatchObject({ code: 1, out: '' })
  expect(ended.err).toContain('/no/such/pack.pdf: The file cannot be read.')
})
