import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sha256Of } from '../../../specimen-dossier.ts'
import { judge, temporaryFolder } from '../pack-fixtures.ts'
import { entry, type FinishedObject } from './finished-pack.ts'

/** What a program of others takes out of the pack, by its name. */
export async function attachedIn(path: string): Promise<ReadonlyMap<string, Buffer>> {
  const folder = await temporaryFolder()
  await judge('pdfdetach', '-saveall', '-o', folder, path)
  const names = await readdir(folder)
  return new Map(
    await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name))] as const))
  )
}

/** SHA-256 of the bytes of every JPEG that is a page image of its own. */
export function pageImagesIn(objects: readonly FinishedObject[]): ReadonlySet<string> {
  return new Set(
    objects.flatMap(({ value, stream }) =>
      stream !== null && entry(value, 'Filter') === '/DCTDecode' ? [sha256Of(stream)] : []
    )
  )
}
