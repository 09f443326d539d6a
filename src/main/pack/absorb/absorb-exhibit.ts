import { canHaveBars } from '../../../shared/domain/bar.ts'
import { formatExhibitNumber, type Exhibit } from '../../../shared/domain/exhibit.ts'
import { safeFileName } from '../../../shared/domain/file-name.ts'
import type { SlipReason } from '../../../shared/domain/pack-job.ts'
import type { Result } from '../../../shared/domain/result.ts'
import type { Original } from '../../original.ts'
import { bytesInMemory, bytesInWindows } from '../../pdf-reading/byte-source.ts'
import type { AbsorbedExhibit, ExhibitPage, HiddenWord, Withheld } from '../plan/absorbed-exhibit.ts'
import type { Conversation } from '../plan/conversation.ts'
import type { WrittenText } from '../plan/written-text.ts'
import type { PageRenderer } from '../render/page-renderer.ts'
import { writeAttachment, type Attachment } from '../write/attachment.ts'
import type { HashThread } from '../write/hash-thread.ts'
import type { PdfFile } from '../write/pdf-file.ts'
import type { ObjectNumber } from '../write/pdf-syntax.ts'
import { absorbDocument } from './absorb-document.ts'
import { absorbInks } from './absorb-inks.ts'
import { absorbJpeg } from './absorb-jpeg.ts'
import { absorbMarked, type Burning } from './absorb-marked.ts'
import { absorbPng } from './absorb-png.ts'
import { checkOriginal, OriginalChanged, type CheckedOriginal } from './checked-original.ts'
import { mailOf, type MailOptions } from './absorb-mail.ts'
import { conversationOf } from './absorb-messages.ts'
import { readJpegHeader, type JpegHeader } from './jpeg-header.ts'
import { PdfRefused } from './pdf-refused.ts'
import { PictureRefused } from './picture-limits.ts'
import { readText } from './read-text.ts'
import { renderDocument } from './render-document.ts'
import { partsOf } from './show-part.ts'

/** A larger PDF is read where its pages need it, and once more as a whole to be hashed. */
const LARGEST_PDF_AT_ONCE = 32 * 1024 * 1024

/** A chat of several years has one or two; it is held in memory while it is laid out. */
const LARGEST_TEXT = 4 * 1024 * 1024
/** What mail services let through, with what is attached to it. */
const LARGEST_MAIL = 48 * 1024 * 1024

export type OpenOriginal = (sha256: string) => Promise<Result<Original, { readonly code: string }>>

export interface AbsorbOptions {
  readonly file: PdfFile
  readonly openOriginal: OpenOriginal
  readonly signal: AbortSignal
  readonly memory: SourceMemory
  /** Hashes originals; null = they are hashed here. */
  readonly thread: HashThread | null
  /** Its file brought down an earlier attempt: it is attached and not looked into. */
  readonly isGivenUp: boolean
  /** Why its original stays out of the file; null = it goes in. Asked again when its pages are made. */
  readonly withheldFor: (exhibit: Exhibit) => Withheld | null
  /** Lays what a text, a letter or messages say out on pages of ours. */
  readonly paginate: (
    exhibit: Exhibit,
    text: WrittenText | Conversation,
    attachmentName: string
  ) => readonly ExhibitPage[]
  /** What is burnt into the pixels of its pictures, of which the pack has copies only; null = nothing is. */
  readonly burnt: (exhibit: Exhibit) => Burning | null
  /** Draws pages of foreign documents, as archival packs show them; null = they are copied. */
  readonly renderer: PageRenderer | null
  /** What of a page's words may be laid under its picture. */
  readonly hideWords: (words: readonly HiddenWord[]) => readonly HiddenWord[]
  /** Whether a file with that SHA-256 is an exhibit of the pack. */
  readonly isExhibit: (sha256: string) => boolean
  readonly onBytes: (count: number) => void
  readonly onPage: () => void
}

export interface Absorption {
  readonly absorbed: AbsorbedExhibit
  readonly attachment: Attachment | null
  readonly layers: { readonly all: readonly ObjectNumber[]; readonly off: readonly ObjectNumber[] }
}

interface Shown {
  readonly pages: readonly ExhibitPage[]
  readonly bookmarks?: AbsorbedExhibit['bookmarks']
  readonly layers: Absorption['layers']
  /** The original as far as it is still in memory. */
  readonly bytes: Buffer | null
  readonly isPageImage: boolean
}

const NO_LAYERS: Absorption['layers'] = { all: [], off: [] }

/** Brings one exhibit into the file: what it shows, and its original. Leaves nothing behind of what failed. */
export async function absorbExhibit(options: AbsorbOptions, exhibit: Exhibit): Promise<Absorption> {
  const { file, openOriginal, signal, thread, onBytes } = options
  const opened = await openOriginal(exhibit.file.sha256)
  if (!opened.ok) {
    return lost(exhibit, opened.code === 'object-changed' ? 'object-changed' : 'object-missing')
  }
  const start = file.mark()
  try {
    const { sha256 } = exhibit.file
    const original = checkOriginal(opened.value, { sha256, signal, onBytes, thread })
    const shown = await showOrSlip(options, exhibit, original)
    const withheld = options.withheldFor(exhibit)
    if (shown.isPageImage) {
      const where = withheld === 'masked' ? withheld : 'page-image'
      return { absorbed: absorbedAs(exhibit, shown, where), attachment: null, layers: NO_LAYERS }
    }
    if (withheld !== null) {
      if (shown.bytes === null) await readToTheEnd(original)
      return { absorbed: absorbedAs(exhibit, shown, withheld), attachment: null, layers: shown.layers }
    }
    const chunks = shown.bytes === null ? original.stream() : inOneChunk(shown.bytes)
    const attachment = await attach(file, exhibit, chunks)
    return { absorbed: absorbedAs(exhibit, shown, 'attached'), attachment, layers: shown.layers }
  } catch (error) {
    if (!(error instanceof OriginalChanged)) throw error
    await file.rollBack(start)
    return lost(exhibit, 'object-changed')
  } finally {
    await opened.value.close()
  }
}

/** The exhibit's pages, or a slip where it cannot be shown; what was written of it until then is taken back. */
async function showOrSlip(
  options: AbsorbOptions,
  exhibit: Exhibit,
  original: CheckedOriginal
): Promise<Shown> {
  const { file } = options
  const start = file.mark()
  try {
    return await show(options, exhibit, original)
  } catch (error) {
    if (!(error instanceof PdfRefused || error instanceof PictureRefused)) throw error
    await file.rollBack(start)
    return slip(error.reason)
  }
}

async function show(options: AbsorbOptions, exhibit: Exhibit, original: CheckedOriginal): Promise<Shown> {
  const { file, onPage } = options
  if (options.isGivenUp) return slip('engine-gave-up')
  const isSuspect = exhibit.file.pages === null
  const burning = canHaveBars(exhibit.file) ? options.burnt(exhibit) : null
  if (burning !== null) {
    const bytes = await readWhole(original, options.memory)
    const pages = await absorbMarked(file, bytes, burning)
    onPage()
    return { pages, layers: NO_LAYERS, bytes, isPageImage: false }
  }
  switch (exhibit.file.mediaType) {
    case 'image/jpeg': {
      const inks = options.renderer === null ? null : await inksOf(original)
      if (inks !== null) {
        const bytes = await readWhole(original, options.memory)
        const pages = await absorbInks(file, bytes, inks)
        onPage()
        return { pages, layers: NO_LAYERS, bytes, isPageImage: false }
      }
      const pages = await absorbJpeg(file, original, {
        isSuspect,
        isBare: options.withheldFor(exhibit) === 'masked'
      })
      onPage()
      return { pages, layers: NO_LAYERS, bytes: null, isPageImage: true }
    }
    case 'image/png': {
      const pages = await absorbPng(file, original, isSuspect)
      onPage()
      return { pages, layers: NO_LAYERS, bytes: null, isPageImage: false }
    }
    case 'application/pdf': {
      return showPdf(options, original)
    }
    case 'message/rfc822':
      return showWritten(options, exhibit, original, { read: mailOf, largest: LARGEST_MAIL })
    case 'text/plain':
      return showWritten(options, exhibit, original, { read: readPlain, largest: LARGEST_TEXT })
    case 'application/xml':
      return showWritten(options, exhibit, original, { read: readConversation, largest: LARGEST_MAIL })
    default:
      return slip('no-page-form')
  }
}

/** A picture made for printing; null = it is none. */
async function inksOf({ read }: CheckedOriginal): Promise<JpegHeader | null> {
  const header = await readJpegHeader(read)
  return header?.components === 4 ? header : null
}

/** PDFs are held in memory while their pages are drawn. */
const LARGEST_DRAWN = 512 * 1024 * 1024

async function showPdf(options: AbsorbOptions, original: CheckedOriginal): Promise<Shown> {
  const { file, onPage, renderer, hideWords } = options
  const { sizeBytes, ranges } = original
  if (renderer !== null) {
    if (sizeBytes > LARGEST_DRAWN) throw new PdfRefused('pdf-too-large')
    const bytes = await readInto(original, renderer.room(sizeBytes))
    const shown = await renderDocument(file, bytes, { renderer, hideWords, onPage })
    return { ...shown, bytes, isPageImage: false }
  }
  if (ranges !== null && sizeBytes > LARGEST_PDF_AT_ONCE) {
    const shown = await absorbDocument(file, bytesInWindows({ sizeBytes, ...ranges }), onPage)
    return { ...shown, bytes: null, isPageImage: false }
  }
  const bytes = await readWhole(original, options.memory)
  return { ...(await absorbDocument(file, bytesInMemory(bytes), onPage)), bytes, isPageImage: false }
}

/** What a file says, and the pages of what came with it. */
interface Written {
  readonly text: WrittenText | Conversation
  readonly pages: readonly ExhibitPage[]
}

interface WrittenForm {
  readonly read: (bytes: Buffer, parts: MailOptions) => Promise<Written | null>
  readonly largest: number
}

const readPlain: WrittenForm['read'] = async (bytes) => withoutPages(readText(bytes))

const readConversation: WrittenForm['read'] = async (bytes, { showPart }) =>
  withoutPages(await conversationOf(bytes, showPart))

function withoutPages(text: Written['text'] | null): Written | null {
  return text === null ? null : { text, pages: [] }
}

/** What a file says, on pages of ours; one that cannot be read as text is attached like any other file. */
async function showWritten(
  options: AbsorbOptions,
  exhibit: Exhibit,
  original: CheckedOriginal,
  { read, largest }: WrittenForm
): Promise<Shown> {
  if (original.sizeBytes > largest) return slip('no-page-form')
  const bytes = await readWhole(original, options.memory)
  const layers: { all: ObjectNumber[]; off: ObjectNumber[] } = { all: [], off: [] }
  const showPart = partsOf(options.file, async (part) => {
    // The letter itself still stands in the memory that documents are read into.
    const shown = await showPdf({ ...options, memory: { kept: Buffer.alloc(0) } }, part)
    layers.all.push(...shown.layers.all)
    layers.off.push(...shown.layers.off)
    return shown.pages
  })
  const written = await read(bytes, {
    // Where a picture of the exhibit would be marked, what came with it is not shown without the mark.
    showPart: options.burnt(exhibit) === null ? showPart : async () => [],
    isExhibit: options.isExhibit
  })
  if (written === null) return { ...slip('no-page-form'), bytes }
  const pages = [...options.paginate(exhibit, written.text, attachmentNameOf(exhibit)), ...written.pages]
  options.onPage()
  return { pages, layers, bytes, isPageImage: false }
}

/** Larger buffers are not kept for the next document. */
const LARGEST_KEPT = 64 * 1024 * 1024

/** Memory that one document after the other is read into. */
export interface SourceMemory {
  kept: Buffer
}

/** The whole document in memory that the next one uses again: by then its pages and its copy are in the file. */
async function readWhole(original: CheckedOriginal, memory: SourceMemory): Promise<Buffer> {
  const { sizeBytes } = original
  // Not from the shared pool: the copier finds a stream's place by its offset in this very buffer.
  const whole = memory.kept.length >= sizeBytes ? memory.kept : Buffer.allocUnsafeSlow(sizeBytes)
  if (sizeBytes <= LARGEST_KEPT) memory.kept = whole
  return readInto(original, whole.subarray(0, sizeBytes))
}

async function readInto(original: CheckedOriginal, bytes: Buffer): Promise<Buffer> {
  let position = 0
  for await (const chunk of original.stream()) {
    if (position + chunk.length > bytes.length) throw new OriginalChanged()
    bytes.set(chunk, position)
    position += chunk.length
  }
  return bytes
}

/** What is not attached is hashed all the same: its pages must be those of the file that was added. */
async function readToTheEnd(original: CheckedOriginal): Promise<void> {
  const chunks = original.stream()[Symbol.asyncIterator]()
  while ((await chunks.next()).done !== true);
}

function attach(file: PdfFile, exhibit: Exhibit, chunks: AsyncIterable<Buffer>): Promise<Attachment> {
  return writeAttachment(
    file,
    {
      name: attachmentNameOf(exhibit),
      description: exhibit.caption.trim(),
      mediaType: exhibit.file.mediaType,
      modifiedAt: exhibit.file.fileModifiedAt ?? exhibit.addedAt,
      relation: 'Source'
    },
    chunks
  )
}

async function* inOneChunk(bytes: Buffer): AsyncIterable<Buffer> {
  yield bytes
}

function slip(reason: SlipReason): Shown {
  return { pages: [{ kind: 'slip', reason }], layers: NO_LAYERS, bytes: null, isPageImage: false }
}

function lost(exhibit: Exhibit, reason: 'object-missing' | 'object-changed'): Absorption {
  return {
    absorbed: absorbedAs(exhibit, slip(reason), 'nowhere'),
    attachment: null,
    layers: NO_LAYERS
  }
}

function absorbedAs(
  exhibit: Exhibit,
  { pages, bookmarks = [] }: Pick<Shown, 'pages' | 'bookmarks'>,
  where: AbsorbedExhibit['where']
): AbsorbedExhibit {
  return { exhibit, pages, bookmarks, where, attachmentName: attachmentNameOf(exhibit) }
}

/** The number first, so that attachments sort as the index does and never share a name. */
export function attachmentNameOf(exhibit: Exhibit): string {
  return `${formatExhibitNumber(exhibit.number)}_${safeFileName(exhibit.file.originalName)}`
}
