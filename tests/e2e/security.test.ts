import { join } from 'node:path'
import { expect, it } from 'vitest'
import { launch, PROJECT } from './app.ts'

it('makes no network request and refuses every one that is tried', async () => {
  const { app, page } = await launch()
  // Chromium refuses to reload a window whose first page is just taking the place of the empty one.
  await page.getByRole('heading', { level: 1 }).waitFor()
  await app.evaluate(({ session }) => {
    const seen = new Set<string>()
    Object.assign(globalThis, { seen })
    session.defaultSession.webRequest.onSendHeaders((details) => seen.add(new URL(details.url).protocol))
  })
  await page.reload()
  await page.getByRole('heading', { level: 1 }).waitFor()
  const schemes = await app.evaluate(() => [...(Reflect.get(globalThis, 'seen') as Set<string>)])
  expect(schemes).toEqual(['app:'])

  const tries = await page.evaluate(async () => {
    const blocked = new Set<string>()
    document.addEventListener('securitypolicyviolation', (event) => blocked.add(event.effectiveDirective))
    const outcome = async (work: () => Promise<unknown>) =>
      work().then(
        () => 'went out',
        () => 'refused'
      )
    const image = new Promise((resolve, reject) => {
      const element = new Image()
      element.onload = resolve
      element.onerror = reject
      element.src = 'https://example.org/pixel.png'
    })
    return {
      fetch: await outcome(() => fetch('https://example.org/')),
      loopback: await outcome(() => fetch('http://127.0.0.1:9/')),
      image: await outcome(() => image),
      socket: await outcome(
        () =>
          new Promise((resolve, reject) => {
            const socket = new WebSocket('wss://example.org/')
            socket.onopen = resolve
            socket.onerror = reject
          })
      ),
      eval: (() => {
        try {
          return String((0, eval)('1+1'))
        } catch {
          return 'refused'
        }
      })(),
      inline: (() => {
        const script = document.createElement('script')
        script.textContent = 'window.inlineRan = true'
        document.head.append(script)
        return 'inlineRan' in window ? 'ran' : 'refused'
      })(),
      directives: [...blocked]
    }
  })
  expect(tries).toMatchObject({
    fetch: 'refused',
    loopback: 'refused',
    image: 'refused',
    socket: 'refused',
    eval: 'refused',
    inline: 'refused'
  })
})

it('offers the page deeds and nothing else', async () => {
  const { page } = await launch()
  const seen = await page.evaluate(() => ({
    deeds: Object.keys(window.bridge).toSorted(),
    require: typeof (globalThis as Record<string, unknown>)['require'],
    process: typeof (globalThis as Record<string, unknown>)['process'],
    ipcRenderer: typeof (globalThis as Record<string, unknown>)['ipcRenderer']
  }))
  expect(seen).toMatchObject({ require: 'undefined', process: 'undefined', ipcRenderer: 'undefined' })
  expect(seen.deeds).toEqual([
    'aboutApp',
    'addOperator',
    'addRecipient',
    'attachFiles',
    'cancelAttach',
    'cancelPack',
    'changeRecipient',
    'checkPack',
    'chooseFiles',
    'choosePackTarget',
    'chooseStatement',
    'closeExhibit',
    'closeStatement',
    'confirmOperatorImport',
    'createDossier',
    'destroyDossier',
    'editDossier',
    'editOperator',
    'estimatePack',
    'exportFolder',
    'exportOperator',
    'exportPack',
    'importFolder',
    'importOperator',
    'isOnDisk',
    'keepStatement',
    'listDossiers',
    'listLawRules',
    'listOperators',
    'listRecipients',
    'notifyDue',
    'onClosing',
    'onDueOpened',
    'onIntakeProgress',
    'onPackProgress',
    'openExhibit',
    'openPack',
    'openSample',
    'pastePicture',
    'previewPack',
    'previewStatement',
    'proposeEntries',
    'readDossier',
    'readSettings',
    'removeOperator',
    'removeRecipient',
    'saveCalendar',
    'saveCopy',
    'saveSettings',
    'settled',
    'showOriginal',
    'showPackInFolder',
    'showVault',
    'summariseDossiers',
    'takeOperatorData',
    'verifyExhibit'
  ])
})

it('refuses calls from a foreign page and from a foreign frame, even with our preload', async () => {
  const { app, page } = await launch()
  const answers = await app.evaluate(
    async ({ BrowserWindow }, preload) => {
      const call = "window.bridge.listDossiers().then(() => 'answered', (error) => String(error))"
      const foreign = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } })
      await foreign.loadURL('app://closeout/index.html')
      const otherWindow = (await foreign.webContents.executeJavaScript(call)) as string
      foreign.destroy()
      return { otherWindow }
    },
    join(PROJECT, 'out/preload/index.cjs')
  )
  expect(answers.otherWindow).toContain('refused sender')
  await page.evaluate(() => {
    const element = document.createElement('iframe')
    element.src = 'app://closeout/index.html'
    document.body.append(element)
  })
  const bridges = await app.evaluate(({ BrowserWindow }) => {
    const frames = BrowserWindow.getAllWindows()[0]?.webContents.mainFrame.frames ?? []
    return Promise.all(
      frames.map((frame) => frame.executeJavaScript('typeof window.bridge') as Promise<string>)
    )
  })
  expect(bridges.filter((bridge) => bridge !== 'undefined')).toEqual([])
})

it('answers no malformed request', async () => {
  const { page } = await launch()
  const answers = await page.evaluate(async () => {
    const bridge = window.bridge as unknown as Record<string, (...args: unknown[]) => Promise<unknown>>
    const tries: readonly (readonly [string, unknown])[] = [
      ['readDossier', { id: '../../etc/passwd' }],
      ['readDossier', { id: 'x'.repeat(10_000_000) }],
      ['editDossier', { id: crypto.randomUUID(), edit: { kind: 'set-identity', values: { revision: 9 } } }],
      ['editDossier', { id: crypto.randomUUID(), edit: { kind: 'destroy-everything' } }],
      [
        'createDossier',
        { operator: { id: null, name: '' }, phoneNumber: '12', subscriber: {}, contractNumber: '' }
      ],
      ['exportPack', { targetId: '/etc/passwd' }],
      ['saveSettings', { language: 'tlh', theme: 'dark' }]
    ]
    return Promise.all(
      tries.map(async ([name, payload]) =>
        (bridge[name] as (payload: unknown) => Promise<unknown>)(payload).then(
          () => 'answered',
          () => 'refused'
        )
      )
    )
  })
  expect(new Set(answers)).toEqual(new Set(['refused']))
})

it('stays on its page, opens no window and grants no permission', async () => {
  const { app, page } = await launch()
  const result = await page.evaluate(async () => {
    const opened = window.open('https://example.org/')
    location.href = 'https://example.org/'
    const permission = await navigator.permissions.query({ name: 'geolocation' })
    const camera = await navigator.mediaDevices?.getUserMedia({ video: true }).then(
      () => 'granted',
      () => 'refused'
    )
    return { opened: opened === null, geolocation: permission.state, camera: camera ?? 'refused' }
  })
  expect(result).toEqual({ opened: true, geolocation: 'denied', camera: 'refused' })
  expect(page.url()).toMatch(/^app:\/\/closeout\//)
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
})

it('shows originals by token only', async () => {
  const { page } = await launch()
  const statuses = await page.evaluate(async () => {
    const urls = [
      'vault://00000000000000000000000000000000/',
      'vault://../../etc/passwd',
      'vault://localhost/vault.json'
    ]
    return Promise.all(
      urls.map(async (url) =>
        fetch(url).then(
          (answer) => answer.status,
          () => 'refused'
        )
      )
    )
  })
  expect(statuses.every((status) => status === 404 || status === 'refused')).toBe(true)
})
