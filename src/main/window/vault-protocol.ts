import { randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import type { Protocol } from 'electron'
import type { Original } from '../original.ts'
import { parseUrl } from './origin.ts'

/** Only these are shown as what they are; everything else is served as bytes that nothing executes. */
const SHOWN_TYPES = new Set(['application/pdf', 'image/jpeg', 'image/png', 'image/gif', 'image/webp'])

/** Two windows' worth of previews; the oldest token is revoked first. */
const MOST_TOKENS = 512

interface Shown {
  readonly open: () => Promise<Original | null>
  readonly mediaType: string
}

/**
 * Shows originals to the page: `vault://<random 128 bits>/`, never an id or a path.
 * An address is worth nothing to anyone else and ends with `revoke` or with the app.
 */
export interface VaultProtocol {
  readonly show: (shown: Shown) => string
  readonly revoke: (url: string) => void
}

export function serveVault(protocol: Protocol): VaultProtocol {
  const shownByToken = new Map<string, Shown>()
  protocol.handle('vault', async (request) => {
    const shown = shownByToken.get(parseUrl(request.url)?.host ?? '')
    if (shown === undefined || request.method !== 'GET') return new Response(null, { status: 404 })
    const original = await shown.open()
    return original === null
      ? new Response(null, { status: 410 })
      : answer(request, original, shown.mediaType)
  })
  return {
    show(shown) {
      const token = randomBytes(16).toString('hex')
      if (shownByToken.size >= MOST_TOKENS) shownByToken.delete(shownByToken.keys().next().value ?? '')
      shownByToken.set(token, shown)
      return `vault://${token}/`
    },
    revoke(url) {
      shownByToken.delete(parseUrl(url)?.host ?? '')
    }
  }
}

async function answer(request: Request, original: Original, mediaType: string): Promise<Response> {
  const headers: Record<string, string> = {
    'content-type': SHOWN_TYPES.has(mediaType) ? mediaType : 'application/octet-stream',
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
    'accept-ranges': 'bytes',
    // The page is another origin than the original; without this pdf.js may not read its bytes.
    'access-control-allow-origin': 'app://closeout',
    'access-control-expose-headers': 'accept-ranges, content-length, content-range'
  }
  const range = readRange(request.headers.get('range'), original.sizeBytes)
  if (range === 'unsatisfiable') {
    await original.close()
    return new Response(null, {
      status: 416,
      headers: { ...headers, 'content-range': `bytes */${original.sizeBytes}` }
    })
  }
  const { start, end } = range ?? { start: 0, end: original.sizeBytes }
  headers['content-length'] = String(end - start)
  if (range !== null) headers['content-range'] = `bytes ${start}-${end - 1}/${original.sizeBytes}`
  return new Response(bodyOf(original, start, end, request.signal), {
    status: range === null ? 200 : 206,
    headers
  })
}

/** Pull-based, so that a reader who stops reading stops the disk; the file closes with the stream. */
function bodyOf(
  original: Original,
  start: number,
  end: number,
  signal: AbortSignal
): ReadableStream<Uint8Array> {
  const source = Readable.from(original.stream(start, end))
  const close = () => void original.close()
  source.once('close', close)
  signal.addEventListener('abort', () => source.destroy(), { once: true })
  return Readable.toWeb(source) as ReadableStream<Uint8Array>
}

/** One range of RFC 9110 section 14; null = the whole, several ranges count as the whole. `end` is exclusive. */
export function readRange(
  header: string | null,
  sizeBytes: number
): { readonly start: number; readonly end: number } | 'unsatisfiable' | null {
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '')
  if (match === null) return null
  const [, first = '', last = ''] = match
  if (first === '' && last === '') return null
  if (first === '') {
    const length = Math.min(Number(last), sizeBytes)
    return length === 0 ? 'unsatisfiable' : { start: sizeBytes - length, end: sizeBytes }
  }
  const start = Number(first)
  const end = last === '' ? sizeBytes : Math.min(Number(last) + 1, sizeBytes)
  return start >= sizeBytes || start >= end ? 'unsatisfiable' : { start, end }
}
