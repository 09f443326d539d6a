import { expect, it } from 'vitest'
import { bareDossier } from '../../specimen-dossier.ts'
import { writtenPdf, onePage } from './absorb/written-pdf.ts'
import { BARE_FRONT_PAGES, packOf, pixelsOf } from './pack-fixtures.ts'

/** An area and a stroke in no colour and no width of their own. */
const CONTENT = '20 160 260 100 re f 20 50 m 280 50 l S'

it('draws a foreign page that names no colour and no width in those a page begins with, not in ours', async () => {
  const bytes = writtenPdf({
    ...onePage(''),
    4: `<< /Length ${CONTENT.length} >>\nstream\n${CONTENT}\nendstream`
  })
  const mediaType = 'application/pdf'
  const file = { category: 'G', caption: 'SPECIMEN', bytes, mediaType, originalName: 'a.pdf' } as const
  const { path } = await packOf([file], { language: 'en' }, {}, bareDossier())
  const { data, width } = await pixelsOf(path, BARE_FRONT_PAGES + 1, 144)
  /** What stands in the middle of the page, from its top to its foot. */
  const column = Array.from({ length: data.length / 3 / width }, (_, y) => {
    const at = (y * width + Math.floor(width / 2)) * 3
    return [data[at], data[at + 1], data[at + 2]]
  })
  const black = column.filter(([r = 255, g = 255, b = 255]) => r + g + b === 0).length
  const coloured = column.filter(([r = 0, , b = 0]) => b - r > 20)
  // 100 points of the area at nine tenths and two dots each.
  expect(black).toBeGreaterThan(170)
  // The rule of our band, three dots at most.
  expect(coloured.length).toBeLessThanOrEqual(3)
})
