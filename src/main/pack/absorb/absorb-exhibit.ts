import type { Exhibit } from '../../../shared/domain/exhibit.ts'
import type { AbsorbedExhibit } from '../plan/absorbed-exhibit.ts'
import { writeAttachment, type Attachment } from '../write/attachment.ts'
import type { PdfFile } from '../write/pdf-file.ts'
import type { ObjectNumber } from '../write/pdf-syntax.ts'
import type { AbsorbOptions } from './absorb-options.ts'
import { attachmentNameOf } from './attachment-name.ts'
import { checkOriginal, type CheckedOriginal } from './checked-original.ts'
import { OriginalChanged } from './original-changed.ts'
import { showOrSlip } from './show-exhibit.ts'
import { NO_LAYERS, slip, type Shown } from './shown.ts'

export interface Absorption {
  readonly absorbed: AbsorbedExhibit
  readonly attachment: Attachment | null
  readonly layers: { readonly all: readonly ObjectNumber[]; readonly off: readonly ObjectNumber[] }
}

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
    const absorption = await bringIn(options, exhibit, original)
    await original.settled()
    return absorption
  } catch (error) {
    if (!(error instanceof OriginalChanged)) throw error
    await file.rollBack(start)
    return lost(exhibit, 'object-changed')
  } finally {
    await opened.value.close()
  }
}

async function bringIn(
  options: AbsorbOptions,
  exhibit: Exhibit,
  original: CheckedOriginal
): Promise<Absorption> {
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
  const attachment = await attach(options.file, exhibit, chunks)
  return { absorbed: absorbedAs(exhibit, shown, 'attached'), attachment, layers: shown.layers }
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
