import { dictOf, nameOf, refOf } from './pdf-look.ts'
import type { PackObjects } from './pack-objects.ts'

/** Operators that show text stand behind a string or an array. */
const SHOWS_TEXT = /[)>\]]\s*(?:T[jJ]|['"])(?![A-Za-z])/
const MOST_FORMS = 50
/** Operators of a page that somebody typed take a hundredth of this. */
const MOST_OPERATOR_BYTES = 8 * 1024 * 1024

/** Whether a form or a form inside it shows text; where its bytes cannot be read, it is taken for text. */
export async function showsText(objects: PackObjects, form: number): Promise<boolean> {
  const seen = new Set([form])
  for (const number of seen) {
    if (seen.size > MOST_FORMS) return true
    const object = await objects.get(number)
    const dict = dictOf(object?.value)
    if (object === null || dict === null || nameOf(dict.get('Subtype')) === 'Image') continue
    const bytes = await objects.bytesOf(object, MOST_OPERATOR_BYTES)
    if (bytes === null || SHOWS_TEXT.test(bytes.toString('latin1'))) return true
    const resources = dictOf(await objects.resolve(dict.get('Resources')))
    for (const value of (dictOf(await objects.resolve(resources?.get('XObject'))) ?? new Map()).values()) {
      const inner = refOf(value)
      if (inner !== null) seen.add(inner)
    }
  }
  return false
}
