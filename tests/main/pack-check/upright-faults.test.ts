import { readFile } from 'node:fs/promises'
import {
  degrees,
  PDFDocument,
  PDFName,
  PDFRawStream,
  StandardFonts,
  type PDFDict,
  type PDFDocument as Document
} from 'pdf-lib'
import { beforeAll, describe, expect, it } from 'vitest'
import { USUAL_PACK_SETTINGS } from '../../../src/shared/domain/recipient-profile.ts'
import { packRenderer } from '../../pack-renderer.ts'
import { bareDossier } from '../../specimen-dossier.ts'
import { cornerPicture, packOf } from '../pack/pack-fixtures.ts'
import { pageOf } from '../pack/pack-reading.ts'
import { answerOf, changedPack, judge, redraw } from './broken-packs.ts'

const INDEX = 2
let whole: Buffer
let letterPage = 0
let photoPage = 0

/** Two pages with a line of text, the second one lying on its side as a scanner leaves it. */
async function letter(): Promise<Buffer> {
  const document = await PDFDocument.create({ updateMetadata: false })
  const font = await document.embedFont(StandardFonts.Helvetica)
  for (const turn of [0, 90]) {
    const page = document.addPage([595.28, 841.89])
    page.drawText('SPECIMEN', { x: 80, y: 700, size: 14, font })
    page.setRotation(degrees(turn))
    // What the margins hold is not shown, and so does not count for the shape either.
    page.setCropBox(40, 40, 500, 760)
  }
  return Buffer.from(await document.save())
}

beforeAll(async () => {
  const services = { renderer: await packRenderer() }
  const settings = { ...USUAL_PACK_SETTINGS, form: 'archival' } as const
  const files = [
    {
      category: 'C',
      caption: 'Letter',
      bytes: await letter(),
      mediaType: 'application/pdf',
      originalName: 'letter.pdf',
      pages: 2
    },
    {
      category: 'E',
      caption: 'Photo',
      bytes: await (await cornerPicture(1700, 1200)).jpeg().toBuffer(),
      mediaType: 'image/jpeg',
      originalName: 'photo.jpg'
    }
  ] as const
  const { path } = await packOf(files, { language: 'en', settings }, services, bareDossier())
  whole = await readFile(path)
  letterPage = await pageOf(path, 'C-1')
  photoPage = await pageOf(path, 'E-1')
}, 60_000)

/** The picture that a page shows. */
function pictureOf(document: Document, page: number): PDFDict {
  const objects = document
    .getPage(page - 1)
    .node.Resources()
    ?.lookup(PDFName.of('XObject'))
  if (objects === undefined || !('values' in objects)) throw new Error('the page shows nothing')
  for (const value of (objects as PDFDict).values()) {
    const object = document.context.lookup(value)
    if (object instanceof PDFRawStream && object.dict.has(PDFName.of('Width'))) return object.dict
  }
  throw new Error('the page has no picture')
}

const PICTURE = /q (\S+) 0 0 (\S+) (\S+) (\S+) cm (\/X\S+) Do/

/** The same picture once more, small and on its side. */
function besideItself(operators: string): string {
  const name = PICTURE.exec(operators)?.[5] ?? ''
  return `${operators}\nq 0 60 -90 0 300 300 cm ${name} Do Q`
}

/** All that a page says, but for its foot, the other way round. */
function onItsHead(operators: string): string {
  const foot = operators.lastIndexOf('/Artifact <<')
  return `q -1 0 0 -1 595.28 841.89 cm\n${operators.slice(0, foot)}\nQ\n${operators.slice(foot)}`
}

function swapSides(document: Document, page: number): void {
  const picture = pictureOf(document, page)
  const [width, height] = [picture.get(PDFName.of('Width')), picture.get(PDFName.of('Height'))]
  if (width === undefined || height === undefined) throw new Error('a picture without a size')
  picture.set(PDFName.of('Width'), height)
  picture.set(PDFName.of('Height'), width)
  redraw(document, page, (text) =>
    text.replace(
      PICTURE,
      (_, w: string, h: string, x: string, y: string, name: string) =>
        `q ${(Number(h) * Number(h)) / Number(w)} 0 0 ${h} ${x} ${y} cm ${name} Do`
    )
  )
}

type Break = readonly [what: string, change: (document: Document) => void, page: () => number]

const TURNED: readonly Break[] = [
  [
    'a drawn page lies on its side, in its own proportion',
    (document) => swapSides(document, letterPage),
    () => letterPage
  ],
  [
    'the second picture of a page lies on its side',
    (document) => redraw(document, photoPage, besideItself),
    () => photoPage
  ],
  ['the words of a page stand on their heads', (document) => redraw(document, INDEX, onItsHead), () => INDEX]
]

describe('pages of an archival pack', () => {
  it('stand upright in a good one', async () => {
    const verdict = await judge(whole)
    expect(answerOf(verdict.get('N11'))).toBe('held')
    expect(answerOf(verdict.get('N14'))).not.toBe('picture-blown-up')
  })

  it.each(TURNED)('are found where %s', async (_, change, page) => {
    const verdict = await judge(await changedPack(whole, change))
    expect(verdict.get('N11')).toMatchObject({ state: 'not-held', why: 'page-turned', pages: [page()] })
  })

  it('are too coarse where a drawn page has fewer dots than can be read', async () => {
    const coarse = await changedPack(whole, (document) => {
      const picture = pictureOf(document, letterPage)
      picture.set(PDFName.of('Width'), document.context.obj(500))
      picture.set(PDFName.of('Height'), document.context.obj(760))
    })
    expect((await judge(coarse)).get('N14')).toMatchObject({ why: 'picture-blown-up', pages: [letterPage] })
  })
})
