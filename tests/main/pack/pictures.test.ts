import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { bareDossier, sha256Of, type SpecimenExhibit } from '../../specimen-dossier.ts'
import { BARE_FRONT_PAGES, cornerPicture, judge, packOf, pixelsOf, temporaryFolder } from './pack-fixtures.ts'

const FIRST_EXHIBIT_PAGE = BARE_FRONT_PAGES + 1

type Colour = readonly [number, number, number]
const COLOURS: Readonly<Record<string, Colour>> = {
  red: [255, 0, 0],
  green: [0, 255, 0],
  blue: [0, 0, 255],
  yellow: [255, 255, 0],
  white: [255, 255, 255],
  black: [0, 0, 0],
  light: [200, 200, 200]
}

function nameOf([red, green, blue]: Colour): string {
  const distance = ([r, g, b]: Colour) => Math.abs(r - red) + Math.abs(g - green) + Math.abs(b - blue)
  const [best] = Object.entries(COLOURS).toSorted(([, a], [, b]) => distance(a) - distance(b))
  return best !== undefined && distance(best[1]) < 120 ? best[0] : `${red},${green},${blue}`
}

/** Colours of the four quarters of what is drawn below the strip, and its proportion. */
async function quartersOf(path: string, page: number) {
  const { at, width, height } = await pixelsOf(path, page, 72)
  const isDrawn = (x: number, y: number) => at(x, y).some((value) => value < 245)
  const [top, bottom] = [109, 770]
  const columns = Array.from({ length: width }, (_, x) => x).filter((x) =>
    [115, 130, 150].some((y) => isDrawn(x, y))
  )
  const [left = 0, right = 0] = [columns[0], columns.at(-1)]
  const middle = Math.round((left + right) / 2)
  let end = top
  while (end < bottom && (isDrawn(middle - 30, end) || isDrawn(middle - 30, end + 3))) end++
  const x = (share: number) => left + (right - left) * share
  const y = (share: number) => top + (end - top) * share
  expect(height).toBe(842)
  return {
    quarters: [at(x(0.25), y(0.25)), at(x(0.75), y(0.25)), at(x(0.25), y(0.75)), at(x(0.75), y(0.75))].map(
      nameOf
    ),
    proportion: (right - left + 1) / (end - top)
  }
}

const picture = (bytes: Buffer, mediaType: string, caption: string): SpecimenExhibit => ({
  category: 'G',
  caption,
  bytes,
  mediaType,
  originalName: `${caption}.${mediaType.slice(6)}`
})

describe('JPEG in all eight orientations', () => {
  const expected: { quarters: string[]; proportion: number }[] = []
  const files: SpecimenExhibit[] = []
  let path = ''

  beforeAll(async () => {
    for (let orientation = 1; orientation <= 8; orientation++) {
      const bytes = await (
        await cornerPicture(640, 400)
      )
        .withMetadata({ orientation })
        .jpeg({ quality: 92 })
        .toBuffer()
      files.push(picture(bytes, 'image/jpeg', `orientation-${orientation}`))
      const { data, info } = await sharp(bytes).rotate().raw().toBuffer({ resolveWithObject: true })
      const at = (x: number, y: number): Colour => {
        const index = (Math.floor(y * info.height) * info.width + Math.floor(x * info.width)) * info.channels
        return [data[index] ?? 0, data[index + 1] ?? 0, data[index + 2] ?? 0]
      }
      expected.push({
        quarters: [at(0.25, 0.25), at(0.75, 0.25), at(0.25, 0.75), at(0.75, 0.75)].map(nameOf),
        proportion: info.width / info.height
      })
    }
    path = (await packOf(files, {}, {}, bareDossier())).path
  }, 60_000)

  it.each([1, 2, 3, 4, 5, 6, 7, 8])(
    'shows orientation %i upright, whole and in proportion',
    async (orientation) => {
      const shown = await quartersOf(path, FIRST_EXHIBIT_PAGE + orientation - 1)
      const wanted = expected[orientation - 1]
      expect(shown.quarters).toEqual(wanted?.quarters)
      expect(Math.abs(shown.proportion / (wanted?.proportion ?? 1) - 1)).toBeLessThan(0.03)
    }
  )

  it('keeps the very bytes of each photo', async () => {
    const folder = await temporaryFolder()
    await judge('pdfimages', '-all', path, join(folder, 'image'))
    const found = await Promise.all(
      (await readdir(folder)).map(async (name) => sha256Of(await readFile(join(folder, name))))
    )
    expect(found.toSorted()).toEqual(files.map(({ bytes }) => sha256Of(bytes)).toSorted())
  })
})

describe('pictures of every kind', () => {
  const quarters = ['red', 'green', 'blue', 'yellow']
  const cases: readonly (readonly [string, () => Promise<SpecimenExhibit>, readonly string[]])[] = [
    ['RGB PNG', async () => png(await (await cornerPicture(400, 300)).png().toBuffer()), quarters],
    [
      'palette PNG',
      async () => png(await (await cornerPicture(400, 300)).png({ palette: true }).toBuffer()),
      quarters
    ],
    [
      'interlaced PNG',
      async () => png(await (await cornerPicture(400, 300)).png({ progressive: true }).toBuffer()),
      quarters
    ],
    [
      '16-bit PNG',
      async () => png(await (await cornerPicture(400, 300)).toColourspace('rgb16').png().toBuffer()),
      quarters
    ],
    [
      'grey PNG',
      async () =>
        png(
          await sharp({ create: { width: 300, height: 300, channels: 3, background: '#c8c8c8' } })
            .toColourspace('b-w')
            .png()
            .toBuffer()
        ),
      ['light', 'light', 'light', 'light']
    ],
    [
      'PNG with transparency',
      async () =>
        png(
          await sharp({ create: { width: 300, height: 300, channels: 4, background: '#ff000000' } })
            .composite([
              {
                input: { create: { width: 300, height: 150, channels: 4, background: '#0000ff' } },
                left: 0,
                top: 0
              }
            ])
            .png()
            .toBuffer()
        ),
      ['blue', 'blue']
    ],
    [
      'grey JPEG',
      async () =>
        picture(
          await sharp({ create: { width: 300, height: 300, channels: 3, background: '#c8c8c8' } })
            .toColourspace('b-w')
            .jpeg()
            .toBuffer(),
          'image/jpeg',
          'grey'
        ),
      ['light', 'light', 'light', 'light']
    ],
    [
      'CMYK JPEG',
      async () =>
        picture(
          await (await cornerPicture(400, 300)).toColourspace('cmyk').jpeg().toBuffer(),
          'image/jpeg',
          'cmyk'
        ),
      quarters
    ],
    [
      'progressive JPEG',
      async () =>
        picture(
          await (await cornerPicture(400, 300)).jpeg({ progressive: true }).toBuffer(),
          'image/jpeg',
          'progressive'
        ),
      quarters
    ]
  ]
  const png = (bytes: Buffer) => picture(bytes, 'image/png', 'picture')
  let path = ''

  beforeAll(async () => {
    const files = await Promise.all(cases.map(([, make]) => make()))
    const made = await packOf(files, {}, {}, bareDossier())
    path = made.path
    expect(made.findings).toEqual([])
  }, 60_000)

  it.each(cases.map(([name], index) => [name, index] as const))(
    'shows a %s as it is',
    async (_name, index) => {
      const shown = (await quartersOf(path, FIRST_EXHIBIT_PAGE + index)).quarters
      const wanted = cases[index]?.[2] ?? []
      // A reader mixes the inks by its own idea: pure hues move, but red stays red and nothing is inverted.
      if (cases[index]?.[0] === 'CMYK JPEG') expect([shown[0], shown[3]]).toEqual(['red', 'yellow'])
      else expect(shown.slice(0, wanted.length)).toEqual(wanted)
    }
  )

  it('stays sound', async () => {
    expect(await judge('qpdf', '--check', path)).toContain('No syntax or stream encoding errors found')
  })
})
