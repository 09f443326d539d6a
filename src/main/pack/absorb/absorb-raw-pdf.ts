import { deflateSync } from 'node:zlib'
import type { ByteSource } from '../../pdf-reading/byte-source.ts'
import { PdfOdd, PdfUnusual } from '../../pdf-reading/pdf-odd.ts'
import { RawDocument } from '../../pdf-reading/raw-document.ts'
import type { RawObject } from '../../pdf-reading/raw-object.ts'
import { entriesOf, isThere, itemsOf, nameOf, type RawValue } from '../../pdf-reading/raw-value.ts'
import type { ExhibitPage } from '../plan/absorbed-exhibit.ts'
import type { PdfFile } from '../write/pdf-file.ts'
import { pdfDict, pdfNumbers, pdfRef, type ObjectNumber } from '../write/pdf-syntax.ts'
import type { AbsorbedPdf } from './absorbed-pdf.ts'
import { readOverlays } from './annotation-overlays.ts'
import { ContentRoom, type ContentFilter } from './content-filters.ts'
import { isImageOnly } from './image-only.ts'
import { RawCopier } from './raw-copier.ts'
import { readRawPages, type RawPage } from './raw-pages.ts'
import { rawSourceValue } from './raw-source-value.ts'
import { sourceForm } from './source-fields.ts'
import { readSourceLayers } from './source-layers.ts'
import { readSourceLinks } from './source-links.ts'
import { readSourceOutline } from './source-outline.ts'
import { sourcePlaces } from './source-places.ts'
import type { SourceValue } from './source-value.ts'

/**
 * Puts every page of a foreign PDF into the file as a form, copying bytes instead of building a graph of objects.
 * Throws `PdfOdd` where the document is damaged, locked or unusual: that is no judgement of it.
 * @param isRebuilt whether its objects are looked for, because its cross-reference is damaged
 */
export async function absorbRawPdf(
  file: PdfFile,
  bytes: ByteSource,
  onPage: () => void,
  isRebuilt = false
): Promise<AbsorbedPdf> {
  const source = new RawDocument(bytes, isRebuilt)
  if (source.isLocked) throw new PdfUnusual('locked')
  const copier = new RawCopier(file, source)
  const room = new ContentRoom(bytes.sizeBytes)
  const sharedResources = new Map<RawValue, string>()
  // Most pages of a document draw with the same.
  const isPictureBy = new Map<string, boolean>()
  const pages: ExhibitPage[] = []
  const read = readRawPages(source)
  const valueOf = (value: RawValue | undefined) => (isThere(value) ? rawSourceValue(source, value) : null)
  const catalog = valueOf(source.root)
  if (catalog === null) throw new PdfOdd('no catalog')
  const places = sourcePlaces(
    catalog,
    read.map(({ number }) => number)
  )
  const form = sourceForm(catalog)
  const layers = readSourceLayers(catalog)
  const overlaySource = {
    form,
    hiddenLayers: layers.off,
    copyForm: (one: SourceValue) => copyForm(copier, one)
  }
  for (const page of read) {
    const resources = await resourcesOf(page)
    const object = await writePageForm(file, source, copier, room, page, resources)
    const annotations = valueOf(page.entries.get('Annots'))
    const overlays = readOverlays(annotations, overlaySource)
    await copier.drain()
    const { visible, rotation, userUnit } = page
    const links = readSourceLinks(annotations, visible, places)
    const fields = form.fieldsOf(annotations, visible)
    const isPicture = isPictureBy.get(resources) ?? isImageOnly(valueOf(page.resources ?? undefined))
    isPictureBy.set(resources, isPicture)
    pages.push({
      ...{ kind: 'foreign', object, visible, rotation, userUnit, overlays, links, fields },
      isImageOnly: isPicture
    })
    onPage()
  }
  const numbers = (old: Iterable<number>) => [...old].flatMap((number) => copier.copied(number) ?? [])
  const bookmarks = readSourceOutline(catalog, places)
  return { pages, bookmarks, layers: { all: numbers(layers.all), off: numbers(layers.off) } }

  /** What all pages below a node have in common is written once. */
  async function resourcesOf({ resources, areResourcesInherited }: RawPage): Promise<string> {
    if (resources === null) return pdfDict({})
    const known = sharedResources.get(resources)
    if (known !== undefined) return known
    const written = copier.written(resources)
    if (!areResourcesInherited) return written
    const shared = pdfRef(await file.write(written))
    sharedResources.set(resources, shared)
    return shared
  }
}

async function writePageForm(
  file: PdfFile,
  source: RawDocument,
  copier: RawCopier,
  room: ContentRoom,
  { entries, visible }: RawPage,
  resources: string
): Promise<ObjectNumber> {
  const content = contentOf(source, copier, room, entries.get('Contents'))
  const group = entries.get('Group')
  return file.writeStream(
    {
      Type: '/XObject',
      Subtype: '/Form',
      BBox: pdfNumbers(visible),
      Resources: resources,
      Group: group === undefined ? undefined : copier.written(group),
      ...content.entries
    },
    content.bytes
  )
}

/** One content stream passes as it is; several are joined, since an instruction may begin in one and end in the next. */
function contentOf(source: RawDocument, copier: RawCopier, room: ContentRoom, value: RawValue | undefined) {
  const found = source.resolve(value)
  if (found === null || !isThere(found)) return { bytes: Buffer.alloc(0), entries: {} }
  const items = itemsOf(found) ?? [found]
  const parts = items.map((item) => streamObject(source, item))
  const [only] = parts
  if (only !== undefined && parts.length === 1) return passing(source, copier, room, only)
  const plain = parts.flatMap((part) => {
    const { bytes, entries } = contentStream(source, part)
    return [room.unpack(filtersOf(source, entries), bytes), Buffer.from('\n')]
  })
  return { bytes: deflateSync(Buffer.concat(plain)), entries: { Filter: '/FlateDecode' } }
}

function contentStream(source: RawDocument, object: RawObject) {
  const place = source.streamOf(object)
  const entries = entriesOf({ object, cell: 0 })
  if (place === null || entries === null) throw new PdfOdd('no stream')
  return { bytes: source.bytesOf(place), entries }
}

/** What has to be done to the stream's bytes; where that is more than inflating, others know better. */
function filtersOf(source: RawDocument, entries: ReadonlyMap<string, RawValue>): readonly ContentFilter[] {
  const filter = source.resolve(entries.get('Filter'))
  if (filter === null || !isThere(filter)) return []
  const items = itemsOf(filter) ?? [filter]
  const parameters = source.resolve(entries.get('DecodeParms'))
  if (items.length > 1 || (parameters !== null && isThere(parameters)))
    throw new PdfUnusual('several filters')
  return items.map((item) => {
    const name = source.resolve(item)
    if (name === null || nameOf(name) !== 'FlateDecode') throw new PdfUnusual('an unusual filter')
    return { name: 'FlateDecode', isEarly: true, isPredicted: false }
  })
}

function passing(source: RawDocument, copier: RawCopier, room: ContentRoom, part: RawObject) {
  const { bytes, entries } = contentStream(source, part)
  room.measure(filtersOf(source, entries), bytes)
  const written = (key: string) => {
    const value = entries.get(key)
    return value === undefined ? undefined : copier.written(value)
  }
  return { bytes, entries: { Filter: written('Filter'), DecodeParms: written('DecodeParms') } }
}

function streamObject(source: RawDocument, value: RawValue): RawObject {
  const found = source.resolve(value)
  if (found === null || found.cell !== 0) throw new PdfOdd('no stream')
  return found.object
}

/** Some programs leave out what every appearance is; without it a viewer draws nothing, and it has to be added. */
function copyForm(copier: RawCopier, appearance: SourceValue): ObjectNumber | null {
  if (appearance.entry('Subtype')?.asName() !== 'Form')
    throw new PdfUnusual('an appearance that does not say what it is')
  return appearance.number === null ? null : copier.reference(appearance.number)
}
