import type { Exhibit } from '../../../shared/domain/exhibit.ts'
import type { Original } from '../../original.ts'
import type { AbsorbedExhibit } from '../plan/absorbed-exhibit.ts'
import { writtenKindOf } from '../plan/written-text.ts'
import type { Absorption } from './absorb-exhibit.ts'
import type { AbsorbOptions, OpenOriginal } from './absorb-options.ts'
import { attachmentNameOf } from './attachment-name.ts'
import { checkOriginal } from './checked-original.ts'
import { OriginalChanged } from './original-changed.ts'
import { PdfRefused } from './pdf-refused.ts'
import { PictureRefused } from './picture-limits.ts'
import { canPassThrough, PngReader } from './png-reader.ts'
import { showByRange } from './show-pdf.ts'
import { inksOf } from './show-picture.ts'
import { NO_LAYERS, slip, type Shown } from './shown.ts'

/** A larger picture is taken to stay as large; smaller ones are quickly read. */
const LARGEST_READ = 512 * 1024
/** So much is read of all of them together; what a hundred-page dossier of papers has. */
const MOST_READ = 48 * 1024 * 1024
/** Picture, page or attachment: what stands around its bytes in the file. */
const OBJECT_BYTES = 320
const ATTACHMENT_OBJECTS = 2

/** Of all documents together: to look into them takes a millisecond a page, or less. */
const MOST_PAGES_LOOKED_INTO = 3000

/** A page of A4, which most papers are. */
const SOME_PAGE = {
  visible: [0, 0, 595, 842],
  rotation: 0,
  userUnit: 1,
  overlays: [],
  links: [],
  fields: [],
  isImageOnly: false
} as const

export interface AssumeOptions extends Pick<
  AbsorbOptions,
  | 'file'
  | 'openOriginal'
  | 'withheldFor'
  | 'burnt'
  | 'covered'
  | 'renderer'
  | 'isDrawn'
  | 'sample'
  | 'hideWords'
  | 'signal'
> {
  /** Counts bytes that are not read. */
  readonly skip: (count: number) => void
}

/** What stands in a file for an exhibit: its pages, and what they take beside what was counted already. */
interface Assumed extends Pick<Shown, 'pages' | 'bookmarks' | 'layers'> {
  readonly bytes: number
}

/**
 * What an exhibit will take in the pack by what is known of its file, without its bytes being read; null = it has to
 * be looked into. Remembers how much was, and asks for no more than is quick.
 */
export function createAssumption(): (options: AssumeOptions, exhibit: Exhibit) => Promise<Absorption | null> {
  let read = 0
  let pages = 0
  return async (options, exhibit) => {
    const { sizeBytes } = exhibit.file
    pages += exhibit.file.pages ?? 1
    const isQuick = sizeBytes <= LARGEST_READ && read + sizeBytes <= MOST_READ
    const known = { isQuick, isOneOfMany: pages > MOST_PAGES_LOOKED_INTO }
    // A copy of a picture with marks in it is of another size than its file; pages of a PDF have them on top.
    const isCopied = exhibit.file.mediaType !== 'application/pdf' && options.burnt(exhibit) !== null
    const assumed = isCopied ? null : await assume(options, exhibit, known)
    if (assumed !== null) return countAs(options, exhibit, assumed)
    read += sizeBytes
    return null
  }
}

interface Known {
  /** It may be read; then only what is known for certain is assumed. */
  readonly isQuick: boolean
  /** Even to look into it would take too long. */
  readonly isOneOfMany: boolean
}

async function assume(
  options: AssumeOptions,
  exhibit: Exhibit,
  { isQuick, isOneOfMany }: Known
): Promise<Assumed | null> {
  const { file, openOriginal, isDrawn } = options
  const facts = exhibit.file
  const { mediaType, sizeBytes, pages, pixels } = facts
  const picture = (): Assumed => {
    const { width, height } = pixels ?? { width: 1, height: 1 }
    const shown = { kind: 'picture', object: file.reserve(), width, height, orientation: 1 } as const
    return { pages: [shown], layers: NO_LAYERS, bytes: sizeBytes + OBJECT_BYTES }
  }
  switch (mediaType) {
    case 'image/jpeg': {
      if (pages === null && isQuick) return null
      const isMadeAnew = isDrawn && (await isIn(openOriginal, facts.sha256, hasInks))
      return isMadeAnew ? null : picture()
    }
    case 'image/png':
      return isQuick || !(await isIn(openOriginal, facts.sha256, passesThrough)) ? null : picture()
    case 'application/pdf':
      if (isQuick) return null
      return isOneOfMany && pages !== null
        ? somePages(options, exhibit, pages)
        : lookIntoPdf(options, exhibit)
    default:
      return writtenKindOf(mediaType) === null ? { ...slip('no-page-form'), bytes: 0 } : null
  }
}

/** A document that is not even looked into: pages of a usual size, as heavy as its file or as those that were drawn. */
function somePages(
  { file, sample, isDrawn, covered }: AssumeOptions,
  exhibit: Exhibit,
  count: number
): Assumed {
  const { sizeBytes } = exhibit.file
  const weights = isDrawn || covered(exhibit).length > 0 ? sample : null
  const pages = Array.from({ length: count }, () => ({
    ...({ kind: 'foreign', object: file.reserve() } as const),
    ...SOME_PAGE
  }))
  const bytes = weights === null ? sizeBytes : count * weights.like(sizeBytes / count).drawnBytes
  return { pages, layers: NO_LAYERS, bytes: Math.round(bytes) }
}

/** Its pages as they will be shown, though none of its pictures is read; null = only the whole of it can tell. */
async function lookIntoPdf(options: AssumeOptions, exhibit: Exhibit): Promise<Assumed | null> {
  const { sha256 } = exhibit.file
  const { file, signal, openOriginal } = options
  const opened = await openOriginal(sha256)
  if (!opened.ok) return null
  const start = file.mark()
  try {
    const onBytes = () => undefined
    const original = checkOriginal(opened.value, { sha256, signal, onBytes, thread: null })
    const shown = await showByRange(
      { ...options, onPage: () => undefined },
      original,
      options.covered(exhibit)
    )
    return shown === null ? null : { ...shown, bytes: 0 }
  } catch (error) {
    if (!(error instanceof PdfRefused || error instanceof OriginalChanged)) throw error
    await file.rollBack(start)
    return error instanceof PdfRefused ? { ...slip(error.reason), bytes: 0 } : null
  } finally {
    await opened.value.close()
  }
}

/** Whether this can be said of a file by its first bytes. */
async function isIn(
  openOriginal: OpenOriginal,
  sha256: string,
  says: (original: Original) => Promise<boolean>
): Promise<boolean> {
  const opened = await openOriginal(sha256)
  if (!opened.ok) return false
  try {
    return await says(opened.value)
  } finally {
    await opened.value.close()
  }
}

/** A picture for printing, which an archival pack shows in the colours of screens. */
async function hasInks(original: Original): Promise<boolean> {
  return (await inksOf(original)) !== null
}

/** Whether a PNG's rows stand in the pack as they are. */
async function passesThrough(original: Original): Promise<boolean> {
  try {
    return canPassThrough(await new PngReader(original.stream()).header())
  } catch (error) {
    if (error instanceof PictureRefused) return false
    throw error
  }
}

function countAs(
  { file, skip, withheldFor }: AssumeOptions,
  exhibit: Exhibit,
  { pages, bookmarks = [], layers, bytes }: Assumed
): Absorption {
  skip(bytes)
  const withheld = withheldFor(exhibit)
  const isPageImage = exhibit.file.mediaType === 'image/jpeg'
  const attachmentName = attachmentNameOf(exhibit)
  const as = (where: AbsorbedExhibit['where']) => ({ exhibit, pages, bookmarks, where, attachmentName })
  if (isPageImage || withheld !== null) {
    const where = isPageImage && withheld !== 'masked' ? 'page-image' : (withheld ?? 'page-image')
    return { absorbed: as(where), attachment: null, layers }
  }
  skip(exhibit.file.sizeBytes + ATTACHMENT_OBJECTS * OBJECT_BYTES)
  const attachment = { name: attachmentName, object: file.reserve() }
  return { absorbed: as('attached'), attachment, layers }
}
