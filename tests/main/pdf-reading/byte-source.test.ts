import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  bytesInMemory,
  bytesInWindows,
  lookFor,
  type Look
} from '../../../src/main/pdf-reading/byte-source.ts'
import { PdfOdd } from '../../../src/main/pdf-reading/pdf-odd.ts'

/** A file in windows, and how much of it was read. */
function windowsOf(bytes: Buffer) {
  let read = 0
  const source = bytesInWindows({
    sizeBytes: bytes.length,
    readSync: (at, into) => {
      read += into.length
      into.set(bytes.subarray(at, at + into.length))
    },
    readInto: async (at, into) => into.set(bytes.subarray(at, at + into.length))
  })
  return { source, readBytes: () => read }
}

const line = ({ bytes, at }: Look) => {
  const end = bytes.indexOf(0x0a, at)
  if (end === -1) throw new PdfOdd('no end')
  return { text: bytes.toString('latin1', at, end), to: end }
}

it('reads the same through windows as in memory, however long a line is', () => {
  const lines = fc.array(fc.nat(200_000), { minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(lines, fc.array(fc.nat(5), { maxLength: 12 }), (lengths, order) => {
      const texts = lengths.map((length, index) => String(index).repeat(length))
      const bytes = Buffer.from(texts.map((text) => `${text}\n`).join(''))
      const [memory, { source }] = [bytesInMemory(bytes), windowsOf(bytes)]
      for (const wanted of order.filter((index) => index < texts.length)) {
        const at = texts.slice(0, wanted).join('\n').length + (wanted === 0 ? 0 : 1)
        expect(lookFor(source, at, line).text).toBe(lookFor(memory, at, line).text)
      }
    }),
    { numRuns: 50 }
  )
})

it('reads what lies close together once, and nothing of the rest', () => {
  const bytes = Buffer.alloc(10_000_000, 'SPECIMEN\n')
  const { source, readBytes } = windowsOf(bytes)
  for (let at = 4_500_000; at < 4_550_000; at += 900) expect(lookFor(source, at, line).text).toBe('SPECIMEN')
  expect(readBytes()).toBeLessThan(200_000)
})

it('calls odd what has no end anywhere', () => {
  const { source } = windowsOf(Buffer.alloc(300_000, 'x'))
  expect(() => lookFor(source, 10, line)).toThrow(PdfOdd)
})
