import type { PdfDict, PdfValue } from '../../pdf-reading/pdf-syntax.ts'
import type { PackObjects } from '../pack-objects.ts'
import type { PackPage } from '../pack-page.ts'
import { dictOf, listOf, nameOf, numberOf, refOf } from '../pdf-look.ts'

/** ICC.1, 7.2: what every profile has at this place, and the colours it is for. */
const SIGNATURE = { at: 36, text: 'acsp' }
const SPACE = { at: 16, text: 'RGB ' }

/** Whether the file says for which screen or press its plain colours are meant (ISO 19005-3, 6.2.3). */
export async function hasOutputIntent(objects: PackObjects, catalog: PdfDict): Promise<boolean> {
  const profiles = new Set<number | null>()
  for (const value of listOf(await objects.resolve(catalog.get('OutputIntents'))) ?? []) {
    const intent = dictOf(await objects.resolve(value))
    if (intent?.has('DestOutputProfile') ?? false) profiles.add(refOf(intent?.get('DestOutputProfile')))
    else if (nameOf(intent?.get('S')) === 'GTS_PDFA1') return false
  }
  const [only] = profiles
  const object = only == null || profiles.size > 1 ? null : await objects.get(only)
  const bytes = object === null ? null : await objects.bytesOf(object)
  if (object === null || bytes === null) return false
  const stands = ({ at, text }: typeof SPACE) => bytes.toString('latin1', at, at + text.length) === text
  return stands(SIGNATURE) && stands(SPACE) && numberOf(dictOf(object.value)?.get('N')) === 3
}

/** Pages that show a picture in inks of no known press (6.2.4.3). */
export async function pagesWithoutInks(
  objects: PackObjects,
  pages: readonly PackPage[],
  dicts: readonly PdfDict[]
): Promise<readonly number[]> {
  const found: number[] = []
  for (const [index, { number, shown }] of pages.entries()) {
    const pictures = shown.filter(({ kind }) => kind === 'picture')
    const spaces = await Promise.all(
      pictures.map(async ({ object }) => dictOf((await objects.get(object))?.value)?.get('ColorSpace'))
    )
    const areInks = await Promise.all(spaces.map((space) => isInks(objects, space)))
    if (areInks.includes(true) && !(await namesInks(objects, dicts[index]))) found.push(number)
  }
  return found
}

async function isInks(objects: PackObjects, value: PdfValue | undefined): Promise<boolean> {
  const space = await objects.resolve(value)
  const base = nameOf(listOf(space)?.[0]) === 'Indexed' ? await objects.resolve(listOf(space)?.[1]) : space
  return nameOf(base) === 'DeviceCMYK'
}

async function namesInks(objects: PackObjects, page: PdfDict | undefined): Promise<boolean> {
  const resources = dictOf(await objects.resolve(page?.get('Resources')))
  return dictOf(await objects.resolve(resources?.get('ColorSpace')))?.has('DefaultCMYK') ?? false
}
