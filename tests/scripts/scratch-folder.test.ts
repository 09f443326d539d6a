import { existsSync } from 'node:fs'
import { readdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { withScratchFolder } from '../../scripts/scratch-folder.mjs'

describe('a scratch folder', () => {
  it('is empty, and gone with all that was written there', async () => {
    const folder = await withScratchFolder({ neededBytes: 1 }, async (folder) => {
      expect(await readdir(folder)).toEqual([])
      await writeFile(join(folder, 'left behind'), 'SPECIMEN')
      return folder
    })
    expect(existsSync(folder)).toBe(false)
  })

  it('is gone also when the work in it failed', async () => {
    let folder = ''
    const failed = withScratchFolder({ neededBytes: 1 }, async (given) => {
      folder = given
      throw new Error('SPECIMEN')
    })
    await expect(failed).rejects.toThrow('SPECIMEN')
    expect(existsSync(folder)).toBe(false)
  })

  it('is on the disk where memory has not the room', async () => {
    const neededBytes = Number.MAX_SAFE_INTEGER
    expect(await withScratchFolder({ neededBytes }, async (folder) => dirname(folder))).toBe(tmpdir())
  })
})
