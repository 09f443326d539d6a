import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import type { Bar } from '../../../src/shared/domain/bar.ts'
import type { Dossier } from '../../../src/shared/domain/dossier.ts'
import type { PackLanguage } from '../../../src/shared/domain/pack-record.ts'
import { USUAL_PACK_SETTINGS, type PackSettings } from '../../../src/shared/domain/recipient-profile.ts'
import { filledDossier, withExhibits, type SpecimenExhibit } from '../../specimen-dossier.ts'
import { cornerPicture, judge, packOf, temporaryFolder } from './pack-fixtures.ts'

const MASKED: PackSettings = {
  ...USUAL_PACK_SETTINGS,
  masking: { documentNumbers: true, birthDates: false },
  purposeMark: true
}
const BARS: readonly Bar[] = [
  {
    id: '00000000-0000-4000-8000-0000000000b1',
    page: 1,
    x: 0.1,
    y: 0.2,
    width: 0.5,
    height: 0.1,
    what: 'number'
  },
  { id: '00000000-0000-4000-8000-0000000000b2', page: 1, x: 0.7, y: 0.8, width: 0.05, height: 0.03, what: '' }
]

/** A passport turned by its EXIF data, and a PNG that is no identity document. */
async function pictures(): Promise<readonly SpecimenExhibit[]> {
  const picture = await cornerPicture(900, 700)
  return [
    {
      ...{ category: 'A', caption: 'SPECIMEN passport', originalName: 'p.jpg', mediaType: 'image/jpeg' },
      bytes: await picture.clone().jpeg().withMetadata({ orientation: 6 }).toBuffer()
    },
    {
      ...{ category: 'B', caption: 'SPECIMEN bill', originalName: 'bill.png', mediaType: 'image/png' },
      bytes: await picture.clone().png().toBuffer()
    }
  ]
}

function covered(dossier: Dossier): Dossier {
  return { ...dossier, exhibits: dossier.exhibits.map((one) => ({ ...one, bars: BARS })) }
}

async function packWith(
  settings: PackSettings,
  language: PackLanguage = 'en',
  secondLanguage: PackLanguage | null = null
) {
  const files = await pictures()
  const dossier = covered(withExhibits(filledDossier(), files))
  const made = await packOf(files, { settings, language, secondLanguage, dossier })
  return { ...made, files }
}

/** The only picture of a page, taken out of the file by poppler. */
async function pictureOn(path: string, page: number): Promise<string> {
  const folder = await temporaryFolder()
  await judge('pdfimages', '-all', '-f', String(page), '-l', String(page), path, join(folder, 'image'))
  const [only = ''] = await readdir(folder)
  return join(folder, only)
}

/** The brightest sample of a part of a picture as it stands upright. */
async function brightest(picture: string | Buffer, { x, y, width, height }: Bar): Promise<number> {
  const { data, info } = await sharp(picture).autoOrient().raw().toBuffer({ resolveWithObject: true })
  let most = 0
  for (let row = Math.floor(y * info.height); row < Math.floor((y + height) * info.height); row += 1) {
    const line = row * info.width
    const [from, to] = [Math.floor(x * info.width), Math.floor((x + width) * info.width)]
    for (const sample of data.subarray((line + from) * info.channels, (line + to) * info.channels)) {
      most = Math.max(most, sample)
    }
  }
  return most
}

/** JPEG leaves a trace of the colours beside a bar. */
const BLACK = 24

describe('bars over a picture', () => {
  it('are pixels of the only copy that a masked pack has, upright, of identity documents and others', async () => {
    const { path, exhibits, files } = await packWith(MASKED)
    for (const [index, { firstPage }] of exhibits.entries()) {
      const copy = await pictureOn(path, firstPage)
      const { autoOrient } = await sharp(files[index]?.bytes).metadata()
      expect(await sharp(copy).metadata()).toMatchObject(autoOrient)
      // The label is white; what has none is nothing but black.
      expect(await brightest(copy, BARS[1]!)).toBeLessThan(BLACK)
      const [bar] = BARS
      const edge = { ...bar!, width: bar!.width / 6 }
      expect(await brightest(copy, edge)).toBeLessThan(BLACK)
      expect(await brightest(copy, bar!)).toBeGreaterThan(200)
      expect(await brightest(files[index]!.bytes, BARS[1]!)).toBeGreaterThan(100)
    }
    const names = await judge('pdfdetach', '-list', path)
    expect(names).not.toMatch(/p\.jpg|bill\.png/)
  })

  it('are told of below the picture, in the list of files and on the sheet on verifying', async () => {
    const { path, exhibits } = await packWith(MASKED)
    for (const { firstPage, number } of exhibits) {
      const page = String(firstPage)
      const text = await judge('pdftotext', '-layout', '-f', page, '-l', page, path, '-')
      expect(text).toContain('What was changed in this copy')
      expect(text).toMatch(/Covered by a bar\s+number and 1 more place/)
      expect(text).toMatch(/How\s+pixels removed, nothing lies under the bar/)
      expect(text).toMatch(/Original file\s+unchanged, kept by the subscriber/)
      expect(/Purpose\s+printed into the copy/.test(text)).toBe(number.startsWith('A'))
    }
    const all = (await judge('pdftotext', path, '-')).replace(/\s+/g, ' ')
    expect(all).toContain('what lies under black bars in exhibits A-1, B-1: its pixels are removed')
    expect(all).toContain('The original files of exhibits A-1, B-1 are not attached')
  })

  it('are told of in both languages of a pack, with their names once', async () => {
    const { path, exhibits } = await packWith(MASKED, 'ru', 'en')
    const page = String(exhibits[0]!.firstPage)
    const text = (await judge('pdftotext', '-layout', '-f', page, '-l', page, path, '-')).replace(/\s+/g, ' ')
    expect(text).toContain('Что изменено в этой копии What was changed in this copy')
    expect(text).toContain('Printed into the copy itself: “Copy only for ending contract 000-4711 with')
    expect(text).toContain('number и ещё 1 место and 1 more place')
  })

  it('are in no pack that masks nothing: it has the pictures whole', async () => {
    const { path, exhibits, files } = await packWith(USUAL_PACK_SETTINGS)
    const passport = await pictureOn(path, exhibits[0]!.firstPage)
    expect(await readFile(passport)).toEqual(files[0]?.bytes)
    expect(await brightest(await pictureOn(path, exhibits[1]!.firstPage), BARS[1]!)).toBeGreaterThan(100)
    expect(await judge('pdftotext', path, '-')).not.toContain('What was changed in this copy')
  })
})
