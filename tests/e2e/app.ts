import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ElectronApplication, Page } from 'playwright'
import { onTestFinished } from 'vitest'
import { launchAttached } from '../../scripts/launch-attached.mjs'
import type { Bridge } from '../../src/shared/bridge/bridge.ts'

/** What the preload puts into the page. */
declare global {
  interface Window {
    readonly bridge: Bridge<File>
  }
}

export const PROJECT = fileURLToPath(new URL('../..', import.meta.url))

/** Found once by the test command; asked for here when one file is run alone. */
const executablePath =
  process.env['CLOSEOUT_ELECTRON'] ??
  execFileSync('node', [join(PROJECT, 'scripts/electron-runtime.mjs')], { encoding: 'utf8' }).trim()

export interface RunningApp {
  readonly app: ElectronApplication
  readonly page: Page
  readonly userData: string
  /** Ends it the polite way. */
  readonly quit: () => Promise<void>
  /** Ends it as a power cut would, its helper processes included. */
  readonly kill: () => Promise<void>
}

export interface LaunchOptions {
  /** A profile to go on with; a fresh one otherwise. */
  readonly userData?: string
  readonly language?: 'zh-CN' | 'ru' | 'en'
  readonly size?: WindowSize
  /** Begin with the pages of the first start, which every other test has behind it. */
  readonly isFirstRun?: boolean
}

export interface WindowSize {
  readonly width: number
  readonly height: number
}

/** Gives the window a size and waits until the page has it. */
export async function resize(app: ElectronApplication, page: Page, size: WindowSize): Promise<void> {
  await app.evaluate(({ BrowserWindow }, { width, height }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(width, height)
  }, size)
  await page.waitForFunction((width) => window.innerWidth === width, size.width)
}

/** A folder that is gone after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'closeout-e2e-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 10 }))
  return folder
}

/** Starts the built app in a real window. */
export async function launch({
  userData = temporaryFolder(),
  language = 'en',
  size,
  isFirstRun = false
}: LaunchOptions = {}): Promise<RunningApp> {
  if (!isFirstRun) leaveWelcomeBehind(userData)
  const isRoot = process.getuid?.() === 0
  const app = await launchAttached({
    executablePath,
    args: [...(isRoot ? ['--no-sandbox'] : []), `--lang=${language}`],
    env: {
      ...process.env,
      CLOSEOUT_USER_DATA: userData,
      LANGUAGE: language,
      LANG: `${language.replace('-', '_')}.UTF-8`
    }
  })
  const page = await app.firstWindow()
  if (size !== undefined) await resize(app, page, size)
  const child = app.process()
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const kill = async () => {
    endGroup(child.pid)
    await ended
  }
  const quit = async () => {
    // Playwright waits until every helper process has let go of the app's output as well; the app's own end is enough.
    await inTime(Promise.race([app.close(), ended]), () => `the app did not quit:\n${processesOf(child.pid)}`)
    await kill()
  }
  onTestFinished(kill)
  return { app, page, userData, quit, kill }
}

/** The whole group: Chromium's helper processes would outlive the app by a moment and still write. */
function endGroup(leader: number | undefined): void {
  try {
    if (leader !== undefined) process.kill(-leader, 'SIGKILL')
  } catch (error) {
    // All of them have ended already.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

function processesOf(leader: number | undefined): string {
  const columns = 'pid,stat,wchan:20,etime,args'
  return spawnSync('ps', ['-g', String(leader), '-o', columns], { encoding: 'utf8' }).stdout
}

/** Says what was waited for, which the runner's own limit would not. */
async function inTime<Value>(work: Promise<Value>, complaint: () => string): Promise<Value> {
  let limit: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    limit = setTimeout(() => reject(new Error(complaint())), 30_000)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(limit)
  }
}

/** Settings of a profile that has been used before. */
function leaveWelcomeBehind(userData: string): void {
  const path = join(userData, 'settings.json')
  if (!existsSync(path)) writeFileSync(path, JSON.stringify({ language: 'system', theme: 'system' }))
}

/** Answers the next "open" dialogs with these paths: the system's own dialog cannot be driven by a test. */
export async function answerOpenDialog(
  app: ElectronApplication,
  filePaths: readonly string[]
): Promise<void> {
  await app.evaluate(
    ({ dialog }, paths) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: paths.length === 0, filePaths: paths })
    },
    [...filePaths]
  )
}

/** Answers the next "save" dialogs with this path. */
export async function answerSaveDialog(app: ElectronApplication, filePath: string): Promise<void> {
  await app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path })
  }, filePath)
}
