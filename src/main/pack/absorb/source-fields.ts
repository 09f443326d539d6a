import type { FieldMark, SourceField } from '../plan/absorbed-exhibit.ts'
import { orderedBox } from './page-shape.ts'
import { numbersIn, type SourceValue } from './source-value.ts'

/** Fields that stand below each other; programs write two or three. */
const DEEPEST = 32
const MOST_FIELDS_ON_PAGE = 5_000
/** A page has room for a tenth of it. */
const LONGEST_VALUE = 100_000

const HIDDEN = 2
const NO_VIEW = 32

/** Flags of fields, ISO 32000-1, 12.7.4. */
const MULTILINE = 2 ** 12
const PASSWORD = 2 ** 13
const PUSH_BUTTON = 2 ** 16
const COMBO = 2 ** 17
const COMB = 2 ** 24

/** ISO 32000-1, table 189: a sign of ZapfDingbats. */
const MARKS: ReadonlyMap<string, FieldMark> = new Map([
  ['4', 'check'],
  ['l', 'disc'],
  ['8', 'cross'],
  ['u', 'diamond'],
  ['n', 'square'],
  ['H', 'diamond']
])

const ALIGNMENTS = ['left', 'middle', 'right'] as const

/**
 * The form of a document. Programs that fill fields in may leave it to the reader to draw what they hold: those are ours
 * to draw.
 */
export interface SourceForm {
  readonly isOurs: (annotation: SourceValue) => boolean
  /** Fields of a page that are ours and show something. Where they are damaged it throws as its reader does. */
  readonly fieldsOf: (annotations: SourceValue | null, visible: SourceField['box']) => readonly SourceField[]
}

export function sourceForm(catalog: SourceValue): SourceForm {
  const form = catalog.entry('AcroForm')
  const areAllOurs = form?.entry('NeedAppearances')?.asFlag() ?? false
  const isOurs = (annotation: SourceValue) => {
    if (annotation.entry('Subtype')?.asName() !== 'Widget') return false
    if (annotation.entry('AP')?.entry('N') == null) return true
    const kind = inherited(annotation, 'FT')?.asName()
    // A button's looks hold its states; an empty field's look is its frame.
    return areAllOurs && (kind === 'Tx' || kind === 'Ch') && valueText(annotation, kind) !== ''
  }
  return {
    isOurs,
    fieldsOf: (annotations, visible) =>
      (annotations?.items() ?? []).slice(0, MOST_FIELDS_ON_PAGE).flatMap((annotation) => {
        const flags = annotation.entry('F')?.asNumber() ?? 0
        if ((flags & (HIDDEN | NO_VIEW)) !== 0 || !isOurs(annotation)) return []
        const box = orderedBox(numbersIn(annotation.entry('Rect')))
        if (box === null || !meets(box, visible)) return []
        const looks = annotation.entry('MK')
        const isFramed = (looks?.entry('BC')?.items()?.length ?? 0) > 0
        const content = contentOf(annotation, form)
        const turn = turnOf(looks?.entry('R')?.asNumber() ?? 0)
        return content === null && !isFramed ? [] : [{ box, turn, isFramed, content }]
      })
  }
}

function contentOf(annotation: SourceValue, form: SourceValue | null): SourceField['content'] {
  const kind = inherited(annotation, 'FT')?.asName()
  const flags = inherited(annotation, 'Ff')?.asNumber() ?? 0
  if (kind === 'Btn') {
    const caption = annotation.entry('MK')?.entry('CA')?.asText() ?? ''
    if (hasFlag(flags, PUSH_BUTTON))
      return caption === '' ? null : { ...textLook(annotation, form), align: 'middle', text: caption }
    return isOn(annotation) ? { kind: 'mark', mark: MARKS.get(caption) ?? 'check' } : null
  }
  if (kind !== 'Tx' && kind !== 'Ch') return null
  const value = valueText(annotation, kind)
  if (value === '') return null
  const text = hasFlag(flags, PASSWORD) && kind === 'Tx' ? '*'.repeat([...value].length) : value
  const most = inherited(annotation, 'MaxLen')?.asNumber() ?? null
  const isCombed = kind === 'Tx' && hasFlag(flags, COMB) && most !== null && most >= 1 && most <= 1000
  return {
    ...textLook(annotation, form),
    text,
    isMultiline: kind === 'Tx' ? hasFlag(flags, MULTILINE) : !hasFlag(flags, COMBO),
    cells: isCombed ? Math.floor(most) : null
  }
}

/** Size and weight out of the default appearance, `/Helv 12 Tf 0 g`; a size of 0 is for the reader to choose. */
function textLook(annotation: SourceValue, form: SourceValue | null) {
  const told = inherited(annotation, 'DA') ?? form?.entry('DA')
  const [, font = '', number = ''] = /\/(\S+)\s+(\d*\.?\d+)\s+Tf/.exec(told?.asText() ?? '') ?? []
  const size = Number(number)
  const quadding = (inherited(annotation, 'Q') ?? form?.entry('Q'))?.asNumber() ?? 0
  return {
    kind: 'text',
    size: size > 0 && size < 1000 ? size : null,
    isBold: /bo(ld)?/i.test(font),
    align: ALIGNMENTS[quadding] ?? 'left',
    isMultiline: false,
    cells: null
  } as const
}

/** What a field holds, as a reader would show it: of choices their names, one a line. */
function valueText(annotation: SourceValue, kind: 'Tx' | 'Ch'): string {
  const value = inherited(annotation, 'V')
  const one = (from: SourceValue) => from.asText() ?? from.asName() ?? ''
  if (value === null || kind === 'Tx') return value === null ? '' : one(value).slice(0, LONGEST_VALUE)
  const options = inherited(annotation, 'Opt')?.items() ?? []
  const names = new Map(
    options.slice(0, MOST_FIELDS_ON_PAGE).flatMap((option) => {
      const [code, name] = option.items() ?? []
      return code === undefined || name === undefined ? [] : [[one(code), one(name)] as const]
    })
  )
  const chosen = (value.items() ?? [value]).slice(0, MOST_FIELDS_ON_PAGE).map(one)
  const text = chosen.map((code) => names.get(code) ?? code).join('\n')
  return text.slice(0, LONGEST_VALUE)
}

/** By the state it is drawn in; where that is not told, by the value of a box that stands alone. */
function isOn(annotation: SourceValue): boolean {
  const state = annotation.entry('AS')?.asName() ?? annotation.entry('V')?.asName() ?? null
  return state !== null && state !== 'Off'
}

function inherited(annotation: SourceValue, key: string): SourceValue | null {
  let field: SourceValue | null = annotation
  for (let depth = 0; field !== null && depth < DEEPEST; depth += 1) {
    const found = field.entry(key)
    if (found !== null) return found
    field = field.entry('Parent')
  }
  return null
}

/** Flags of more than 31 bits are none. */
function hasFlag(flags: number, flag: number): boolean {
  return Number.isSafeInteger(flags) && Math.floor(flags / flag) % 2 === 1
}

function turnOf(degrees: number): SourceField['turn'] {
  const quarters = (((degrees / 90) % 4) + 4) % 4
  return quarters === 1 ? 90 : quarters === 2 ? 180 : quarters === 3 ? 270 : 0
}

function meets(box: SourceField['box'], visible: SourceField['box']): boolean {
  const isInside = box[0] < visible[2] && box[2] > visible[0] && box[1] < visible[3] && box[3] > visible[1]
  return isInside && box[2] - box[0] > 1 && box[3] - box[1] > 1
}
