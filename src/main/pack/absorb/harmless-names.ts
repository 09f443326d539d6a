import { deflateSync } from 'node:zlib'
import { PDFArray, PDFDict, PDFName, PDFRawStream, PDFRef, type PDFContext, type PDFObject } from 'pdf-lib'
import type { ContentRoom } from './content-filters.ts'
import { HOSTILE_NAMES, NAME_MAPS } from './left-out.ts'
import { filtersOf } from './patient-filters.ts'
import { broken } from './pdf-refused.ts'
import { key, nameOf, numberOf } from './pdf-source.ts'
import { renamedContent } from './renamed-content.ts'

const newNameOf = (name: string) => (HOSTILE_NAMES.has(name) ? `Named-${name}` : null)

/**
 * A document may call its fonts and pictures as actions are called, `/JS`. Whoever looks for actions would find them: they
 * get other names, where they are kept and where pages draw with them.
 */
export function makeNamesHarmless(context: PDFContext, pages: Iterable<PDFDict>, room: ContentRoom): void {
  const glyphs = new Set<PDFObject>()
  let isAnyRenamed = false
  for (const dict of dictsOf(context)) {
    for (const [name, value] of dict.entries()) {
      const map = NAME_MAPS.has(name.decodeText()) ? context.lookup(value) : undefined
      if (!(map instanceof PDFDict)) continue
      if (name.decodeText() === 'CharProcs') for (const glyph of map.values()) glyphs.add(glyph)
      if (renameKeys(map)) isAnyRenamed = true
    }
  }
  if (!isAnyRenamed) return
  for (const dict of dictsOf(context)) renameDifferences(context, dict)
  const contents = new Set([...glyphs, ...[...pages].flatMap((page) => contentsOf(context, page))])
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFRawStream)) continue
    if (contents.has(ref) || isDrawnWith(context, object.dict))
      context.assign(ref, rewritten(context, object, room))
  }
}

function renameKeys(map: PDFDict): boolean {
  let isRenamed = false
  for (const [name, value] of map.entries()) {
    const fresh = newNameOf(name.decodeText())
    if (fresh === null) continue
    if (map.has(key(fresh))) throw broken()
    map.delete(name)
    map.set(key(fresh), value)
    isRenamed = true
  }
  return isRenamed
}

/** Which glyph a code of a font draws. */
function renameDifferences(context: PDFContext, dict: PDFDict): void {
  const list = context.lookup(dict.get(key('Differences')))
  if (!(list instanceof PDFArray)) return
  list.asArray().forEach((item, index) => {
    const fresh = item instanceof PDFName ? newNameOf(item.decodeText()) : null
    if (fresh !== null) list.set(index, key(fresh))
  })
}

function contentsOf(context: PDFContext, page: PDFDict): readonly PDFObject[] {
  const value = page.get(key('Contents'))
  const found = context.lookup(value)
  if (found instanceof PDFArray) return found.asArray()
  return value === undefined ? [] : [value]
}

/** Forms, and patterns that are drawn as forms are. */
function isDrawnWith(context: PDFContext, dict: PDFDict): boolean {
  const isForm = nameOf(context, dict.get(key('Subtype'))) === 'Form'
  return isForm || numberOf(context, dict.get(key('PatternType'))) === 1
}

function rewritten(context: PDFContext, stream: PDFRawStream, room: ContentRoom): PDFRawStream {
  const plain = room.unpack(filtersOf(context, stream.dict), stream.getContents())
  const bytes = renamedContent(Buffer.from(plain), newNameOf)
  const dict = stream.dict.clone(context)
  for (const name of ['Filter', 'DecodeParms', 'Length']) dict.delete(key(name))
  dict.set(key('Filter'), key('FlateDecode'))
  return PDFRawStream.of(dict, deflateSync(bytes))
}

/** All dictionaries of a document, those inside others too. */
function* dictsOf(context: PDFContext): Generator<PDFDict> {
  for (const [, object] of context.enumerateIndirectObjects()) {
    const waiting: PDFObject[] = [object]
    for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
      if (value instanceof PDFRef) continue
      const dict = value instanceof PDFRawStream ? value.dict : value
      if (dict instanceof PDFDict) {
        yield dict
        waiting.push(...dict.values())
      } else if (value instanceof PDFArray) for (const item of value.asArray()) waiting.push(item)
    }
  }
}
