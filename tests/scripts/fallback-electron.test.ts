import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { unpackElectron } from '../../scripts/fallback-electron.mjs'
import { storedZip, type ZipEntry } from './stored-zip.ts'
import { temporaryFolder } from './temporary-folder.ts'

async function unpacked(entries: readonly ZipEntry[]) {
  const parent = await temporaryFolder()
  const zip = join(parent, 'binary.zip')
  await writeFile(zip, storedZip(entries))
  const folder = join(parent, 'electron')
  return { parent, folder, done: unpackElectron(zip, folder) }
}

describe('unpackElectron', () => {
  it("takes Electron's files under their own names and leaves the app it was packed with", async () => {
    const { folder, done } = await unpacked([
      { name: 'Cypress/', mode: 0o40755 },
      { name: 'Cypress/resources/', mode: 0o40755 },
      { name: 'Cypress/resources/app/index.js', content: 'another app' },
      { name: 'Cypress/resources/app-update.yml' },
      { name: 'Cypress/browser_v8_context_snapshot.bin' },
      { name: 'Cypress/Cypress', mode: 0o100755, content: 'program' },
      { name: 'Cypress/locales/ru.pak', content: 'слова' },
      { name: 'readme.txt' }
    ])
    await done
    expect((await readdir(folder, { recursive: true })).sort()).toEqual([
      'electron',
      'locales',
      'locales/ru.pak'
    ])
    expect(await readFile(join(folder, 'locales', 'ru.pak'), 'utf8')).toBe('слова')
    expect((await stat(join(folder, 'electron'))).mode & 0o777).toBe(0o755)
    expect((await stat(join(folder, 'locales', 'ru.pak'))).mode & 0o777).toBe(0o644)
  })

  it.each(['Cypress/../../outside', '/outside', 'Cypress\\..\\outside'])(
    'refuses the name %s',
    async (name) => {
      const { parent, done } = await unpacked([{ name, content: 'x' }])
      await expect(done).rejects.toThrow()
      expect(await readdir(parent)).toEqual(['binary.zip'])
    }
  )

  it('refuses a zip that is cut short', async () => {
    const parent = await temporaryFolder()
    const zip = storedZip([{ name: 'Cypress/Cypress', content: 'program' }])
    await writeFile(join(parent, 'cut.zip'), zip.subarray(0, -30))
    await expect(unpackElectron(join(parent, 'cut.zip'), join(parent, 'electron'))).rejects.toThrow()
  })
})
