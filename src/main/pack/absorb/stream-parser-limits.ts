import { constants, inflateSync } from 'node:zlib'
import {
  PDFArray,
  PDFName,
  PDFNumber,
  PDFObjectStreamParser,
  PDFXRefStreamParser,
  type PDFContext,
  type PDFRawStream
} from 'pdf-lib'

/** A cross-reference of a million objects takes some 10 MiB. */
const MOST_BYTES = 64 * 1024 * 1024
/** Larger numbers than any viewer takes. */
const MOST_ROWS = 8_388_607

const damaged = new WeakSet<PDFContext>()

/** Whether objects of a document are lost because the stream they lie in is damaged. The library says nothing of it. */
export function hasLostObjects(context: PDFContext): boolean {
  return damaged.has(context)
}

/**
 * The library believes what a cross-reference stream says of its rows and unfolds it, and streams of objects, to any
 * size: a few bytes keep it busy for ever. An object it fails to read counts as damaged and the rest goes on.
 */
export function limitStreamParsers(): void {
  const { forStream: readObjects } = PDFObjectStreamParser
  const { forStream: readRows } = PDFXRefStreamParser
  PDFObjectStreamParser.forStream = (stream, shouldWait) => {
    return noticing(stream, () => {
      checkSize(stream)
      const parser = readObjects(stream, shouldWait)
      const parse = parser.parseIntoContext.bind(parser)
      parser.parseIntoContext = () => noticing(stream, parse)
      return parser
    })
  }
  PDFXRefStreamParser.forStream = (stream) => {
    checkRows(stream)
    checkSize(stream)
    return readRows(stream)
  }
}

function noticing<Value>({ dict }: PDFRawStream, read: () => Value): Value {
  const lost = (error: unknown): never => {
    damaged.add(dict.context)
    throw error
  }
  try {
    const value = read()
    return value instanceof Promise ? (value.catch(lost) as Value) : value
  } catch (error) {
    return lost(error)
  }
}

function checkRows({ dict }: PDFRawStream): void {
  const index = dict.lookup(PDFName.of('Index'))
  const counts =
    index instanceof PDFArray
      ? index.asArray().filter((_, at) => at % 2 === 1)
      : [dict.get(PDFName.of('Size'))]
  const rows = counts.reduce((sum, count) => sum + numberOf(dict.context.lookup(count)), 0)
  const widths = dict.lookup(PDFName.of('W'), PDFArray).asArray()
  if (rows > MOST_ROWS || widths.some((width) => numberOf(dict.context.lookup(width)) > 8)) {
    throw new Error('an immense cross-reference')
  }
}

function numberOf(value: unknown): number {
  return value instanceof PDFNumber ? value.asNumber() : 0
}

/** Sealed streams are opened by the library's own cipher and cannot be looked into here. */
function checkSize(stream: PDFRawStream): void {
  const filter = stream.dict.lookup(PDFName.of('Filter'))
  if (filter === undefined || stream.transform !== undefined) return
  const only = filter instanceof PDFArray && filter.size() === 1 ? filter.lookup(0) : filter
  if (only !== PDFName.of('FlateDecode')) throw new Error('an unusual filter')
  // Those cut by a byte or two are common; the library would read others as far as they make any sense.
  inflateSync(stream.contents, { maxOutputLength: MOST_BYTES, finishFlush: constants.Z_SYNC_FLUSH })
}
