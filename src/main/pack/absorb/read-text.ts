import { decodeText } from '../../text-reading/decode-text.ts'
import { detectEncoding } from '../../text-reading/detect-encoding.ts'
import type { WrittenText } from '../plan/written-text.ts'
import { textLines } from './text-lines.ts'

/** A text file in any of the usual encodings; null where it is not clear in which: wrong letters would be no proof. */
export function readText(bytes: Buffer): WrittenText | null {
  const detected = detectEncoding(bytes)
  if (detected === null || detected.confidence === 'unsure') return null
  return { kind: 'text', lines: textLines([...decodeText(bytes, detected.encoding)].join('')) }
}
