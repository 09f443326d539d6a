import { PDFDict, PDFRawStream, PDFRef, type PDFContext, type PDFObject } from 'pdf-lib'
import type { Matrix } from '../layout/drawing.ts'
import type { ObjectNumber } from '../write/pdf-syntax.ts'
import type { ObjectCopier } from './object-copier.ts'
import { patientSourceValue } from './patient-source-value.ts'
import { arrayOf, boxOf, dictOf, key, lookUp, nameOf, numberOf } from './pdf-source.ts'
import type { SourceForm } from './source-fields.ts'

const HIDDEN = 2
const NO_VIEW = 32
/** Pages are smaller than this (see `pageShape`). */
const FARTHEST = 1e6

export interface Overlay {
  readonly object: ObjectNumber
  readonly matrix: Matrix
}

/**
 * What annotations and filled form fields look like, to be drawn as part of the page: a filled field or a note is
 * evidence, the field itself is not needed any more.
 */
export function readOverlays(
  context: PDFContext,
  copier: ObjectCopier,
  page: PDFDict,
  { hiddenLayers, form }: { readonly hiddenLayers: ReadonlySet<PDFRef>; readonly form: SourceForm }
): readonly Overlay[] {
  const annotations = arrayOf(context, page.get(key('Annots')))
  if (annotations === null) return []
  return annotations.asArray().flatMap((value) => {
    const annotation = dictOf(context, value)
    if (annotation === null || !isShown(context, annotation, hiddenLayers)) return []
    // What we draw ourselves is not drawn twice.
    if (form.isOurs(patientSourceValue(context, annotation))) return []
    const appearance = appearanceOf(context, annotation)
    if (appearance === null) return []
    const matrix = placement(context, annotation, appearance.stream)
    const object = matrix === null ? null : copier.reference(appearance.ref)
    return matrix === null || object === null ? [] : [{ object, matrix }]
  })
}

function isShown(context: PDFContext, annotation: PDFDict, hiddenLayers: ReadonlySet<PDFRef>): boolean {
  const flags = numberOf(context, annotation.get(key('F'))) ?? 0
  if ((flags & (HIDDEN | NO_VIEW)) !== 0) return false
  const layer = annotation.get(key('OC'))
  if (layer instanceof PDFRef && hiddenLayers.has(layer)) return false
  return nameOf(context, annotation.get(key('Subtype'))) !== 'Popup'
}

/** The normal appearance, in the state the field is in. */
function appearanceOf(
  context: PDFContext,
  annotation: PDFDict
): { readonly ref: PDFRef; readonly stream: PDFRawStream } | null {
  const normal = dictOf(context, annotation.get(key('AP')))?.get(key('N'))
  const found = lookUp(context, normal)
  if (found instanceof PDFRawStream) return asForm(normal, found)
  if (!(found instanceof PDFDict)) return null
  const state = nameOf(context, annotation.get(key('AS')))
  const chosen = state === null ? undefined : found.get(key(state))
  const stream = lookUp(context, chosen)
  return stream instanceof PDFRawStream ? asForm(chosen, stream) : null
}

/** Some programs leave out what every appearance is; without it a viewer draws nothing. */
function asForm(ref: PDFObject | undefined, stream: PDFRawStream) {
  if (!(ref instanceof PDFRef)) return null
  stream.dict.set(key('Type'), key('XObject'))
  stream.dict.set(key('Subtype'), key('Form'))
  return { ref, stream }
}

/** Sends the appearance's box, turned by its own matrix, onto the annotation's rectangle. */
function placement(context: PDFContext, annotation: PDFDict, { dict }: PDFRawStream): Matrix | null {
  const rect = boxOf(context, annotation.get(key('Rect')))
  const box = boxOf(context, dict.get(key('BBox')))
  if (rect === null || box === null) return null
  const [a, b, c, d, e, f] = matrixOf(context, dict.get(key('Matrix')))
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

function matrixOf(context: PDFContext, value: PDFObject | undefined): Matrix {
  const array = arrayOf(context, value)
  const numbers = array?.asArray().map((item) => numberOf(context, item) ?? 0)
  return numbers?.length === 6 ? (numbers as unknown as Matrix) : [1, 0, 0, 1, 0, 0]
}
