import { inflateSync } from 'node:zlib'

/** A value as it stands in a finished file: all that is asked of it is which names it has and where. */
export type Value = Dict | readonly Value[] | string
export interface Dict {
  readonly kind: 'dict'
  readonly entries: readonly (readonly [key: string, value: Value])[]
}

export interface FinishedObject {
  readonly number: number
  readonly value: Value
  /** The stream's bytes as they lie in the file. */
  readonly stream: Buffer | null
}

/**
 * Every object of a finished pack, in whatever stream of objects it hides, read without any part of the writer.
 * It goes by the cross-reference that ends the file and stops at the first thing that is not as it says.
 */
export function readFinished(file: Buffer): readonly FinishedObject[] {
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(file.toString('latin1', file.length - 64))?.[1])
  const table = objectAt(file, start, () => null)
  const places = placesOf(table)
  const offsets = new Map(
    places.flatMap(({ number, type, place }) => (type === 1 ? [[number, place] as const] : []))
  )
  const lengthOf = (value: Value): number | null => {
    const reference = typeof value === 'string' ? /^(\d+) 0 R$/.exec(value) : null
    if (reference === null) return typeof value === 'string' ? Number(value) : null
    const at = offsets.get(Number(reference[1]))
    return at === undefined ? null : Number(objectAt(file, at, () => null).value)
  }
  const plain = [...offsets].map(([number, at]) => {
    const object = objectAt(file, at, lengthOf)
    if (object.number !== number) throw new Error(`object ${object.number} in the place of ${number}`)
    return object
  })
  return [
    ...plain,
    ...plain.flatMap((object) => (nameAt(object.value, 'Type') === '/ObjStm' ? held(object) : []))
  ]
}

function placesOf({ value, stream }: FinishedObject) {
  const widths = numbersAt(value, 'W')
  const rows = inflateSync(stream ?? Buffer.alloc(0))
  const [first = 0, second = 0, third = 0] = widths
  const width = first + second + third
  return Array.from({ length: rows.length / width }, (_, number) => ({
    number,
    type: rows.readUIntBE(number * width, first),
    place: rows.readUIntBE(number * width + first, second)
  }))
}

function held({ value, stream }: FinishedObject): readonly FinishedObject[] {
  const sealed = stream ?? Buffer.alloc(0)
  const bytes = entry(value, 'Filter') === undefined ? sealed : inflateSync(sealed)
  const [first, count] = [Number(textAt(value, 'First')), Number(textAt(value, 'N'))]
  const heads = bytes.toString('latin1', 0, first).trim().split(/\s+/).map(Number)
  return Array.from({ length: count }, (_, index) => {
    const reader = new Reader(bytes, first + (heads[2 * index + 1] ?? 0))
    return { number: heads[2 * index] ?? 0, value: reader.value(), stream: null }
  })
}

export function entry(value: Value, key: string): Value | undefined {
  return typeof value === 'object' && 'kind' in value
    ? value.entries.find(([name]) => name === key)?.[1]
    : undefined
}

const textAt = (value: Value, key: string) => {
  const found = entry(value, key)
  return typeof found === 'string' ? found : ''
}
const nameAt = textAt

function numbersAt(value: Value, key: string): readonly number[] {
  const found = entry(value, key)
  return Array.isArray(found) ? found.map(Number) : []
}

function objectAt(file: Buffer, at: number, lengthOf: (value: Value) => number | null): FinishedObject {
  const reader = new Reader(file, at)
  const number = Number(reader.word())
  if (reader.word() !== '0' || reader.word() !== 'obj') throw new Error(`no object at ${at}`)
  const value = reader.value()
  if (reader.word() !== 'stream') return { number, value, stream: null }
  const start = file.indexOf('\n', reader.at) + 1
  const stated = entry(value, 'Length') ?? ''
  const length = lengthOf(stated) ?? Number(stated)
  const after = file.toString('latin1', start + length, start + length + 11)
  if (!/^\r?\n?endstream/.test(after)) throw new Error(`stream ${number} does not end where it says`)
  return { number, value, stream: file.subarray(start, start + length) }
}

const SPACE = /[\0\t\n\f\r ]/
const BREAK = /[\0\t\n\f\r ()<>[\]{}/%]/

/** Reads values without recursion: what came out of a hostile file may still be nested deep. */
class Reader {
  constructor(
    readonly bytes: Buffer,
    public at: number
  ) {}

  value(): Value {
    const open: { readonly end: string; readonly items: Value[] }[] = []
    for (;;) {
      const token = this.#token()
      if (token === '<<' || token === '[') {
        open.push({ end: token === '[' ? ']' : '>>', items: [] })
        continue
      }
      const inner = open.at(-1)
      const isEnd = inner !== undefined && token === inner.end
      if (isEnd) open.pop()
      const value = isEnd ? closed(inner.end, inner.items) : token
      const outer = open.at(-1)
      if (outer === undefined) return value
      outer.items.push(value)
    }
  }

  word(): string {
    this.#skip()
    const start = this.at
    while (this.at < this.bytes.length && !BREAK.test(this.#char())) this.at += 1
    return this.bytes.toString('latin1', start, this.at)
  }

  #char(offset = 0): string {
    return String.fromCharCode(this.bytes[this.at + offset] ?? 0x20)
  }

  #skip(): void {
    while (this.at < this.bytes.length && SPACE.test(this.#char())) this.at += 1
  }

  #token(): string {
    this.#skip()
    if (this.at >= this.bytes.length) throw new Error('the file ends within a value')
    const char = this.#char()
    const pair = char + this.#char(1)
    if (pair === '<<' || pair === '>>') return this.#taken(2)
    if (char === '[' || char === ']') return this.#taken(1)
    if (char === '<') return this.#taken(this.bytes.indexOf('>', this.at) + 1 - this.at)
    if (char === '(') return this.#literal()
    if (char === '/') {
      this.at += 1
      return `/${this.word().replace(/#([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)))}`
    }
    const reference = /^(\d+) 0 R(?![A-Za-z0-9])/.exec(this.bytes.toString('latin1', this.at, this.at + 20))
    return reference === null ? this.#word() : this.#taken(reference[0].length)
  }

  #word(): string {
    const word = this.word()
    if (word === '') throw new Error(`no value at ${this.at}`)
    return word
  }

  #taken(length: number): string {
    this.at += length
    return this.bytes.toString('latin1', this.at - length, this.at)
  }

  #literal(): string {
    const start = this.at
    let depth = 0
    do {
      const char = this.#char()
      this.at += char === '\\' ? 2 : 1
      if (char === '(') depth += 1
      if (char === ')') depth -= 1
    } while (depth > 0)
    return this.bytes.toString('latin1', start, this.at)
  }
}

function closed(end: string, items: readonly Value[]): Value {
  if (end === ']') return items
  const entries = Array.from({ length: items.length / 2 }, (_, index) => {
    const key = items[2 * index]
    if (typeof key !== 'string' || !key.startsWith('/')) throw new Error('a key that is no name')
    return [key.slice(1), items[2 * index + 1] ?? ''] as const
  })
  return { kind: 'dict', entries }
}
