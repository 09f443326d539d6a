import type { PageSize } from './open-pdf.ts'

/** CSS pixels for a PDF point at 100 %: 96 to the inch against 72. */
export const CSS_PIXELS_PER_POINT = 96 / 72

/** How large a page is shown: a factor of its true size, or as large as the window lets it. */
export type Zoom = 'fit-width' | 'fit-page' | number

export const ZOOM_STEPS = [0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4] as const
const SMALLEST_ZOOM = 0.1
const LARGEST_ZOOM = 4
/** A small receipt is not blown up to the width of the window. */
const LARGEST_FIT = 1

export interface Room {
  readonly width: number
  readonly height: number
}

/** The factor of true size for a zoom, for content of this size in CSS pixels. */
export function zoomFactor(zoom: Zoom, content: Room, room: Room): number {
  if (typeof zoom === 'number') return clamp(zoom, SMALLEST_ZOOM, LARGEST_ZOOM)
  const byWidth = room.width / content.width
  const fit = zoom === 'fit-width' ? byWidth : Math.min(byWidth, room.height / content.height)
  return clamp(fit, SMALLEST_ZOOM, LARGEST_FIT)
}

/** The next larger (`1`) or smaller (`-1`) step from any factor. */
export function stepZoom(factor: number, direction: 1 | -1): number {
  const tolerance = 0.005
  if (direction === 1) return ZOOM_STEPS.find((step) => step > factor + tolerance) ?? LARGEST_ZOOM
  return ZOOM_STEPS.findLast((step) => step < factor - tolerance) ?? ZOOM_STEPS[0]
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value))
}

export interface PageBox {
  readonly top: number
  readonly width: number
  readonly height: number
}

export interface PageLayout {
  readonly boxes: readonly PageBox[]
  readonly width: number
  readonly height: number
}

/** Pages one under the other, in CSS pixels. A page whose size is not known yet is taken to be like the first. */
export function layPages(
  sizes: ReadonlyMap<number, PageSize>,
  pageCount: number,
  { cssScale, gap, edge }: { readonly cssScale: number; readonly gap: number; readonly edge: number }
): PageLayout {
  const usual = sizes.get(1) ?? { width: 595, height: 842 }
  const boxes: PageBox[] = []
  let top = edge
  let widest = 0
  for (let pageNumber = 1; pageNumber <= pageCount; pageNumber += 1) {
    const size = sizes.get(pageNumber) ?? usual
    const box = {
      top,
      width: Math.max(1, Math.round(size.width * cssScale)),
      height: Math.max(1, Math.round(size.height * cssScale))
    }
    boxes.push(box)
    widest = Math.max(widest, box.width)
    top += box.height + gap
  }
  return { boxes, width: widest, height: Math.max(0, top - gap + edge) }
}

/** Numbers of the pages that touch the stretch from `from` to `to`; never empty while there is a page. */
export function pagesBetween(layout: PageLayout, from: number, to: number): readonly number[] {
  const found = layout.boxes.flatMap((box, index) =>
    box.top + box.height >= from && box.top <= to ? [index + 1] : []
  )
  return found.length > 0 || layout.boxes.length === 0 ? found : [layout.boxes.length]
}

/** The page a reader would say they are on: the last one whose top is above the upper third of the window. */
export function pageInView(layout: PageLayout, scrollTop: number, roomHeight: number): number {
  const line = scrollTop + roomHeight / 3
  // At the very end short last pages never reach the upper third.
  if (layout.boxes.length > 0 && scrollTop > 0 && scrollTop + roomHeight >= layout.height - 1) {
    const last = layout.boxes.length
    const lastBox = layout.boxes[last - 1]
    if (lastBox !== undefined && lastBox.top >= scrollTop) return last
  }
  const index = layout.boxes.findLastIndex((box) => box.top <= line)
  return Math.max(1, index + 1)
}
