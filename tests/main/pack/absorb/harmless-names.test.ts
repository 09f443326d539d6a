import { deflateSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { absorbDocument } from '../../../../src/main/pack/absorb/absorb-document.ts'
import { judge, pixelsOf } from '../pack-fixtures.ts'
import { keysOf, pageTexts } from '../pack-reading.ts'
import { absorbedFile } from './absorbed-file.ts'
import { writtenPdf } from './written-pdf.ts'

const stream = (content: string, entries = '') =>
  `<< /Length ${content.length} ${entries}>>\nstream\n${content}\nendstream`
const packed = (content: string, entries = '') =>
  stream(deflateSync(content).toString('latin1'), `/Filter /FlateDecode ${entries}`)

/** A page all of whose resources are called as actions are: a font, forms in each other, a pattern, a glyph. */
const document = writtenPdf({
  1: '<< /Type /Catalog /Pages 2 0 R >>',
  2: `<< /Type /Pages /Count 1 /Kids [3 0 R] /Resources << /Font << /JS 5 0 R /URI 9 0 R >> /XObject << /A#41 6 0 R >>
    /Pattern << /Launch 8 0 R >> >> >>`,
  3: '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 300] /Contents [4 0 R 11 0 R] >>',
  4: packed('BT /JS 20 Tf 30 150 Td (SPECIMEN /JS) Tj ET /AA Do /Pattern cs /Launch scn 0 0'),
  5: '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  6: packed(
    '/XFA Do',
    '/Type /XObject /Subtype /Form /BBox [0 0 300 300] /Resources << /XObject << /XFA 7 0 R >> >> '
  ),
  7: stream('1 0 0 rg 200 200 50 50 re f', '/Type /XObject /Subtype /Form /BBox [0 0 300 300] '),
  8: packed(
    '/Movie gs 0 0 1 rg 0 0 10 10 re f',
    `/PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 10 10] /XStep 10 /YStep 10
      /Resources << /ExtGState << /Movie << /ca 1 >> >> >> `
  ),
  9: `<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1000 1000] /FontMatrix [0.001 0 0 0.001 0 0] /FirstChar 97 /LastChar 97
    /Widths [1000] /Encoding << /Differences [97 /Sound] >> /CharProcs << /Sound 10 0 R >> /Resources << >> >>`,
  10: packed('1000 0 0 0 1000 1000 d1 0 0 1000 1000 re f'),
  11: stream('50 50 re f 0 1 0 rg BT /URI 40 Tf 100 20 Td (a) Tj ET')
})

it('draws with resources that are called as actions are, under other names', async () => {
  const path = await absorbedFile(absorbDocument, document)
  expect((await pageTexts(path))[0]?.trim()).toContain('SPECIMEN /JS')
  const keys = await keysOf(path)
  for (const name of ['JS', 'AA', 'URI', 'XFA', 'Launch', 'Movie', 'Sound']) {
    expect(keys.get(`/${name}`), name).toBeUndefined()
    expect(await judge('mutool', 'show', path, 'grep')).not.toMatch(new RegExp(`/${name}\\b`))
  }
  const pixels = await pixelsOf(path, 1)
  expect(pixels.at(225, 75)).toEqual([255, 0, 0])
  expect(pixels.at(25, 275)).toEqual([0, 0, 255])
  expect(pixels.at(120, 260)).toEqual([0, 255, 0])
})
