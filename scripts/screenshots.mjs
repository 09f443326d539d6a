// Makes the README's pictures and its sample pack anew from the sample dossier, in the real app.
// `--every FOLDER` takes every screen in three languages, both themes and both window sizes instead, for looking at;
// `--language`, `--theme` and `--screen` (several times) pick among them.
import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ensureBuilt } from './build-freshness.mjs'
import { electronRuntime } from './electron-runtime.mjs'
import { launchAttached } from './launch-attached.mjs'
import { PROJECT, runScript } from './script.mjs'
import { ensureSystem, withDisplay } from './system.mjs'

const LANGUAGES = /** @type {const} */ (['zh-CN', 'ru', 'en'])
const THEMES = /** @type {const} */ (['light', 'dark'])
const SIZES = [
  { width: 1440, height: 900 },
  { width: 1100, height: 720 }
]

/** Places within a dossier: the seven steps, the four precautions and the other tabs. */
const IN_DOSSIER = [
  ...['account', 'identity', 'contact', 'payments', 'agreement', 'equipment', 'confirmation'],
  ...['backup', 'terms', 'evidence', 'services']
].map((step) => ({ name: step, place: `steps/${step}` }))
const TABS = ['exhibits', 'ledger', 'contacts', 'timeline', 'readiness', 'pack'].map((tab) => ({
  name: tab === 'contacts' ? 'contact-log' : tab,
  place: tab
}))

/** Screens by name, as addresses. `exhibit` is the first one that is a PDF. */
const SCREENS = [
  { name: 'home', path: () => '#/' },
  ...[...IN_DOSSIER, ...TABS].map(({ name, place }) => ({
    name,
    path: (/** @type {Sample} */ { id }) => `#/dossiers/${id}/${place}`
  })),
  { name: 'exhibit', path: (/** @type {Sample} */ { id, pdf }) => `#/dossiers/${id}/exhibits/${pdf}` },
  {
    name: 'picture',
    path: (/** @type {Sample} */ { id, picture }) => `#/dossiers/${id}/exhibits/${picture}`
  },
  { name: 'settings', path: () => '#/settings' },
  { name: 'operators', path: () => '#/settings/operators' },
  { name: 'operator', path: () => '#/settings/operators/of/mts' },
  { name: 'law', path: () => '#/settings/operators/law' },
  { name: 'welcome', path: () => '#/welcome' }
]
const README_SCREENS = ['home', 'payments', 'timeline', 'readiness', 'exhibit', 'pack']

/** @typedef {{ id: string, pdf: string, picture: string }} Sample */

const OPTIONS = /** @type {const} */ ({
  every: { type: 'string' },
  language: { type: 'string' },
  theme: { type: 'string' },
  screen: { type: 'string', multiple: true }
})

/** @param {string[]} args */
async function screenshots(args) {
  const { values } = parseArgs({ args, options: OPTIONS })
  const { executable } = await electronRuntime()
  await ensureSystem({ executable })
  await ensureBuilt()
  await withDisplay(async (env) => {
    const folder = values.every ?? join(PROJECT, 'docs')
    await mkdir(folder, { recursive: true })
    if (values.every === undefined) {
      await shoot({ executable, env, language: 'en', theme: 'light', folder, screens: README_SCREENS })
      await makeSamplePack(join(folder, 'sample-pack.pdf'))
    } else {
      for (const language of LANGUAGES.filter((one) => one === (values.language ?? one)))
        for (const theme of THEMES.filter((one) => one === (values.theme ?? one)))
          await shoot({ executable, env, language, theme, folder, screens: values.screen, every: true })
    }
  })
  return 0
}

/**
 * @param {{ executable: string, env: NodeJS.ProcessEnv, language: typeof LANGUAGES[number],
 *   theme: typeof THEMES[number], folder: string, screens?: string[] | undefined, every?: boolean }} run
 */
async function shoot({ executable, env, language, theme, folder, screens, every = false }) {
  const userData = await mkdtemp(join(tmpdir(), 'closeout-screenshots-'))
  await writeFile(join(userData, 'settings.json'), JSON.stringify({ language, theme, hasSeenWelcome: true }))
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const app = await launchAttached({
    executablePath: executable,
    args: root,
    env: { ...env, CLOSEOUT_USER_DATA: userData }
  })
  try {
    const page = await app.firstWindow()
    await page.waitForFunction(() => document.querySelector('h1') !== null)
    if (every)
      await shootSizes(app, page, async (suffix) =>
        shot(page, join(folder, `start-${language}-${theme}-${suffix}.png`))
      )
    // The second way in of the empty home.
    await page.locator('main li button').nth(1).click()
    await page.waitForURL(/#\/dossiers\//)
    const sample = await page.evaluate(readSample)
    for (const { name, path } of SCREENS) {
      if (screens !== undefined && !screens.includes(name)) continue
      await page.evaluate((hash) => (location.hash = hash), path(sample))
      if (every)
        await shootSizes(app, page, async (suffix) =>
          shot(page, join(folder, `${name}-${language}-${theme}-${suffix}.png`))
        )
      else {
        await resize(app, SIZES[0] ?? { width: 1440, height: 900 })
        await shot(page, join(folder, `${name}.png`))
      }
    }
  } finally {
    await app.close()
    await rm(userData, { recursive: true, force: true, maxRetries: 10 })
  }
}

/** Runs in the page. */
async function readSample() {
  /** @type {import('../src/shared/bridge/bridge.ts').Bridge<File>} */
  const bridge = Reflect.get(window, 'bridge')
  const { stored } = await bridge.listDossiers()
  const answer = await bridge.readDossier({ id: stored[0]?.id ?? '' })
  if (!answer.ok) throw new Error(answer.code)
  const { id, exhibits } = answer.value
  /** @param {string} mediaType */
  const first = (mediaType) => exhibits.find((exhibit) => exhibit.file.mediaType === mediaType)?.id ?? ''
  return { id, pdf: first('application/pdf'), picture: first('image/jpeg') }
}

/**
 * @param {import('playwright').ElectronApplication} app
 * @param {import('playwright').Page} page
 * @param {(suffix: string) => Promise<void>} take
 */
async function shootSizes(app, page, take) {
  for (const size of SIZES) {
    await resize(app, size)
    await page.waitForFunction((width) => window.innerWidth === width, size.width)
    await take(String(size.width))
  }
}

/**
 * @param {import('playwright').ElectronApplication} app
 * @param {{ width: number, height: number }} size
 */
async function resize(app, size) {
  await app.evaluate(({ BrowserWindow }, { width, height }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(width, height)
  }, size)
}

/** Far more looks than any screen needs to settle. */
const MOST_LOOKS = 120

/**
 * A picture once nothing moves or loads any more: pages of PDFs and thumbnails are drawn one after another,
 * so it is taken when three looks in a row are the same.
 *
 * @param {import('playwright').Page} page
 * @param {string} path
 */
async function shot(page, path) {
  await page.evaluate(() => document.fonts.ready)
  await page.mouse.move(0, 0)
  let last = await page.screenshot({ animations: 'disabled' })
  for (let look = 0, same = 0; look < MOST_LOOKS && same < 2; look += 1) {
    const next = await page.screenshot({ animations: 'disabled' })
    const isBusy = await page.evaluate(() => document.querySelector('[aria-busy="true"]') !== null)
    same = !isBusy && next.equals(last) ? same + 1 : 0
    last = next
  }
  await writeFile(path, last)
}

/** @param {string} target */
async function makeSamplePack(target) {
  const folder = await mkdtemp(join(tmpdir(), 'closeout-sample-'))
  try {
    const closeout = (/** @type {string[]} */ ...args) =>
      execFileSync(process.execPath, [join(PROJECT, 'scripts', 'closeout.mjs'), ...args], {
        stdio: 'inherit'
      })
    closeout('sample', join(folder, 'dossier'), '--screen-language', 'ru')
    closeout(
      'pack',
      join(folder, 'dossier'),
      '--out',
      target,
      '--language',
      'ru',
      '--replace',
      '--no-checksum-file'
    )
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

await runScript(screenshots)
