import { readFile, realpath } from 'node:fs/promises'
import { extname, isAbsolute, join, relative } from 'node:path'
import type { Protocol } from 'electron'
import { isAppPage } from './origin.ts'

/**
 * What the page may load: its own files and, for previews, originals by token. Nothing remote, no inline script,
 * no eval. `blob:` serves pictures the page itself rendered (thumbnails).
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' vault: blob:",
  "font-src 'self' blob:",
  "connect-src 'self' vault:",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "frame-src 'none'",
  "object-src 'none'"
].join('; ')

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.pfb': 'application/octet-stream',
  '.bcmap': 'application/octet-stream',
  '.svg': 'image/svg+xml',
  '.png': 'image/png'
}

/** Serves the built page from `folder` under `app://closeout/`, and nothing outside that folder. */
export function serveApp(protocol: Protocol, folder: string): void {
  const root = realpath(folder)
  protocol.handle('app', async (request) => {
    const path = isAppPage(request.url) ? await fileInside(root, new URL(request.url).pathname) : null
    const mediaType = path === null ? undefined : MEDIA_TYPES[extname(path)]
    if (path === null || mediaType === undefined) return new Response(null, { status: 404 })
    return new Response(await readFile(path), {
      headers: {
        'content-type': mediaType,
        'content-security-policy': CONTENT_SECURITY_POLICY,
        'x-content-type-options': 'nosniff',
        'cross-origin-opener-policy': 'same-origin',
        'referrer-policy': 'no-referrer'
      }
    })
  })
}

/** The real path of a file below `folder`, or null when the name leads out of it (`..`, links) or nowhere. */
async function fileInside(folder: Promise<string>, pathname: string): Promise<string | null> {
  try {
    const root = await folder
    const path = await realpath(join(root, decodeURIComponent(pathname)))
    const below = relative(root, path)
    return below !== '' && !below.startsWith('..') && !isAbsolute(below) ? path : null
  } catch {
    return null
  }
}
