/** ISO 32000-1, annex D.2: where the encoding of texts is neither ASCII nor Latin-1. */
const UNUSUAL = new Map(
  [
    [0x18, '\u02d8\u02c7\u02c6\u02d9\u02dd\u02db\u02da\u02dc'],
    [
      0x80,
      '\u2022\u2020\u2021\u2026\u2014\u2013\u0192\u2044\u2039\u203a\u2212\u2030\u201e\u201c\u201d\u2018'
    ],
    [0x90, '\u2019\u201a\u2122\ufb01\ufb02\u0141\u0152\u0160\u0178\u017d\u0131\u0142\u0153\u0161\u017e'],
    [0xa0, '\u20ac']
  ].flatMap(([from, letters]) =>
    [...String(letters)].map((letter, index) => [Number(from) + index, letter] as const)
  )
)

const ESCAPES: Readonly<Record<string, number>> = { n: 0x0a, r: 0x0d, t: 0x09, b: 0x08, f: 0x0c }

/** A text string by its bytes: UTF-16 or UTF-8 where their mark stands before it, else one byte a letter. */
export function decodePdfText(bytes: Uint8Array): string {
  const [first, second, third] = bytes
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xef && second === 0xbb && third === 0xbf) return new TextDecoder().decode(bytes)
  return Array.from(bytes, (byte) => UNUSUAL.get(byte) ?? String.fromCharCode(byte)).join('')
}

/** The bytes of a string as it is written: `(...)` with its escapes, or `<...>`. */
export function stringBytes(written: Buffer): Buffer {
  if (written[0] === 0x28) return literalBytes(written)
  const digits = written.toString('latin1').replace(/[^0-9a-f]/gi, '')
  return Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex')
}

/** ISO 32000-1, 7.3.4.2. */
function literalBytes(written: Buffer): Buffer {
  const inside = written.toString('latin1', 1, written.length - 1)
  if (!/[\\\r]/.test(inside)) return Buffer.from(inside, 'latin1')
  const plain = inside.replace(/\\([0-7]{1,3}|\r\n|[^])|\r\n?/g, (_, escaped?: string) => {
    if (escaped === undefined) return '\n'
    if (/^[0-7]/.test(escaped)) return String.fromCharCode(parseInt(escaped, 8) & 0xff)
    if (/^[\r\n]/.test(escaped)) return ''
    const code = ESCAPES[escaped]
    return code === undefined ? escaped : String.fromCharCode(code)
  })
  return Buffer.from(plain, 'latin1')
}
