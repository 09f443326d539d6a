import type { PdfDict, PdfValue } from '../pdf-reading/pdf-syntax.ts'
import { dictOf, listOf, numberOf, refOf } from './pdf-look.ts'
import type { PackObjects } from './pack-objects.ts'

/** A page with what it inherits. */
export interface TreePage {
  readonly object: number | null
  readonly dict: PdfDict
}

export interface PageTree {
  readonly catalog: PdfDict
  /** What the tree says it has; null where it says nothing. */
  readonly declared: number | null
  readonly pages: readonly TreePage[]
}

const MOST_NODES = 200_000
const INHERITED = ['MediaBox', 'CropBox', 'Rotate', 'Resources']

/** The pages in their order. Null where there is no catalog. */
export async function readPageTree(objects: PackObjects): Promise<PageTree | null> {
  const catalog = dictOf(await objects.resolve(objects.trailer.get('Root')))
  if (catalog === null) return null
  const top = dictOf(await objects.resolve(catalog.get('Pages')))
  const pages: TreePage[] = []
  const waiting: { readonly value: PdfValue; readonly inherited: PdfDict }[] = [
    { value: catalog.get('Pages') ?? null, inherited: new Map() }
  ]
  /** A page may stand in a file twice, a branch of the tree may not: it would never end. */
  const branches = new Set<number>()
  for (let count = 0; count < MOST_NODES; count += 1) {
    const next = waiting.pop()
    if (next === undefined) break
    const number = refOf(next.value)
    if (number !== null && branches.has(number)) continue
    const dict = dictOf(await objects.resolve(next.value))
    if (dict === null) continue
    const own = new Map(next.inherited)
    for (const key of INHERITED) if (dict.has(key)) own.set(key, dict.get(key) ?? null)
    const kids = listOf(await objects.resolve(dict.get('Kids')))
    if (kids === null) pages.push({ object: number, dict: new Map([...own, ...dict]) })
    else {
      if (number !== null) branches.add(number)
      // The last one waiting comes first.
      for (const value of kids.toReversed()) waiting.push({ value, inherited: own })
    }
  }
  return { catalog, declared: numberOf(await objects.resolve(top?.get('Count'))), pages }
}
