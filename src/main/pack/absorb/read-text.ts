import { decodeText } from '../../text-reading/decode-text.ts'
import { detectEncoding } from '../../text-reading/detect-encoding.ts'
import type { WrittenText } from '../plan/written-text.ts'
import { readCells } from './read-cells.ts'
import { textLines } from './text-lines.ts'

/** What names a file of cells; its bytes say no more than that it is text. */
const TABLE_NAME = /\.(?:csv|tsv)$/i

/** A text file in any of the usual encodings; null where it is not clear in which: wrong letters would be no proof. */
export function readText(bytes: Buffer, name: string): WrittenText | null {
  const detected = detectEncoding(bytes)
  if (detected === null || detected.confidence === 'unsure') return null
  const text = [...decodeText(bytes, detected.encoding)].join('')
  const cells = TABLE_NAME.test(name) ? readCells(text) : null
  const lines = textLines(text)
  return cells === null ? { kind: 'text', lines } : { kind: 'table', ...cells, lines }
}
