import { expect, it } from 'vitest'
import { mendedDocument } from '../../../../src/main/pack/absorb/mended-document.ts'
import { bytesInMemory, bytesInWindows } from '../../../../src/main/pdf-reading/byte-source.ts'
import { onePage, writtenPdf } from './written-pdf.ts'

/** Too long to be copied at once. */
const PIXELS = 'SPECIMEN'.repeat(20_000)

const DOCUMENT = writtenPdf({
  ...onePage('SPECIMEN'),
  3: '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 300] /Resources << /Font << /F1 5 0 R >> /XObject << /I 6 0 R >> >> /Contents 4 0 R >>',
  6: `<< /Subtype /Image /Width 400 /Height 400 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length ${PIXELS.length} >>\nstream\n${PIXELS}\nendstream`
})

it.each([
  ['in memory', bytesInMemory(DOCUMENT)],
  [
    'read in places',
    bytesInWindows({
      sizeBytes: DOCUMENT.length,
      readSync: (at, into) => void into.set(DOCUMENT.subarray(at, at + into.length)),
      readInto: async (at, into) => void into.set(DOCUMENT.subarray(at, at + into.length))
    })
  ]
])('holds the pictures of a document %s', async (_where, source) => {
  const mended = await mendedDocument(source, new AbortController().signal)
  expect(mended.toString('latin1')).toContain(PIXELS)
})
