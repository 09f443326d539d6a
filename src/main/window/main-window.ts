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
}

/** Opens the one window at the place where it was left. Every security setting is written out, defaults included. */
export function openMainWindow({ preload, statePath }: MainWindowOptions): BrowserWindow {
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
  followTheme(window)
  rememberPlace(window, statePath)
  void window.loadURL(APP_PAGE)
  return window
}

function themeName(): 'light' | 'dark' {
  return nativeTheme.shouldUseDarkColors ? 'dark' : 'light'
}

function followTheme(window: BrowserWindow): void {
  const repaint = () => {
    window.setBackgroundColor(GROUND[themeName()])
    // macOS keeps its own traffic lights; there the call does not exist.
    if (process.platform !== 'darwin') {
      window.setTitleBarOverlay({ ...TITLE_BAR[themeName()], height: TITLE_BAR_HEIGHT })
    }
  }
  nativeTheme.on('updated', repaint)
  window.once('closed', () => nativeTheme.off('updated', repaint))
}

function rememberPlace(window: BrowserWindow, statePath: string): void {
  window.on('close', () => {
    const state: WindowState = { ...window.getNormalBounds(), isMaximized: window.isMaximized() }
    // A size that cannot be remembered is no reason to trouble anyone who is closing a window.
    void replaceFile(statePath, Buffer.from(JSON.stringify(state))).catch(() => undefined)
  })
}
