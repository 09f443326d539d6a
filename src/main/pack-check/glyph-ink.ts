/** Of these glyphs of a TrueType file, those without an outline: text that can be copied and not be seen. */
export function findGlyphsWithoutInk(font: Buffer, glyphs: readonly number[]): readonly number[] {
  const tables = tablesOf(font)
  const [head, loca, glyf] = [tables.get('head'), tables.get('loca'), tables.get('glyf')]
  if (head === undefined || loca === undefined || glyf === undefined) return glyphs
  // OpenType, `head`: indexToLocFormat at byte 50; the short form counts in pairs of bytes.
  const isLong = unsigned16(font, head.at + 50) === 1
  const width = isLong ? 4 : 2
  const offset = (glyph: number) => {
    const at = loca.at + glyph * width
    if (at + width > Math.min(font.length, loca.at + loca.length)) return 0
    return isLong ? font.readUInt32BE(at) : unsigned16(font, at) * 2
  }
  return glyphs.filter((glyph) => {
    const [start, end] = [offset(glyph), offset(glyph + 1)]
    return end <= start || glyf.at + end > font.length
  })
}

interface Table {
  readonly at: number
  readonly length: number
}

function tablesOf(font: Buffer): ReadonlyMap<string, Table> {
  const tables = new Map<string, Table>()
  const count = unsigned16(font, 4)
  for (let one = 0; one < count; one += 1) {
    const at = 12 + one * 16
    if (at + 16 > font.length) break
    const tag = font.toString('latin1', at, at + 4)
    tables.set(tag, { at: font.readUInt32BE(at + 8), length: font.readUInt32BE(at + 12) })
  }
  return tables
}

function unsigned16(font: Buffer, at: number): number {
  return at + 2 <= font.length ? font.readUInt16BE(at) : 0
}
