import { PdfOdd } from '../../pdf-reading/pdf-odd.ts'
import type { SourceLink } from '../plan/absorbed-exhibit.ts'
import { orderedBox } from './page-shape.ts'
import type { SourcePlaces } from './source-places.ts'
import { numbersIn, type SourceValue } from './source-value.ts'

/** A table of contents of a thick book has some hundreds on a page. */
const MOST_LINKS_ON_PAGE = 2_000

const HIDDEN = 2
const NO_VIEW = 32

/** The links of a page that lead within its document. Where they are damaged there are none. */
export function readSourceLinks(
  annotations: SourceValue | null,
  visible: SourceLink['box'],
  places: SourcePlaces
): readonly SourceLink[] {
  try {
    const all = annotations?.items() ?? []
    return all.slice(0, MOST_LINKS_ON_PAGE).flatMap((annotation) => {
      if (annotation.entry('Subtype')?.asName() !== 'Link') return []
      const flags = annotation.entry('F')?.asNumber() ?? 0
      const place = places.of(annotation)
      const box = shownPart(orderedBox(numbersIn(annotation.entry('Rect'))), visible)
      return place === null || box === null || (flags & (HIDDEN | NO_VIEW)) !== 0 ? [] : [{ box, place }]
    })
  } catch (error) {
    if (error instanceof PdfOdd) return []
    throw error
  }
}

function shownPart(box: ReturnType<typeof orderedBox>, visible: SourceLink['box']): SourceLink['box'] | null {
  if (box === null) return null
  const part = [
    Math.max(box[0], visible[0]),
    Math.max(box[1], visible[1]),
    Math.min(box[2], visible[2]),
    Math.min(box[3], visible[3])
  ] as const
  return part[2] > part[0] && part[3] > part[1] ? part : null
}
