/**
 * The page's origin. It must never change: Chromium keys IndexedDB by origin, so under another one
 * every dossier would seem gone until the next rebuild.
 */
export const APP_ORIGIN = 'app://closeout'
export const APP_PAGE = `${APP_ORIGIN}/index.html`

/** The parsed address, or null. `URL.parse` says the same, but only from Node 22 on. */
export function parseUrl(address: string): URL | null {
  return URL.canParse(address) ? new URL(address) : null
}

/** Whether an address is a page of ours, judged by the parser and not by its first letters. */
export function isAppPage(address: string): boolean {
  const url = parseUrl(address)
  return url !== null && url.protocol === 'app:' && url.host === 'closeout'
}
