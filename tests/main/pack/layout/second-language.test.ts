import { PDFDocument } from 'pdf-lib'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Bar } from '../../../../src/shared/domain/bar.ts'
import { PACK_LANGUAGES } from '../../../../src/shared/domain/pack-record.ts'
import { readFontSet, type FontSet } from '../../../../src/main/pack/fonts/font-set.ts'
import { createTextMeasure } from '../../../../src/main/pack/fonts/text-measure.ts'
import { textPath } from '../../../../src/main/pack/fonts/text-path.ts'
import { burntBars } from '../../../../src/main/pack/layout/burnt-bars.ts'
import { createFormats } from '../../../../src/main/pack/layout/formats.ts'
import { purposeMarks } from '../../../../src/main/pack/layout/purpose-mark.ts'
import { formsOf, paired } from '../../../../src/main/pack/words/paired.ts'
import { wordsFor } from '../../../../src/main/pack/words/words-for.ts'
import { packFontsFolder } from '../../../pack-fonts.ts'
import { filledDossier, type SpecimenExhibit } from '../../../specimen-dossier.ts'
import { packOf } from '../pack-fixtures.ts'
import { pageTexts } from '../pack-reading.ts'

const PAIRS = PACK_LANGUAGES.flatMap((first) =>
  PACK_LANGUAGES.flatMap((second) => (first === second ? [] : [[first, second] as const]))
)
const flat = (text: string) => text.normalize('NFKC').replace(/\s/gu, '')

let fonts: FontSet
beforeAll(async () => {
  fonts = await readFontSet(await packFontsFolder())
})

describe.each(PAIRS)('where little room is, in %s with %s', (language, secondLanguage) => {
  const zone = 'Europe/Moscow'
  const formatsOf = (one: typeof language) => createFormats(one, 'RUB', zone)
  const env = () => ({
    ...{ dossier: filledDossier(), madeAt: '2026-11-20T10:00:00.000Z', secondLanguage },
    first: { words: wordsFor(language), formats: formatsOf(language) },
    words: wordsFor(language, secondLanguage),
    formats: paired(formatsOf(language), formatsOf(secondLanguage), 'values'),
    measure: createTextMeasure(fonts)
  })
  const label = (one: typeof language) => wordsFor(one).recipient.covered.label('SPECIMEN')

  /** What stands on a bar of this size in points, a line each. */
  function linesOn(width: number, height: number): readonly string[] {
    const size = { width: 500, height: 500 }
    const bar: Bar = {
      id: 'b',
      page: 1,
      x: 0,
      y: 0,
      width: width / 500,
      height: height / 500,
      what: 'SPECIMEN'
    }
    const overlays = burntBars(env(), fonts, [bar], { x: 0, y: 0, ...size }, size)
    const drawn = overlays.find((one) => one.kind === 'drawn')?.svg.toString('utf8') ?? ''
    return [...drawn.matchAll(/ d="([^"]*)"/g)].map(([, path]) => path ?? '')
  }

  it('bars say what they cover in both where both fit, beside or below each other', () => {
    const [first = '', second = ''] = formsOf(env().words.recipient.covered.label('SPECIMEN'))
    expect(second).not.toBe('')
    expect(linesOn(450, 14)).toHaveLength(1)
    expect(linesOn(450, 14)).not.toEqual([textPath(fonts, label(language))])
    const narrow = env().measure.width(first, 8, true) + 8
    expect(linesOn(narrow, 24)).toHaveLength(2)
    expect(linesOn(narrow, 14)).toEqual([textPath(fonts, label(language))])
  })

  it('marks across a copy say what it is for in the one and in the other, and stay inside it', () => {
    const box = { x: 0, y: 0, width: 400, height: 500 }
    const marks = purposeMarks(env(), box)
    const said = marks.map(({ lines }) => flat(lines.texts.join('')))
    const purpose = (one: typeof language) => {
      const { contract, phoneNumber, operator } = filledDossier()
      return flat(
        wordsFor(one).recipient.purpose({
          ...{ contract: contract.number, phoneNumber, operator: operator.name },
          on: formatsOf(one).date('2026-11-20')
        })
      )
    }
    expect(said).toEqual([purpose(language), purpose(secondLanguage), purpose(language)])
    for (const { around } of marks) {
      expect(around.x).toBeGreaterThanOrEqual(0)
      expect(around.x + around.width).toBeLessThanOrEqual(box.width)
      expect(around.y + around.height).toBeLessThanOrEqual(box.height)
    }
  })

  it('the line over a page of a PDF says its date or its size in both, and shortens no title for that', async () => {
    const document = await PDFDocument.create({ updateMetadata: false })
    document.addPage([2384, 3370]).drawLine({ start: { x: 50, y: 50 }, end: { x: 300, y: 50 } })
    const plan: SpecimenExhibit = {
      ...{ category: 'C', caption: 'Plan', originalName: 'a.pdf', pages: 1 },
      ...{ bytes: Buffer.from(await document.save()), mediaType: 'application/pdf' }
    }
    document.getPage(0).setSize(595.28, 841.89)
    const bytes = Buffer.from(await document.save())
    const bill: SpecimenExhibit = { ...plan, category: 'B', caption: 'Bill', madeOn: '2026-09-17', bytes }
    const long = 'Plan of all cables laid in the flat before the contract ended'
    const { path, exhibits } = await packOf([plan, bill, { ...plan, caption: long }], {
      language,
      secondLanguage
    })
    const pages = await pageTexts(path)
    const [billPage = '', planPage = '', longPage = ''] = exhibits.map(({ firstPage }) =>
      flat(pages[firstPage - 1] ?? '')
    )
    for (const one of [language, secondLanguage]) {
      const { exhibit } = wordsFor(one)
      expect(billPage).toContain(flat(exhibit.dateSources.stated))
      expect(planPage).toMatch(new RegExp(flat(exhibit.reduced(22))))
    }
    expect(longPage).toContain(flat(long))
  })
})
