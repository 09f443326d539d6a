import { describe, expect, it } from 'vitest'
import {
  layPages,
  pageInView,
  pagesBetween,
  stepZoom,
  ZOOM_STEPS,
  zoomFactor
} from '../../../../src/renderer/components/pdf/page-layout.ts'

const A4 = { width: 595, height: 842 }
const spacing = { cssScale: 1, gap: 16, edge: 24 }

describe('zoom', () => {
  it('fits a page into the width, but never shows it larger than it is', () => {
    expect(zoomFactor('fit-width', { width: 800, height: 1000 }, { width: 400, height: 300 })).toBe(0.5)
    expect(zoomFactor('fit-width', { width: 200, height: 300 }, { width: 1200, height: 900 })).toBe(1)
  })

  it('fits the whole page by the side that is scarcer', () => {
    expect(zoomFactor('fit-page', { width: 800, height: 1000 }, { width: 800, height: 250 })).toBe(0.25)
    expect(zoomFactor('fit-page', { width: 1000, height: 100 }, { width: 250, height: 900 })).toBe(0.25)
  })

  it('keeps a chosen factor within what can be drawn', () => {
    expect(zoomFactor(0.001, A4, A4)).toBe(0.1)
    expect(zoomFactor(99, A4, A4)).toBe(4)
  })

  it('goes from every step to the next and back', () => {
    for (const [index, step] of ZOOM_STEPS.entries()) {
      const next = ZOOM_STEPS[index + 1]
      if (next === undefined) continue
      expect(stepZoom(step, 1)).toBe(next)
      expect(stepZoom(next, -1)).toBe(step)
    }
  })

  it('goes from a fitted factor to the steps around it, and stops at the ends', () => {
    expect(stepZoom(0.72, 1)).toBe(0.75)
    expect(stepZoom(0.72, -1)).toBe(0.67)
    expect(stepZoom(4, 1)).toBe(4)
    expect(stepZoom(0.1, -1)).toBe(0.25)
  })
})

describe('pages one under the other', () => {
  it('takes a page of unknown size to be like the first', () => {
    const layout = layPages(new Map([[1, A4]]), 3, spacing)
    expect(layout.boxes.map((box) => box.top)).toEqual([24, 24 + 858, 24 + 2 * 858])
    expect(layout.height).toBe(24 + 3 * 842 + 2 * 16 + 24)
  })

  it('is as wide as its widest page', () => {
    const layout = layPages(
      new Map([
        [1, A4],
        [2, { width: 1684, height: 1191 }]
      ]),
      2,
      spacing
    )
    expect(layout.width).toBe(1684)
  })

  it('draws only the pages near the window, however long the document', () => {
    const layout = layPages(new Map([[1, A4]]), 2000, spacing)
    const top = layout.boxes[999]?.top ?? 0
    expect(pagesBetween(layout, top, top + 600)).toEqual([999 + 1])
    expect(pagesBetween(layout, top - 600, top + 1200)).toEqual([999, 1000, 1001])
  })

  it('has no page to draw where there is none, and the last one below the end', () => {
    expect(pagesBetween(layPages(new Map(), 0, spacing), 0, 500)).toEqual([])
    expect(pagesBetween(layPages(new Map([[1, A4]]), 2, spacing), 9000, 9500)).toEqual([2])
  })

  it('names the page one reads', () => {
    const layout = layPages(new Map([[1, A4]]), 5, spacing)
    expect(pageInView(layout, 0, 600)).toBe(1)
    expect(pageInView(layout, layout.boxes[2]?.top ?? 0, 600)).toBe(3)
    expect(pageInView(layout, (layout.boxes[2]?.top ?? 0) - 100, 600)).toBe(3)
    expect(pageInView(layout, (layout.boxes[2]?.top ?? 0) - 300, 600)).toBe(2)
  })

  it('names the last page at the very end, though it never reaches the top', () => {
    const sizes = new Map([1, 2, 3, 4].map((page) => [page, { width: 300, height: 200 }] as const))
    const layout = layPages(sizes, 4, spacing)
    expect(pageInView(layout, layout.height - 600, 600)).toBe(4)
    expect(pageInView(layout, 0, 600)).toBe(1)
  })
})
