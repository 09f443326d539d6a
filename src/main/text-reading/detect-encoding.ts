import type { EncodingConfidence, StatementEncoding } from '../../shared/domain/statement.ts'
import { isValidIn } from './decode-text.ts'

export interface DetectedEncoding {
  readonly encoding: StatementEncoding
  readonly confidence: EncodingConfidence
}

/** Letters beyond this many bytes say nothing new. */
const SAMPLE_BYTES = 256 * 1024
/** Of the bytes at every second place of UTF-16, in a table with its figures, delimiters and line ends. */
const ZERO_SHARE = 0.1
/** Below it, the letters of both readings are about as believable. */
const CLEAR_LEAD = 0.25

const MARKS: readonly { readonly bytes: readonly number[]; readonly encoding: StatementEncoding }[] = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' }
]

/** How the bytes are written: by their mark, by what is valid, and last by the letters that come out. null = no text. */
export function detectEncoding(bytes: Uint8Array): DetectedEncoding | null {
  const marked = MARKS.find((mark) => mark.bytes.every((byte, at) => bytes[at] === byte))
  if (marked !== undefined) return { encoding: marked.encoding, confidence: 'certain' }
  const sample = bytes.subarray(0, SAMPLE_BYTES)
  const wide = wideEncoding(sample)
  if (wide !== null) return isText(bytes, wide) ? { encoding: wide, confidence: 'certain' } : null
  if (!isSingleByteText(sample)) return null
  if (isValidIn(bytes, 'utf-8')) return { encoding: 'utf-8', confidence: 'certain' }
  return byLetters(bytes, sample)
}

function wideEncoding(sample: Uint8Array): StatementEncoding | null {
  const zeros = [0, 0]
  for (let at = 0; at < sample.length; at += 1) if (sample[at] === 0) zeros[at % 2]! += 1
  const [even = 0, odd = 0] = zeros
  const enough = (sample.length / 2) * ZERO_SHARE
  if (odd > enough && even * 20 < odd) return 'utf-16le'
  if (even > enough && odd * 20 < even) return 'utf-16be'
  return null
}

function isText(bytes: Uint8Array, encoding: StatementEncoding): boolean {
  return bytes.length % 2 === 0 && isValidIn(bytes, encoding)
}

/** No text table holds a zero byte, and hardly any other control character than tab and line end. */
function isSingleByteText(sample: Uint8Array): boolean {
  let controls = 0
  for (const byte of sample) {
    if (byte === 0) return false
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d) controls += 1
  }
  return controls * 200 <= sample.length
}

function byLetters(bytes: Uint8Array, sample: Uint8Array): DetectedEncoding | null {
  const russian = russianScore(sample)
  const chinese = isValidIn(bytes, 'gb18030') ? chineseScore(sample) : 0
  const encoding = russian >= chinese ? 'windows-1251' : 'gb18030'
  const [best, other] = russian >= chinese ? [russian, chinese] : [chinese, russian]
  return { encoding, confidence: best > 0.8 && best - other > CLEAR_LEAD ? 'likely' : 'unsure' }
}

/** How far the bytes make Russian words in windows-1251: letters, and no capital after a small one. 0 to 1. */
function russianScore(sample: Uint8Array): number {
  let high = 0
  let letters = 0
  let breaks = 0
  let wasSmall = false
  for (const byte of sample) {
    const isSmall = byte >= 0xe0 || byte === 0xb8
    const isCapital = (byte >= 0xc0 && byte < 0xe0) || byte === 0xa8
    if (byte >= 0x80 && !isRussianSign(byte)) high += 1
    if (isSmall || isCapital) letters += 1
    if (isCapital && wasSmall) breaks += 1
    wasSmall = isSmall
  }
  return high === 0 ? 0 : Math.max(0, (letters - 2 * breaks) / high)
}

/** Quotation marks, dashes, number sign, no-break space: they stand between words of either kind of text. */
function isRussianSign(byte: number): boolean {
  return [0x84, 0x85, 0x93, 0x94, 0x96, 0x97, 0xa0, 0xab, 0xb0, 0xb9, 0xbb].includes(byte)
}

/** How many of the double bytes are everyday characters: the first level of GB 2312 is B0A1 to D7F9. 0 to 1. */
function chineseScore(sample: Uint8Array): number {
  let pairs = 0
  let common = 0
  for (let at = 0; at < sample.length - 1; at += 1) {
    const lead = sample[at] ?? 0
    if (lead < 0x81) continue
    const trail = sample[at + 1] ?? 0
    at += 1
    // Punctuation and full-width figures: A1 to A3.
    if (lead >= 0xa1 && lead <= 0xa3 && trail >= 0xa1) continue
    pairs += 1
    if (lead >= 0xb0 && lead <= 0xd7 && trail >= 0xa1) common += 1
  }
  return pairs === 0 ? 0 : common / pairs
}
