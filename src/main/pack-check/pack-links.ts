import type { PdfDict, PdfValue } from '../pdf-reading/pdf-syntax.ts'
import { dictOf, listOf, nameOf, numberOf, numbersOf, refOf } from './pdf-look.ts'
import type { PackObjects } from './pack-objects.ts'

/** Where a link or a bookmark leads. */
export interface Destination {
  /** As pages are counted; null where it leads to no page of this file. */
  readonly page: number | null
  /** null = the reader's own zoom stays. */
  readonly zoom: number | null
}

export interface PackLink extends Destination {
  /** Left, bottom, right, top. */
  readonly box: readonly [number, number, number, number]
}

/** Numbers of the pages by their object. */
export type PageNumbers = ReadonlyMap<number, number>

/** Reads `[page /XYZ left top zoom]`; other fits change the zoom, which is said as 0. */
export async function readDestination(
  objects: PackObjects,
  pages: PageNumbers,
  value: PdfValue | undefined
): Promise<Destination> {
  const list = listOf(await objects.resolve(value))
  const target = refOf(list?.[0])
  const page = target === null ? null : (pages.get(target) ?? null)
  if (list === null || nameOf(list[1]) !== 'XYZ') return { page, zoom: 0 }
  return { page, zoom: numberOf(list[4]) }
}

/** The links of a page, and whether it has annotations of any other kind. */
export async function readLinks(
  objects: PackObjects,
  pages: PageNumbers,
  page: PdfDict
): Promise<{ readonly links: readonly PackLink[]; readonly hasOthers: boolean }> {
  const links: PackLink[] = []
  let hasOthers = false
  for (const value of listOf(await objects.resolve(page.get('Annots'))) ?? []) {
    const annotation = dictOf(await objects.resolve(value))
    const box = numbersOf(await objects.resolve(annotation?.get('Rect')), 4)
    if (annotation === null || nameOf(annotation.get('Subtype')) !== 'Link') hasOthers = true
    else if (box !== null) {
      const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = box
      const action = dictOf(await objects.resolve(annotation.get('A')))
      const destination = await readDestination(
        objects,
        pages,
        annotation.get('Dest') ?? (nameOf(action?.get('S')) === 'GoTo' ? action?.get('D') : null)
      )
      links.push({
        box: [Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1)],
        ...destination
      })
    }
  }
  return { links, hasOthers }
}
