import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { USUAL_PACK_SETTINGS, type PackSettings } from '../../../src/shared/domain/recipient-profile.ts'
import { packRenderer } from '../../pack-renderer.ts'
import type { SpecimenExhibit } from '../../specimen-dossier.ts'
import { onePage, writtenPdf } from '../pack/absorb/written-pdf.ts'
import { packOf } from '../pack/pack-fixtures.ts'
import { answerOf, judge } from './broken-packs.ts'

const ARCHIVAL: PackSettings = { ...USUAL_PACK_SETTINGS, form: 'archival' }

const PICTURE =
  '<< /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 4 >>\nstream\n\x10\x80\x40\xc0\nendstream'
const DRAWN = '280 0 0 280 10 10 cm /I Do'
const PAGE = {
  ...onePage(''),
  3: '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 300] /Resources << /XObject << /I 5 0 R >> >> /Contents 4 0 R >>',
  4: `<< /Length ${DRAWN.length} >>\nstream\n${DRAWN}\nendstream`,
  5: PICTURE
}
/** A form that was scanned, and filled in with a program that leaves the look of its field to the reader. */
const FILLED = writtenPdf({
  ...PAGE,
  1: '<< /Type /Catalog /Pages 2 0 R /AcroForm << /NeedAppearances true /Fields [6 0 R] /DA (/Helv 0 Tf) >> >>',
  3: PAGE[3].replace('/Contents', '/Annots [6 0 R] /Contents'),
  6: '<< /Type /Annot /Subtype /Widget /FT /Tx /Rect [20 60 280 90] /V (SPECIMENTOWN) >>'
})

async function n9(bytes: Buffer, settings: PackSettings, category: SpecimenExhibit['category'] = 'G') {
  const mediaType = 'application/pdf'
  const file = { category, caption: 'SPECIMEN', bytes, mediaType, originalName: 'source.pdf' }
  const { path } = await packOf([file], { settings }, { renderer: await packRenderer() })
  return answerOf((await judge(await readFile(path))).get('N9'))
}

it.each([
  ['working', USUAL_PACK_SETTINGS],
  ['archival', ARCHIVAL]
])('finds what the fields of a scanned form were filled with, in a %s pack', async (_form, settings) => {
  expect(await n9(FILLED, settings)).toBe('held')
  expect(await n9(writtenPdf(PAGE), settings)).toBe('pages-are-pictures')
})

it('takes the purpose mark across a scanned document for no text of it', async () => {
  const masking = { documentNumbers: true, birthDates: true }
  const settings = { ...USUAL_PACK_SETTINGS, masking, purposeMark: true }
  expect(await n9(writtenPdf(PAGE), settings, 'A')).toBe('pages-are-pictures')
})
