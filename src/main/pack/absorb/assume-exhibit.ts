import type { Exhibit } from '../../../shared/domain/exhibit.ts'
import type { AbsorbedExhibit, ExhibitPage, Withheld } from '../plan/absorbed-exhibit.ts'
import type { PdfFile } from '../write/pdf-file.ts'
import type { Absorption } from './absorb-exhibit.ts'
import type { AbsorbOptions, OpenOriginal } from './absorb-options.ts'
import { attachmentNameOf } from './attachment-name.ts'
import { PictureRefused } from './picture-limits.ts'
import { canPassThrough, PngReader } from './png-reader.ts'

/** A larger PDF is taken to have pages of the size of its file, and a larger PNG to stay as large; smaller ones are quickly read. */
const LARGEST_READ = 512 * 1024
/** So much is read of all of them together; what a hundred-page dossier of papers has. */
const MOST_READ = 48 * 1024 * 1024
/** Picture, page or attachment: what stands around its bytes in the file. */
const OBJECT_BYTES = 320
const ATTACHMENT_OBJECTS = 2

/** A page of text as a picture; a scan stays as large as it is. */
const DRAWN_PAGE_BYTES = 130 * 1024

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

export interface AssumeOptions {
  readonly openOriginal: OpenOriginal
  readonly withheldFor: (exhibit: Exhibit) => Withheld | null
  /** Pictures that are made anew are of another size than their files. */
  readonly burnt: AbsorbOptions['burnt']
  readonly file: PdfFile
  /** Whether pages of PDFs are drawn as pictures. */
  readonly isDrawn: boolean
  /** Counts bytes that are not read. */
  readonly skip: (count: number) => void
}

/** What stands in a file for an exhibit: its pages, and what they take. */
interface Assumed {
  readonly pages: readonly ExhibitPage[]
  readonly bytes: number
}

/**
 * What an exhibit will take in the pack by what is known of its file, without its bytes being read; null = it has to
 * be looked into. Remembers how much was, and asks for no more than is quick.
 */
export function createAssumption(): (options: AssumeOptions, exhibit: Exhibit) => Promise<Absorption | null> {
  let read = 0
  return async (options, exhibit) => {
    const { sizeBytes } = exhibit.file
    const isQuick = sizeBytes <= LARGEST_READ && read + sizeBytes <= MOST_READ
    const assumed = options.burnt(exhibit) === null ? await assume(options, exhibit, isQuick) : null
    if (assumed !== null) return countAs(options, exhibit, assumed)
    read += sizeBytes
    return null
  }
}

/** @param isQuick whether it may be read; then only what is known for certain is assumed */
async function assume(
  { file, openOriginal, isDrawn }: AssumeOptions,
  { file: facts }: Exhibit,
  isQuick: boolean
): Promise<Assumed | null> {
  const { mediaType, sizeBytes, pages, pixels } = facts
  const picture = (): Assumed => {
    const { width, height } = pixels ?? { width: 1, height: 1 }
    const shown = { kind: 'picture', object: file.reserve(), width, height, orientation: 1 } as const
    return { pages: [shown], bytes: sizeBytes + OBJECT_BYTES }
  }
  switch (mediaType) {
    case 'image/jpeg':
      return pages === null && isQuick ? null : picture()
    case 'image/png':
      return isQuick || !(await passesThrough(openOriginal, facts.sha256)) ? null : picture()
    case 'application/pdf': {
      // To draw them takes as long as the pack itself.
      if ((isQuick && !isDrawn) || pages === null) return null
      const shown = Array.from({ length: pages }, () => file.reserve())
      return {
        pages: shown.map((object) => ({ kind: 'foreign', object, ...SOME_PAGE })),
        bytes: isDrawn ? Math.max(sizeBytes, pages * DRAWN_PAGE_BYTES) : sizeBytes
      }
    }
    case 'message/rfc822':
    case 'application/xml':
    case 'text/plain':
      return null
    default:
      return { pages: [{ kind: 'slip', reason: 'no-page-form' }], bytes: 0 }
  }
}

/** Whether a PNG's rows stand in the pack as they are, by its first bytes. */
async function passesThrough(openOriginal: OpenOriginal, sha256: string): Promise<boolean> {
  const opened = await openOriginal(sha256)
  if (!opened.ok) return false
  try {
    return canPassThrough(await new PngReader(opened.value.stream()).header())
  } catch (error) {
    if (error instanceof PictureRefused) return false
    throw error
  } finally {
    await opened.value.close()
  }
}

function countAs(
  { file, skip, withheldFor }: AssumeOptions,
  exhibit: Exhibit,
  { pages, bytes }: Assumed
): Absorption {
  skip(bytes)
  const withheld = withheldFor(exhibit)
  const isPageImage = exhibit.file.mediaType === 'image/jpeg'
  const attachmentName = attachmentNameOf(exhibit)
  const as = (where: AbsorbedExhibit['where']) => ({ exhibit, pages, bookmarks: [], where, attachmentName })
  const layers = { all: [], off: [] }
  if (isPageImage || withheld !== null) {
    const where = isPageImage && withheld !== 'masked' ? 'page-image' : (withheld ?? 'page-image')
    return { absorbed: as(where), attachment: null, layers }
  }
  skip(exhibit.file.sizeBytes + ATTACHMENT_OBJECTS * OBJECT_BYTES)
  const attachment = { name: attachmentName, object: file.reserve() }
  return { absorbed: as('attached'), attachment, layers }
}
