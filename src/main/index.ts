import { randomUUID } from 'node:crypto'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { app, type BrowserWindow, Menu, nativeTheme, protocol, session } from 'electron'
import { chooseLanguage, type Settings } from '../shared/domain/settings.ts'
import { appHandlers } from './ipc/app-handlers.ts'
import { dossierHandlers } from './ipc/dossier-handlers.ts'
import { dueHandlers } from './ipc/due-handlers.ts'
import { exhibitHandlers } from './ipc/exhibit-handlers.ts'
import { handleAll, type Handlers } from './ipc/handle.ts'
import { operatorHandlers } from './ipc/operator-handlers.ts'
import { recipientHandlers } from './ipc/recipient-handlers.ts'
import { packHandlers } from './ipc/pack-handlers.ts'
import { statementHandlers } from './ipc/statement-handlers.ts'
import { readLawRules } from './law-rules.ts'
import { log } from './log.ts'
import { openRecipientBook } from './recipients/recipient-book.ts'
import { openOperatorBook } from './operators/operator-book.ts'
import { createOpenedStatements } from './opened-statements.ts'
import { createPackRuns } from './pack-runs.ts'
import { createRunningJobs } from './running-jobs.ts'
import { readSettings } from './settings-file.ts'
import { createUnfinishedPacks } from './unfinished-packs.ts'
import { openVault } from './vault/vault.ts'
import { serveApp } from './window/app-protocol.ts'
import { fileDialogs } from './window/file-dialogs.ts'
import { cutNetworkSwitches, lockContents, lockSession } from './window/lock-down.ts'
import { openMainWindow, zoomTo } from './window/main-window.ts'
import { createSettling } from './window/settling.ts'
import { showStartFailure } from './window/start-failure.ts'
import { serveVault, type VaultProtocol } from './window/vault-protocol.ts'

// An own profile for tests and for a second, separate set of dossiers.
const profile = process.env['CLOSEOUT_USER_DATA']
if (profile !== undefined && profile !== '') app.setPath('userData', profile)

// Chromium has no sandbox for root, as in a container; asking for one there all the same ends the app at once.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
cutNetworkSwitches(app)
// Read by the page's processes only. Ten thousand dossiers lie in 25 MB; V8 lets garbage grow by the room it believes it
// has, so that with its own limit of 4 GB the page held 408 MB after thirty dossiers, with this one 253.
app.commandLine.appendSwitch('js-flags', '--max-old-space-size=512')
lockContents(app)
protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  {
    scheme: 'vault',
    privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, corsEnabled: true }
  }
])

let window: BrowserWindow | null = null

function mainWindow(): BrowserWindow {
  if (window === null) throw new Error('there is no window')
  return window
}

const now = () => new Date().toISOString()
/** The day on the user's own wall: the Swedish way of writing it is the ISO one. */
const today = () => new Intl.DateTimeFormat('sv-SE').format(new Date())

/**
 * The window opens first, and the vault when its page asks for the first time: until then main has one thing to do,
 * which is to hand the page its files.
 */
async function start(): Promise<void> {
  const userData = app.getPath('userData')
  const settingsPath = join(userData, 'settings.json')

  lockSession(session.defaultSession)
  serveApp(session.defaultSession.protocol, join(app.getAppPath(), 'out', 'renderer'))
  const vaultProtocol = serveVault(session.defaultSession.protocol)
  if (process.platform !== 'darwin') Menu.setApplicationMenu(null)

  const settings = await readSettings(settingsPath)
  let { zoomPercent } = settings
  nativeTheme.themeSource = settings.theme
  const settling = createSettling()
  const openWindow = () => {
    window = openMainWindow({
      preload: join(import.meta.dirname, '..', 'preload', 'index.cjs'),
      statePath: join(userData, 'window.json'),
      zoomPercent: () => zoomPercent
    })
    settling.guard(window)
    window.once('closed', () => (window = null))
  }
  let services: ReturnType<typeof openServices> | null = null
  let handlers: Promise<Handlers> | null = null
  const side: WindowSide = {
    settled: settling.settled,
    protocol: vaultProtocol,
    onSettings: (changed) => {
      zoomPercent = changed.zoomPercent
      if (window !== null) zoomTo(window, zoomPercent)
    }
  }
  const open = async () => {
    services = openServices({ userData, settingsPath })
    const opened = await services
    return opened === null ? new Promise<never>(() => undefined) : handlersOf(opened, side)
  }
  handleAll(
    () => (handlers ??= open().catch(endAsFailed)),
    (contents) => contents === window?.webContents
  )
  openWindow()
  app.on('activate', () => window ?? openWindow())
  leaveTidily(async () => {
    // Before the vault closes: what the page still holds goes into it.
    if (window !== null) await settling.settle(window)
    const opened = await services
    if (opened === null) return
    await opened.jobs.cancelAll()
    await opened.vault.close()
    await rm(opened.previewFolder, { recursive: true, force: true })
  })
}

type Services = NonNullable<Awaited<ReturnType<typeof openServices>>>

/** Everything the page can ask for stands on these; null = the vault was not opened, and the app ends. */
async function openServices({ userData, settingsPath }: { userData: string; settingsPath: string }) {
  // Outside a package the files stand where the build leaves them.
  const assets = app.isPackaged ? process.resourcesPath : app.getAppPath()
  const resourcesFolder = join(assets, 'resources')
  const fontsFolder = app.isPackaged ? join(assets, 'fonts') : join(assets, 'out', 'fonts')
  const previewFolder = join(userData, 'preview')
  const systemLanguages = app.getPreferredSystemLanguages()
  const screenLanguage = async () => {
    const { language } = await readSettings(settingsPath)
    return language === 'system' ? chooseLanguage(systemLanguages) : language
  }
  const vaultOpened = await openVault(join(userData, 'vault'), { now })
  if (!vaultOpened.ok) {
    await log.error(`vault not opened: ${vaultOpened.code}`)
    window?.destroy()
    await showStartFailure(vaultOpened.code, await screenLanguage(), join(userData, 'vault'))
    app.exit(1)
    return null
  }
  const vault = vaultOpened.value
  await rm(previewFolder, { recursive: true, force: true })
  await mkdir(previewFolder, { recursive: true, mode: 0o700 })
  const unfinished = createUnfinishedPacks(join(userData, 'unfinished.json'))
  await unfinished.sweep()
  const runs = createPackRuns({
    worker: join(import.meta.dirname, 'pack-worker.js'),
    vaultFolder: vault.folder,
    fontsFolder,
    appVersion: app.getVersion(),
    unfinished
  })
  const recipients = await openRecipientBook({ resourcesFolder, ownFolder: join(userData, 'recipients') })
  const book = await openOperatorBook({ resourcesFolder, ownFolder: join(userData, 'operators'), today })
  return {
    vault,
    runs,
    book,
    recipients,
    law: await readLawRules(resourcesFolder),
    jobs: createRunningJobs(),
    dialogs: fileDialogs(mainWindow),
    about: {
      version: app.getVersion(),
      platform: process.platform,
      systemLanguages,
      vaultFolder: vault.folder
    },
    settingsPath,
    screenLanguage,
    resourcesFolder,
    previewFolder,
    documentsFolder: app.getPath('documents'),
    downloadsFolder: app.getPath('downloads'),
    now
  }
}

interface WindowSide {
  readonly settled: () => void
  readonly protocol: VaultProtocol
  readonly onSettings: (settings: Settings) => void
}

function handlersOf(services: Services, side: WindowSide): Handlers {
  return {
    ...appHandlers({ ...services, ...side }),
    ...operatorHandlers({ ...services, rules: services.law }),
    ...recipientHandlers(services),
    ...dossierHandlers({ ...services, rules: { law: services.law } }),
    ...exhibitHandlers({ ...services, ...side }),
    ...statementHandlers({ ...services, statements: createOpenedStatements(randomUUID) }),
    ...dueHandlers({ ...services, window: () => window }),
    ...packHandlers({ ...services, ...side })
  }
}

async function endAsFailed(error: unknown): Promise<never> {
  await log.error('start failed', error)
  app.exit(1)
  throw error
}

/** Lets running work end and files close before the process does. */
function leaveTidily(tidy: () => Promise<void>): void {
  let isTidy = false
  app.on('before-quit', (event) => {
    if (isTidy) return
    event.preventDefault()
    void tidy()
      .catch((error: unknown) => log.error('not tidied up at the end', error))
      .finally(() => {
        isTidy = true
        app.quit()
      })
  })
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
}

if (app.requestSingleInstanceLock()) {
  app.on('second-instance', () => {
    if (window?.isMinimized() === true) window.restore()
    window?.focus()
  })
  // Not awaited at the top level: in a packaged app that deadlocks.
  app.whenReady().then(start).catch(endAsFailed)
} else {
  app.quit()
}
