import type { AbsorbOptions } from './absorb-options.ts'
import { absorbInks } from './absorb-inks.ts'
import { absorbJpeg, type JpegOptions } from './absorb-jpeg.ts'
import { absorbPng } from './absorb-png.ts'
import type { CheckedOriginal } from './checked-original.ts'
import { readJpegHeader, type JpegHeader } from './jpeg-header.ts'
import { NO_LAYERS, type Shown } from './shown.ts'
import { untilCancelled } from './until-cancelled.ts'
import { readWhole } from './source-memory.ts'

export type PictureType = 'image/jpeg' | 'image/png'

/** A picture as a page. Only a JPEG stands in the file with its own bytes, and only where it need not be converted. */
export async function showPicture(
  { file, isDrawn, memory, signal }: Pick<AbsorbOptions, 'file' | 'isDrawn' | 'memory' | 'signal'>,
  original: CheckedOriginal,
  mediaType: PictureType,
  options: JpegOptions
): Promise<Shown> {
  if (mediaType === 'image/png') {
    const pages = await absorbPng(file, original, options.isSuspect)
    return { pages, layers: NO_LAYERS, bytes: null, isPageImage: false }
  }
  const inks = isDrawn ? await inksOf(original) : null
  if (inks === null) {
    const pages = await absorbJpeg(file, original, options)
    return { pages, layers: NO_LAYERS, bytes: null, isPageImage: true }
  }
  const bytes = await readWhole(original, memory)
  return {
    pages: await untilCancelled(signal, absorbInks(file, bytes, inks)),
    layers: NO_LAYERS,
    bytes,
    isPageImage: false
  }
}

/** A picture made for printing; null = it is none. */
export async function inksOf({ read }: Pick<CheckedOriginal, 'read'>): Promise<JpegHeader | null> {
  const header = await readJpegHeader(read)
  return header?.components === 4 ? header : null
}
