import { createHash } from 'node:crypto'
import type { PdfDict, PdfValue } from '../pdf-reading/pdf-syntax.ts'
import { dictOf, listOf, refOf, textOf } from './pdf-look.ts'
import type { PackObject, PackObjects } from './pack-objects.ts'

export interface AttachedFile {
  readonly object: PackObject
  readonly sha256: string
}

const MOST_NODES = 50_000

/** The attached files by name, each with the SHA-256 of the bytes that are really there. */
export async function readAttachedFiles(
  objects: PackObjects,
  catalog: PdfDict
): Promise<ReadonlyMap<string, AttachedFile>> {
  const files = new Map<string, AttachedFile>()
  const names = dictOf(await objects.resolve(catalog.get('Names')))
  const waiting: PdfValue[] = [names?.get('EmbeddedFiles') ?? null]
  for (let count = 0; waiting.length > 0 && count < MOST_NODES; count += 1) {
    const node = dictOf(await objects.resolve(waiting.pop()))
    waiting.push(...(listOf(await objects.resolve(node?.get('Kids'))) ?? []))
    for (const value of listOf(await objects.resolve(node?.get('Names'))) ?? []) {
      const specification = dictOf(await objects.resolve(value))
      const inside = dictOf(await objects.resolve(specification?.get('EF')))
      const number = refOf(inside?.get('F')) ?? refOf(inside?.get('UF'))
      const object = number === null ? null : await objects.get(number)
      const name = textOf(specification?.get('UF')) ?? textOf(specification?.get('F'))
      if (object === null || name === null) continue
      const sha256 = await hashOf(objects, object)
      if (sha256 !== null) files.set(name, { object, sha256 })
    }
  }
  return files
}

/** SHA-256 of a stream's plain bytes; large ones pass by and are never held. */
export async function hashOf(
  objects: PackObjects,
  object: PackObject,
  sealedAs: 'sealed' | 'plain' = 'plain'
): Promise<string | null> {
  const { value } = object
  const content = await objects.contentOf(object)
  if (content === null) return null
  const hash = createHash('sha256')
  if (sealedAs === 'sealed' || !(dictOf(value)?.has('Filter') ?? false)) {
    for await (const chunk of content.stream()) hash.update(chunk)
    return hash.digest('hex')
  }
  const bytes = await objects.bytesOf(object)
  return bytes === null ? null : hash.update(bytes).digest('hex')
}
