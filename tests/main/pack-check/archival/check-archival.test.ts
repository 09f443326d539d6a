import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PDFArray, PDFDict, type PDFDocument, PDFHexString, PDFName, PDFRawStream } from 'pdf-lib'
import { beforeAll, describe, expect, it } from 'vitest'
import { checkPack } from '../../../../src/main/pack-check/check-pack.ts'
import type { ArchivalFault } from '../../../../src/shared/domain/archival-check.ts'
import { PACK_LANGUAGES } from '../../../../src/shared/domain/pack-record.ts'
import { USUAL_PACK_SETTINGS } from '../../../../src/shared/domain/recipient-profile.ts'
import { packRenderer } from '../../../pack-renderer.ts'
import { bareDossier, bufferOriginal, type SpecimenExhibit } from '../../../specimen-dossier.ts'
import { cornerPicture, judge, onDisk, packOf, temporaryFolder, textPdf } from '../../pack/pack-fixtures.ts'
import { changedPack, FILE_NAME, linksOn, pageNode, redraw, refIn } from '../broken-packs.ts'

const settings = { ...USUAL_PACK_SETTINGS, form: 'archival' } as const
const [COVER, INDEX] = [1, 2]

async function archivalOf(bytes: Uint8Array, password: string | null = null) {
  const expected = { fileName: FILE_NAME, exhibits: null, contents: null }
  return (await checkPack(bufferOriginal(Buffer.from(bytes)), expected, password)).archival
}

/** The library does not put the usual faces of readers into it. */
async function sourceFile(): Promise<SpecimenExhibit> {
  const bytes = await textPdf(['SPECIMEN'])
  return {
    category: 'G',
    caption: 'SPECIMEN',
    bytes,
    mediaType: 'application/pdf',
    originalName: 'source.pdf'
  }
}

let whole: Uint8Array
beforeAll(async () => {
  const services = { renderer: await packRenderer() }
  const common = { category: 'G', caption: 'SPECIMEN 样例 ОБРАЗЕЦ' } as const
  const picture = await (await cornerPicture(300, 200)).png().toBuffer()
  const files = [
    await sourceFile(),
    { ...common, bytes: picture, mediaType: 'image/png', originalName: 'picture.png' }
  ]
  const { path } = await packOf(files, { language: 'en', settings }, services, bareDossier())
  whole = await readFile(path)
}, 60_000)

describe('an archival pack', () => {
  it.each(PACK_LANGUAGES)('is held in %s', async (language) => {
    const services = { renderer: await packRenderer() }
    const { path } = await packOf([], { language, settings }, services)
    expect(await archivalOf(await readFile(path))).toEqual({ state: 'held' })
  })

  it('is held after another program saved it and changed nothing', async () => {
    const saved = await changedPack(whole, () => undefined, true)
    expect(await archivalOf(saved)).toEqual({ state: 'held' })
  })
})

describe('a working pack', () => {
  it('is not asked', async () => {
    const { path } = await packOf([])
    expect(await archivalOf(await readFile(path))).toEqual({ state: 'not-asked', because: 'working-form' })
  })

  it('that somebody marked as archival is not', async () => {
    const { path } = await packOf([await sourceFile()], {}, {}, bareDossier())
    const claimed = await changedPack(await readFile(path), (document) =>
      rewriteMetadata(document, (xml) =>
        xml.replace('</rdf:RDF>', `<rdf:Description pdfaid:part="3" pdfaid:conformance='U'/></rdf:RDF>`)
      )
    )
    const answer = await archivalOf(claimed)
    if (answer.state !== 'not-held') throw new Error(answer.state)
    expect(answer.findings.map(({ why }) => why)).toEqual(
      expect.arrayContaining(['claim-incomplete', 'font-not-inside', 'colours-undefined'])
    )
  })
})

type Change = (document: PDFDocument) => void
const inCatalog =
  (change: (catalog: PDFDict, document: PDFDocument) => void): Change =>
  (document) =>
    change(document.catalog, document)

const BROKEN: readonly (readonly [ArchivalFault, string, readonly number[], Change])[] = [
  [
    'claim-incomplete',
    'its metadata says nothing of it any more',
    [],
    (document) =>
      rewriteMetadata(document, (xml) =>
        xml.replace(/<pdfaid[^]*?<\/pdfuaid:part>/, '').replace('pdfaid:', '')
      )
  ],
  [
    'claim-incomplete',
    'it claims another part',
    [],
    (document) => rewriteMetadata(document, (xml) => xml.replace('<pdfaid:part>3<', '<pdfaid:part>2<'))
  ],
  [
    'metadata-differs',
    'its properties were edited',
    [],
    (document) => {
      document.setTitle('Another')
    }
  ],
  [
    'metadata-differs',
    'its properties have another date',
    [],
    (document) => {
      document.setCreationDate(new Date('2020-01-01T00:00:00Z'))
    }
  ],
  [
    'title-not-shown',
    'readers show the file name',
    [],
    inCatalog((catalog) => catalog.delete(PDFName.of('ViewerPreferences')))
  ],
  ['language-missing', 'it has no language', [], inCatalog((catalog) => catalog.delete(PDFName.of('Lang')))],
  [
    'colours-undefined',
    'it has no output intent',
    [],
    inCatalog((catalog) => catalog.delete(PDFName.of('OutputIntents')))
  ],
  [
    'colours-undefined',
    'its profile is none',
    [],
    inCatalog((catalog, document) => {
      const intent = catalog.lookup(PDFName.of('OutputIntents'), PDFArray).lookup(0, PDFDict)
      const bytes = document.context.flateStream('SPECIMEN', { N: 3 })
      document.context.assign(refIn(intent, 'DestOutputProfile'), bytes)
    })
  ],
  [
    'font-not-inside',
    'a font lost its file',
    [],
    (document) => {
      const [, descriptor] = dictWith(document, 'FontFile2')
      descriptor.delete(PDFName.of('FontFile2'))
    }
  ],
  [
    'letters-without-meaning',
    'a font lost its characters',
    [],
    (document) => {
      const [, font] = dictWith(document, 'ToUnicode')
      font.delete(PDFName.of('ToUnicode'))
    }
  ],
  [
    'forbidden-parts',
    'a link acts',
    [INDEX],
    (document) => {
      const action = { E: { S: 'JavaScript', JS: PDFHexString.fromText('1') } }
      linksOn(document, INDEX)[0]?.set(PDFName.of('AA'), document.context.obj(action))
    }
  ],
  [
    'forbidden-parts',
    'a picture is smoothed by the reader',
    [],
    (document) => {
      const [, picture] = dictWith(document, 'BitsPerComponent')
      picture.set(PDFName.of('Interpolate'), document.context.obj(true))
    }
  ],
  [
    'forbidden-parts',
    'a page has an effect of another program',
    [COVER],
    (document) => {
      const states = document.context.obj({ Odd: { Type: 'ExtGState', BM: 'Glow' } })
      pageNode(document, COVER).lookup(PDFName.of('Resources'), PDFDict).set(PDFName.of('ExtGState'), states)
    }
  ],
  [
    'structure-missing',
    'it is not marked as tagged',
    [],
    inCatalog((catalog) => catalog.delete(PDFName.of('MarkInfo')))
  ],
  [
    'content-loose',
    'a page has text beside its structure',
    [COVER],
    (document) => redraw(document, COVER, (text) => text.replace(/\/\w+ <<\s*\/MCID 0\s*>> BDC/, '/P BMC'))
  ],
  [
    'content-loose',
    'a page names a place that the structure has not',
    [INDEX],
    (document) => redraw(document, INDEX, (text) => text.replace('/MCID 0 ', '/MCID 9999 '))
  ],
  [
    'picture-untold',
    'a picture lost its description',
    [],
    (document) => {
      const [, figure] = dictWith(document, 'Alt')
      figure.delete(PDFName.of('Alt'))
    }
  ],
  [
    'link-untold',
    'a link does not say where it leads',
    [INDEX],
    (document) => linksOn(document, INDEX)[0]?.delete(PDFName.of('Contents'))
  ],
  [
    'link-untold',
    'a link does not print',
    [INDEX],
    (document) => linksOn(document, INDEX)[0]?.set(PDFName.of('F'), document.context.obj(2))
  ],
  [
    'link-untold',
    'a link has no place in the structure',
    [INDEX],
    (document) => linksOn(document, INDEX)[0]?.delete(PDFName.of('StructParent'))
  ],
  [
    'attachment-untold',
    'an attached file does not say what it is',
    [],
    (document) => {
      const [, file] = dictWith(document, 'AFRelationship')
      file.delete(PDFName.of('AFRelationship'))
    }
  ],
  [
    'attachment-untold',
    'the document does not name its files',
    [],
    inCatalog((catalog) => catalog.delete(PDFName.of('AF')))
  ],
  [
    'frame-wrong',
    'it has no identifier',
    [],
    (document) => {
      document.context.trailerInfo.ID = document.context.obj([])
    }
  ]
]

describe('an archival pack broken on purpose', () => {
  it.each(BROKEN)('is not held for %s: %s', async (why, _, pages, change) => {
    const answer = await archivalOf(await changedPack(whole, change))
    if (answer.state !== 'not-held') throw new Error(answer.state)
    const [finding] = answer.findings
    expect(answer.findings.map((one) => one.why)).toEqual([why])
    if (pages.length > 0) expect(finding?.pages).toEqual(pages)
  })

  it('is not held when it is encrypted, though it opens', async () => {
    const locked = join(await temporaryFolder(), 'locked.pdf')
    await judge('qpdf', '--encrypt', 'a', 'b', '256', '--', await onDisk(whole), locked)
    const answer = await archivalOf(await readFile(locked), 'a')
    if (answer.state !== 'not-held') throw new Error(answer.state)
    expect(answer.findings[0]).toEqual({ why: 'encrypted', pages: [] })
    expect(await archivalOf(await readFile(locked))).toEqual({ state: 'not-asked', because: 'unreadable' })
  })

  it('is not held for colours of another profile’s pictures, whose page it names', async () => {
    let page = 0
    const inks = await changedPack(whole, (document) => {
      page = 1 + document.getPages().findIndex(({ node }) => picturesOf(node).length > 0)
      const resources = pageNode(document, page).lookup(PDFName.of('Resources'), PDFDict)
      resources.delete(PDFName.of('ColorSpace'))
      picturesOf(pageNode(document, page))[0]?.set(PDFName.of('ColorSpace'), PDFName.of('DeviceCMYK'))
    })
    const findings = [{ why: 'colours-undefined', pages: [page] }]
    expect(await archivalOf(inks)).toEqual({ state: 'not-held', findings })
  })
})

function picturesOf(page: PDFDict): readonly PDFDict[] {
  const objects = page.lookup(PDFName.of('Resources'), PDFDict).lookupMaybe(PDFName.of('XObject'), PDFDict)
  const shown = objects?.values().map((value) => page.context.lookup(value)) ?? []
  return shown.flatMap((object) =>
    object instanceof PDFRawStream && object.dict.get(PDFName.of('Subtype')) === PDFName.of('Image')
      ? [object.dict]
      : []
  )
}

/** The first object of the file that has this key. */
function dictWith(document: PDFDocument, key: string): readonly [PDFRawStream | PDFDict, PDFDict] {
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    const dict = object instanceof PDFRawStream ? object.dict : object
    if (dict instanceof PDFDict && dict.has(PDFName.of(key))) return [object as PDFRawStream | PDFDict, dict]
  }
  throw new Error(`nothing has ${key}`)
}

function rewriteMetadata(document: PDFDocument, edit: (xml: string) => string): void {
  const ref = refIn(document.catalog, 'Metadata')
  const stream = document.context.lookup(ref)
  if (!(stream instanceof PDFRawStream)) throw new Error('no metadata')
  const before = Buffer.from(stream.contents).toString('utf8')
  const after = edit(before)
  if (after === before) throw new Error('nothing was changed')
  const entries = { Type: 'Metadata', Subtype: 'XML' }
  document.context.assign(ref, document.context.stream(Buffer.from(after, 'utf8'), entries))
}
