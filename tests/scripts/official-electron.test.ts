import { mkdir, readdir, readFile, utimes, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { executableName, officialElectron } from '../../scripts/official-electron.mjs'
import { temporaryFolder } from './temporary-folder.ts'

const DOWNLOADS = `
  const { mkdirSync, writeFileSync } = require('node:fs')
  const { dirname, join } = require('node:path')
  const executable = join(__dirname, 'dist', require('a-dependency'))
  mkdirSync(dirname(executable), { recursive: true })
  writeFileSync(executable, 'binary')`

const FAILS = `console.error('\\nTypeError: fetch failed\\n    at somewhere'); process.exit(1)`

/** A project with an `electron` package like the real one: an install script that unpacks into its own folder. */
async function project(installScript: string) {
  const folder = await temporaryFolder()
  const electronPackage = join(folder, 'node_modules', 'electron')
  const dependency = join(folder, 'node_modules', 'a-dependency')
  await mkdir(electronPackage, { recursive: true })
  await mkdir(dependency)
  await writeFile(join(dependency, 'index.js'), `module.exports = ${JSON.stringify(executableName())}`)
  await writeFile(join(electronPackage, 'package.json'), '{ "name": "electron", "version": "45.4.1" }')
  await writeFile(join(electronPackage, 'install.js'), installScript)
  const said: string[] = []
  const options = {
    electronPackage,
    cache: join(folder, 'cache'),
    rememberFailure: true,
    say: (line: string) => void said.push(line)
  }
  return { options, said }
}

describe('officialElectron', () => {
  it('downloads into the cache, leaving the package as it was', async () => {
    const { options } = await project(DOWNLOADS)
    const dist = await officialElectron(options)
    expect(dist).toBe(join(options.cache, `electron-45.4.1-${process.platform}-${process.arch}`))
    expect(await readFile(join(dist!, executableName()), 'utf8')).toBe('binary')
    expect(await readdir(options.electronPackage)).toEqual(['install.js', 'package.json'])
  })

  it('takes the cached one the next time, also where nothing can be downloaded any more', async () => {
    const { options, said } = await project(DOWNLOADS)
    const first = await officialElectron(options)
    await writeFile(join(options.electronPackage, 'install.js'), FAILS)
    expect(await officialElectron(options)).toBe(first)
    expect(said).toEqual(['Downloading Electron 45.4.1 …'])
  })

  it('takes one that the package has unpacked itself', async () => {
    const { options } = await project(FAILS)
    const dist = join(options.electronPackage, 'dist')
    await mkdir(dirname(join(dist, executableName())), { recursive: true })
    await writeFile(join(dist, executableName()), 'binary')
    await writeFile(join(dist, 'version'), '45.4.1')
    expect(await officialElectron(options)).toBeNull()
    await writeFile(join(options.electronPackage, 'path.txt'), executableName())
    expect(await officialElectron(options)).toBe(dist)
    await writeFile(join(dist, 'version'), '44.0.0')
    expect(await officialElectron(options)).toBeNull()
  })

  it('names a failure in one line and does not try again for six hours', async () => {
    const { options, said } = await project(FAILS)
    expect(await officialElectron(options)).toBeNull()
    expect(said.at(-1)).toBe('Official Electron 45.4.1 cannot be downloaded: TypeError: fetch failed')
    expect(await readdir(options.cache)).toEqual(['electron-45.4.1-download-failed'])

    await writeFile(join(options.electronPackage, 'install.js'), DOWNLOADS)
    expect(await officialElectron(options)).toBeNull()
    expect(said.at(-1)).toContain('not tried now')

    const note = join(options.cache, 'electron-45.4.1-download-failed')
    const sixHoursAgo = Date.now() / 1000 - 6 * 60 * 60 - 1
    await utimes(note, sixHoursAgo, sixHoursAgo)
    expect(await officialElectron(options)).not.toBeNull()
    expect(await readdir(options.cache)).not.toContain('electron-45.4.1-download-failed')
  })

  it('tries at once when asked not to remember, and after the clock was set back', async () => {
    const { options } = await project(FAILS)
    expect(await officialElectron(options)).toBeNull()
    await writeFile(join(options.electronPackage, 'install.js'), DOWNLOADS)
    const tomorrow = Date.now() / 1000 + 24 * 60 * 60
    await utimes(join(options.cache, 'electron-45.4.1-download-failed'), tomorrow, tomorrow)
    expect(await officialElectron(options)).not.toBeNull()
  })

  it('does not take an install script at its word', async () => {
    const { options } = await project(
      `require('node:fs').mkdirSync(require('node:path').join(__dirname, 'dist'))`
    )
    expect(await officialElectron(options)).toBeNull()
  })
})
