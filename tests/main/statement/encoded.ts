/** Text as the bytes of an old encoding: the decoder's own table read backwards, as Node writes only Unicode. */
export function encodeAs(text: string, encoding: 'windows-1251' | 'gb18030'): Uint8Array {
  const table = TABLES[encoding]()
  return new Uint8Array([...text].flatMap((character) => bytesOf(table, character)))
}

function bytesOf(table: ReadonlyMap<string, readonly number[]>, character: string): readonly number[] {
  const bytes = table.get(character)
  if (bytes === undefined) throw new Error(`not in this encoding: ${character}`)
  return bytes
}

const TABLES = {
  'windows-1251': once(() => tableOf('windows-1251', singles())),
  gb18030: once(() => tableOf('gb18030', [...singles().slice(0, 0x80), ...doubles()]))
}

function once<Value>(make: () => Value): () => Value {
  let made: Value | null = null
  return () => (made ??= make())
}

function tableOf(
  encoding: string,
  codes: readonly (readonly number[])[]
): ReadonlyMap<string, readonly number[]> {
  const decoder = new TextDecoder(encoding)
  return new Map(codes.map((bytes) => [decoder.decode(new Uint8Array(bytes)), bytes]))
}

function singles(): readonly (readonly number[])[] {
  return Array.from({ length: 256 }, (_, byte) => [byte])
}

function doubles(): readonly (readonly number[])[] {
  const trails = Array.from({ length: 0xfe - 0x40 + 1 }, (_, at) => at + 0x40).filter((byte) => byte !== 0x7f)
  return Array.from({ length: 0xfe - 0x81 + 1 }, (_, at) => at + 0x81).flatMap((lead) =>
    trails.map((trail) => [lead, trail])
  )
}

export function utf16(text: string, order: 'le' | 'be', mark = true): Uint8Array {
  const bytes = Buffer.from(`${mark ? '\ufeff' : ''}${text}`, 'utf16le')
  return order === 'le' ? bytes : bytes.swap16()
}
