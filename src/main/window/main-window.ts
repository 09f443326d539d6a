import { BrowserWindow, nativeTheme, screen } from 'electron'
import { replaceFile } from '../atomic-write.ts'
import { APP_PAGE } from './origin.ts'
import { FIRST_SIZE, isReachable, LEAST_SIZE, readWindowState, type WindowState } from './window-state.ts'

/** `bar` and `ink` of the design's tokens: the system draws its window buttons onto our title bar. */
const TITLE_BAR = {
  light: { color: '#E2E6E4', symbolColor: '#17212B' },
  dark: { color: '#0B1014', symbolColor: '#E8EAE6' }
} as const
/** `desk`: what shows before the page has painted. */
const GROUND = { light: '#EBEEEC', dark: '#10161B' } as const
/** Height of the page's own title bar less its rule. */
const TITLE_BAR_HEIGHT = 39

export interface MainWindowOptions {
  readonly preload: string
  readonly statePath: string
  /** The size of the page; asked again after every load, since Chromium remembers one of its own by address. */
  readonly zoomPercent: () => number
}

/** A page that ends again so soon would end for ever. */
const SHORTEST_LIFE_MS = 10_000

/** Opens the one window at the place where it was left. Every security setting is written out, defaults included. */
export function openMainWindow({ preload, statePath, zoomPercent }: MainWindowOptions): BrowserWindow {
  const left = readWindowState(statePath)
  const displays = screen.getAllDisplays().map((display) => display.workArea)
  const place = left !== null && isReachable(left, displays) ? left : FIRST_SIZE
  const window = new BrowserWindow({
    ...place,
    minWidth: LEAST_SIZE.width,
    minHeight: LEAST_SIZE.height,
    show: false,
    title: 'Closeout',
    backgroundColor: GROUND[themeName()],
    titleBarStyle: 'hidden',
    titleBarOverlay: { ...TITLE_BAR[themeName()], height: TITLE_BAR_HEIGHT },
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      safeDialogs: true,
      spellcheck: false,
      webgl: false,
      plugins: false
    }
  })
  if (left?.isMaximized === true) window.maximize()
  window.once('ready-to-show', () => window.show())
  window.webContents.on('dom-ready', () => zoomTo(window, zoomPercent()))
  followTheme(window, zoomPercent)
  comeBack(window)
  rememberPlace(window, statePath)
  void window.loadURL(APP_PAGE)
  return window
}

function themeName(): 'light' | 'dark' {
  return nativeTheme.shouldUseDarkColors ? 'dark' : 'light'
}

/** Draws the page larger or smaller, and the system's buttons in its title bar along with it. */
export function zoomTo(window: BrowserWindow, percent: number): void {
  window.webContents.setZoomFactor(percent / 100)
  paintButtons(window, percent)
}

function paintButtons(window: BrowserWindow, percent: number): void {
  // macOS keeps its own traffic lights; there the call does not exist.
  if (process.platform === 'darwin') return
  const height = Math.round((TITLE_BAR_HEIGHT * percent) / 100)
  window.setTitleBarOverlay({ ...TITLE_BAR[themeName()], height })
}

function followTheme(window: BrowserWindow, zoomPercent: () => number): void {
  const repaint = () => {
    window.setBackgroundColor(GROUND[themeName()])
    paintButtons(window, zoomPercent())
  }
  nativeTheme.on('updated', repaint)
  window.once('closed', () => nativeTheme.off('updated', repaint))
}

/** A page that crashed is shown again: what was saved is in the vault, what was being typed in its own rows. */
function comeBack(window: BrowserWindow): void {
  let startedAt = Date.now()
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || Date.now() - startedAt < SHORTEST_LIFE_MS) return
    startedAt = Date.now()
    window.webContents.reload()
  })
}

function rememberPlace(window: BrowserWindow, statePath: string): void {
  window.on('close', () => {
    const state: WindowState = { ...window.getNormalBounds(), isMaximized: window.isMaximized() }
    // A size that cannot be remembered is no reason to trouble anyone who is closing a window.
    void replaceFile(statePath, Buffer.from(JSON.stringify(state))).catch(() => undefined)
  })
}
