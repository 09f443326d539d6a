import { createHash } from 'node:crypto'
import { closeSync, openSync, readSync } from 'node:fs'
import type { FontFace } from './font-set.ts'
import { readTables, type Table } from './sfnt.ts'

/** The outlines of some characters of a face, which grow in number while pages are written. */
export interface FontSubset {
  /** Number of the character's glyph in the subset; it joins with this. Throws when the face does not have it. */
  readonly glyphOf: (character: string) => number
  /** The characters so far, each with the number of its glyph. */
  readonly glyphs: ReadonlyMap<string, number>
  /** A TrueType file with the tables a CIDFontType2 needs (ISO 32000-1, 9.9, table 126) and no others. */
  readonly file: () => Buffer
  /** Of every glyph of that file, in font units. */
  readonly advances: () => readonly number[]
}

/** Of the parts of a compound glyph (OpenType, `glyf`): which fields follow, and whether another part does. */
const ARGUMENTS_ARE_WORDS = 0x0001
const HAS_SCALE = 0x0008
const MORE_PARTS = 0x0020
const HAS_TWO_SCALES = 0x0040
const HAS_MATRIX = 0x0080

/** The whole file, summed up as words, and this sum come to this number (OpenType, `head`). */
const CHECKSUM_MAGIC = 0xb1b0afba

/** The faces have no hinting of their own, so their outlines need no tables beside them. */
export function growSubset({ path, bytes, sfnt }: Pick<FontFace, 'path' | 'bytes' | 'sfnt'>): FontSubset {
  const order: number[] = [0]
  const placeOf = new Map<number, number>([[0, 0]])
  const glyphs = new Map<string, number>()
  const place = (glyph: number): number => {
    const known = placeOf.get(glyph)
    if (known !== undefined) return known
    placeOf.set(glyph, order.length)
    order.push(glyph)
    return order.length - 1
  }
  return {
    glyphOf: (character) => {
      const known = glyphs.get(character)
      if (known !== undefined) return known
      const glyph = sfnt.glyphOf(character.codePointAt(0) ?? 0)
      if (glyph === 0) throw new Error(`the face has no glyph for ${character}`)
      const fresh = place(glyph)
      glyphs.set(character, fresh)
      return fresh
    },
    glyphs,
    file: () => {
      const tables = readTables(bytes)
      const glyf = need(tables, 'glyf').at
      const outlines: Buffer[] = []
      const file = openSync(path, 'r')
      try {
        // Parts of compound glyphs join the end of the order while it is gone through.
        for (let at = 0; at < order.length; at++) {
          const [start, end] = sfnt.outlineOf(order[at]!)
          const outline = Buffer.alloc(end - start)
          readSync(file, outline, 0, outline.length, glyf + start)
          outlines.push(withPartsAt(outline, place))
        }
      } finally {
        closeSync(file)
      }
      return fileOf(tables, bytes, order, outlines, order.map(sfnt.advanceOf))
    },
    advances: () => order.map(sfnt.advanceOf)
  }
}

/** Renumbers the parts of a compound glyph in place. */
function withPartsAt(outline: Buffer, place: (glyph: number) => number): Buffer {
  if (outline.length === 0 || outline.readInt16BE(0) >= 0) return outline
  let at = 10
  for (;;) {
    const flags = outline.readUInt16BE(at)
    outline.writeUInt16BE(place(outline.readUInt16BE(at + 2)), at + 2)
    at += 4 + ((flags & ARGUMENTS_ARE_WORDS) !== 0 ? 4 : 2)
    if ((flags & HAS_SCALE) !== 0) at += 2
    else if ((flags & HAS_TWO_SCALES) !== 0) at += 4
    else if ((flags & HAS_MATRIX) !== 0) at += 8
    if ((flags & MORE_PARTS) === 0) return outline
  }
}

function fileOf(
  tables: ReadonlyMap<string, Table>,
  bytes: Buffer,
  order: readonly number[],
  outlines: readonly Buffer[],
  advances: readonly number[]
): Buffer {
  const copyOf = (tag: string) => {
    const { at, length } = need(tables, tag)
    return Buffer.from(bytes.subarray(at, at + length))
  }
  const head = copyOf('head')
  head.writeUInt32BE(0, 8)
  head.writeInt16BE(1, 50)
  const hhea = copyOf('hhea')
  const metrics = bytes.readUInt16BE(need(tables, 'hhea').at + 34)
  hhea.writeUInt16BE(order.length, 34)
  const maxp = copyOf('maxp')
  maxp.writeUInt16BE(order.length, 4)
  const hmtx = Buffer.alloc(order.length * 4)
  const loca = Buffer.alloc((order.length + 1) * 4)
  const padded = outlines.map(padToWord)
  let offset = 0
  order.forEach((glyph, at) => {
    hmtx.writeUInt16BE(advances[at]!, at * 4)
    hmtx.writeInt16BE(sideBearing(bytes, need(tables, 'hmtx').at, metrics, glyph), at * 4 + 2)
    offset += padded[at]!.length
    loca.writeUInt32BE(offset, (at + 1) * 4)
  })
  return assemble([
    ['glyf', Buffer.concat(padded)],
    ['head', head],
    ['hhea', hhea],
    ['hmtx', hmtx],
    ['loca', loca],
    ['maxp', maxp]
  ])
}

function sideBearing(bytes: Buffer, hmtx: number, metrics: number, glyph: number): number {
  // The last glyphs share one advance and have their side bearings alone behind it.
  return glyph < metrics
    ? bytes.readInt16BE(hmtx + glyph * 4 + 2)
    : bytes.readInt16BE(hmtx + metrics * 4 + (glyph - metrics) * 2)
}

/** Tables in the order of their tags, each from a multiple of four bytes on, with their checksums. */
function assemble(tables: readonly (readonly [tag: string, bytes: Buffer])[]): Buffer {
  const log = Math.floor(Math.log2(tables.length))
  const header = Buffer.alloc(12 + tables.length * 16)
  header.writeUInt32BE(0x00010000, 0)
  header.writeUInt16BE(tables.length, 4)
  header.writeUInt16BE(16 * 2 ** log, 6)
  header.writeUInt16BE(log, 8)
  header.writeUInt16BE(16 * (tables.length - 2 ** log), 10)
  let at = header.length
  let headAt = 0
  const bodies = tables.map(([tag, bytes], index) => {
    const record = 12 + index * 16
    const body = padToWord(bytes)
    header.write(tag, record, 'latin1')
    header.writeUInt32BE(sumOfWords(body), record + 4)
    header.writeUInt32BE(at, record + 8)
    header.writeUInt32BE(bytes.length, record + 12)
    if (tag === 'head') headAt = at
    at += body.length
    return body
  })
  const file = Buffer.concat([header, ...bodies])
  file.writeUInt32BE((CHECKSUM_MAGIC - sumOfWords(file)) >>> 0, headAt + 8)
  return file
}

function padToWord(bytes: Buffer): Buffer {
  const rest = bytes.length % 4
  return rest === 0 ? bytes : Buffer.concat([bytes, Buffer.alloc(4 - rest)])
}

function sumOfWords(bytes: Buffer): number {
  let sum = 0
  for (let at = 0; at < bytes.length; at += 4) sum = (sum + bytes.readUInt32BE(at)) >>> 0
  return sum
}

function need(tables: ReadonlyMap<string, Table>, tag: string): Table {
  const table = tables.get(tag)
  if (table === undefined) throw new Error(`font has no table ${tag}`)
  return table
}

/** Six letters that differ with the characters, as the format asks of subsets. */
export function subsetTag(characters: readonly string[]): string {
  const digest = createHash('sha256').update(characters.join('')).digest()
  return Array.from(digest.subarray(0, 6), (byte) => String.fromCharCode(65 + (byte % 26))).join('')
}
