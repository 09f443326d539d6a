import { isIsoDate, type IsoDate } from '../../shared/domain/calendar.ts'

/** When the picture was taken, as its camera wrote it: original before digitised. A date of editing is none. */
export async function exifDate(head: Buffer): Promise<IsoDate | null> {
  // With the first picture, not with the app: reading the library itself takes a tenth of its start.
  const { default: ExifReader } = await import('exifreader')
  try {
    const tags = await ExifReader.load(head, { async: true })
    return dateIn(tags['DateTimeOriginal']?.description) ?? dateIn(tags['DateTimeDigitized']?.description)
  } catch {
    // Most pictures have no EXIF, and it says so by throwing.
    return null
  }
}

function dateIn(text: unknown): IsoDate | null {
  const match = /^(\d{4})[:-](\d{2})[:-](\d{2})/.exec(typeof text === 'string' ? text : '')
  if (match === null) return null
  const date = `${match[1]}-${match[2]}-${match[3]}`
  return isIsoDate(date) ? date : null
}
