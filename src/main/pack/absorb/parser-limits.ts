import { PDFParser } from 'pdf-lib'

/** Bytes that are looked at again. A damaged object is read twice; no damage makes all of them be read four times. */
const MOST_GOING_BACK = 8 * 1024 * 1024
const MOST_GOING_BACK_PER_BYTE = 4
/** Shorter ways back are those from a word that was another one. */
const LONG_WAY = 64

const PERCENT = 0x25
const LETTER_O = 0x6f

/** What the library reads bytes with. */
interface ByteStream {
  moveTo: (offset: number) => void
  readonly offset: () => number
  /** Undefined behind the end. */
  readonly peekAhead: (steps: number) => number
}

/**
 * The library looks for the end of a broken object up to the end of the file, then goes back and looks for the next
 * object: some thousands of them in a file keep it busy for ever. A document that sends it back too often is refused.
 */
export function limitParser(): void {
  const { forBytesWithOptions } = PDFParser
  PDFParser.forBytesWithOptions = (bytes, ...options) => {
    const parser = forBytesWithOptions(bytes, ...options)
    const stream = Reflect.get(parser, 'bytes') as ByteStream
    limitGoingBack(stream, MOST_GOING_BACK + MOST_GOING_BACK_PER_BYTE * bytes.length)
    passOverNoise(parser, stream)
    return parser
  }
}

function limitGoingBack(stream: ByteStream, most: number): void {
  const moveTo = stream.moveTo.bind(stream)
  let left = most
  stream.moveTo = (offset) => {
    const way = stream.offset() - offset
    if (way >= LONG_WAY) left -= way
    // Whoever catches this goes back once more and meets it again.
    if (left < 0) throw new Error('the parser goes back too often')
    moveTo(offset)
  }
}

/** Between objects it tries to read one at each byte, and each that fails costs an error with its stack. */
function passOverNoise(parser: PDFParser, stream: ByteStream): void {
  const match = Reflect.get(parser, 'matchIndirectObjectHeader') as () => boolean
  Reflect.set(parser, 'matchIndirectObjectHeader', () => mayBegin(stream) && match.call(parser))
}

/** Whether two numbers and an `o` follow each other; where comments stand between them, the library shall look. */
function mayBegin(stream: ByteStream): boolean {
  let ahead = 0
  const skip = (isSkipped: (byte: number) => boolean) => {
    const start = ahead
    while (isSkipped(stream.peekAhead(ahead))) ahead += 1
    return ahead > start
  }
  for (let numbers = 0; numbers < 2; numbers += 1) {
    if (stream.peekAhead(ahead) === PERCENT) return true
    if (!skip(isDigit)) return false
    skip(isWhite)
  }
  const after = stream.peekAhead(ahead)
  return after === PERCENT || after === LETTER_O
}

const isDigit = (byte: number) => byte >= 0x30 && byte <= 0x39
const isWhite = (byte: number) => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d) || byte === 0
