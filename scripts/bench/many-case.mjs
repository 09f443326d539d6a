// Ten thousand dossiers in the real app: how long a person waits, by the clock of the page itself.
import { readFileSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { electronRuntime } from '../electron-runtime.mjs'
import { PROJECT } from '../script.mjs'
import { EXHIBITS_EACH, makeManyVault } from './many-vault.mjs'
import { drawn, nextChange, paintedAt, timesOfKeys, watchKeys } from './page-clock.mjs'
import { scaled } from './pack-cases.mjs'
import { withApp } from './with-app.mjs'

const DOSSIERS = 10_000
const TIMES = 32
/** Typed letter by letter and taken back again, each letter when the one before is drawn: faster than anybody types. */
const QUERIES = ['wang yutong', '916 000', 'Чэнь', 'sp-00042', '若溪']

/**
 * @typedef {object} Wait
 * @property {string} what
 * @property {number} p50
 * @property {number} p95
 * @property {string} unit
 * @property {string} goal
 */

/**
 * @param {string} work
 * @param {number} scale
 * @param {number} rounds
 * @param {(line: string) => void} say
 * @returns {Promise<Wait[]>}
 */
export async function measureMany(work, scale, rounds, say) {
  const { executable, version } = await electronRuntime()
  const count = scaled(DOSSIERS, scale)
  const profile = join(work, 'profile')
  await mkdir(profile, { recursive: true })
  await makeManyVault(join(profile, 'vault'), count)
  // Of somebody who has used the app before: no welcome.
  await writeFile(
    join(profile, 'settings.json'),
    JSON.stringify({ language: 'en', theme: 'light', hasSeenWelcome: true })
  )
  say(`\nmany: ${count} dossiers with ${EXHIBITS_EACH} exhibits each, Electron ${version}, ${rounds} rounds`)
  const app = { executable, folder: PROJECT, profile }
  const rebuiltMs = await rebuild(app, count)

  /** @type {Record<'list' | 'empty', number[]>} */
  const starts = { list: [], empty: [] }
  const empty = {
    executable,
    folder: join(PROJECT, 'scripts/bench/empty-window'),
    profile: join(work, 'empty')
  }
  // As in the other cases: a round more than is counted warms what the system keeps in memory.
  for (let round = 0; round <= rounds; round += 1) {
    const [list, none] = [await startOf(app, listed), await startOf(empty, paintedAt)]
    if (round === 0) continue
    starts.list.push(list)
    starts.empty.push(none)
  }
  const used = await use(app, count)
  const ratio = quantile(starts.list, 0.5) / quantile(starts.empty, 0.5)
  return [
    wait('start to usable list', starts.list, 'ms', `${ratio.toFixed(2)} of an empty window's, goal 2`),
    wait('start of an empty window', starts.empty, 'ms', ''),
    wait('all rows read anew from the vault', [rebuiltMs], 'ms', ''),
    wait('search, one letter', used.search, 'ms', 'goal p95 50'),
    wait('open a dossier', used.open, 'ms', 'goal p95 100'),
    wait('save a field', used.save, 'ms', ''),
    wait('memory of the page', [used.memoryMb], 'MB', 'goal 400')
  ]
}

/** @typedef {import('./with-app.mjs').App} App */

/** @param {App} app @param {() => Promise<number>} moment runs in the page, answers as `Date.now()` counts */
function startOf(app, moment) {
  return withApp(app, async (page, _electron, startedAt) => (await page.evaluate(moment)) - startedAt)
}

/** Runs in the page: when the list was drawn and could be used. @returns {Promise<number>} */
function listed() {
  return new Promise((resolve) => {
    const look = () => {
      const [mark] = performance.getEntriesByName('list-usable')
      if (mark === undefined) setTimeout(look, 20)
      else resolve(performance.timeOrigin + mark.startTime)
    }
    look()
  })
}

/** The first start: no row is there yet. @param {App} app @param {number} count */
function rebuild(app, count) {
  return withApp(app, async (page, _electron, startedAt) => {
    await page.locator('main .note[role=status]').waitFor({ timeout: count * 60 + 60_000 })
    return Date.now() - startedAt
  })
}

/** @param {App} app @param {number} count */
function use(app, count) {
  return withApp(app, async (page, electron) => {
    await page.evaluate(listed)
    const search = await searchTimes(page)
    const { open, save } = await openAndSaveTimes(page, count)
    return { search, open, save, memoryMb: await pageMemoryMb(electron) }
  })
}

/** @param {import('playwright').Page} page */
async function searchTimes(page) {
  const field = page.getByRole('search').getByRole('textbox')
  await field.focus()
  await page.evaluate(watchKeys)
  for (const query of QUERIES) {
    for (const letter of query) {
      await page.keyboard.type(letter)
      await page.evaluate(drawn)
    }
    const shown = await page.locator('main ul > li[aria-posinset]').count()
    if (shown > 60) throw new Error('the list is drawn whole, not only what can be seen')
    for (let left = query.length; left > 0; left -= 1) {
      await page.keyboard.press('Backspace')
      await page.evaluate(drawn)
    }
  }
  return page.evaluate(timesOfKeys)
}

/** @param {import('playwright').Page} page @param {number} count */
async function openAndSaveTimes(page, count) {
  /** @type {Record<'open' | 'save', number[]>} */
  const times = { open: [], save: [] }
  for (let nth = 0; nth < TIMES + 1; nth += 1) {
    const at = Math.floor((nth * count) / (TIMES + 1) / 2)
    const row = await scrolledTo(page, at)
    const opened = page.evaluate(nextChange, { on: 'click', until: 'form' })
    await row.click()
    const openMs = await opened
    const field = page.locator('main form input[type=text]').first()
    await field.fill(`SPECIMEN ${nth}`)
    const saved = page.evaluate(nextChange, { on: 'focusout', until: 'saved' })
    await field.blur()
    const saveMs = await saved
    // The first one loads the screens of a dossier, which every later one finds loaded.
    if (nth > 0) {
      times.open.push(openMs)
      times.save.push(saveMs)
    }
    await page.evaluate(() => void (location.hash = '#/'))
    await page.locator('main [data-place], main ul > li[aria-posinset]').first().waitFor()
  }
  return times
}

/** The row of that place in the list, scrolled to as a person would. @param {import('playwright').Page} page @param {number} at */
async function scrolledTo(page, at) {
  await page.evaluate((index) => {
    const scroller = document.querySelector('[data-scroller]')
    const list = document.querySelector('main ul[aria-label] > li[aria-posinset]')?.parentElement
    if (scroller === null || list == null) throw new Error('there is no list')
    scroller.scrollTop = list.offsetTop + index * 66
  }, at)
  const row = page.locator('main ul > li[aria-posinset] a').nth(10)
  await row.waitFor()
  return row
}

/** The most the page's process ever held. @param {import('playwright').ElectronApplication} electron */
async function pageMemoryMb(electron) {
  const pid = await electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId()
  )
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) / 1024
}

/** @param {string} what @param {readonly number[]} values @param {string} unit @param {string} goal @returns {Wait} */
function wait(what, values, unit, goal) {
  return { what, p50: quantile(values, 0.5), p95: quantile(values, 0.95), unit, goal }
}

/** @param {readonly number[]} values @param {number} part */
function quantile(values, part) {
  const sorted = [...values].sort((a, b) => a - b)
  return Number(
    (sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * part) - 1)] ?? Number.NaN).toFixed(1)
  )
}
