/** Characters that change the direction of text or hide in it: `invoice<U+202E>fdp.exe` reads as `invoiceexe.pdf`. */
const HIDDEN = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu

/** Windows refuses these as names, with or without an extension (Microsoft, "Naming Files, Paths, and Namespaces"). */
const RESERVED = /^(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/iu

/** A file name is at most 255 bytes on common disks; a number and a suffix must still fit. */
const LONGEST_NAME_BYTES = 120

export type NameOddity = 'hidden-characters' | 'path-characters' | 'very-long'

/** What is odd about a name a file came with. The file is kept all the same; the user is told. */
export function nameOddities(name: string): readonly NameOddity[] {
  const oddities: NameOddity[] = []
  if (name.search(HIDDEN) >= 0) oddities.push('hidden-characters')
  if (/[/\\]|^\.\.?$/u.test(name)) oddities.push('path-characters')
  if (byteLength(name) > LONGEST_NAME_BYTES) oddities.push('very-long')
  return oddities
}

/** The name as it may be shown: every hidden character becomes a visible replacement character. */
export function shownName(name: string): string {
  return name.replace(HIDDEN, '\ufffd')
}

/**
 * A name that is legal on Windows, macOS and Linux alike and leads nowhere, for saving a copy.
 * Idempotent. The extension is kept when the name has to be cut.
 */
export function safeFileName(name: string): string {
  const cleaned = name
    .normalize('NFC')
    .replace(HIDDEN, '')
    .replace(/[<>:"/\\|?*]/gu, '_')
    .replace(/^[\s.]+|[\s.]+$/gu, '')
  const named = cleaned === '' ? 'file' : RESERVED.test(cleaned) ? `_${cleaned}` : cleaned
  return cutToBytes(named, LONGEST_NAME_BYTES)
}

function cutToBytes(name: string, limit: number): string {
  if (byteLength(name) <= limit) return name
  const extension = /\.[^.\s]{1,8}$/u.exec(name)?.[0] ?? ''
  const letters = Array.from(name.slice(0, name.length - extension.length))
  while (byteLength(letters.join('')) + byteLength(extension) > limit) letters.pop()
  return letters.join('').replace(/[\s.]+$/u, '') + extension
}

/** UTF-8 length without an encoder, which the pure layers do not have. */
function byteLength(text: string): number {
  let bytes = 0
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4
  }
  return bytes
}
