import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { checkPack } from '../../../src/main/pack-check/check-pack.ts'
import { readFontSet } from '../../../src/main/pack/fonts/font-set.ts'
import { createTextMeasure } from '../../../src/main/pack/fonts/text-measure.ts'
import { createFormats } from '../../../src/main/pack/layout/formats.ts'
import { lines } from '../../../src/main/pack/layout/layout-env.ts'
import { FIELD, fieldLabelWidth } from '../../../src/main/pack/layout/written-shape.ts'
import { readPack } from '../../../src/main/pack-check/read-pack.ts'
import { wordsFor } from '../../../src/main/pack/words/words-for.ts'
import type { PackLanguage } from '../../../src/shared/domain/pack-record.ts'
import { packFontsFolder } from '../../pack-fonts.ts'
import { bufferOriginal, filledDossier, type SpecimenExhibit } from '../../specimen-dossier.ts'
import { cornerPicture, packOf, richExhibits } from './pack-fixtures.ts'
import { readByThree } from './pack-judges.ts'
import { pageTexts } from './pack-reading.ts'

const PAIRS: readonly (readonly [PackLanguage, PackLanguage])[] = [
  ['ru', 'zh-CN'],
  ['zh-CN', 'ru'],
  ['en', 'ru']
]
const PARTS = [
  'index',
  'chronology',
  'payments',
  'contacts',
  'agreement',
  'evidence',
  'verification'
] as const

const flat = (text: string) => text.normalize('NFKC').replace(/[\s\u200b]/gu, '')

it('calls a profile as each language does, and what the user typed once', async () => {
  const languages = { language: 'ru', secondLanguage: 'zh-CN' } as const
  const coverFor = async (addressees: { readonly addressee: string; readonly secondAddressee: string }) => {
    const { path } = await packOf([], { ...languages, ...addressees })
    return (await pageTexts(path))[0]?.replaceAll(/\s+/g, ' ') ?? ''
  }
  const ofProfile = await coverFor({ addressee: 'Отдел претензий', secondAddressee: '投诉部门' })
  expect(ofProfile).toContain('Для кого: Отдел претензий')
  expect(ofProfile).toContain('致：投诉部门')
  const typed = await coverFor({ addressee: 'SPECIMEN Bank', secondAddressee: 'SPECIMEN Bank' })
  expect(typed).toContain('Для кого: SPECIMEN Bank')
})

describe.each(PAIRS)('a pack in %s with %s', (language, secondLanguage) => {
  const made = once(async () =>
    packOf(await richExhibits(), { language, secondLanguage }, {}, filledDossier())
  )

  it('says the same in both to three extractors', async () => {
    const read = await readByThree((await made()).path)
    for (const pages of Object.values(read)) {
      const text = flat(pages.join(''))
      for (const words of [wordsFor(language), wordsFor(secondLanguage)]) {
        for (const part of PARTS) expect(text).toContain(flat(words.parts[part]))
        expect(text).toContain(flat(words.points.names.identity))
        expect(text).toContain(flat(words.ledger.opening))
        expect(text).toContain(flat(words.verification.provesNot[0]))
      }
    }
  })

  it('draws nothing that no font has, and holds the norms of a pack', async () => {
    const { path, findings } = await made()
    expect(findings.filter(({ code }) => code === 'missing-glyphs')).toEqual([])
    const bytes = await readFile(path)
    const { norms } = await checkPack(bufferOriginal(bytes), {
      fileName: `CL-2026-0007_2026-11-20_${language}.pdf`,
      exhibits: null,
      contents: null
    })
    // Pages of the sources name fonts that they do not bring.
    expect(norms.filter(({ state }) => state === 'not-held')).toMatchObject([{ norm: 'N18' }])
  })
})

describe.each(PAIRS)('what stands on pages of exhibits, in %s with %s', (language, secondLanguage) => {
  const made = once(async () => packOf(await spokenExhibits(), { language, secondLanguage }))

  it('is said in both: heads, days and directions of messages, fields of letters, marks of the index', async () => {
    const { path, exhibits } = await made()
    const pages = await pageTexts(path)
    const cover = flat(pages[0] ?? '')
    const index = flat(pages[1] ?? '')
    const of = (number: string) => {
      const exhibit = exhibits.find((one) => one.number === number)
      return flat(pages.slice((exhibit?.firstPage ?? 0) - 1, exhibit?.lastPage).join(''))
    }
    for (const one of [language, secondLanguage]) {
      const words = wordsFor(one)
      const formats = createFormats(one, 'RUB', 'Europe/Moscow')
      const [, ...heads] = words.messages.heads
      const said = [
        ...heads,
        ...Object.values(words.messages.directions),
        formats.weekday('2026-10-28'),
        words.messages.zone(formats.zoneName),
        words.messages.onlyInFile
      ]
      for (const text of said) expect(of('D-1')).toContain(flat(text))
      const { from, to, date, subject, id, attachments } = words.written.fields
      const fields = [from, to, date, subject, id, attachments, words.written.onlyInLetter]
      for (const text of fields) expect(of('D-2')).toContain(flat(text))
      expect(index).toContain(flat(words.index.attachedFlag))
      expect(index).toContain(flat(words.index.undated))
      for (const text of Object.values(words.points.states)) expect(cover).toContain(flat(text))
      for (const text of [words.packBlock.manifest, words.packBlock.extent, words.stampBox])
        expect(cover).toContain(flat(text))
      for (const text of words.specimen.split(' · ')) expect(cover).toContain(flat(text))
    }
  })

  it('fits: labels of letters stand in one line, marks in one frame, the note below its picture', async () => {
    const { path } = await made()
    const env = { ...(await lineEnv()), secondLanguage, words: wordsFor(language, secondLanguage) }
    const width = fieldLabelWidth(env) - 4
    for (const label of Object.values(env.words.written.fields))
      expect(lines(env, label, FIELD, width)).toHaveLength(1)
    const { pages } = await readPack(bufferOriginal(await readFile(path)), 'pack.pdf')
    const photo = pages.find(({ shown }) => shown.some(({ kind }) => kind === 'picture'))
    const [, bottom = 0, , top = 0] = photo?.shown[0]?.box ?? []
    expect(top).toBeGreaterThan(bottom)
    const inside = photo?.runs.filter(({ y, size }) => y + 0.7 * size > bottom && y < top)
    expect(inside).toEqual([])
  })
})

it('makes the same bytes of the same job', async () => {
  const files = await richExhibits()
  const change = { language: 'ru', secondLanguage: 'en' } as const
  const [one, other] = [await packOf(files, change), await packOf(files, change)]
  expect(one.sha256).toBe(other.sha256)
})

function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | null = null
  return () => (made ??= make())
}

/** Messages, a letter with something attached, a recording, and a photo that was turned and has no date. */
async function spokenExhibits(): Promise<readonly SpecimenExhibit[]> {
  const at = Date.UTC(2026, 9, 28, 6, 15, 2)
  const sms = ['1', '2', '5'].map(
    (type) => `<sms protocol="0" address="0000" date="${at}" type="${type}" body="SPECIMEN ${type}" />`
  )
  const mms = `<mms date="${at}" msg_box="1" address="0000"><parts><part seq="0" ct="text/x-vcard" name="a.vcf" data="QQ==" /></parts></mms>`
  const mail = [
    'From: a@mail.example\r\nTo: b@mail.example\r\nDate: Wed, 28 Oct 2026 09:15:00 +0300',
    'Subject: SPECIMEN\r\nMessage-ID: <1@mail.example>\r\nMIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\nSPECIMEN\r\n--x',
    'Content-Type: application/zip; name=a.zip\r\nContent-Disposition: attachment; filename=a.zip\r\n\r\nSPECIMEN\r\n--x--'
  ].join('\r\n')
  const photo = await (await cornerPicture(1400, 900)).jpeg().withMetadata({ orientation: 6 }).toBuffer()
  const dated = { madeOn: '2026-10-28', caption: 'SPECIMEN' } as const
  const xml = `<?xml version='1.0'?><smses count="4">${sms.join('')}${mms}</smses>`
  return [
    { ...dated, category: 'D', bytes: Buffer.from(xml), originalName: 's.xml', mediaType: 'application/xml' },
    { ...dated, category: 'D', bytes: Buffer.from(mail), originalName: 'm.eml', mediaType: 'message/rfc822' },
    {
      ...{ ...dated, category: 'D', bytes: Buffer.from('SPECIMEN sound'), originalName: 'a.m4a' },
      mediaType: 'audio/mp4',
      pages: null
    },
    { category: 'E', caption: 'SPECIMEN', bytes: photo, originalName: 'p.jpg', mediaType: 'image/jpeg' }
  ]
}

async function lineEnv() {
  const fonts = await readFontSet(await packFontsFolder())
  return { knownLines: null, measure: createTextMeasure(fonts) }
}
