import type { PdfDict, PdfValue } from '../pdf-reading/pdf-syntax.ts'
import { dictOf, listOf, nameOf, refOf } from './pdf-look.ts'
import type { PackObject, PackObjects } from './pack-objects.ts'

/** What a walk through every object of the file found; each set holds object numbers. */
export interface ObjectSurvey {
  readonly damaged: ReadonlySet<number>
  /** Scripts, actions beyond a jump inside the file, embedded players, forms of XML. */
  readonly active: ReadonlySet<number>
  /** Streams whose bytes lie outside the file, names of places outside. */
  readonly outside: ReadonlySet<number>
  /** Fonts whose letters are not in the file. */
  readonly withoutFont: ReadonlySet<number>
}

const ACTIVE_KEYS = new Set(['JavaScript', 'JS', 'AA', 'XFA', 'RichMediaContent', 'RichMediaSettings'])
const ACTIVE_ACTIONS = new Set([
  'JavaScript',
  'Launch',
  'URI',
  'SubmitForm',
  'ResetForm',
  'ImportData',
  'GoToR',
  'GoToE',
  'Movie',
  'Sound',
  'Rendition',
  'RichMediaExecute',
  'Hide',
  'Named',
  'Thread',
  'Trans',
  'SetOCGState',
  'GoTo3DView'
])
const ACTIVE_KINDS = new Set(['RichMedia', 'Movie', 'Sound', 'Screen', '3D', 'Widget'])
/** Kinds of font that need a file; Type 3 draws its letters itself, Type 0 is as good as what it stands on. */
const DRAWN_BY_FILE = new Set(['Type1', 'MMType1', 'TrueType', 'CIDFontType0', 'CIDFontType2'])

/** Walks through every object, those inside streams of objects too. What attached files hold is not the pack's. */
export async function surveyObjects(objects: PackObjects): Promise<ObjectSurvey> {
  const [damaged, active, outside] = [new Set<number>(), new Set<number>(), new Set<number>()]
  const fonts: { readonly holder: number; readonly descriptor: PdfValue | undefined }[] = []
  await objects.walk((number, object) => {
    if (object === null) damaged.add(number)
    else {
      if (pointsOutside(object)) outside.add(number)
      visitDicts(object.value, (dict) => {
        if (isActive(dict)) active.add(number)
        if (nameOf(dict.get('FS')) === 'URL') outside.add(number)
        if (isFont(dict)) fonts.push({ holder: number, descriptor: dict.get('FontDescriptor') })
      })
    }
  })
  const withoutFont = new Set<number>()
  for (const { holder, descriptor } of fonts) {
    const dict = dictOf(await objects.resolve(descriptor))
    const hasFile = dict !== null && ['FontFile', 'FontFile2', 'FontFile3'].some((key) => dict.has(key))
    if (!hasFile) withoutFont.add(holder)
  }
  return { damaged, active, outside, withoutFont }
}

/** ISO 32000-1, 7.3.8.2: a stream with a file of its own lies elsewhere. */
function pointsOutside({ value, stream }: PackObject): boolean {
  return stream !== null && (dictOf(value)?.has('F') ?? false)
}

function isActive(dict: PdfDict): boolean {
  for (const key of dict.keys()) if (ACTIVE_KEYS.has(key)) return true
  const [action, kind] = [nameOf(dict.get('S')), nameOf(dict.get('Subtype'))]
  return (action !== null && ACTIVE_ACTIONS.has(action)) || (kind !== null && isActiveKind(dict, kind))
}

/** The words are also kinds of other things: only an annotation has a place on its page. */
function isActiveKind(dict: PdfDict, kind: string): boolean {
  return ACTIVE_KINDS.has(kind) && dict.has('Rect')
}

function isFont(dict: PdfDict): boolean {
  if (nameOf(dict.get('Type')) !== 'Font') return false
  const kind = nameOf(dict.get('Subtype'))
  return kind !== null && DRAWN_BY_FILE.has(kind)
}

/** Every dictionary of an object, and those inside it. */
export function visitDicts(value: PdfValue, visit: (dict: PdfDict) => void): void {
  const waiting: PdfValue[] = [value]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const dict = dictOf(next)
    if (dict !== null) {
      visit(dict)
      for (const inner of dict.values()) if (inner !== null && typeof inner === 'object') waiting.push(inner)
    } else
      for (const inner of listOf(next) ?? [])
        if (inner !== null && typeof inner === 'object') waiting.push(inner)
  }
}

const MOST_REACHED = 20_000

/** Whether a page leads to one of these objects, over whatever it draws; the way up to its parent does not count. */
export async function reaches(
  objects: PackObjects,
  page: number,
  wanted: ReadonlySet<number>
): Promise<boolean> {
  const seen = new Set([page])
  for (const number of seen) {
    if (wanted.has(number)) return true
    if (seen.size > MOST_REACHED) return false
    visitDicts((await objects.get(number))?.value ?? null, (dict) => {
      for (const [key, value] of dict) {
        if (key === 'Parent' || key === 'Dest' || key === 'D') continue
        for (const one of listOf(value) ?? [value]) {
          const target = refOf(one)
          if (target !== null) seen.add(target)
        }
      }
    })
  }
  return false
}
