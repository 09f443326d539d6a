import type { IsoDate } from '../../shared/domain/calendar.ts'
import { shownName } from '../../shared/domain/file-name.ts'
import type { FileFacts, MadeOnSource } from '../../shared/domain/exhibit.ts'
import { LONGEST_LINE } from '../../shared/domain/limits.ts'
import type { Original } from '../original.ts'
import { exifDate } from './exif-date.ts'
import { mediaTypeOf } from './media-type.ts'
import { pdfFacts } from './pdf-facts.ts'
import { pixelSize } from './pixel-size.ts'
import { recordingLength } from './recording-length.ts'

/** Enough for every magic number, for EXIF before the picture, and for the head of a mail. */
const HEAD_BYTES = 256 * 1024

/** What the bytes of a file tell about it. */
export interface ReadFacts extends Pick<FileFacts, 'mediaType' | 'pages' | 'pixels' | 'seconds'> {
  readonly madeOn: { readonly on: IsoDate; readonly source: MadeOnSource } | null
}

/**
 * Reads what a file tells about itself, from its head and a few ranges: never the whole of it, and never longer
 * than a moment. A file that lies, is broken or is hostile tells less; it never fails.
 */
export async function readFacts(original: Original): Promise<ReadFacts> {
  const unknown: ReadFacts = {
    mediaType: 'application/octet-stream',
    pages: null,
    pixels: null,
    madeOn: null
  }
  try {
    const head = await original.read(0, HEAD_BYTES)
    const known = withHead(original, head)
    const mediaType = await mediaTypeOf(head)
    if (mediaType === 'application/pdf') {
      const { pages, madeOn } = await pdfFacts(known)
      return { ...unknown, mediaType, pages, madeOn: dated(madeOn, 'pdf') }
    }
    const seconds = await recordingLength(known, mediaType)
    if (seconds !== null) return { ...unknown, mediaType, seconds }
    const pixels = await pixelSize(known, mediaType)
    const madeOn = mediaType.startsWith('image/') ? dated(await exifDate(head), 'exif') : null
    return { mediaType, pages: pixels === null ? null : 1, pixels, madeOn }
  } catch {
    // Nothing here is worth more than the file itself, which is stored already.
    return unknown
  }
}

/** The same original, whose first bytes are not read again. */
function withHead(original: Original, head: Buffer): Original {
  const read = async (position: number, length: number) =>
    position + length <= head.length
      ? head.subarray(position, position + length)
      : original.read(position, length)
  return { ...original, read }
}

function dated(on: IsoDate | null, source: MadeOnSource): ReadFacts['madeOn'] {
  return on === null ? null : { on, source }
}

/** The caption a file begins with: its name without the extension, as it may be shown. */
export function captionFrom(fileName: string): string {
  const named = shownName(fileName).trim()
  const bare = named.replace(/(?<=[^.])\.[\p{L}\p{N}]{1,8}$/u, '').trim()
  return cutTo(bare === '' ? named : bare, LONGEST_LINE)
}

function cutTo(text: string, length: number): string {
  if (text.length <= length) return text
  const cut = text.slice(0, length - 1)
  // Not between the halves of a character beyond the first 65,536.
  return `${/[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut}…`
}
