import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { copyOut } from '../../../src/main/vault/copy-out.ts'
import { chunksOf, freshFolder, must, openOwn, sha256Of } from './fixture.ts'

async function stored(bytes: string) {
  const vault = await openOwn(freshFolder())
  const { sha256 } = must(await vault.objects.store(chunksOf(bytes)))
  return { vault, sha256, original: must(await vault.objects.open(sha256)) }
}

describe('saving a copy', () => {
  it('writes the same bytes, replaces what the user agreed to replace, and may be changed by them', async () => {
    const { original, sha256 } = await stored('SPECIMEN')
    const folder = freshFolder()
    const targetPath = join(folder, 'copy.txt')
    writeFileSync(targetPath, 'an older file that is longer')
    must(await copyOut({ original, sha256, targetPath }))
    await original.close()
    expect(readFileSync(targetPath, 'utf8')).toBe('SPECIMEN')
    expect(statSync(targetPath).mode & 0o200).toBe(0o200)
    expect(readdirSync(folder)).toEqual(['copy.txt'])
  })

  it('of a file that was changed in the vault leaves the target as it was', async () => {
    const { vault, sha256, original } = await stored('SPECIMEN')
    await original.close()
    const path = must(await vault.objects.pathOf(sha256))
    rmSync(path)
    writeFileSync(path, 'SPECIMEM')
    const changed = must(await vault.objects.open(sha256))
    const folder = freshFolder()
    const targetPath = join(folder, 'copy.txt')
    writeFileSync(targetPath, 'old')
    expect(await copyOut({ original: changed, sha256, targetPath })).toEqual({
      ok: false,
      code: 'object-changed'
    })
    await changed.close()
    expect(readFileSync(targetPath, 'utf8')).toBe('old')
    expect(readdirSync(folder)).toEqual(['copy.txt'])
  })

  it('into a folder that is gone says so by a code', async () => {
    const { original } = await stored('SPECIMEN')
    const targetPath = join(freshFolder(), 'gone', 'copy.txt')
    expect(await copyOut({ original, sha256: sha256Of('SPECIMEN'), targetPath })).toEqual({
      ok: false,
      code: 'vault-failed'
    })
    await original.close()
  })
})
