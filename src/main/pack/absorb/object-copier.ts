import {
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFInvalidObject,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFRef,
  PDFString,
  type PDFContext,
  type PDFObject
} from 'pdf-lib'
import type { PdfFile } from '../write/pdf-file.ts'
import { pdfRef, type ObjectNumber } from '../write/pdf-syntax.ts'
import {
  HOSTILE_NAMES,
  LEFT_OUT,
  LEFT_OUT_OF_STREAMS,
  NAME_MAPS,
  REFUSED_ACTIONS,
  REFUSED_TYPES
} from './left-out.ts'
import { broken } from './pdf-refused.ts'
import { key } from './pdf-source.ts'

/** References that lead to references; no program writes one. */
const LONGEST_CHAIN = 32

/** ISO 32000-1, annex C.2: whole numbers beyond it do not fit into what many readers keep them in. */
const LARGEST_NUMBER = 2_147_483_647

interface Queued {
  readonly value: PDFObject
  readonly object: ObjectNumber
  readonly isNameMap: boolean
}

type Step = string | { readonly value: PDFObject; readonly isNameMap: boolean }

/**
 * Copies objects of one source into the file, each once, with new numbers. It walks by a list of what is still to
 * be done and never by recursion: a chain of 20,000 references is only a long list.
 */
export class ObjectCopier {
  readonly #file: PdfFile
  readonly #context: PDFContext
  readonly #source: Buffer
  readonly #isWhole: boolean
  readonly #numbers = new Map<PDFRef, ObjectNumber>()
  #queue: Queued[] = []

  /** Of a source that is whole, a reference to no object means nothing; of another one, that something is missing. */
  constructor(file: PdfFile, context: PDFContext, source: Buffer, isWhole: boolean) {
    this.#file = file
    this.#context = context
    this.#source = source
    this.#isWhole = isWhole
  }

  /** The value as it is written, references renumbered; what they lead to waits for `drain`. */
  written(value: PDFObject | undefined, isNameMap = false): string {
    return value === undefined ? 'null' : this.#serialise(value, isNameMap, null)
  }

  /** New number of an object that was copied or waits to be. */
  copied(ref: PDFRef | undefined): ObjectNumber | null {
    return (ref && this.#numbers.get(ref)) ?? null
  }

  /** The object's number in the file; it is written by the next `drain`. */
  reference(ref: PDFRef, isNameMap = false): ObjectNumber | null {
    const known = this.#numbers.get(ref)
    if (known !== undefined) return known
    const value = this.#context.lookup(ref)
    if (value === undefined && !this.#isWhole) throw broken()
    if (value === undefined || this.#isRefused(value)) return null
    // No object may be a reference (ISO 32000-1, 7.3.10).
    if (value instanceof PDFRef) return this.#endOf(ref, value, isNameMap)
    const object = this.#file.reserve()
    this.#numbers.set(ref, object)
    this.#queue.push({ value, object, isNameMap })
    return object
  }

  /** Objects that are only references are not copied; what they lead to at last is. */
  #endOf(ref: PDFRef, next: PDFRef, isNameMap: boolean): ObjectNumber | null {
    const seen = new Set([ref])
    let end = next
    for (let value = this.#context.lookup(end); value instanceof PDFRef; value = this.#context.lookup(end)) {
      if (seen.has(end)) return null
      if (seen.size === LONGEST_CHAIN) throw broken()
      seen.add(end)
      end = value
    }
    const object = this.reference(end, isNameMap)
    if (object !== null) this.#numbers.set(ref, object)
    return object
  }

  /** Writes everything that waits, and what it refers to in turn. */
  async drain(): Promise<void> {
    while (this.#queue.length > 0) {
      const batch = this.#queue
      this.#queue = []
      for (const { value, object, isNameMap } of batch) {
        if (value instanceof PDFRawStream) await this.#writeStream(value, object)
        else await this.#file.write(Buffer.from(this.#serialise(value, isNameMap, null), 'latin1'), object)
      }
    }
  }

  /** The stream's bytes exactly as its length says, also where the library had to guess its end. */
  bytesOf(stream: PDFRawStream): Uint8Array {
    const found = stream.getContents()
    const length = this.#context.lookup(stream.dict.get(key('Length')))
    if (!(length instanceof PDFNumber) || found.buffer !== this.#source.buffer) return found
    const start = found.byteOffset - this.#source.byteOffset
    const end = start + length.asNumber()
    if (end === start + found.length || end > this.#source.length) return found
    const after = this.#source.toString('latin1', end, end + 12)
    return /^\s*endstream/.test(after) ? this.#source.subarray(start, end) : found
  }

  async #writeStream(stream: PDFRawStream, object: ObjectNumber): Promise<void> {
    const bytes = this.bytesOf(stream)
    const dict = this.#serialise(stream.dict, false, bytes.length)
    await this.#file.writeStreamAs(dict, bytes, object)
  }

  #serialise(root: PDFObject, isNameMap: boolean, streamLength: number | null): string {
    const out: string[] = []
    const steps: Step[] = [{ value: root, isNameMap }]
    let isRoot = true
    for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
      if (typeof step === 'string') {
        out.push(step)
        continue
      }
      const { value } = step
      if (value instanceof PDFDict) {
        const length = isRoot ? streamLength : null
        // Backwards, because the last step put on the pile is the next one taken.
        if (this.#isRefused(value)) out.push('null')
        else steps.push(...this.#dictSteps(value, step.isNameMap, length).toReversed())
      } else if (value instanceof PDFArray) {
        const items = value.asArray().map((item): Step => ({ value: item, isNameMap: false }))
        steps.push(...['[', ...items, ']'].toReversed())
      } else out.push(this.#plain(value, step.isNameMap))
      isRoot = false
    }
    return out.join(' ')
  }

  #dictSteps(dict: PDFDict, isNameMap: boolean, streamLength: number | null): Step[] {
    const steps: Step[] = ['<<']
    for (const [name, value] of dict.entries()) {
      const text = name.decodeText()
      // No reader takes such a name.
      if (text.includes('\0')) throw broken()
      // What a page draws with is no text and no number: this is something else under a name of its own.
      if (isNameMap && (isPlainValue(value) || HOSTILE_NAMES.has(text))) continue
      if (!isNameMap && LEFT_OUT.has(text)) continue
      if (streamLength !== null && LEFT_OUT_OF_STREAMS.has(text)) continue
      steps.push(name.toString(), { value, isNameMap: !isNameMap && NAME_MAPS.has(text) })
    }
    if (streamLength !== null) steps.push('/Length', String(streamLength))
    steps.push('>>')
    return steps
  }

  #plain(value: PDFObject, isNameMap: boolean): string {
    if (value instanceof PDFRef) {
      const object = this.reference(value, isNameMap)
      return object === null ? 'null' : pdfRef(object)
    }
    if (value instanceof PDFInvalidObject) throw broken()
    if (value instanceof PDFNumber) return plainNumber(value)
    if (value instanceof PDFName && value.decodeText().includes('\0')) throw broken()
    if (value instanceof PDFString || value instanceof PDFHexString) {
      return `<${Buffer.from(value.asBytes()).toString('hex')}>`
    }
    return value.toString()
  }

  #isRefused(value: PDFObject): boolean {
    if (value instanceof PDFInvalidObject) throw broken()
    const dict = value instanceof PDFRawStream ? value.dict : value
    if (!(dict instanceof PDFDict)) return false
    const type = this.#context.lookup(dict.get(key('Type')))
    if (type instanceof PDFName && REFUSED_TYPES.has(type.decodeText())) return true
    const action = this.#context.lookup(dict.get(key('S')))
    return action instanceof PDFName && REFUSED_ACTIONS.has(action.decodeText())
  }
}

function isPlainValue(value: PDFObject): boolean {
  return value instanceof PDFString || value instanceof PDFHexString || value instanceof PDFNumber
}

function plainNumber(number: PDFNumber): string {
  const value = number.asNumber()
  if (Math.abs(value) <= LARGEST_NUMBER) return number.toString()
  return Number.isNaN(value) ? '0' : String(Math.sign(value) * LARGEST_NUMBER)
}
