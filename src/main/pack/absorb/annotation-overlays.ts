import type { Matrix } from '../layout/drawing.ts'
import type { ObjectNumber } from '../write/pdf-syntax.ts'
import { orderedBox } from './page-shape.ts'
import type { SourceForm } from './source-fields.ts'
import { numbersIn, type SourceValue } from './source-value.ts'

const HIDDEN = 2
const NO_VIEW = 32
/** Pages are smaller than this (see `pageShape`). */
const FARTHEST = 1e6

export interface Overlay {
  readonly object: ObjectNumber
  readonly matrix: Matrix
}

export interface OverlaySource {
  /** Object numbers of layers that are off when the document is opened. */
  readonly hiddenLayers: ReadonlySet<number>
  readonly form: SourceForm
  /** Brings an appearance into the file; null where it must not come along. */
  readonly copyForm: (appearance: SourceValue) => ObjectNumber | null
}

/**
 * What annotations and filled form fields look like, to be drawn as part of the page: a filled field or a note is
 * evidence, the field itself is not needed any more.
 */
export function readOverlays(
  annotations: SourceValue | null,
  { hiddenLayers, form, copyForm }: OverlaySource
): readonly Overlay[] {
  return (annotations?.items() ?? []).flatMap((annotation) => {
    if (!isShown(annotation, hiddenLayers)) return []
    // What we draw ourselves is not drawn twice.
    if (form.isOurs(annotation)) return []
    const appearance = appearanceOf(annotation)
    const matrix = appearance === null ? null : placement(annotation, appearance)
    const object = appearance === null || matrix === null ? null : copyForm(appearance)
    return matrix === null || object === null ? [] : [{ object, matrix }]
  })
}

function isShown(annotation: SourceValue, hiddenLayers: ReadonlySet<number>): boolean {
  const flags = annotation.entry('F')?.asNumber() ?? 0
  if ((flags & (HIDDEN | NO_VIEW)) !== 0) return false
  const layer = annotation.entry('OC')?.number ?? null
  if (layer !== null && hiddenLayers.has(layer)) return false
  return annotation.entry('Subtype')?.asName() !== 'Popup'
}

/** The normal appearance, in the state the field is in. */
function appearanceOf(annotation: SourceValue): SourceValue | null {
  const normal = annotation.entry('AP')?.entry('N') ?? null
  if (normal === null || normal.isStream()) return normal
  const state = annotation.entry('AS')?.asName() ?? null
  const chosen = state === null ? null : normal.entry(state)
  return chosen?.isStream() === true ? chosen : null
}

/** Sends the appearance's box, turned by its own matrix, onto the annotation's rectangle. */
function placement(annotation: SourceValue, appearance: SourceValue): Matrix | null {
  const rect = orderedBox(numbersIn(annotation.entry('Rect')))
  const box = orderedBox(numbersIn(appearance.entry('BBox')))
  if (rect === null || box === null) return null
  const [a, b, c, d, e, f] = matrixOf(appearance.entry('Matrix'))
  const corners = [
    [box[0], box[1]],
    [box[2], box[1]],
    [box[0], box[3]],
    [box[2], box[3]]
  ].map(([x = 0, y = 0]) => [a * x + c * y + e, b * x + d * y + f] as const)
  const left = Math.min(...corners.map(([x]) => x))
  const right = Math.max(...corners.map(([x]) => x))
  const bottom = Math.min(...corners.map(([, y]) => y))
  const top = Math.max(...corners.map(([, y]) => y))
  if (right <= left || top <= bottom) return null
  const scaleX = (rect[2] - rect[0]) / (right - left)
  const scaleY = (rect[3] - rect[1]) / (top - bottom)
  const matrix = [scaleX, 0, 0, scaleY, rect[0] - left * scaleX, rect[1] - bottom * scaleY] as const
  // What is further away than any page reaches is nowhere to be seen.
  return matrix.every((number) => Math.abs(number) < FARTHEST) ? matrix : null
}

function matrixOf(value: SourceValue | null): Matrix {
  const numbers = numbersIn(value).map((number) => number ?? 0)
  return numbers.length === 6 ? (numbers as unknown as Matrix) : [1, 0, 0, 1, 0, 0]
}
