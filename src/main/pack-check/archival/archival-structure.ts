import type { PdfDict, PdfValue } from '../../pdf-reading/pdf-syntax.ts'
import type { PackObjects } from '../pack-objects.ts'
import type { PackPage } from '../pack-page.ts'
import { dictOf, listOf, nameOf, numberOf, refOf, textOf } from '../pdf-look.ts'
import { takeTurns } from '../take-turns.ts'

/** How the pages hang together with the structure of the document (ISO 14289-1, 7.1 and 7.18). */
export interface ArchivalStructure {
  readonly isThere: boolean
  /** Pages with content that is neither in the structure nor furniture, or in a place that the structure forgot. */
  readonly loosePages: readonly number[]
  /** Pages with a link that does not print, does not say where it leads or has no place in the structure. */
  readonly untoldLinks: readonly number[]
}

const MOST_NODES = 200_000
const DEEPEST = 100
/** ISO 32000-1, table 165: printed; invisible, hidden or not on the screen. */
const PRINTED = 4
const UNSEEN = 1 | 2 | 32

/** @param dicts of the pages, in their order */
export async function readStructure(
  objects: PackObjects,
  catalog: PdfDict,
  pages: readonly PackPage[],
  dicts: readonly PdfDict[]
): Promise<ArchivalStructure> {
  const root = refOf(catalog.get('StructTreeRoot'))
  const tree = dictOf(await objects.resolve(catalog.get('StructTreeRoot')))
  const isMarked = dictOf(await objects.resolve(catalog.get('MarkInfo')))?.get('Marked') === true
  const isThere = tree !== null && isMarked && (tree.has('K') ?? false)
  if (root === null || tree === null) return { isThere: false, loosePages: [], untoldLinks: [] }
  const owners = await pairsOf(objects, tree.get('ParentTree'))
  const isElement = elementsBelow(objects, root)
  const [loosePages, untoldLinks]: [number[], number[]] = [[], []]
  const turn = takeTurns()
  for (const [index, { number, marks }] of pages.entries()) {
    await turn()
    const dict = dicts[index] ?? new Map()
    const own = listOf(await objects.resolve(owners.get(numberOf(dict.get('StructParents')) ?? -1))) ?? []
    const owned = await Promise.all(marks.stretches.map((stretch) => isElement(own[stretch], null)))
    if (marks.loose > 0 || owned.includes(false)) loosePages.push(number)
    if (!(await areLinksTold(dict))) untoldLinks.push(number)
  }
  return { isThere, loosePages, untoldLinks }

  async function areLinksTold(page: PdfDict): Promise<boolean> {
    const annotations = listOf(await objects.resolve(page.get('Annots'))) ?? []
    if (annotations.length > 0 && nameOf(page.get('Tabs')) !== 'S') return false
    for (const value of annotations) {
      const link = dictOf(await objects.resolve(value))
      if (link === null || nameOf(link.get('Subtype')) !== 'Link') continue
      const flags = numberOf(link.get('F')) ?? 0
      const owner = owners.get(numberOf(link.get('StructParent')) ?? -1)
      const isSeen = (flags & PRINTED) !== 0 && (flags & UNSEEN) === 0
      const words = (textOf(link.get('Contents')) ?? '').trim()
      if (!isSeen || words === '' || !(await isElement(owner, 'Link'))) return false
    }
    return true
  }
}

/** Whether a value is an element of the structure, of this role where one is given, that hangs below its root. */
function elementsBelow(objects: PackObjects, root: number) {
  const known = new Set([root])
  return async (value: PdfValue | undefined, role: string | null): Promise<boolean> => {
    let element = dictOf(await objects.resolve(value))
    let number = refOf(value)
    if (element === null || (role !== null && nameOf(element.get('S')) !== role)) return false
    const way: number[] = []
    while (number !== null && element !== null && way.length < DEEPEST) {
      if (known.has(number)) {
        for (const one of way) known.add(one)
        return true
      }
      if (nameOf(element.get('S')) === null) return false
      way.push(number)
      number = refOf(element.get('P'))
      element = dictOf(await objects.resolve(element.get('P')))
    }
    return false
  }
}

/** A tree of numbers (ISO 32000-1, 7.9.7), its values as they stand there. */
async function pairsOf(
  objects: PackObjects,
  tree: PdfValue | undefined
): Promise<ReadonlyMap<number, PdfValue>> {
  const pairs = new Map<number, PdfValue>()
  const waiting: PdfValue[] = [tree ?? null]
  for (let count = 0; waiting.length > 0 && count < MOST_NODES; count += 1) {
    const node = dictOf(await objects.resolve(waiting.pop()))
    waiting.push(...(listOf(await objects.resolve(node?.get('Kids'))) ?? []))
    const flat = listOf(await objects.resolve(node?.get('Nums'))) ?? []
    for (let at = 0; at + 1 < flat.length; at += 2) {
      const key = numberOf(flat[at])
      if (key !== null) pairs.set(key, flat[at + 1] ?? null)
    }
  }
  return pairs
}
