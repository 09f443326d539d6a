import { either, shown, slip, type CorpusFile, type Expected } from './corpus-file.ts'
import { bytesOf } from './raw-pdf.ts'
import { specimenPdf, SPECIMEN_TEXTS } from './specimen-pdf.ts'

/** Files that are a PDF only by name or by their first bytes, or were changed on the way. */
export function strangerPdfs(): readonly CorpusFile[] {
  const { bytes } = specimenPdf()
  const text = bytes.toString('latin1')
  const NOT_A_PDF = slip('no-page-form')
  /** What it says is shown as the text it is. */
  const TEXT = shown(1)
  const BROKEN = slip('pdf-broken')
  const cases: readonly (readonly [string, Buffer, Expected])[] = [
    ['only-a-header', bytesOf('%PDF-1.7'), BROKEN],
    ['header-and-end', bytesOf('%PDF-1.7\n%%EOF\n'), BROKEN],
    ['header-and-zeros', Buffer.concat([bytesOf('%PDF-1.7\n'), Buffer.alloc(20_000)]), BROKEN],
    ['header-and-brackets', bytesOf(`%PDF-1.7\n${'['.repeat(30_000)}`), BROKEN],
    ['header-and-comments', bytesOf(`%PDF-1.7\n${'%'.repeat(200_000)}`), BROKEN],
    ['header-and-numbers', bytesOf(`%PDF-1.7\n${'1 0 obj '.repeat(10_000)}`), BROKEN],
    ['header-and-spaces', bytesOf(`%PDF-1.7\n${' '.repeat(500_000)}startxref`), BROKEN],
    ['header-and-digits', bytesOf(`%PDF-1.7\n${'9'.repeat(200_000)} 0 obj`), BROKEN],
    ['header-and-open-string', bytesOf(`%PDF-1.7\n1 0 obj\n(${'x'.repeat(100_000)}`), BROKEN],
    ['header-and-ends', bytesOf(`%PDF-1.7\n${'endobj endstream startxref '.repeat(10_000)}`), BROKEN],
    ['one-byte', bytesOf('%'), TEXT],
    ['plain-text', bytesOf('SPECIMEN, no PDF at all'), TEXT],
    ['archive', bytesOf('PK\x03\x04 SPECIMEN'), NOT_A_PDF],
    ['late-header', Buffer.concat([bytesOf('SPECIMEN mail\n'), bytes]), NOT_A_PDF],
    ['byte-order-mark', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes]), either()],
    ['utf-16', Buffer.from(text, 'utf16le'), NOT_A_PDF],
    ['version-9', specimenPdf({ header: '%PDF-9.9\n' }).bytes, shown(2)],
    ['version-2', specimenPdf({ header: '%PDF-2.0\n' }).bytes, shown(2)],
    ['version-none', specimenPdf({ header: '%PDF-\n' }).bytes, either(2)],
    ['lines-as-text', bytesOf(text.replace(/\n/g, '\r\n')), either(2)],
    ['lines-of-old-macs', bytesOf(text.replace(/\n/g, '\r')), either(2)],
    ['only-seven-bits', bytes.map((byte) => byte & 0x7f) as Buffer, either(2)],
    ['as-utf-8', Buffer.from(text, 'utf8'), either(2)],
    ['twice-in-a-row', Buffer.concat([bytes, bytes]), either(2)],
    ['noise-behind', Buffer.concat([bytes, bytesOf('SPECIMEN '.repeat(4000))]), either(2)],
    [
      'no-objects-but-a-table',
      bytesOf(
        '%PDF-1.7\nxref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 1 /Root 1 0 R >>\nstartxref\n9\n%%EOF\n'
      ),
      BROKEN
    ]
  ]
  return cases.map(([name, file, expected]) => ({
    name: `stranger-${name}.pdf`,
    bytes: Buffer.from(file),
    expected,
    texts: expected.kind === 'shown' && expected !== TEXT ? SPECIMEN_TEXTS : []
  }))
}
