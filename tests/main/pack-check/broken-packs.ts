import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFRef,
  decodePDFRawStream
} from 'pdf-lib'
import { checkPack } from '../../../src/main/pack-check/check-pack.ts'
import type { Norm, NormResult } from '../../../src/shared/domain/pack-norm.ts'
import { bufferOriginal } from '../../specimen-dossier.ts'

export const FILE_NAME = 'CL-2026-0007_2026-11-20_ru.pdf'

/** What the check says of these bytes, by norm. */
export async function judge(
  bytes: Uint8Array,
  {
    fileName = FILE_NAME,
    exhibits = null,
    contents = null,
    password = null
  }: {
    readonly fileName?: string
    readonly exhibits?: readonly string[] | null
    readonly contents?: string | null
    readonly password?: string | null
  } = {}
): Promise<ReadonlyMap<Norm, NormResult>> {
  const original = bufferOriginal(Buffer.from(bytes))
  const { norms } = await checkPack(original, { fileName, exhibits, contents }, password)
  return new Map(norms.map((result) => [result.norm, result]))
}

/** The answer in a word, to see which norms a change of the file touches. */
export function answerOf(result: NormResult | undefined): string {
  if (result === undefined) return 'none'
  if (result.state === 'not-held') return result.why
  return result.state === 'changed' ? result.by : result.state
}

/** Another program opens the finished file, changes something and saves it. */
export async function changedPack(
  bytes: Uint8Array,
  change: (document: PDFDocument) => void,
  useObjectStreams = false
): Promise<Uint8Array> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false })
  change(document)
  return document.save({ useObjectStreams, updateFieldAppearances: false })
}

export function pageNode(document: PDFDocument, number: number): PDFDict {
  return document.getPage(number - 1).node
}

/** Rewrites the operators of a page. */
export function redraw(document: PDFDocument, number: number, edit: (operators: string) => string): void {
  const node = document.getPage(number - 1).node
  const stream = node.context.lookup(node.get(PDFName.of('Contents')))
  if (!(stream instanceof PDFRawStream)) throw new Error('the page has not one stream')
  const before = Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1')
  const after = edit(before)
  if (after === before) throw new Error('nothing was changed')
  const changed = document.context.flateStream(Buffer.from(after, 'latin1'))
  node.set(PDFName.of('Contents'), document.context.register(changed))
}

/** The bookmark whose title begins so. */
export function bookmark(document: PDFDocument, start: string): PDFDict {
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict)) continue
    const title = object.get(PDFName.of('Title'))
    const isItem = object.has(PDFName.of('Parent')) && title !== undefined && 'decodeText' in title
    if (isItem && (title as { decodeText(): string }).decodeText().startsWith(start)) return object
  }
  throw new Error(`no bookmark ${start}`)
}

/** Sends a link or a bookmark to another page. */
export function leadTo(
  document: PDFDocument,
  holder: PDFDict,
  number: number,
  zoom: number | null = null
): void {
  const page = document.getPage(number - 1).ref
  holder.set(PDFName.of('Dest'), document.context.obj([page, 'XYZ', 0, 842, zoom]))
}

export function linksOn(document: PDFDocument, number: number): readonly PDFDict[] {
  const annotations = pageNode(document, number).lookup(PDFName.of('Annots'), PDFArray)
  return annotations.asArray().map((value) => document.context.lookup(value, PDFDict))
}

export function numberIn(dict: PDFDict, key: string): number {
  return dict.lookup(PDFName.of(key), PDFNumber).asNumber()
}

export function refIn(dict: PDFDict, key: string): PDFRef {
  const value = dict.get(PDFName.of(key))
  if (value instanceof PDFRef) return value
  throw new Error(`${key} is no reference`)
}
