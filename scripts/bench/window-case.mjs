// The same pack from the window and from the command line: what the app around the engine costs a person.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { electronRuntime } from '../electron-runtime.mjs'
import { PROJECT } from '../script.mjs'
import { CLOSEOUT, closeoutPack, keptBag, newBag, removePack } from './closeout-pack.mjs'
import { makeTextPdfs, PAGES_PER_PDF } from './inputs.mjs'
import { processesOf, watchMemory } from './measure.mjs'
import { scaled } from './pack-cases.mjs'
import { nextChange } from './page-clock.mjs'
import { ask, expectPages } from './tools.mjs'
import { withApp } from './with-app.mjs'

/** The window may take so much longer than the command line: start of its process, sending, drawing. */
const MORE_SECONDS = 0.3
const WAIT = { timeout: 120_000 }

/** @type {import('./pack-cases.mjs').Case} */
export const WINDOW_CASE = {
  name: 'window',
  what: 'the same record pack from the window, from the click until it says that it is ready',
  prepare: async (work, scale) => {
    const { executable, version } = await electronRuntime()
    const count = scaled(100, scale)
    const pages = count * PAGES_PER_PDF
    const folder = join(work, 'input')
    await mkdir(folder, { recursive: true })
    const files = await makeTextPdfs(folder, count)
    const bag = join(work, 'bag')
    await newBag(bag)
    await ask(CLOSEOUT[0] ?? '', [...CLOSEOUT.slice(1), 'add', bag, '--category', 'payments', ...files])
    const restore = await keptBag(bag, join(work, 'kept'))
    const profile = join(work, 'profile')
    await mkdir(profile, { recursive: true })
    // Of somebody who has used the app before: no welcome.
    const settings = { language: 'en', theme: 'light', hasSeenWelcome: true }
    await writeFile(join(profile, 'settings.json'), JSON.stringify(settings))
    const app = { executable, folder: PROJECT, profile }
    await importBag(app, bag)
    const line = { bag, target: join(work, 'line.pdf'), pages, restore, recipient: 'self' }
    return {
      about: `${count} files, ${pages} pages, Electron ${version}`,
      contenders: [
        windowExport(app, join(work, 'window.pdf'), pages),
        { ...closeoutPack({ ...line, who: 'command line' }), goalMoreSeconds: MORE_SECONDS }
      ]
    }
  }
}

/** @param {import('./with-app.mjs').App} app @param {string} bag */
function importBag(app, bag) {
  return withApp(app, async (page, electron) => {
    await electron.evaluate(({ dialog }, path) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] })
    }, bag)
    await page.getByRole('button', { name: /folder$/i }).click()
    await page.getByRole('link', { name: 'Export pack' }).waitFor(WAIT)
  })
}

/**
 * @param {import('./with-app.mjs').App} app
 * @param {string} target
 * @param {number} pages of the exhibits alone
 * @returns {import('./pack-cases.mjs').Contender}
 */
function windowExport(app, target, pages) {
  return {
    who: 'closeout',
    needs: null,
    goalMb: 200,
    run: () =>
      withApp(app, async (page, electron) => {
        await electron.evaluate(({ dialog }, path) => {
          dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path })
        }, target)
        await page.locator('main ul > li[aria-posinset] a').first().click()
        await page.getByRole('link', { name: 'Export pack' }).click()
        const button = page.getByRole('button', { name: /^Export \d/ })
        await button.waitFor(WAIT)
        const pid = electron.process().pid ?? 0
        // Of the process that makes the pack alone: it begins with the export.
        const memory = watchMemory(pid, new Set(processesOf(pid)))
        const made = page.evaluate(nextChange, { on: 'click', until: 'pack' })
        await button.click()
        const seconds = (await made) / 1000
        return { seconds, peakMb: memory.stop(), output: '' }
      }),
    verify: async () => {
      const sum = (await readFile(`${target}.sha256`, 'utf8')).slice(0, 64)
      if (!(await ask('sha256sum', [target])).startsWith(sum)) throw new Error('the pack has another SHA-256')
      const counted = Number(await ask('qpdf', ['--show-npages', target]))
      if (counted <= pages) throw new Error(`the pack has ${counted} pages for ${pages} of its exhibits`)
      await expectPages(target, { pages: counted })
    },
    tidy: async () => {
      await removePack(target)
      await rm(join(app.profile, 'Crashpad'), { recursive: true, force: true })
    }
  }
}
