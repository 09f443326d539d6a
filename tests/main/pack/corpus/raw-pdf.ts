import { deflateSync } from 'node:zlib'

/** What stands between `obj` and `endobj`. */
export type Body = string | Buffer

/** How the file tells where its objects lie. */
export type Form = 'table' | 'stream' | 'object-streams'

export interface RawPdf {
  readonly objects: ReadonlyMap<number, Body>
  readonly trailer: string
  readonly form?: Form
  readonly header?: string
}

export interface BuiltPdf {
  readonly bytes: Buffer
  /** Where the cross-reference begins. */
  readonly xrefAt: number
  readonly offsets: ReadonlyMap<number, number>
}

export const bytesOf = (body: Body) => (typeof body === 'string' ? Buffer.from(body, 'latin1') : body)

/** A stream with the length it has, unless its entries state another one. */
export function streamBody(data: Body, entries = ''): Buffer {
  const bytes = bytesOf(data)
  const length = /\/Length\b/.test(entries) ? '' : ` /Length ${bytes.length}`
  return Buffer.concat([bytesOf(`<< ${entries}${length} >>\nstream\n`), bytes, bytesOf('\nendstream')])
}

/** Writes objects as they are told, sound or not. */
export function buildPdf({
  objects,
  trailer,
  form = 'table',
  header = '%PDF-1.7\n%\xe2\xe3\xcf\xd3\n'
}: RawPdf): BuiltPdf {
  const parts: Buffer[] = [bytesOf(header)]
  const offsets = new Map<number, number>()
  let position = parts[0]?.length ?? 0
  const add = (part: Body) => {
    const bytes = bytesOf(part)
    parts.push(bytes)
    position += bytes.length
  }
  const addObject = (number: number, body: Body) => {
    offsets.set(number, position)
    add(`${number} 0 obj\n`)
    add(body)
    add('\nendobj\n')
  }
  const isInside = (body: Body) => form === 'object-streams' && typeof body === 'string'
  const inside = [...objects].filter(([, body]) => isInside(body))
  for (const [number, body] of objects) if (!isInside(body)) addObject(number, body)
  const size = Math.max(0, ...objects.keys()) + 1
  if (inside.length > 0) addObject(size, objectStream(inside))
  const xrefAt = position
  if (form === 'table') add(xrefTable(offsets, size, trailer))
  else add(xrefStream({ offsets, inside: inside.map(([number]) => number), size, trailer, at: position }))
  add(`startxref\n${xrefAt}\n%%EOF\n`)
  return { bytes: Buffer.concat(parts), xrefAt, offsets }
}

export function objectStream(objects: readonly (readonly [number, Body])[], entries = ''): Buffer {
  let offset = 0
  const heads = objects.map(([number, body]) => {
    const head = `${number} ${offset}`
    offset += bytesOf(body).length + 1
    return head
  })
  const first = `${heads.join(' ')}\n`
  const text = Buffer.concat([
    bytesOf(first),
    ...objects.flatMap(([, body]) => [bytesOf(body), bytesOf('\n')])
  ])
  return streamBody(
    deflateSync(text),
    `/Type /ObjStm /N ${objects.length} /First ${first.length} /Filter /FlateDecode ${entries}`
  )
}

export function xrefTable(offsets: ReadonlyMap<number, number>, size: number, trailer: string): string {
  const rows = Array.from({ length: size }, (_, number) => {
    const offset = offsets.get(number)
    return offset === undefined ? '0000000000 65535 f \n' : `${String(offset).padStart(10, '0')} 00000 n \n`
  })
  return `xref\n0 ${size}\n${rows.join('')}trailer\n<< /Size ${size} ${trailer} >>\n`
}

interface StreamTable {
  readonly offsets: ReadonlyMap<number, number>
  /** Numbers of the objects of the object stream, in its order; the stream itself has the number `size`. */
  readonly inside: readonly number[]
  readonly size: number
  readonly trailer: string
  readonly at: number
}

function xrefStream({ offsets, inside, size, trailer, at }: StreamTable): Buffer {
  const own = size + 1
  const rows = Array.from({ length: own + 1 }, (_, number) => {
    const row = Buffer.alloc(7)
    const index = inside.indexOf(number)
    const offset = number === own ? at : offsets.get(number)
    row.writeUInt8(index >= 0 ? 2 : offset === undefined ? 0 : 1, 0)
    row.writeUInt32BE(index >= 0 ? size : (offset ?? 0), 1)
    row.writeUInt16BE(Math.max(0, index), 5)
    return row
  })
  const entries = `/Type /XRef /Size ${own + 1} /W [1 4 2] /Filter /FlateDecode ${trailer}`
  return Buffer.concat([
    bytesOf(`${own} 0 obj\n`),
    streamBody(deflateSync(Buffer.concat(rows)), entries),
    bytesOf('\nendobj\n')
  ])
}
