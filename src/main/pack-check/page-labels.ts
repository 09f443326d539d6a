import type { PdfDict } from '../pdf-reading/pdf-syntax.ts'
import { dictOf, listOf, nameOf, numberOf, textOf } from './pdf-look.ts'
import type { PackObjects } from './pack-objects.ts'

/** ISO 32000-1, 12.4.2. Numbers are written out, other kinds as their sign: only being equal to a number matters. */
export async function readPageLabels(
  objects: PackObjects,
  catalog: PdfDict,
  count: number
): Promise<readonly string[] | null> {
  if (!catalog.has('PageLabels')) return null
  const tree = dictOf(await objects.resolve(catalog.get('PageLabels')))
  const rows = listOf(await objects.resolve(tree?.get('Nums'))) ?? []
  const labels = Array.from({ length: count }, () => '')
  for (let row = 0; row + 1 < rows.length; row += 2) {
    const from = numberOf(rows[row]) ?? count
    const dict = dictOf(await objects.resolve(rows[row + 1]))
    const style = nameOf(dict?.get('S'))
    const prefix = textOf(dict?.get('P')) ?? ''
    const start = numberOf(dict?.get('St')) ?? 1
    for (let index = Math.max(0, from); index < count; index += 1) {
      const number = start + index - from
      labels[index] = `${prefix}${style === 'D' ? number : (style ?? '')}`
    }
  }
  return labels
}
