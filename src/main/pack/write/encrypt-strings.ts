const [LEFT, RIGHT, OPEN, CLOSE, BACKSLASH, COMMENT] = Buffer.from('<>()\\%', 'latin1')
const [LF, CR] = [0x0a, 0x0d]

/** ISO 32000-1, table 3. */
const ESCAPES: ReadonlyMap<string, number> = new Map([
  ['n', LF],
  ['r', CR],
  ['t', 0x09],
  ['b', 0x08],
  ['f', 0x0c]
])

interface Found {
  readonly bytes: Buffer
  /** What comes after it. */
  readonly end: number
}

/** The body of an object with every string in it encrypted and written in hex; all else stays as it stands. */
export function encryptStrings(body: Buffer, encrypt: (plain: Buffer) => Buffer): Buffer {
  const parts: Buffer[] = []
  let kept = 0
  let at = 0
  while (at < body.length) {
    const byte = body[at]
    if (byte === COMMENT) at = endOfLine(body, at)
    else if (byte === LEFT && body[at + 1] === LEFT) at += 2
    else if (byte === OPEN || byte === LEFT) {
      const { bytes, end } = byte === OPEN ? literal(body, at) : hexadecimal(body, at)
      parts.push(body.subarray(kept, at), Buffer.from(`<${encrypt(bytes).toString('hex')}>`, 'latin1'))
      kept = end
      at = end
    } else at += 1
  }
  return parts.length === 0 ? body : Buffer.concat([...parts, body.subarray(kept)])
}

function endOfLine(body: Buffer, start: number): number {
  let at = start
  while (at < body.length && body[at] !== LF && body[at] !== CR) at += 1
  return at
}

function hexadecimal(body: Buffer, start: number): Found {
  const close = body.indexOf(RIGHT ?? 0, start)
  if (close === -1) throw new Error('a string without end')
  const digits = body.toString('latin1', start + 1, close).replace(/[^0-9a-f]/gi, '')
  return { bytes: Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex'), end: close + 1 }
}

/** What a string in brackets stands for (ISO 32000-1, 7.3.4.2). */
function literal(body: Buffer, start: number): Found {
  const bytes: number[] = []
  let depth = 1
  for (let at = start + 1; at < body.length; at += 1) {
    const byte = body[at] ?? 0
    if (byte === BACKSLASH) {
      const { value, last } = escape(body, at)
      if (value !== null) bytes.push(value)
      at = last
      continue
    }
    if (byte === OPEN) depth += 1
    if (byte === CLOSE) depth -= 1
    if (depth === 0) return { bytes: Buffer.from(bytes), end: at + 1 }
    bytes.push(byte === CR ? LF : byte)
    if (byte === CR && body[at + 1] === LF) at += 1
  }
  throw new Error('a string without end')
}

/** @returns its byte, null where it stands for nothing, and where its last character is */
function escape(body: Buffer, at: number): { readonly value: number | null; readonly last: number } {
  const next = body[at + 1] ?? 0
  if (next === CR) return { value: null, last: body[at + 2] === LF ? at + 2 : at + 1 }
  if (next === LF) return { value: null, last: at + 1 }
  const octal = /^[0-7]{1,3}/.exec(body.toString('latin1', at + 1, at + 4))?.[0]
  if (octal !== undefined) return { value: parseInt(octal, 8) & 0xff, last: at + octal.length }
  return { value: ESCAPES.get(String.fromCharCode(next)) ?? next, last: at + 1 }
}
