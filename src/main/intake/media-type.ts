const UNKNOWN = 'application/octet-stream'

/**
 * The kind of a file by its first bytes, never by its name. Whatever can be two kinds at once is the one that
 * begins at byte 0; a PDF whose header comes later is none, because viewers do not agree on it.
 */
export async function mediaTypeOf(head: Buffer): Promise<string> {
  if (head.subarray(0, 5).equals(Buffer.from('%PDF-'))) return 'application/pdf'
  const known = await knownType(head)
  if (known === 'application/pdf') return UNKNOWN
  if (known !== null && known !== 'application/xml') return known
  const text = textOf(head)
  return text === null ? (known ?? UNKNOWN) : textType(text)
}

async function knownType(head: Buffer): Promise<string | null> {
  // With the first file, not with the app, which starts sooner without it.
  const { fileTypeFromBuffer } = await import('file-type')
  try {
    return (await fileTypeFromBuffer(head))?.mime ?? null
  } catch {
    // It reads on where a length field points; a lying one leads nowhere.
    return null
  }
}

/** The head as text, or null when it has characters no text has. Bytes of old Cyrillic code pages pass as Latin-1. */
function textOf(head: Buffer): string | null {
  const isUtf16 = head.length >= 2 && ['fffe', 'feff'].includes(head.toString('hex', 0, 2))
  if (isUtf16) return decodeUtf16(head)
  if (head.some((byte) => byte < 0x20 && ![0x09, 0x0a, 0x0c, 0x0d].includes(byte))) return null
  return head.toString('utf8').replace(/^\ufeff/, '')
}

function decodeUtf16(head: Buffer): string | null {
  const even = Buffer.from(head.subarray(2, head.length - (head.length % 2)))
  const text = (head[0] === 0xfe ? even.swap16() : even).toString('utf16le')
  return /[\u0000-\u0008\u000e-\u001f]/.test(text) ? null : text
}

function textType(text: string): string {
  const start = text.trimStart().slice(0, 4096)
  if (/^(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)*(<!doctype svg[^>]*>\s*)?<svg[\s>]/i.test(start))
    return 'image/svg+xml'
  if (/^(<!--[\s\S]*?-->\s*)*(<!doctype html|<html[\s>])/i.test(start)) return 'text/html'
  if (/^<\?xml[\s?]/i.test(start)) return 'application/xml'
  if (isMail(text)) return 'message/rfc822'
  return 'text/plain'
}

/** A mail begins with header lines, among them who sent it and when or by which way it came. */
function isMail(text: string): boolean {
  const head = /^[\s\S]*?(?=\r?\n\r?\n|$(?![\s\S]))/.exec(text)?.[0] ?? ''
  const lines = head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)
  if (!lines.every((line) => /^[!-9;-~]+:/.test(line))) return false
  const names = new Set(lines.map((line) => line.slice(0, line.indexOf(':')).toLowerCase()))
  return names.has('from') && ['date', 'received', 'message-id'].some((name) => names.has(name))
}
