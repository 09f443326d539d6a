/** A value of ISO 32000-1, section 7.3, as far as the facts of a file need it. */
export type PdfValue =
  | number
  | boolean
  | null
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'text'; readonly bytes: Buffer }
  | { readonly kind: 'ref'; readonly number: number }
  | readonly PdfValue[]
  | PdfDict
export type PdfDict = ReadonlyMap<string, PdfValue>

/** Deeper nesting than any writer needs, and far less than our stack holds. */
const DEEPEST = 50

const WHITE = new Set([0x00, 0x09, 0x0a, 0x0c, 0x0d, 0x20])
const DELIMITERS = new Set([...'()<>[]{}/%'].map((character) => character.charCodeAt(0)))

/** The bytes end in the middle of a value: with more of them it could be read. */
export class PdfCutShort extends Error {}

/** These bytes are no PDF syntax. */
export class PdfBroken extends Error {}

/** Reads values one after the other. Throws `PdfCutShort` or `PdfBroken`. */
export class PdfScanner {
  constructor(
    readonly bytes: Buffer,
    public at = 0
  ) {}

  value(depth = 0): PdfValue {
    if (depth > DEEPEST) throw new PdfBroken('nested too deep')
    this.skipWhite()
    const byte = this.peek()
    if (byte === 0x2f) return { kind: 'name', name: this.name() }
    if (byte === 0x28) return { kind: 'text', bytes: this.literal() }
    if (byte === 0x5b) return this.array(depth)
    if (byte === 0x3c) return this.bytes[this.at + 1] === 0x3c ? this.dict(depth) : this.hex()
    return this.plain()
  }

  /** The next run of letters and digits: `obj`, `stream`, `xref`, a number. */
  word(): string {
    this.skipWhite()
    const start = this.at
    while (this.at < this.bytes.length && !this.isBoundary(this.at)) this.at += 1
    if (this.at === this.bytes.length) throw new PdfCutShort()
    return this.bytes.toString('latin1', start, this.at)
  }

  skipWhite(): void {
    for (;;) {
      const byte = this.peek()
      if (byte === 0x25) this.skipComment()
      else if (WHITE.has(byte)) this.at += 1
      else return
    }
  }

  private skipComment(): void {
    while (this.peek() !== 0x0a && this.peek() !== 0x0d) this.at += 1
  }

  private peek(): number {
    const byte = this.bytes[this.at]
    if (byte === undefined) throw new PdfCutShort()
    return byte
  }

  private isBoundary(at: number): boolean {
    const byte = this.bytes[at] ?? 0x20
    return WHITE.has(byte) || DELIMITERS.has(byte)
  }

  private name(): string {
    this.at += 1
    const start = this.at
    while (!this.isBoundary(this.at)) this.at += 1
    if (this.at >= this.bytes.length) throw new PdfCutShort()
    const raw = this.bytes.toString('latin1', start, this.at)
    return raw.replace(/#([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
  }

  private array(depth: number): readonly PdfValue[] {
    this.at += 1
    const values: PdfValue[] = []
    for (;;) {
      this.skipWhite()
      if (this.peek() === 0x5d) break
      values.push(this.value(depth + 1))
    }
    this.at += 1
    return values
  }

  private dict(depth: number): PdfDict {
    this.at += 2
    const entries = new Map<string, PdfValue>()
    for (;;) {
      this.skipWhite()
      if (this.peek() === 0x3e) break
      if (this.peek() !== 0x2f) throw new PdfBroken('a key must be a name')
      const key = this.name()
      entries.set(key, this.value(depth + 1))
    }
    this.at += 2
    return entries
  }

  private hex(): PdfValue {
    const end = this.bytes.indexOf(0x3e, this.at)
    if (end === -1) throw new PdfCutShort()
    const digits = this.bytes.toString('latin1', this.at + 1, end).replace(/\s/g, '')
    this.at = end + 1
    return { kind: 'text', bytes: Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex') }
  }

  /** Escapes are kept as they are but for brackets: no fact of ours has others. */
  private literal(): Buffer {
    const start = this.at + 1
    let open = 0
    for (;;) {
      const byte = this.peek()
      this.at += byte === 0x5c ? 2 : 1
      if (byte === 0x28) open += 1
      if (byte === 0x29) open -= 1
      if (open === 0) return this.bytes.subarray(start, this.at - 1)
    }
  }

  /** A number, a reference (`12 0 R`) or a keyword. */
  private plain(): PdfValue {
    const word = this.word()
    if (word === 'true' || word === 'false') return word === 'true'
    if (word === 'null') return null
    const number = Number(word)
    if (word === '' || !Number.isFinite(number)) throw new PdfBroken('no value')
    if (!/^\d+$/.test(word)) return number
    const before = this.at
    const next = this.bytes.toString('latin1', this.at, this.at + 24)
    const rest = /^[\0\t\n\f\r ]+\d+[\0\t\n\f\r ]+R(?![A-Za-z0-9])/.exec(next)
    if (rest === null) return number
    this.at = before + rest[0].length
    return { kind: 'ref', number }
  }
}
