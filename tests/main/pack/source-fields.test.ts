import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { placeForeign } from '../../../src/main/pack/layout/foreign-page.ts'
import { shapeOf } from '../../../src/main/pack/layout/geometry.ts'
import { bareDossier } from '../../specimen-dossier.ts'
import { judge } from '../pack-check/broken-packs.ts'
import { writtenPdf } from './absorb/written-pdf.ts'
import { judge as run, onDisk, packOf, temporaryFolder } from './pack-fixtures.ts'
import { keysOf, textsOf } from './pack-reading.ts'

const hex = (text: string) => `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`

let nextNumber = 10
const fields: Record<number, string> = {}
function field(rect: string, entries: string): void {
  fields[nextNumber] = `<< /Type /Annot /Subtype /Widget /Rect [${rect}] ${entries} >>`
  nextNumber += 1
}

const FRAME = '/MK << /BC [0 0 0] >>'
field('20 360 200 380', `/FT /Tx /V ${hex('Иван Specimen 样例')} ${FRAME}`)
field('20 330 200 350', '/Parent 8 0 R /Q 2 /DA (/Helv 9 Tf 0 g)')
field('20 260 200 320', `/FT /Tx /Ff 4096 /DA (/HeBo 10 Tf) /V ${hex('line one\rстрока два '.repeat(2))}`)
field('20 230 200 250', `/FT /Tx /Ff 16777216 /MaxLen 10 /V (1234567) ${FRAME}`)
field('20 200 40 220', `/FT /Btn /AS /Yes ${FRAME}`)
field('50 200 70 220', `/FT /Btn /AS /Off ${FRAME}`)
field('80 200 100 220', `/FT /Btn /Ff 32768 /V /One /MK << /CA (l) /BC [0] >>`)
field('20 170 200 190', `/FT /Ch /Ff 131072 /V (b) /Opt [[(a) (first choice)] [(b) (second choice)]]`)
field('20 110 200 160', `/FT /Ch /V [(red) (blue)] /Opt [(red) (green) (blue)] ${FRAME}`)
field('220 110 240 380', `/FT /Tx /V (upright) /MK << /R 90 >>`)
field('250 200 390 215', `/FT /Tx /Ff 8192 /V (secret)`)
field('250 230 390 245', `/FT /Tx /F 2 /V (hidden)`)
field('250 260 390 275', `/FT /Tx /V (too long to fit into its field at the size of twelve) /DA (/F 12 Tf)`)
field('250 290 390 305', `/FT /Tx /V (${'\\360\\237'}) /DA (/F 12 Tf)`)
field('250 320 390 335', `/FT /Tx /V ${hex('𓀀')} /DA (/F 12 Tf)`)
field('250 350 390 365', `/FT /Tx /V (once) /AP << /N 7 0 R >>`)

const LOOK = 'BT /F1 9 Tf 2 3 Td (stale) Tj ET'

/** A form that leaves the looks of its fields to the reader; `needs` says so openly, else they are just missing. */
function formPdf(needs: boolean): Buffer {
  const own = Object.fromEntries(Object.entries(fields).filter(([, body]) => needs || !body.includes('/AP')))
  const refs = Object.keys(own).map((number) => `${number} 0 R`)
  return writtenPdf({
    1: `<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [${refs.join(' ')}] /DA (/Helv 0 Tf 0 g) ${needs ? '/NeedAppearances true' : ''} >> >>`,
    2: '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
    3: `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 400] /Annots [${refs.join(' ')}] /Resources << >> >>`,
    6: '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    7: `<< /Subtype /Form /BBox [0 0 140 15] /Resources << /Font << /F1 6 0 R >> >> /Length ${LOOK.length} >>\nstream\n${LOOK}\nendstream`,
    8: `<< /FT /Tx /V (${'to the right'}) >>`,
    ...own
  })
}

async function packed(bytes: Buffer) {
  const files = [
    { category: 'C', caption: 'form', bytes, originalName: 'form.pdf', mediaType: 'application/pdf' } as const
  ]
  const made = await packOf(files, { language: 'en' }, {}, bareDossier())
  return { ...made, page: made.exhibits[0]?.firstPage ?? 0 }
}

/** Where a word stands on a page, in points from the lower left. */
async function placeOf(path: string, page: number, word: string) {
  const one = String(page)
  const found = await run('pdftotext', '-bbox', '-f', one, '-l', one, path, '-')
  const [, x0, y0, x1, y1] =
    new RegExp(`xMin="([\\d.]+)" yMin="([\\d.]+)" xMax="([\\d.]+)" yMax="([\\d.]+)">${word}<`).exec(found) ??
    []
  return [Number(x0), 842 - Number(y1), Number(x1), 842 - Number(y0)] as const
}

const { matrix } = placeForeign({ visible: [0, 0, 400, 400], rotation: 0, userUnit: 1 }, shapeOf('A4'))
const onSheet = (x: number, y: number) => [matrix[0] * x + matrix[4], matrix[3] * y + matrix[5]] as const

const VALUES = [
  'Иван Specimen 样例',
  'to the right',
  'line one',
  'строка два',
  'second choice',
  'red',
  'blue',
  '******',
  'too long to fit into its field at the size of twelve'
]

describe('form fields that the document does not draw', () => {
  const ways: Buffer[] = []
  beforeAll(async () => {
    const locked = join(await temporaryFolder(), 'locked.pdf')
    await run(
      'qpdf',
      '--allow-weak-crypto',
      '--encrypt',
      '',
      'owner',
      '128',
      '--',
      await onDisk(formPdf(false)),
      locked
    )
    ways.push(formPdf(false), await readFile(locked), formPdf(true))
  })

  it.each([0, 1, 2])('show what they hold, read by three programs (%s)', async (way) => {
    const { path, page, findings } = await packed(ways[way] ?? Buffer.alloc(0))
    for (const text of await textsOf(path, page)) {
      const flat = text.replace(/\s+/g, ' ')
      for (const value of VALUES) expect(flat).toContain(value)
      for (const gone of ['hidden', 'secret', 'stale', 'green']) expect(flat).not.toContain(gone)
      expect(flat.includes('once')).toBe(way === 2)
    }
    expect(findings).toEqual([{ code: 'missing-glyphs', characters: '𓀀' }])
    const keys = await keysOf(path)
    for (const key of ['/AcroForm', '/Widget', '/V', '/DA']) expect(keys.get(key), key).toBeUndefined()
    expect((await judge(await readFile(path))).get('N18')?.state).toBe('held')
  })

  it('show it where the field stands', async () => {
    const { path, page } = await packed(ways[0] ?? Buffer.alloc(0))
    for (const [word, rect] of [
      ['Specimen', [20, 360, 200, 380]],
      ['right', [150, 330, 200, 350]],
      ['twelve', [250, 260, 391, 275]],
      ['второй|строка', [20, 260, 200, 320]]
    ] as const) {
      const [x0, y0, x1, y1] = await placeOf(path, page, `(?:${word})`)
      const [left, bottom] = onSheet(rect[0], rect[1])
      const [right, top] = onSheet(rect[2], rect[3])
      expect(x0, word).toBeGreaterThanOrEqual(left)
      expect(x1, word).toBeLessThanOrEqual(right + 1)
      expect(y0, word).toBeGreaterThanOrEqual(bottom - 4)
      expect(y1, word).toBeLessThanOrEqual(top + 4)
    }
  })
})
