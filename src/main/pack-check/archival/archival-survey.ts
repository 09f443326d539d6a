import type { PdfDict, PdfValue } from '../../pdf-reading/pdf-syntax.ts'
import { visitDicts } from '../object-survey.ts'
import type { PackObject, PackObjects } from '../pack-objects.ts'
import { dictOf, listOf, nameOf, refOf, textOf } from '../pdf-look.ts'

/** What a walk through every object found that an archival file may not have; each set holds object numbers. */
export interface ArchivalSurvey {
  readonly forbidden: ReadonlySet<number>
  readonly fontsWithoutMeaning: ReadonlySet<number>
  /** Pages of pictures in the structure that nobody described, by object; null = the structure names none. */
  readonly untoldPictures: readonly (number | null)[]
  /** Whether each attached file is there under a name for every program, with its kind and what it is to the document. */
  readonly hasUntoldFiles: boolean
}

/** ISO 19005-3, 6.2.6 to 6.2.9: pictures in several versions, prepress remarks, programs of printers, other files. */
const NEVER = new Set([
  ...[
    'Alternates',
    'OPI',
    'PS',
    'Ref',
    'HTP',
    'NeedsRendering',
    'Requirements',
    'NeedAppearances',
    'PresSteps'
  ],
  'AlternatePresentations'
])
/** 6.1.7.2: one was owned by somebody for long, the other needs a key. */
const BARRED_FILTERS = new Set(['LZWDecode', 'Crypt'])
/** ISO 32000-1, 11.3.5. */
const BLEND_MODES = new Set([
  ...[
    'Normal',
    'Compatible',
    'Multiply',
    'Screen',
    'Overlay',
    'Darken',
    'Lighten',
    'ColorDodge',
    'ColorBurn'
  ],
  ...['HardLight', 'SoftLight', 'Difference', 'Exclusion', 'Hue', 'Saturation', 'Color', 'Luminosity']
])
const RELATIONS = new Set(['Source', 'Data', 'Alternative', 'Supplement', 'Unspecified'])
const DRAWN_AS_TEXT = new Set(['Type0', 'Type1', 'MMType1', 'TrueType', 'Type3'])

/** Walks through every object once more: of working packs nothing of this is asked. */
export async function surveyArchival(objects: PackObjects, catalog: PdfDict): Promise<ArchivalSurvey> {
  const forbidden = new Set<number>()
  const fonts = new Map<number, PdfValue | undefined>()
  const files: { readonly number: number | null; readonly dict: PdfDict }[] = []
  const untoldPictures: (number | null)[] = []
  await objects.walk((number, object) => {
    if (object === null) return
    if (isBarredStream(object)) forbidden.add(number)
    visitDicts(object.value, (dict) => {
      if (isForbidden(dict)) forbidden.add(number)
      if (isTextFont(dict)) fonts.set(number, dict.get('ToUnicode'))
      if (dictOf(dict.get('EF')) !== null) files.push({ number: dict === object.value ? number : null, dict })
      if (isUntoldPicture(dict)) untoldPictures.push(refOf(dict.get('Pg')))
    })
  })
  const fontsWithoutMeaning = new Set<number>()
  for (const [number, map] of fonts) if (!(await isStream(objects, map))) fontsWithoutMeaning.add(number)
  const associated = new Set((listOf(await objects.resolve(catalog.get('AF'))) ?? []).map(refOf))
  let hasUntoldFiles = false
  for (const { number, dict } of files)
    hasUntoldFiles ||= number === null || !associated.has(number) || !(await isTold(objects, dict))
  return { forbidden, fontsWithoutMeaning, untoldPictures, hasUntoldFiles }
}

function isForbidden(dict: PdfDict): boolean {
  for (const [key, value] of dict) {
    if (NEVER.has(key) && value !== false) return true
    if (key === 'Interpolate' && value === true) return true
    if (key === 'TR' && nameOf(dict.get('Type')) === 'ExtGState') return true
    if (key === 'TR2' && nameOf(value) !== 'Default') return true
    if (key === 'BM' && [value].flat().some((mode) => !BLEND_MODES.has(nameOf(mode as PdfValue) ?? '')))
      return true
  }
  return false
}

function isBarredStream({ value, stream }: PackObject): boolean {
  if (stream === null) return false
  const filter = dictOf(value)?.get('Filter')
  return (listOf(filter) ?? [filter]).some((one) => BARRED_FILTERS.has(nameOf(one) ?? ''))
}

function isTextFont(dict: PdfDict): boolean {
  return nameOf(dict.get('Type')) === 'Font' && DRAWN_AS_TEXT.has(nameOf(dict.get('Subtype')) ?? '')
}

function isUntoldPicture(dict: PdfDict): boolean {
  if (nameOf(dict.get('S')) !== 'Figure' || !dict.has('P')) return false
  return ['Alt', 'ActualText'].every((key) => (textOf(dict.get(key)) ?? '').trim() === '')
}

async function isStream(objects: PackObjects, value: PdfValue | undefined): Promise<boolean> {
  const number = refOf(value)
  return number !== null && ((await objects.get(number))?.stream ?? null) !== null
}

/** ISO 19005-3, 6.8. */
async function isTold(objects: PackObjects, file: PdfDict): Promise<boolean> {
  const inside = await objects.resolve(dictOf(file.get('EF'))?.get('F'))
  const isNamed = ['F', 'UF'].every((key) => (textOf(file.get(key)) ?? '') !== '')
  return (
    isNamed &&
    RELATIONS.has(nameOf(file.get('AFRelationship')) ?? '') &&
    nameOf(dictOf(inside)?.get('Subtype')) !== null
  )
}
