/**
 * The few tables of a TrueType font the pack needs: which characters it has, how wide they are and whether
 * their glyphs have an outline at all. Reading them here keeps layout independent of any font library.
 */
export interface Sfnt {
  readonly unitsPerEm: number
  readonly ascender: number
  readonly descender: number
  readonly capHeight: number
  readonly boundingBox: readonly [number, number, number, number]
  readonly glyphCount: number
  /** 0 where the font does not have the character. */
  readonly glyphOf: (codePoint: number) => number
  /** In font units. */
  readonly advanceOf: (glyph: number) => number
  /** Whether anything is drawn for the glyph. */
  readonly hasOutline: (glyph: number) => boolean
  /** Where the glyph's outline stands in the table `glyf`. */
  readonly outlineOf: (glyph: number) => readonly [start: number, end: number]
}

export interface Table {
  readonly at: number
  readonly length: number
}

export function readSfnt(bytes: Buffer): Sfnt {
  const tables = readTables(bytes)
  const need = (tag: string): Table => {
    const table = tables.get(tag)
    if (table === undefined) throw new Error(`font has no table ${tag}`)
    return table
  }
  const head = need('head').at
  const hhea = need('hhea').at
  const glyphCount = bytes.readUInt16BE(need('maxp').at + 4)
  const hmtx = need('hmtx').at
  const metricCount = bytes.readUInt16BE(hhea + 34)
  const loca = need('loca').at
  const isLong = bytes.readInt16BE(head + 50) === 1
  const offsetOf = (glyph: number) =>
    isLong ? bytes.readUInt32BE(loca + glyph * 4) : bytes.readUInt16BE(loca + glyph * 2) * 2
  const os2 = tables.get('OS/2')
  const ascender = bytes.readInt16BE(hhea + 4)
  return {
    unitsPerEm: bytes.readUInt16BE(head + 18),
    ascender,
    descender: bytes.readInt16BE(hhea + 6),
    // sCapHeight came with version 2 of the table.
    capHeight: os2 !== undefined && os2.length >= 90 ? bytes.readInt16BE(os2.at + 88) : ascender,
    boundingBox: [36, 38, 40, 42].map((at) => bytes.readInt16BE(head + at)) as unknown as Sfnt['boundingBox'],
    glyphCount,
    glyphOf: remembered(readCmap(bytes, need('cmap').at)),
    advanceOf: (glyph) => bytes.readUInt16BE(hmtx + Math.min(glyph, metricCount - 1) * 4),
    hasOutline: (glyph) => glyph < glyphCount && offsetOf(glyph + 1) > offsetOf(glyph),
    outlineOf: (glyph) => [offsetOf(glyph), offsetOf(glyph + 1)]
  }
}

/** A pack uses some hundreds of characters, each of them thousands of times. */
function remembered(glyphOf: Sfnt['glyphOf']): Sfnt['glyphOf'] {
  const known = new Map<number, number>()
  return (codePoint) => {
    const glyph = known.get(codePoint) ?? glyphOf(codePoint)
    known.set(codePoint, glyph)
    return glyph
  }
}

export function readTables(bytes: Buffer): ReadonlyMap<string, Table> {
  const tables = new Map<string, Table>()
  const count = bytes.readUInt16BE(4)
  for (let index = 0; index < count; index++) {
    const record = 12 + index * 16
    tables.set(bytes.toString('latin1', record, record + 4), {
      at: bytes.readUInt32BE(record + 8),
      length: bytes.readUInt32BE(record + 12)
    })
  }
  return tables
}

/** Prefers the table of the whole of Unicode (format 12) to that of the first plane (format 4). */
function readCmap(bytes: Buffer, cmap: number): (codePoint: number) => number {
  const count = bytes.readUInt16BE(cmap + 2)
  let first: number | null = null
  for (let index = 0; index < count; index++) {
    const table = cmap + bytes.readUInt32BE(cmap + 4 + index * 8 + 4)
    const format = bytes.readUInt16BE(table)
    if (format === 12) return (codePoint) => lookUpGroups(bytes, table, codePoint)
    if (format === 4) first = table
  }
  if (first === null) throw new Error('font has no Unicode character map')
  const table = first
  return (codePoint) => (codePoint > 0xffff ? 0 : lookUpSegments(bytes, table, codePoint))
}

function lookUpGroups(bytes: Buffer, table: number, codePoint: number): number {
  let low = 0
  let high = bytes.readUInt32BE(table + 12) - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const group = table + 16 + middle * 12
    if (codePoint < bytes.readUInt32BE(group)) high = middle - 1
    else if (codePoint > bytes.readUInt32BE(group + 4)) low = middle + 1
    else return bytes.readUInt32BE(group + 8) + codePoint - bytes.readUInt32BE(group)
  }
  return 0
}

function lookUpSegments(bytes: Buffer, table: number, codePoint: number): number {
  const doubled = bytes.readUInt16BE(table + 6)
  const ends = table + 14
  const starts = ends + doubled + 2
  for (let at = 0; at < doubled; at += 2) {
    if (codePoint > bytes.readUInt16BE(ends + at)) continue
    const start = bytes.readUInt16BE(starts + at)
    if (codePoint < start) return 0
    const delta = bytes.readUInt16BE(starts + doubled + at)
    const rangeAt = starts + doubled * 2 + at
    const range = bytes.readUInt16BE(rangeAt)
    if (range === 0) return (codePoint + delta) & 0xffff
    const glyph = bytes.readUInt16BE(rangeAt + range + (codePoint - start) * 2)
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff
  }
  return 0
}
