import { createHash } from 'node:crypto'
import type { FontSet } from '../fonts/font-set.ts'
import type { PlaceBeyond, Sheet, Target } from '../layout/drawing.ts'
import { archivalParts } from './archival-parts.ts'
import type { Attachment } from './attachment.ts'
import { embedFonts } from './embedded-fonts.ts'
import type { PdfFile } from './pdf-file.ts'
import {
  pdfArray,
  pdfDate,
  pdfDict,
  pdfNumber,
  pdfNumbers,
  pdfRef,
  pdfText,
  utf16,
  type ObjectNumber
} from './pdf-syntax.ts'
import { sheetContent, WrittenOps } from './sheet-content.ts'
import { StructureTree } from './structure-tree.ts'
import { SEE_THROUGH } from './text-operators.ts'
import { xmp } from './xmp.ts'

/** Points; above every page of ours. */
const HIGHEST = 842

export interface OutlineEntry {
  readonly title: string
  readonly target: Target
  /** So many pages after the first of the target; none when left out. */
  readonly pageOffset?: number
  /** What is below it is shown only when the reader unfolds it. */
  readonly isClosed?: boolean
  readonly children: readonly OutlineEntry[]
}

export interface PackDocument {
  /** Asked for one after the other, and let go when it is written. */
  readonly sheets: Iterable<Sheet>
  readonly pageCount: number
  /** The number printed on the first sheet; 1 when left out. */
  readonly firstPage?: number
  /** Index of the page a target begins on. */
  readonly pageOf: (target: Target) => number
  /** Height of that page. */
  readonly topOf: (target: Target) => number
  readonly outline: readonly OutlineEntry[]
  /** What is said of a link: its own text is only a number, and over a foreign page it has none. */
  readonly linkText: (text: string, target: Target, pageOffset: number) => string
  readonly attachments: readonly Attachment[]
  readonly hiddenLayers: { readonly all: readonly ObjectNumber[]; readonly off: readonly ObjectNumber[] }
  readonly title: string
  readonly subject: string
  readonly language: string
  readonly producer: string
  readonly madeAt: string
  /** Whether it says of itself that it is PDF/A-3u and PDF/UA-1. */
  readonly isArchival: boolean
  /** Anything that names this pack and no other. */
  readonly identity: string
  readonly onPage: (done: number) => void
}

export interface WrittenDocument {
  readonly root: ObjectNumber
  readonly info: ObjectNumber
  readonly id: string
  /** Characters that no face has, drawn as framed codes. */
  readonly missing: ReadonlySet<string>
}

/** Writes pages, outline, attachments and facts of the document. What the pages show is in the file already. */
export async function writePackDocument(
  file: PdfFile,
  faces: FontSet,
  document: PackDocument
): Promise<WrittenDocument> {
  const fonts = embedFonts(file, faces)
  const missing = new Set<string>()
  const pageTree = file.reserve()
  const pages = Array.from({ length: document.pageCount }, () => file.reserve())
  const pageRef = (target: Target, offset = 0) => {
    const page = pages[document.pageOf(target) + offset]
    if (page === undefined) throw new Error(`a link leads nowhere: ${target}`)
    return page
  }
  const destination = (target: Target, offset = 0) => {
    // Of later pages the height is not known here: a reader takes what lies above a page for its top.
    const top = offset === 0 ? document.topOf(target) : HIGHEST
    return pdfArray([pdfRef(pageRef(target, offset)), '/XYZ', '0', pdfNumber(top), 'null'])
  }
  const placeBeyond = (target: Target, { pageOffset, x, y }: PlaceBeyond) =>
    pdfArray([pdfRef(pageRef(target, pageOffset)), '/XYZ', pdfNumber(x), pdfNumber(y), 'null'])
  const written = new WrittenOps()
  const structure = new StructureTree(file)
  const archival = document.isArchival ? await archivalParts(file) : null
  let index = 0
  for (const sheet of document.sheets) {
    const page = pages[index]
    if (page === undefined) throw new Error('more sheets than were counted')
    const pageStructure = structure.page(page)
    const {
      operators,
      objects,
      isSeeThrough,
      links,
      missing: lost
    } = sheetContent(fonts, sheet, pageStructure, written)
    for (const character of lost) missing.add(character)
    const content = await file.writeDeflated({}, operators)
    const annotations: string[] = []
    for (const { box, target, place, text, annotation, key } of links) {
      await file.writeSmall(
        pdfDict({
          Type: '/Annot',
          Subtype: '/Link',
          Rect: pdfNumbers([box.x, box.y, box.x + box.width, box.y + box.height]),
          Border: '[0 0 0]',
          F: '4',
          Contents: pdfText(document.linkText(text, target, place?.pageOffset ?? 0)),
          StructParent: String(key),
          Dest: place === undefined ? destination(target) : placeBeyond(target, place)
        }),
        annotation
      )
      annotations.push(pdfRef(annotation))
    }
    const named = [...objects].map(([name, object]) => [name, pdfRef(object)])
    await file.write(
      pdfDict({
        Type: '/Page',
        Parent: pdfRef(pageTree),
        MediaBox: pdfNumbers([0, 0, sheet.width, sheet.height]),
        Resources: pdfDict({
          Font: pdfRef(fonts.resources),
          ColorSpace: archival?.colourSpaces,
          ExtGState: isSeeThrough ? SEE_THROUGH : undefined,
          XObject: named.length === 0 ? undefined : pdfDict(Object.fromEntries(named))
        }),
        Contents: pdfRef(content),
        StructParents: String(pageStructure.close()),
        Tabs: annotations.length === 0 ? undefined : '/S',
        Annots: annotations.length === 0 ? undefined : pdfArray(annotations)
      }),
      page
    )
    await structure.drain()
    index += 1
    document.onPage(index)
  }
  await fonts.finish()
  await file.write(
    pdfDict({ Type: '/Pages', Kids: pdfArray(pages.map(pdfRef)), Count: String(pages.length) }),
    pageTree
  )
  const outline = await writeOutline(file, document.outline, destination)
  const info = await writeInfo(file, document)
  const metadata = await file.writeStream(
    { Type: '/Metadata', Subtype: '/XML' },
    Buffer.from(xmp(document), 'utf8')
  )
  const root = await file.write(
    pdfDict({
      Type: '/Catalog',
      Pages: pdfRef(pageTree),
      Outlines: pdfRef(outline),
      PageMode: '/UseOutlines',
      // A place and no action: the first page at its size, whatever the viewer did last.
      OpenAction: pdfArray([pdfRef(pages[0] ?? pageTree), '/XYZ', 'null', 'null', '1']),
      PageLabels: pageLabels(document.firstPage ?? 1),
      Lang: pdfText(document.language),
      MarkInfo: pdfDict({ Marked: 'true' }),
      StructTreeRoot: pdfRef(await structure.finish()),
      Extensions: file.extensions,
      ViewerPreferences: pdfDict({ DisplayDocTitle: 'true' }),
      Metadata: pdfRef(metadata),
      OutputIntents: archival?.outputIntents,
      Names: pdfDict({ EmbeddedFiles: await writeAttachmentNames(file, document.attachments) }),
      AF: pdfArray(document.attachments.map(({ object }) => pdfRef(object))),
      OCProperties: layerProperties(document.hiddenLayers)
    })
  )
  const id = createHash('md5').update(document.identity).digest('hex')
  return { root, info, id, missing }
}

/** Viewers count from 1 by themselves; a file that goes on from another has to say so. */
function pageLabels(firstPage: number): string | undefined {
  if (firstPage === 1) return undefined
  return pdfDict({ Nums: pdfArray(['0', pdfDict({ S: '/D', St: String(firstPage) })]) })
}

/** Layers of a source that are hidden there stay hidden here. */
function layerProperties({ all, off }: PackDocument['hiddenLayers']): string | undefined {
  if (all.length === 0) return undefined
  return pdfDict({
    OCGs: pdfArray(all.map(pdfRef)),
    D: pdfDict({ OFF: pdfArray(off.map(pdfRef)) })
  })
}

/** Sorted by the bytes of the names, as readers look them up. */
async function writeAttachmentNames(file: PdfFile, attachments: readonly Attachment[]): Promise<string> {
  const named = attachments
    .map(({ name, object }) => ({ key: `feff${utf16(name)}`, object }))
    .toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
  const names = named.flatMap(({ key, object }) => [`<${key}>`, pdfRef(object)])
  return pdfRef(await file.write(pdfDict({ Names: pdfArray(names) })))
}

interface NumberedEntry extends OutlineEntry {
  readonly object: ObjectNumber
}

async function writeOutline(
  file: PdfFile,
  entries: readonly OutlineEntry[],
  destination: (target: Target, offset?: number) => string
): Promise<ObjectNumber> {
  const root = file.reserve()
  const writeLevel = async (level: readonly OutlineEntry[], parent: ObjectNumber) => {
    const numbered = level.map((entry): NumberedEntry => ({ ...entry, object: file.reserve() }))
    for (const [index, entry] of numbered.entries()) {
      const previous = numbered[index - 1]
      const next = numbered[index + 1]
      const children: readonly NumberedEntry[] =
        entry.children.length === 0 ? [] : await writeLevel(entry.children, entry.object)
      const [first] = children
      const last = children.at(-1)
      await file.write(
        pdfDict({
          Title: pdfText(entry.title),
          Parent: pdfRef(parent),
          Prev: previous && pdfRef(previous.object),
          Next: next && pdfRef(next.object),
          First: first && pdfRef(first.object),
          Last: last && pdfRef(last.object),
          Count: children.length === 0 ? undefined : countOf(entry),
          Dest: destination(entry.target, entry.pageOffset)
        }),
        entry.object
      )
    }
    return numbered
  }
  const top = await writeLevel(entries, root)
  const [first] = top
  const last = top.at(-1)
  const open = entries.length + openBelow(entries)
  await file.write(
    pdfDict({
      Type: '/Outlines',
      First: first && pdfRef(first.object),
      Last: last && pdfRef(last.object),
      Count: String(open)
    }),
    root
  )
  return root
}

/** ISO 32000-1, 12.3.3: entries shown below it when it is open, or, with a minus, those that opening it would show. */
function countOf({ children, isClosed }: OutlineEntry): string {
  const shown = children.length + openBelow(children)
  return String(isClosed === true ? -shown : shown)
}

function openBelow(entries: readonly OutlineEntry[]): number {
  return entries.reduce(
    (sum, { children, isClosed }) => (isClosed === true ? sum : sum + children.length + openBelow(children)),
    0
  )
}

function writeInfo(file: PdfFile, document: PackDocument): Promise<ObjectNumber> {
  return file.write(
    pdfDict({
      Title: pdfText(document.title),
      Subject: pdfText(document.subject),
      Producer: pdfText(document.producer),
      Creator: pdfText(document.producer),
      CreationDate: pdfDate(document.madeAt),
      ModDate: pdfDate(document.madeAt)
    })
  )
}
