import { reaches } from './object-survey.ts'
import type { PackObjects } from './pack-objects.ts'
import type { PackPage } from './pack-page.ts'
import { takeTurns } from './take-turns.ts'

/** Numbers of the pages that lead to one of these objects. */
export async function pagesReaching(
  objects: PackObjects,
  pages: readonly PackPage[],
  wanted: ReadonlySet<number>
): Promise<readonly number[]> {
  const found: number[] = []
  if (wanted.size === 0) return found
  const turn = takeTurns()
  for (const { object, number } of pages) {
    await turn()
    if (object !== null && (await reaches(objects, object, wanted))) found.push(number)
  }
  return found
}
