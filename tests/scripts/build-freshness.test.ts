import { mkdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ensureBuilt } from '../../scripts/build-freshness.mjs'
import { temporaryFolder } from './temporary-folder.ts'

const CONFIG = `import { defineConfig } from 'electron-vite'
export default defineConfig({
  main: { build: { lib: { entry: ['src/main/index.js', 'src/main/closeout.js'], formats: ['es'] } } },
  preload: { build: { lib: { entry: 'src/preload/index.js', formats: ['cjs'], fileName: () => 'index.cjs' } } },
  renderer: { root: 'src/renderer', build: { rollupOptions: { input: 'src/renderer/index.html' } } }
})`

/** The smallest project with the outputs that count. */
async function project() {
  const folder = await temporaryFolder()
  const write = async (name: string, text: string) => {
    await mkdir(join(folder, name, '..'), { recursive: true })
    await writeFile(join(folder, name), text)
  }
  await write('package.json', '{ "name": "small", "type": "module", "main": "out/main/index.js" }')
  await write('electron.vite.config.ts', CONFIG)
  await write('src/main/index.js', `export const made = 'first'`)
  await write('src/main/closeout.js', `export {}`)
  await write('src/preload/index.js', `globalThis.ready = true`)
  await write('src/renderer/index.html', '<!doctype html><title>small</title>')
  await symlink(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'))
  const built = join(folder, 'out', 'main', 'index.js')
  return {
    folder,
    write,
    builtText: () => readFile(built, 'utf8'),
    builtAt: async () => (await stat(built)).mtimeMs
  }
}

describe('ensureBuilt', () => {
  it('builds what is missing and leaves what is fresh', async () => {
    const { folder, builtText, builtAt } = await project()
    await ensureBuilt(folder)
    expect(await builtText()).toContain('first')
    const before = await builtAt()
    await ensureBuilt(folder)
    expect(await builtAt()).toBe(before)
  })

  it('builds again after a source was changed, was removed, or an output is gone', async () => {
    const { folder, write, builtText, builtAt } = await project()
    await write('resources/note.txt', 'note')
    await ensureBuilt(folder)

    await write('src/main/index.js', `export const made = 'second'`)
    await ensureBuilt(folder)
    expect(await builtText()).toContain('second')

    const beforeRemoval = await builtAt()
    await rm(join(folder, 'resources', 'note.txt'))
    await ensureBuilt(folder)
    const afterRemoval = await builtAt()
    expect(afterRemoval).toBeGreaterThan(beforeRemoval)

    await rm(join(folder, 'out', 'renderer', 'index.html'))
    await ensureBuilt(folder)
    expect(await builtAt()).toBeGreaterThan(afterRemoval)
  })

  it('says what is wrong with a source, and builds as soon as it is mended', async () => {
    const { folder, write, builtText } = await project()
    await ensureBuilt(folder)
    await write('src/main/index.js', `export const made = `)
    await expect(ensureBuilt(folder)).rejects.toThrow(/src\/main\/index\.js[^]*The build failed\.$/)
    await expect(ensureBuilt(folder)).rejects.toThrow('The build failed.')
    await write('src/main/index.js', `export const made = 'third'`)
    await ensureBuilt(folder)
    expect(await builtText()).toContain('third')
  })
})
