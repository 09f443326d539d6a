import type { App, Session } from 'electron'
import { isAppPage, parseUrl } from './origin.ts'

/** Must run before the app is ready: Chromium reads its switches once. */
export function cutNetworkSwitches(app: App): void {
  // The content security policy stops the page; these stop the browser process itself.
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
  app.commandLine.appendSwitch('proxy-server', 'http://127.0.0.1:9')
  app.commandLine.appendSwitch('proxy-bypass-list', '<-loopback>')
  app.commandLine.appendSwitch('dns-prefetch-disable')
  app.commandLine.appendSwitch('disable-background-networking')
  app.commandLine.appendSwitch('disable-component-update')
  app.commandLine.appendSwitch('disable-domain-reliability')
  app.commandLine.appendSwitch('no-pings')
  app.commandLine.appendSwitch('force-webrtc-ip-handling-policy', 'disable_non_proxied_udp')
}

/** Schemes that stay inside this process. `devtools:` serves the inspector of a development build. */
const LOCAL_SCHEMES = new Set(['app:', 'vault:', 'blob:', 'devtools:'])

/** Cancels every request that would leave, and refuses every permission but writing plain text to the clipboard. */
export function lockSession(session: Session): void {
  session.webRequest.onBeforeRequest((details, answer) => {
    const scheme = parseUrl(details.url)?.protocol ?? ''
    answer({ cancel: !LOCAL_SCHEMES.has(scheme) })
  })
  session.setPermissionRequestHandler((contents, permission, answer, details) => {
    answer(permission === 'clipboard-sanitized-write' && details.isMainFrame && isAppPage(contents.getURL()))
  })
  session.setPermissionCheckHandler(
    (_contents, permission, origin) => permission === 'clipboard-sanitized-write' && isAppPage(origin)
  )
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}))
  session.setSpellCheckerEnabled(false)
  session.on('will-download', (event) => event.preventDefault())
}

/** Nothing navigates away from the page, opens a window or embeds one, whatever the content asks for. */
export function lockContents(app: App): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
    contents.on('will-attach-webview', (event) => event.preventDefault())
    const stayOnPage = (event: { readonly url: string; preventDefault: () => void }) => {
      if (!isAppPage(event.url)) event.preventDefault()
    }
    contents.on('will-navigate', stayOnPage)
    contents.on('will-frame-navigate', stayOnPage)
    contents.on('will-redirect', stayOnPage)
  })
}
