import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { LARGEST_PIXELS, PictureRefused } from './picture-limits.ts'

/** Whether the whole picture can be decoded: asked only where something about it is suspicious. */
export async function checkDecodes(stream: AsyncIterable<Buffer>): Promise<void> {
  // Loaded where it is needed: most packs never decode a picture.
  const { default: sharp } = await import('sharp')
  const decoder = sharp({ limitInputPixels: LARGEST_PIXELS, sequentialRead: true, failOn: 'error' })
    .resize(16)
    .raw()
  const decoded = decoder.toBuffer().then(
    () => true,
    () => false
  )
  // A decoder that gives up early closes its end; that alone says nothing about the file.
  const fed = pipeline(Readable.from(stream), decoder).catch((error: unknown) => error)
  if (!(await decoded)) throw new PictureRefused('image-broken')
  await fed
}
