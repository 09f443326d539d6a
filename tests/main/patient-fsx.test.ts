import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { nodeFsx } from '../../src/main/fsx.ts'
import { patientFsx } from '../../src/main/patient-fsx.ts'
import { freshFolder } from './vault/fixture.ts'

/** A disk whose renames fail so many times, as where a scanner holds the file. */
function heldDisk(times: number, code: string) {
  let calls = 0
  const rename = async (from: string, to: string) => {
    calls += 1
    if (calls <= times) throw Object.assign(new Error(code), { code })
    return nodeFsx.rename(from, to)
  }
  return { fsx: { ...nodeFsx, rename }, calls: () => calls }
}

it.each(['EPERM', 'EACCES', 'EBUSY'])('waits for a file that is held for a moment (%s)', async (code) => {
  const folder = freshFolder()
  writeFileSync(join(folder, 'a'), 'a')
  await patientFsx(heldDisk(3, code).fsx, [1, 1, 1]).rename(join(folder, 'a'), join(folder, 'b'))
  expect(readFileSync(join(folder, 'b'), 'utf8')).toBe('a')
})

it('gives up in the end, and at once where waiting cannot help', async () => {
  const held = heldDisk(99, 'EBUSY')
  await expect(patientFsx(held.fsx, [1, 1, 1]).rename('a', 'b')).rejects.toThrow('EBUSY')
  expect(held.calls()).toBe(4)
  const full = heldDisk(99, 'ENOSPC')
  await expect(patientFsx(full.fsx, [1, 1, 1]).rename('a', 'b')).rejects.toThrow('ENOSPC')
  expect(full.calls()).toBe(1)
})
