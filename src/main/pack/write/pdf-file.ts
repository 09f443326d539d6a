import { deflateSync } from 'node:zlib'
import type { FileEncryption } from './encrypt-file.ts'
import type { HashThread } from './hash-thread.ts'
import { TargetFile, type FileMark } from './target-file.ts'
import { ObjectTable, ROW_WIDTHS } from './object-table.ts'
import { pdfDict, pdfRef, type ObjectNumber } from './pdf-syntax.ts'

/** A pack has thousands of pages with a line or two of ours: making a compressor takes longer than it saves. */
const SHORTEST_DEFLATED = 1500

/** Thousands of short streams: a finer search would double the time for a tenth of their bytes. */
const OWN_WORDS = { level: 3, windowBits: 13, chunkSize: 16 * 1024 } as const

const STREAM_END = '\nendstream\nendobj\n'
/** Objects that stand together in one compressed stream; a table's row has one byte for their index there. */
const MOST_TOGETHER = 200

/** Where the bytes go: to a file, or nowhere when only their number is asked for. */
export interface PdfTarget extends Pick<
  TargetFile,
  'position' | 'append' | 'mark' | 'rollBack' | 'rest' | 'complete' | 'publish' | 'discard'
> {
  /** Counts bytes without seeing them, where only their number is asked for. */
  readonly skip?: (count: number) => void
}

export interface PdfMark {
  readonly file: FileMark
  readonly objects: number
}

export interface Trailer {
  readonly root: ObjectNumber
  readonly info: ObjectNumber
  /** 32 hex digits. */
  readonly id: string
}

/** Entries of a stream's dictionary without its length. */
export type StreamEntries = Readonly<Record<string, string | undefined>>

/**
 * A PDF that is written from front to back: each object goes to the file as soon as it is complete, so that
 * neither photos nor foreign documents are ever held as a whole.
 */
export class PdfFile {
  readonly #target: PdfTarget
  readonly #signal: AbortSignal
  readonly #table = new ObjectTable()
  /** Small objects that wait for others. */
  #waiting: (readonly [ObjectNumber, string])[] = []
  /** null = what is written stands there plain: in a file without password, and at the end of every other. */
  #encryption: FileEncryption | null

  private constructor(target: PdfTarget, signal: AbortSignal, encryption: FileEncryption | null) {
    this.#target = target
    this.#signal = signal
    this.#encryption = encryption
  }

  static async create(
    targetPath: string,
    signal: AbortSignal,
    partialPath?: string,
    encryption: FileEncryption | null = null,
    thread: HashThread | null = null
  ): Promise<PdfFile> {
    return PdfFile.begin(await TargetFile.create(targetPath, partialPath, thread), signal, encryption)
  }

  static async begin(
    target: PdfTarget,
    signal: AbortSignal,
    encryption: FileEncryption | null = null
  ): Promise<PdfFile> {
    const file = new PdfFile(target, signal, encryption)
    await file.#target.append('%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n')
    return file
  }

  /** Catalog's entry for what PDF 1.7 itself does not know: encryption with AES-256 is of its eighth extension. */
  get extensions(): string | undefined {
    if (this.#encryption === null) return undefined
    return pdfDict({ ADBE: pdfDict({ BaseVersion: '/1.7', ExtensionLevel: '8' }) })
  }

  get sizeBytes(): number {
    return this.#target.position
  }

  get objectCount(): number {
    return this.#table.size
  }

  /** A number for an object that is written later. */
  reserve(): ObjectNumber {
    return this.#table.reserve()
  }

  async write(plain: string | Uint8Array, object: ObjectNumber = this.reserve()): Promise<ObjectNumber> {
    const body = this.#encryption?.body(plain) ?? plain
    if (typeof body === 'string') await this.#target.append(`${this.#begin(object)}${body}\nendobj\n`)
    else {
      await this.#target.append(this.#begin(object))
      await this.#target.append(body)
      await this.#target.append('\nendobj\n')
    }
    return object
  }

  /** A stream whose bytes are at hand. `Length` is added. */
  async writeStream(
    entries: StreamEntries,
    bytes: string | Uint8Array,
    object: ObjectNumber = this.reserve()
  ): Promise<ObjectNumber> {
    await this.writeStreamAs(pdfDict({ ...entries, Length: String(bytes.length) }), bytes, object)
    return object
  }

  /** A stream under a dictionary that is written out already, its length included. */
  async writeStreamAs(dict: string, bytes: string | Uint8Array, object: ObjectNumber): Promise<void> {
    const encryption = this.#encryption
    if (encryption !== null) {
      await this.#target.append(this.#begin(object))
      await this.#target.append(encryption.streamDict(dict, bytes.length))
      await this.#target.append('\nstream\n')
      for (const piece of encryption.stream(bytesOf(bytes))) await this.#target.append(piece)
      await this.#target.append(STREAM_END)
    } else if (typeof bytes === 'string') {
      await this.#target.append(`${this.#begin(object)}${dict}\nstream\n${bytes}${STREAM_END}`)
    } else {
      await this.#target.append(`${this.#begin(object)}${dict}\nstream\n`)
      await this.#target.append(bytes)
      await this.#target.append(STREAM_END)
    }
  }

  /** A stream that is read piece by piece while it is written, under a dictionary that says its length already. */
  async writeStreamOf(
    dict: string,
    length: number,
    pieces: AsyncIterable<Uint8Array>,
    object: ObjectNumber
  ): Promise<void> {
    const encryption = this.#encryption
    await this.#target.append(this.#begin(object))
    await this.#target.append(encryption?.streamDict(dict, length) ?? dict)
    await this.#target.append('\nstream\n')
    if (this.#target.skip !== undefined) this.#target.skip(length)
    else
      for await (const piece of encryption?.passing(pieces) ?? pieces) {
        this.#signal.throwIfAborted()
        await this.#target.append(piece)
      }
    await this.#target.append(STREAM_END)
  }

  /** A stream of our own words, each character one byte, compressed where that is worth it. */
  writeDeflated(
    entries: StreamEntries,
    words: string | Uint8Array,
    object?: ObjectNumber
  ): Promise<ObjectNumber> {
    if (words.length < SHORTEST_DEFLATED) return this.writeStream(entries, words, object)
    const deflated = deflateSync(bytesOf(words), OWN_WORDS)
    return this.writeStream({ ...entries, Filter: '/FlateDecode' }, deflated, object)
  }

  /** An object of a line or two, of which there are many: they stand together in compressed streams. */
  async writeSmall(plain: string, object: ObjectNumber = this.reserve()): Promise<ObjectNumber> {
    this.#table.wait(object)
    this.#waiting.push([object, plain])
    if (this.#waiting.length === MOST_TOGETHER) await this.#writeTogether()
    return object
  }

  /** ISO 32000-1, 7.5.7. */
  async #writeTogether(): Promise<void> {
    const waiting = this.#waiting
    if (waiting.length === 0) return
    this.#waiting = []
    const stream = this.reserve()
    let [heads, bodies] = ['', '']
    waiting.forEach(([object, body], index) => {
      heads += `${object} ${bodies.length} `
      bodies += `${body}\n`
      this.#table.placeInside(object, stream, index)
    })
    await this.writeDeflated(
      { Type: '/ObjStm', N: String(waiting.length), First: String(heads.length) },
      Buffer.from(heads + bodies, 'latin1'),
      stream
    )
  }

  /**
   * A stream that passes by in chunks; its length becomes an object of its own after it.
   *
   * @returns the length of what passed by, which is less than what stands in an encrypted file
   */
  async writePassing(
    entries: StreamEntries,
    chunks: AsyncIterable<Uint8Array>,
    object: ObjectNumber = this.reserve()
  ): Promise<{ readonly object: ObjectNumber; readonly length: number }> {
    const lengthObject = this.reserve()
    const dict = pdfDict({ ...entries, Length: pdfRef(lengthObject) })
    await this.#target.append(this.#begin(object))
    await this.#target.append(this.#encryption?.body(dict) ?? dict)
    await this.#target.append('\nstream\n')
    let length = 0
    async function* counted() {
      for await (const chunk of chunks) {
        length += chunk.length
        yield chunk
      }
    }
    const start = this.#target.position
    for await (const chunk of this.#encryption?.passing(counted()) ?? counted()) {
      this.#signal.throwIfAborted()
      await this.#target.append(chunk)
    }
    const written = this.#target.position - start
    await this.#target.append(STREAM_END)
    await this.write(String(written), lengthObject)
    return { object, length }
  }

  /** Everything written or reserved after a mark can be taken back. */
  mark(): PdfMark {
    return { file: this.#target.mark(), objects: this.#table.size }
  }

  async rollBack(mark: PdfMark): Promise<void> {
    this.#table.takeBack(mark.objects, mark.file.position)
    await this.#target.rollBack(mark.file)
  }

  /** Writes the table of objects and gives the file its name. */
  async finish(trailer: Trailer, replace: boolean): Promise<{ sizeBytes: number; sha256: string }> {
    await this.#end(trailer)
    const sizeBytes = this.sizeBytes
    return { sizeBytes, sha256: await this.#target.publish(replace) }
  }

  /** Writes the table of objects; the file has no name of its own yet. */
  async complete(trailer: Trailer): Promise<{ sizeBytes: number; sha256: string }> {
    await this.#end(trailer)
    const sizeBytes = this.sizeBytes
    return { sizeBytes, sha256: await this.#target.complete() }
  }

  /** Lets go of memory and file until something is written again. */
  rest(): Promise<void> {
    return this.#target.rest()
  }

  async #end(trailer: Trailer): Promise<void> {
    await this.#writeTogether()
    const encrypt = await this.#writeEncryption()
    const object = this.reserve()
    const start = this.#target.position
    // The table names itself before it is written.
    const rows = this.#table.rowsWith(object, start)
    await this.writeDeflated(
      {
        Type: '/XRef',
        Size: String(this.#table.size),
        W: ROW_WIDTHS,
        Root: pdfRef(trailer.root),
        Info: pdfRef(trailer.info),
        Encrypt: encrypt === null ? undefined : pdfRef(encrypt),
        ID: `[<${trailer.id}> <${trailer.id}>]`
      },
      rows,
      object
    )
    await this.#target.append(`startxref\n${start}\n%%EOF\n`)
    this.#signal.throwIfAborted()
  }

  /** Says how the rest is encrypted; from here on everything stands plain, as the standard wants it. */
  async #writeEncryption(): Promise<ObjectNumber | null> {
    if (this.#encryption === null) return null
    const { dictionary } = this.#encryption
    this.#encryption = null
    return this.write(dictionary)
  }

  discard(): Promise<void> {
    return this.#target.discard()
  }

  /** Notes that the object begins here. @returns its head, which must be the next thing written */
  #begin(object: ObjectNumber): string {
    this.#signal.throwIfAborted()
    this.#table.begin(object, this.#target.position)
    return `${object} 0 obj\n`
  }
}

function bytesOf(words: string | Uint8Array): Uint8Array {
  return typeof words === 'string' ? Buffer.from(words, 'latin1') : words
}
