import { deflateSync } from 'node:zlib'
import { PDFDict, PDFRawStream, type PDFRef, type PDFContext, type PDFObject } from 'pdf-lib'
import { bytesInMemory, type ByteSource } from '../../pdf-reading/byte-source.ts'
import { hasSoundTable } from '../../pdf-reading/raw-document.ts'
import type { ExhibitPage } from '../plan/absorbed-exhibit.ts'
import type { PdfFile } from '../write/pdf-file.ts'
import { pdfDict, pdfNumbers, pdfRef, type ObjectNumber } from '../write/pdf-syntax.ts'
import type { AbsorbedPdf } from './absorbed-pdf.ts'
import { readOverlays } from './annotation-overlays.ts'
import { ContentRoom } from './content-filters.ts'
import { makeNamesHarmless } from './harmless-names.ts'
import { isImageOnly } from './image-only.ts'
import { ObjectCopier } from './object-copier.ts'
import { readPages, type SourcePage } from './pdf-pages.ts'
import { broken, PdfRefused } from './pdf-refused.ts'
import { filtersOf } from './patient-filters.ts'
import { patientSourceValue } from './patient-source-value.ts'
import { sourceForm } from './source-fields.ts'
import { readSourceLayers } from './source-layers.ts'
import { readSourceLinks } from './source-links.ts'
import { readSourceOutline } from './source-outline.ts'
import { sourcePlaces } from './source-places.ts'
import type { SourceValue } from './source-value.ts'
import { arrayOf, key, lookUp, openPdf } from './pdf-source.ts'

/** The library holds a document in memory, and several times its size in values. */
const LARGEST_HELD = 512 * 1024 * 1024

/** It takes some 30 seconds for a million of them on a slow machine. */
const MOST_OBJECTS = 400_000
const OBJECT_END = 'endobj'

/**
 * Puts every page of a foreign PDF into the file as a form that can be drawn on a page of ours.
 * Refuses the whole document when any page cannot be read.
 */
export async function absorbPdf(file: PdfFile, source: ByteSource, onPage: () => void): Promise<AbsorbedPdf> {
  const bytes = source.whole ?? (await readWhole(source))
  if (hasTooManyObjects(bytes)) throw new PdfRefused('pdf-too-large')
  try {
    const { context, catalog } = await openPdf(bytes)
    const copier = new ObjectCopier(file, context, bytes, hasSoundTable(bytesInMemory(bytes)))
    const room = new ContentRoom(bytes.length)
    const resourcesOf = sharedResources(file, copier)
    const pages: ExhibitPage[] = []
    const read = readPages(context, catalog)
    makeNamesHarmless(
      context,
      read.map(({ dict }) => dict),
      room
    )
    const root = patientSourceValue(context, catalog)
    const places = sourcePlaces(
      root,
      read.map(({ number }) => number)
    )
    const form = sourceForm(root)
    const layers = readSourceLayers(root)
    const refs = new Map(context.enumerateIndirectObjects().map(([ref]) => [ref.objectNumber, ref] as const))
    const overlaySource = {
      ...{ form, hiddenLayers: layers.off },
      copyForm: ({ number }: SourceValue) => copyForm(context, copier, refs.get(number ?? 0))
    }
    for (const page of read) {
      const object = await writePageForm(file, context, copier, page, room, await resourcesOf(page))
      // A damaged note refuses the document: the page would lack it.
      const whole = patientSourceValue(context, page.dict, (value) => lookUp(context, value))
      const overlays = readOverlays(whole.entry('Annots'), overlaySource)
      await copier.drain()
      const { visible, rotation, userUnit } = page
      const annotations = patientSourceValue(context, page.dict).entry('Annots')
      const links = readSourceLinks(annotations, visible, places)
      const fields = form.fieldsOf(annotations, visible)
      const isPicture = isImageOnly(
        page.resources === undefined ? null : patientSourceValue(context, page.resources)
      )
      pages.push({
        ...{ kind: 'foreign', object, visible, rotation, userUnit, overlays, links, fields },
        isImageOnly: isPicture
      })
      onPage()
    }
    const numbers = (old: Iterable<number>) =>
      [...old].flatMap((number) => copier.copied(refs.get(number)) ?? [])
    const bookmarks = readSourceOutline(root, places)
    return { pages, bookmarks, layers: { all: numbers(layers.all), off: numbers(layers.off) } }
  } catch (error) {
    // Deep nesting ends the library's own recursion; nothing else in here can overflow.
    throw error instanceof RangeError || isLibraryError(error) ? broken() : error
  }
}

function hasTooManyObjects(bytes: Buffer): boolean {
  let count = 0
  for (let at = bytes.indexOf(OBJECT_END); at !== -1 && count <= MOST_OBJECTS; count += 1)
    at = bytes.indexOf(OBJECT_END, at + OBJECT_END.length)
  return count > MOST_OBJECTS
}

async function readWhole(source: ByteSource): Promise<Buffer> {
  if (source.sizeBytes > LARGEST_HELD) throw new PdfRefused('pdf-too-large')
  // Not from the shared pool: the copier finds a stream's place by its offset in this very buffer.
  const bytes = Buffer.allocUnsafeSlow(source.sizeBytes)
  await source.readInto(0, bytes)
  return bytes
}

/** An error out of the library, not one of ours and not a refusal of the disk. */
function isLibraryError(error: unknown): boolean {
  if (!(error instanceof Error) || error instanceof PdfRefused) return false
  return (
    error.name !== 'AbortError' &&
    error.name !== 'TimeoutError' &&
    !('code' in error && isTargetCode(error.code))
  )
}

function isTargetCode(code: unknown): boolean {
  return typeof code === 'string' && !code.startsWith('Z_') && !code.startsWith('ERR_')
}

/** What stands in a node of the page tree is written once, however many pages take it from there. */
function sharedResources(file: PdfFile, copier: ObjectCopier) {
  const known = new Map<PDFObject, string>()
  return async ({ resources }: SourcePage): Promise<string> => {
    if (resources === undefined) return pdfDict({})
    const found = known.get(resources)
    if (found !== undefined) return found
    const written = copier.written(resources)
    const shared =
      resources instanceof PDFDict ? pdfRef(await file.write(Buffer.from(written, 'latin1'))) : written
    known.set(resources, shared)
    return shared
  }
}

async function writePageForm(
  file: PdfFile,
  context: PDFContext,
  copier: ObjectCopier,
  page: SourcePage,
  room: ContentRoom,
  resources: string
): Promise<ObjectNumber> {
  const content = contentOf(context, copier, page.dict, room)
  const group = page.dict.get(key('Group'))
  const entries = {
    Type: '/XObject',
    Subtype: '/Form',
    BBox: pdfNumbers(page.visible),
    Resources: resources,
    Group: group === undefined ? undefined : copier.written(group),
    ...content.entries
  }
  return file.writeStream(entries, content.bytes)
}

/** One content stream passes as it is; several are joined, since an instruction may begin in one and end in the next. */
function contentOf(context: PDFContext, copier: ObjectCopier, page: PDFDict, room: ContentRoom) {
  const value = page.get(key('Contents'))
  if (value === undefined) return { bytes: Buffer.alloc(0), entries: {} }
  const found = context.lookup(value)
  if (found instanceof PDFRawStream) {
    const [filter, parameters] = [found.dict.get(key('Filter')), found.dict.get(key('DecodeParms'))]
    const bytes = copier.bytesOf(found)
    room.measure(filtersOf(context, found.dict), bytes)
    return {
      bytes,
      entries: {
        Filter: filter === undefined ? undefined : copier.written(filter),
        DecodeParms: parameters === undefined ? undefined : copier.written(parameters)
      }
    }
  }
  const parts = arrayOf(context, value)
  if (parts === null) throw broken()
  const decoded = parts.asArray().map((part) => {
    const stream = context.lookup(part)
    if (!(stream instanceof PDFRawStream)) throw broken()
    return room.unpack(filtersOf(context, stream.dict), copier.bytesOf(stream))
  })
  const joined = Buffer.concat(decoded.flatMap((part) => [part, Buffer.from('\n')]))
  return { bytes: deflateSync(joined), entries: { Filter: '/FlateDecode' } }
}

/** Some programs leave out what every appearance is; without it a viewer draws nothing. */
function copyForm(context: PDFContext, copier: ObjectCopier, ref: PDFRef | undefined): ObjectNumber | null {
  const stream = context.lookup(ref)
  if (ref === undefined || !(stream instanceof PDFRawStream)) return null
  stream.dict.set(key('Type'), key('XObject'))
  stream.dict.set(key('Subtype'), key('Form'))
  return copier.reference(ref)
}
