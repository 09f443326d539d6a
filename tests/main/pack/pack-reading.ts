import { PDFArray, PDFDict, PDFDocument, PDFName, PDFRef } from 'pdf-lib'
import { readFile } from 'node:fs/promises'
import { judge } from './pack-fixtures.ts'

/** One page's text as three independent programs read it. */
export async function textsOf(path: string, page: number): Promise<readonly string[]> {
  const one = String(page)
  return [
    await judge('pdftotext', '-layout', '-f', one, '-l', one, path, '-'),
    await judge('mutool', 'draw', '-q', '-F', 'txt', path, one),
    await judge('gs', '-q', '-sDEVICE=txtwrite', `-dFirstPage=${one}`, `-dLastPage=${one}`, '-o', '-', path)
  ]
}

/** Text of each page, in order. */
export async function pageTexts(path: string): Promise<readonly string[]> {
  const text = await judge('pdftotext', '-layout', path, '-')
  return text.split('\f').slice(0, -1)
}

export interface FoundLink {
  readonly page: number
  readonly targetPage: number
  readonly rect: readonly [number, number, number, number]
}

/** The links of a file and the pages they lead to, counted from 1, read by a library and not by our writer. */
export async function linksOf(path: string): Promise<readonly FoundLink[]> {
  const document = await PDFDocument.load(await readFile(path))
  const pageNumber = new Map(document.getPages().map((page, index) => [page.ref, index + 1]))
  return document.getPages().flatMap((page, index) => {
    const annotations = page.node.Annots()?.asArray() ?? []
    return annotations.map((value) => {
      const annotation = document.context.lookup(value, PDFDict)
      const destination = annotation.lookup(PDFName.of('Dest'), PDFArray).get(0)
      const rect = annotation.lookup(PDFName.of('Rect'), PDFArray).asArray().map(String).map(Number)
      return {
        page: index + 1,
        targetPage: pageNumber.get(destination as PDFRef) ?? 0,
        rect: rect as unknown as FoundLink['rect']
      }
    })
  })
}

/** Every key of every dictionary of a file, whatever stream or string it hides in, as qpdf sees it. */
export async function keysOf(path: string): Promise<ReadonlyMap<string, number>> {
  const json: unknown = JSON.parse(
    await judge('qpdf', '--json=2', '--json-key=qpdf', '--json-stream-data=none', path)
  )
  const keys = new Map<string, number>()
  const waiting: unknown[] = [json]
  for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
    if (Array.isArray(value)) waiting.push(...value.filter((item) => item !== null))
    else if (typeof value === 'object' && value !== null) {
      for (const [key, item] of Object.entries(value)) {
        keys.set(key, (keys.get(key) ?? 0) + 1)
        if (item !== null) waiting.push(item)
      }
    } else if (typeof value === 'string' && value.startsWith('/')) {
      keys.set(value, (keys.get(value) ?? 0) + 1)
    }
  }
  return keys
}

/** The page a bookmark leads to, by the beginning of its title. */
export async function pageOf(path: string, start: string): Promise<number> {
  const entry = (await outlineOf(path)).find(({ title }) => title.startsWith(`${start} · `))
  if (entry === undefined) throw new Error(`no bookmark ${start}`)
  return entry.page
}

interface FoundBookmark {
  readonly title: string
  readonly page: number
  /** How high on it. */
  readonly top: number
}

/** Titles of the bookmarks with the page each leads to. */
export async function outlineOf(path: string): Promise<readonly FoundBookmark[]> {
  const document = await PDFDocument.load(await readFile(path))
  const { context } = document
  const pageNumber = new Map(document.getPages().map((page, index) => [page.ref, index + 1]))
  const found: FoundBookmark[] = []
  const walk = (value: unknown): void => {
    for (let item = value instanceof PDFRef ? context.lookup(value, PDFDict) : null; item !== null;) {
      const title = item.lookup(PDFName.of('Title'))
      const place = item.lookup(PDFName.of('Dest'), PDFArray)
      const destination = place.get(0)
      found.push({
        title:
          title !== undefined && 'decodeText' in title
            ? (title as { decodeText(): string }).decodeText()
            : '',
        page: pageNumber.get(destination as PDFRef) ?? 0,
        top: Number(String(place.get(3)))
      })
      walk(item.get(PDFName.of('First')))
      const next = item.get(PDFName.of('Next'))
      item = next instanceof PDFRef ? context.lookup(next, PDFDict) : null
    }
  }
  walk(document.catalog.lookup(PDFName.of('Outlines'), PDFDict).get(PDFName.of('First')))
  return found
}
