import { copyFile, readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { openFileOriginal } from '../../../src/main/file-original.ts'
import { checkPack } from '../../../src/main/pack-check/check-pack.ts'
import { SHIPPED_RECIPIENTS } from '../../../src/main/recipients/shipped-recipient-ids.ts'
import { readShippedRecipients } from '../../../src/main/recipients/shipped-recipients.ts'
import type { Dossier } from '../../../src/shared/domain/dossier.ts'
import { factText } from '../../../src/shared/domain/fact.ts'
import type { PackLanguage } from '../../../src/shared/domain/pack-record.ts'
import {
  addresseeOf,
  languageFor,
  settingsOf,
  USUAL_PACK_SETTINGS,
  type PackSettings
} from '../../../src/shared/domain/recipient-profile.ts'
import { filledDossier, sha256Of, withExhibits, type SpecimenExhibit } from '../../specimen-dossier.ts'
import {
  BIRTH_DATES,
  DOCUMENT_NUMBERS,
  givesDateAway,
  givesNumberAway,
  writtenDates,
  writtenNumber
} from '../../written-identity.ts'
import { cornerPicture, judge, packOf, richExhibits, temporaryFolder } from './pack-fixtures.ts'

const RESOURCES = fileURLToPath(new URL('../../../resources', import.meta.url))
const RICH = richExhibits()
const MASKED: PackSettings = {
  ...USUAL_PACK_SETTINGS,
  masking: { documentNumbers: true, birthDates: true },
  purposeMark: true
}

async function packFor(id: string, own: PackLanguage = 'en') {
  const profile = (await readShippedRecipients(RESOURCES)).find((one) => one.id === id)
  if (profile === undefined) throw new Error(`no recipient ${id}`)
  const language = languageFor(profile, own)
  const addressee = addresseeOf('', { id, name: factText(profile.name, language) })
  const made = await packOf(
    await RICH,
    { language, addressee, settings: settingsOf(profile) },
    {},
    filledDossier()
  )
  const path = join(dirname(made.path), `CL-2026-0007_2026-11-20_${language}.pdf`)
  await copyFile(made.path, path)
  return { ...made, path, addressee, profile }
}

async function verdictOf(path: string) {
  const original = await openFileOriginal(path)
  if (original === null) throw new Error('no pack')
  const { norms } = await checkPack(original, {
    fileName: `CL-2026-0007_2026-11-20_ru.pdf`,
    exhibits: null,
    contents: null
  })
  await original.close()
  return norms
}

/** Slanted lines stay lines in this order. */
async function rawTexts(path: string): Promise<readonly string[]> {
  const text = await judge('pdftotext', '-raw', path, '-')
  return text.split('\f').slice(0, -1)
}

/** How many pictures are drawn in a file. */
async function picturesIn(path: string): Promise<number> {
  return (await judge('pdfimages', '-list', path)).trimEnd().split('\n').length - 2
}

async function attachedNames(path: string): Promise<string> {
  return judge('pdfdetach', '-list', path)
}

describe.each(SHIPPED_RECIPIENTS)('the pack for %s', (id) => {
  it('is named for them, has the parts they get and holds every norm', async () => {
    const { path, addressee, profile } = await packFor(id)
    const [cover = '', ...texts] = await rawTexts(path)
    expect(cover.includes(profile.language === 'ru' ? 'Для кого: ' : 'For: ')).toBe(id !== 'self')
    expect(cover).toContain(addressee)
    // The fixtures' own PDFs have no fonts in them, whoever gets the pack.
    const notHeld = (await verdictOf(path)).filter(({ state }) => state === 'not-held')
    expect(notHeld.map(({ norm }) => norm)).toEqual(['N18'])
    const names = await attachedNames(path)
    expect(names).toContain('manifest.json')
    expect(names.includes('scheta.pdf')).toBe(profile.attachments)
    expect(names.includes('doverennost.pdf')).toBe(profile.attachments && !profile.masking.documentNumbers)
    const all = [cover, ...texts].join('\n')
    expect(all.includes('12346789')).toBe(!profile.masking.documentNumbers)
    expect(/Копия только для|Copy only for/.test(all)).toBe(profile.purposeMark)
  })
})

describe('a masked pack', () => {
  it('has no original of an identity document in it, and says so', async () => {
    const files = await RICH
    const passport = files[0]?.bytes ?? Buffer.alloc(0)
    const { path } = await packOf(files, { settings: MASKED, language: 'en' })
    const folder = await temporaryFolder()
    await judge('pdfimages', '-all', path, join(folder, 'image'))
    const sums = await judge('sh', '-c', `sha256sum ${folder}/* | cut -c1-64`)
    expect(sums).not.toContain(sha256Of(passport))
    const plain = await packOf(files, { language: 'en' })
    const plainFolder = await temporaryFolder()
    await judge('pdfimages', '-all', plain.path, join(plainFolder, 'image'))
    expect(await judge('sh', '-c', `sha256sum ${plainFolder}/* | cut -c1-64`)).toContain(sha256Of(passport))
    const text = (await rawTexts(path)).join('\n').replace(/\s+/g, ' ')
    expect(text).toContain(
      'The original files of exhibits A-1, A-2 are not attached because identity data is masked'
    )
    expect(text).toContain('not attached: masked')
  })

  it('neither attaches a letter or messages in which a covered exhibit came, nor shows it there', async () => {
    const passport = await (await cornerPicture(900, 700)).jpeg().toBuffer()
    const encoded = passport.toString('base64')
    const letter = [
      'From: subscriber@mail.example\r\nTo: claims@operator.example\r\nSubject: SPECIMEN\r\nMIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nSPECIMEN\r\n--b',
      `Content-Type: image/jpeg; name="p.jpg"\r\nContent-Transfer-Encoding: base64\r\n\r\n${encoded}\r\n--b--`
    ].join('\r\n')
    const messages =
      '<smses count="1"><mms date="1792562400000" msg_box="2" address="0000"><parts>' +
      `<part ct="image/jpeg" name="p.jpg" data="${encoded}" /></parts></mms></smses>`
    const files: readonly SpecimenExhibit[] = [
      ...([
        {
          category: 'A',
          caption: 'SPECIMEN',
          originalName: 'p.jpg',
          mediaType: 'image/jpeg',
          bytes: passport
        }
      ] as const),
      ...(
        [
          ['letter.eml', 'message/rfc822', letter],
          ['sms.xml', 'application/xml', messages]
        ] as const
      ).map(([originalName, mediaType, text]): SpecimenExhibit => ({
        ...{ category: 'D', caption: 'SPECIMEN', originalName, mediaType },
        bytes: Buffer.from(text)
      }))
    ]
    const open = await packOf(files, { language: 'en' })
    expect(await attachedNames(open.path)).toMatch(/letter\.eml[\s\S]*sms\.xml/)
    // The messages show theirs in its place and large.
    expect(await picturesIn(open.path)).toBe(3)
    const whole = withExhibits(filledDossier(), files)
    const withoutPassport = whole.exhibits.slice(1).map(({ id }) => id)
    for (const change of [{}, { exhibitIds: withoutPassport }]) {
      const { path } = await packOf(files, { settings: MASKED, language: 'en', dossier: whole, ...change })
      expect(await attachedNames(path)).not.toMatch(/p\.jpg|letter\.eml|sms\.xml/)
      expect(await picturesIn(path)).toBe('exhibitIds' in change ? 0 : 1)
    }
  })

  it('does not attach a letter with a letter attached in which a covered exhibit came, or a number stands', async () => {
    const passport = await (await cornerPicture(900, 700)).jpeg().toBuffer()
    const [number = ''] = filledDossier().identity.documents.map((document) => document.number)
    const letter = (type: string, head: string, part: string) =>
      [
        'From: x@mail.example\r\nSubject: SPECIMEN\r\nMIME-Version: 1.0',
        `Content-Type: multipart/mixed; boundary=${head}\r\n\r\n--${head}\r\nContent-Type: text/plain\r\n\r\nSPECIMEN\r\n--${head}`,
        `Content-Type: ${type}\r\nContent-Disposition: attachment; filename=x\r\n${part}\r\n--${head}--`
      ].join('\r\n')
    const forwarded = (part: string) => letter('message/rfc822', 'outer', `\r\n${part}`)
    const encoded = (bytes: Buffer) => `Content-Transfer-Encoding: base64\r\n\r\n${bytes.toString('base64')}`
    const plain = (text: string) => `From: x@mail.example\r\nContent-Type: text/plain\r\n\r\n${text}`
    for (const [text, isAttached] of [
      [forwarded(letter('image/jpeg', 'inner', encoded(passport))), false],
      [forwarded(forwarded(plain(`passport ${number}`)).replaceAll('outer', 'inner')), false],
      [forwarded(plain('SPECIMEN')), true]
    ] as const) {
      const files: readonly SpecimenExhibit[] = [
        {
          ...{ category: 'A', caption: 'SPECIMEN', originalName: 'p.jpg', mediaType: 'image/jpeg' },
          bytes: passport
        },
        {
          ...{ category: 'D', caption: 'SPECIMEN', originalName: 'letter.eml', mediaType: 'message/rfc822' },
          bytes: Buffer.from(text)
        }
      ]
      const { path } = await packOf(files, { settings: MASKED, language: 'en' })
      expect((await attachedNames(path)).includes('letter.eml')).toBe(isAttached)
    }
  })

  it('does not attach a letter that says a number where its page does not show it', async () => {
    const [number = ''] = filledDossier().identity.documents.map((document) => document.number)
    const letter = (head: string, html: string): SpecimenExhibit => ({
      ...{ category: 'D', caption: 'SPECIMEN', originalName: 'letter.eml', mediaType: 'message/rfc822' },
      bytes: Buffer.from(
        [
          `From: x@mail.example\r\nX-Form: ${head}\r\nSubject: SPECIMEN\r\nMIME-Version: 1.0`,
          'Content-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nSPECIMEN\r\n--b',
          `Content-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(html).toString('base64')}\r\n--b--`
        ].join('\r\n')
      )
    })
    for (const [head, html, isAttached] of [
      ['1', '<p>SPECIMEN</p>', true],
      ['1', `<p>SPECIMEN</p><p>${number}</p>`, false],
      [`passport ${number}`, '<p>SPECIMEN</p>', false]
    ] as const) {
      const { path } = await packOf([letter(head, html)], { settings: MASKED, language: 'en' })
      expect((await attachedNames(path)).includes('letter.eml')).toBe(isAttached)
    }
  })

  it('does not attach a text or a letter that could not be read: nobody knows what it says', async () => {
    const files = (
      [
        ['notes.txt', 'text/plain', Buffer.from('Datum;Grüße aus Köln;naïve façade', 'latin1')],
        ['note.xml', 'application/xml', Buffer.from('<?xml version="1.0"?><note>SPECIMEN</note>')],
        ['table.xlsx', 'application/octet-stream', Buffer.from('SPECIMEN')]
      ] as const
    ).map(([originalName, mediaType, bytes]): SpecimenExhibit => ({
      ...{ category: 'D', caption: 'SPECIMEN', originalName, mediaType, bytes }
    }))
    const open = await packOf(files, { language: 'en' })
    expect(await attachedNames(open.path)).toMatch(/notes\.txt[\s\S]*note\.xml[\s\S]*table\.xlsx/)
    const masked = await packOf(files, { settings: MASKED, language: 'en' })
    const names = await attachedNames(masked.path)
    expect(names).not.toMatch(/notes\.txt|note\.xml/)
    expect(names).toContain('table.xlsx')
    const texts = (await rawTexts(masked.path)).join('\n').replaceAll(/\s+/g, ' ')
    expect(texts).toContain('so the file of exhibit D-1, which may hold it, is not attached')
  })

  it('marks copies of identity documents only, in the very pixels of pictures, whatever way they are turned', async () => {
    const turned = await Promise.all(
      ([1, 3, 6, 8] as const).map(async (orientation): Promise<SpecimenExhibit> => ({
        category: 'A',
        caption: `SPECIMEN ${orientation}`,
        bytes: await (
          await cornerPicture(900, 700)
        )
          .jpeg()
          .withExif({ IFD0: { Make: 'SPECIMEN camera' }, IFD3: { GPSLatitudeRef: 'N' } })
          .withMetadata({ orientation })
          .toBuffer(),
        originalName: `turned-${orientation}.jpg`,
        mediaType: 'image/jpeg'
      }))
    )
    const scan: SpecimenExhibit = {
      ...{ category: 'A', caption: 'SPECIMEN scan', originalName: 'scan.png', mediaType: 'image/png' },
      bytes: await (await cornerPicture(900, 700)).png().toBuffer()
    }
    const others = (await RICH).filter(({ category }) => category !== 'A')
    const files = [...turned, scan, ...others]
    const { path, exhibits } = await packOf(files, { settings: MASKED, language: 'en' })
    const identity = exhibits.filter(({ number }) => number.startsWith('A'))
    const texts = await rawTexts(path)
    // The words of the mark stand below each copy as text; in the copy they are pixels.
    expect(texts.flatMap((text, index) => (/Copy only for/.test(text) ? [index + 1] : []))).toEqual(
      identity.map(({ firstPage }) => firstPage)
    )
    for (const [index, { firstPage }] of identity.entries()) {
      const copy = await pictureOn(path, firstPage)
      expect(await judge('exiftool', '-s', '-Orientation', '-Make', '-GPS:all', copy)).toBe('')
      const upright = sharp(files[index]?.bytes).autoOrient()
      const [before, after] = await Promise.all([
        upright.removeAlpha().raw().toBuffer({ resolveWithObject: true }),
        sharp(copy).raw().toBuffer({ resolveWithObject: true })
      ])
      expect([after.info.width, after.info.height]).toEqual([before.info.width, before.info.height])
      // Letters, much darker or paler than what they stand on; all else as it was.
      const share = changedShare(before.data, after.data)
      expect(share).toBeGreaterThan(0.005)
      expect(share).toBeLessThan(0.1)
    }
  })

  it('gives the number and the date of birth away in no byte, however they were written', async () => {
    await fc.assert(
      fc.asyncProperty(
        DOCUMENT_NUMBERS.chain((number) =>
          fc.record({ number: fc.constant(number), as: writtenNumber(number) })
        ),
        BIRTH_DATES.chain((on) =>
          fc.record({ on: fc.constant(on), as: fc.constantFrom(...writtenDates(on)) })
        ),
        fc.constantFrom('ru', 'zh-CN', 'en'),
        async ({ number, as }, { on, as: birth }, language) => {
          const remark = `${as}, ${birth} SPECIMEN`
          const dossier = identityOf(number, on, remark)
          const { path } = await packOf(
            filesNamed(remark),
            { settings: MASKED, language, addressee: remark },
            {},
            dossier
          )
          const text = await everythingIn(path)
          expect(givesNumberAway(text, number)).toBe(false)
          expect(givesDateAway(text, on)).toBe(false)
        }
      ),
      { numRuns: 3 }
    )
  })
})

describe('a pack on Letter', () => {
  it('has that paper for every sheet, upright or turned, and holds the other norms', async () => {
    const settings: PackSettings = { ...MASKED, paper: 'Letter' }
    const { path, pages } = await packOf(await RICH, { settings, language: 'en' })
    const sizes = await judge('pdfinfo', '-f', '1', '-l', String(pages), path)
    const found = [...sizes.matchAll(/size:\s+(\d+) x (\d+) pts/g)].map(([, width, height]) => [
      width,
      height
    ])
    expect(found).toHaveLength(pages)
    expect(new Set(found.map((one) => one.join(' ')))).toEqual(new Set(['612 792', '792 612']))
    const norms = await verdictOf(path)
    expect(norms.filter(({ state }) => state === 'not-held').map(({ norm }) => norm)).toEqual(['N18'])
    expect(norms).toContainEqual(expect.objectContaining({ norm: 'N12', by: 'letter-paper' }))
  })
})

/** The only picture of a page, taken out of the file by poppler. */
async function pictureOn(path: string, page: number): Promise<string> {
  const folder = await temporaryFolder()
  await judge('pdfimages', '-all', '-f', String(page), '-l', String(page), path, join(folder, 'image'))
  const [only = '', ...others] = await readdir(folder)
  expect(others).toEqual([])
  return join(folder, only)
}

const MUCH = 60

function changedShare(before: Buffer, after: Buffer): number {
  let changed = 0
  for (let at = 0; at < before.length; at += 3)
    if ([0, 1, 2].some((n) => Math.abs(before[at + n]! - after[at + n]!) > MUCH)) changed += 1
  return changed / (before.length / 3)
}

function identityOf(number: string, bornOn: string, remark: string): Dossier {
  const base = filledDossier()
  const [document] = base.identity.documents
  return {
    ...base,
    identity: {
      ...base.identity,
      bornOn,
      documents: document === undefined ? [] : [{ ...document, number }]
    },
    closing: { ...base.closing, reason: 'other', note: remark },
    confirmation: { ...base.confirmation, text: `${base.confirmation.text}\n${remark}` },
    contacts: base.contacts.map((contact) => ({
      ...contact,
      said: remark,
      reference: remark,
      person: remark
    })),
    payments: {
      ...base.payments,
      entries: base.payments.entries.map((entry) => ({ ...entry, note: remark }))
    }
  }
}

function filesNamed(remark: string): readonly SpecimenExhibit[] {
  const sound = Buffer.from('SPECIMEN sound')
  const letter = Buffer.from(`From: x@example.org\r\nDate: Mon, 2 Nov 2026 10:15:00 +0300\r\n\r\n${remark}`)
  return [
    { category: 'A', caption: remark, bytes: sound, originalName: `${remark}.m4a`, mediaType: 'audio/mp4' },
    {
      category: 'D',
      caption: `Запись ${remark}`,
      bytes: Buffer.from('SPECIMEN other sound'),
      originalName: `звонок ${remark}.m4a`,
      mediaType: 'audio/mp4'
    },
    {
      category: 'F',
      caption: remark,
      bytes: letter,
      originalName: `${remark}.eml`,
      mediaType: 'message/rfc822'
    }
  ]
}

/** Texts, names and metadata as readers show them, and the bare bytes, also as UTF-16. */
async function everythingIn(path: string): Promise<string> {
  const folder = await temporaryFolder()
  await judge('pdfdetach', '-saveall', '-o', folder, path)
  const qdf = await judge(
    'sh',
    '-c',
    `qpdf --qdf --object-streams=disable '${path}' - | iconv -f latin1 -t utf8`
  )
  // Strings of the file's own objects; pages say theirs in codes of glyphs, which the readers above decode.
  const strings = [...qdf.matchAll(/<feff((?:[0-9a-f]{4})+)>/gi)].map(([, hex = '']) =>
    Buffer.from(hex, 'hex').swap16().toString('utf16le')
  )
  return [
    await judge('pdftotext', '-layout', path, '-'),
    await judge('pdftotext', '-raw', path, '-'),
    await judge('pdfinfo', path),
    await judge('pdfinfo', '-meta', path),
    await judge('mutool', 'show', path, 'outline'),
    await attachedNames(path),
    await judge('sh', '-c', `cat ${folder}/*`),
    qdf,
    ...strings
  ].join(' • ')
}
