import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { replaceFile } from '../../src/main/atomic-write.ts'
import { nodeFsx } from '../../src/main/fsx.ts'
import { faultyDisk } from './vault/faulty-fsx.ts'
import { freshFolder } from './vault/fixture.ts'

describe('replacing a file', () => {
  it('makes it for its owner alone, and replaces all of it', async () => {
    const path = join(freshFolder(), 'settings.json')
    await replaceFile(path, Buffer.from('a longer text'))
    await replaceFile(path, Buffer.from('short'))
    expect(readFileSync(path, 'utf8')).toBe('short')
    expect(statSync(path).mode & 0o777).toBe(0o600)
  })

  it('works for the longest name a disk allows', async () => {
    const path = join(freshFolder(), 'x'.repeat(255))
    await replaceFile(path, Buffer.from('kept'))
    expect(readFileSync(path, 'utf8')).toBe('kept')
  })

  it('with any call failing leaves the old file or the new one, and nothing beside it', async () => {
    for (let at = 1; ; at += 1) {
      const folder = freshFolder()
      const path = join(folder, 'settings.json')
      writeFileSync(path, 'old')
      const disk = faultyDisk()
      disk.arm({ at, code: 'EIO', lasting: false })
      const outcome = await replaceFile(path, Buffer.from('new'), { fsx: disk.fsx }).then(
        () => 'new',
        (error: NodeJS.ErrnoException) => error.code
      )
      const calls = disk.disarm()
      expect(['new', 'EIO']).toContain(outcome)
      expect(['old', 'new']).toContain(readFileSync(path, 'utf8'))
      if (outcome === 'new') expect(readFileSync(path, 'utf8')).toBe('new')
      expect(readdirSync(folder)).toEqual(['settings.json'])
      expect(disk.openFiles()).toBe(0)
      if (calls < at) break
    }
  })

  it('never takes no progress for progress', async () => {
    const open: typeof nodeFsx.open = async (path, flags, mode) => ({
      ...(await nodeFsx.open(path, flags, mode)),
      write: async () => 0
    })
    const path = join(freshFolder(), 'settings.json')
    await expect(replaceFile(path, Buffer.from('new'), { fsx: { ...nodeFsx, open } })).rejects.toMatchObject({
      code: 'EIO'
    })
  })
})
