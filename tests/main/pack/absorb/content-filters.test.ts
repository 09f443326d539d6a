import { deflateSync } from 'node:zlib'
import { decodePDFRawStream, PDFDocument, PDFRawStream } from 'pdf-lib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ContentRoom } from '../../../../src/main/pack/absorb/content-filters.ts'
import { PdfRefused } from '../../../../src/main/pack/absorb/pdf-refused.ts'

const step = (name: string) => ({ name, isEarly: true, isPredicted: false })

const unpack = (bytes: Uint8Array, ...names: readonly string[]) =>
  Buffer.from(new ContentRoom(0).unpack(names.map(step), bytes))

/** Packs as an old program would: codes grow a step early, the table is emptied when it is full. */
function packLzw(bytes: Uint8Array): Buffer {
  const out: number[] = []
  let [held, heldBits, width] = [0, 0, 9]
  const put = (code: number) => {
    held = (held << width) | code
    heldBits += width
    for (; heldBits >= 8; heldBits -= 8) out.push((held >> (heldBits - 8)) & 0xff)
    held &= 0xff
  }
  let table = new Map<string, number>()
  const clear = () => {
    put(256)
    table = new Map(Array.from({ length: 256 }, (_, code) => [String.fromCharCode(code), code]))
    width = 9
  }
  clear()
  let known = ''
  for (const byte of bytes) {
    const longer = known + String.fromCharCode(byte)
    if (table.has(longer)) {
      known = longer
      continue
    }
    put(table.get(known) ?? 0)
    // The two codes that are no text count as entries.
    const next = table.size + 2
    table.set(longer, next)
    width = next + 1 >= 2048 ? 12 : next + 1 >= 1024 ? 11 : next + 1 >= 512 ? 10 : 9
    if (next === 4093) clear()
    known = String.fromCharCode(byte)
  }
  if (known !== '') put(table.get(known) ?? 0)
  put(257)
  if (heldBits > 0) out.push((held << (8 - heldBits)) & 0xff)
  return Buffer.from(out)
}

/** A stream of few letters, which LZW packs well. */
const text = fc
  .array(fc.constantFrom(65, 66, 10, 200), { maxLength: 20_000 })
  .map((codes) => Buffer.from(codes))

describe('what unpacks the instructions of a page', () => {
  it('reads the example of the standard', () => {
    expect(unpack(Buffer.from('800b6050220c0c8501', 'hex'), 'LZWDecode').toString('hex')).toBe(
      '2d2d2d2d2d412d2d2d42'
    )
    expect(unpack(Buffer.from('45 5\n4>7', 'latin1'), 'ASCIIHexDecode').toString()).toBe('ET')
    expect(unpack(Buffer.from('9jqo^BlbD-BleB1DJ+*+F(f,q~>zz'), 'ASCII85Decode').toString()).toBe(
      'Man is distinguished'
    )
    expect(unpack(Buffer.from('z~>'), 'ASCII85Decode')).toEqual(Buffer.alloc(4))
    expect(unpack(Buffer.from([2, 65, 66, 67, 254, 68, 128, 1]), 'RunLengthDecode').toString()).toBe('ABCDDD')
  })

  it('reads LZW as the library does, alone and behind others', async () => {
    const { context } = await PDFDocument.create()
    fc.assert(
      fc.property(text, (bytes) => {
        const packed = packLzw(bytes)
        expect(unpack(packed, 'LZWDecode')).toEqual(bytes)
        expect(unpack(deflateSync(packed), 'FlateDecode', 'LZWDecode')).toEqual(bytes)
        const dict = context.obj({ Filter: 'LZWDecode' })
        expect(Buffer.from(decodePDFRawStream(PDFRawStream.of(dict, packed)).decode())).toEqual(bytes)
      }),
      { numRuns: 30 }
    )
  })

  it('ends with a refusal or some bytes, whatever it is given', () => {
    const names = fc.array(
      fc.constantFrom(
        'LZWDecode',
        'ASCIIHexDecode',
        'ASCII85Decode',
        'RunLengthDecode',
        'FlateDecode',
        'DCTDecode'
      ),
      { maxLength: 3 }
    )
    fc.assert(
      fc.property(names, fc.uint8Array({ maxLength: 400 }), (chain, bytes) => {
        try {
          unpack(bytes, ...chain)
        } catch (error) {
          expect(error).toBeInstanceOf(PdfRefused)
        }
      }),
      { numRuns: 500 }
    )
  })

  it('refuses what unpacks to more than a document has, also bit by bit', () => {
    const bomb = deflateSync(Buffer.alloc(1000))
    const room = new ContentRoom(0, 2500)
    const again = () => room.unpack([step('FlateDecode')], bomb)
    expect(again()).toHaveLength(1000)
    again()
    expect(again).toThrow(PdfRefused)
    for (const [name, packed] of [
      ['LZWDecode', packLzw(Buffer.alloc(3000))],
      ['RunLengthDecode', Buffer.from('8141'.repeat(30), 'hex')]
    ] as const) {
      const small = new ContentRoom(0, 2500)
      expect(() => small.unpack([step(name)], packed), name).toThrow(PdfRefused)
    }
  })

  it('measures what passes as it is only where it may be too much', () => {
    const MEGABYTE = Buffer.alloc(1024 * 1024)
    const bomb = deflateSync(MEGABYTE)
    const measure = (most: number, bytes: Buffer, ...names: readonly string[]) =>
      new ContentRoom(0, most).measure(names.map(step), bytes)
    expect(() => measure(1000, bomb, 'FlateDecode')).toThrow(PdfRefused)
    expect(() => measure(1000, deflateSync(bomb), 'FlateDecode', 'FlateDecode')).toThrow(PdfRefused)
    expect(() => measure(1000, MEGABYTE)).not.toThrow()
    // Too short to be much, whatever it is.
    expect(() => measure(100_000, Buffer.alloc(90), 'FlateDecode')).not.toThrow()
    expect(() => measure(100_000, Buffer.alloc(100), 'FlateDecode')).toThrow(PdfRefused)
  })

  it('refuses copies without end of what passes as it is', () => {
    const room = new ContentRoom(1000)
    const plain = Buffer.alloc(40 * 1024 * 1024)
    room.measure([], plain)
    expect(() => room.measure([], plain)).toThrow(PdfRefused)
  })
})
