// @vitest-environment happy-dom
import { nextTick } from 'vue'
import { beforeEach, describe, expect, it } from 'vitest'
import BarLayer from '../../../../../src/renderer/components/exhibit/bars/BarLayer.vue'
import type { Bar } from '../../../../../src/shared/domain/bar.ts'
import { isInsidePicture } from '../../../../../src/shared/domain/bar.ts'
import { mountIn } from '../../../mount-in-language.ts'

const NUMBER: Bar = { id: 'n', page: 1, x: 0.5, y: 0.1, width: 0.3, height: 0.1, what: 'number' }
const PORTRAIT: Bar = { id: 'p', page: 1, x: 0.1, y: 0.5, width: 0.2, height: 0.3, what: '' }

/** A picture of 1000 by 500 on screen, whose bars are what the layer last asked for. */
function layerWith(...first: readonly Bar[]) {
  const layer = mountIn('en', BarLayer, { bars: first, page: 1, label: 'Bars', selectedId: null })
  const element = layer.get<HTMLElement>('.layer').element
  element.getBoundingClientRect = () => new DOMRect(20, 10, 1000, 500)
  element.setPointerCapture = () => {}
  const settle = async () => {
    const bars = layer.emitted('change')?.at(-1)?.[0] ?? first
    const selectedId = layer.emitted('select')?.at(-1)?.[0] ?? null
    await layer.setProps({ bars, selectedId })
    await nextTick()
  }
  const point = (target: Element, type: string, [x, y]: readonly [number, number]) =>
    target.dispatchEvent(
      new PointerEvent(type, { bubbles: true, button: 0, clientX: 20 + x * 1000, clientY: 10 + y * 500 })
    )
  return {
    layer,
    bars: () => (layer.emitted('change')?.at(-1)?.[0] ?? first) as readonly Bar[],
    bar: (id: string) => layer.get(`[data-bar="${id}"]`),
    async drag(selector: string, from: readonly [number, number], to: readonly [number, number]) {
      point(selector === '' ? element : layer.get(selector).element, 'pointerdown', from)
      await settle()
      point(element, 'pointermove', to)
      point(element, 'pointerup', to)
      await settle()
    },
    async key(id: string, key: string, shiftKey = false) {
      await layer.get(`[data-bar="${id}"]`).trigger('keydown', { key, shiftKey })
      await settle()
    }
  }
}

describe('a bar drawn with the pointer', () => {
  it('stands where it was drawn, whichever corner came first, and is chosen', async () => {
    const { layer, bars, drag } = layerWith()
    await drag('', [0.6, 0.4], [0.2, 0.1])
    expect(bars()).toMatchObject([{ x: 0.2, y: 0.1, width: 0.4, height: 0.3, what: '' }])
    expect(document.activeElement?.getAttribute('data-bar')).toBe(bars()[0]?.id)
    expect(layer.get('.bar').attributes('aria-pressed')).toBe('true')
  })

  it('ends at the edge of the picture; a mere click draws none', async () => {
    const { bars, drag } = layerWith()
    await drag('', [0.8, 0.8], [1.7, 1.2])
    expect(bars()).toMatchObject([{ x: 0.8, y: 0.8, width: 0.2, height: 0.2 }])
    await drag('', [0.1, 0.1], [0.102, 0.1])
    expect(bars()).toHaveLength(1)
  })

  it('is moved by its middle and resized by a corner, and stays inside', async () => {
    const { bars, drag } = layerWith(NUMBER)
    await drag('[data-bar="n"]', [0.6, 0.15], [0.5, 0.35])
    expect(bars()).toMatchObject([{ x: 0.4, y: 0.3, width: 0.3, height: 0.1 }])
    await drag('[data-bar="n"] [data-corner="nw"]', [0.4, 0.3], [0.2, 0.2])
    expect(bars()).toMatchObject([{ x: 0.2, y: 0.2, width: 0.5, height: 0.2 }])
    await drag('[data-bar="n"]', [0.4, 0.3], [3, -3])
    expect(bars()).toMatchObject([{ x: 0.5, y: 0, width: 0.5, height: 0.2 }])
    expect(bars().every(isInsidePicture)).toBe(true)
  })
})

describe('a bar under the keyboard', () => {
  it('moves by arrows, is resized with Shift and never leaves the picture', async () => {
    const { bars, key } = layerWith(NUMBER)
    await key('n', 'ArrowLeft')
    await key('n', 'ArrowDown')
    expect(bars()).toMatchObject([{ x: 0.49, y: 0.11, width: 0.3, height: 0.1 }])
    await key('n', 'ArrowRight', true)
    await key('n', 'ArrowUp', true)
    expect(bars()).toMatchObject([{ x: 0.49, y: 0.11, width: 0.31, height: 0.09 }])
    for (let times = 0; times < 30; times += 1) await key('n', 'ArrowRight')
    expect(bars()).toMatchObject([{ x: 0.69, width: 0.31 }])
    expect(bars().every(isInsidePicture)).toBe(true)
  })

  it('goes with Delete, and the focus goes to its neighbour', async () => {
    const { layer, bars, key } = layerWith(NUMBER, PORTRAIT)
    await key('n', 'Delete')
    expect(bars()).toEqual([PORTRAIT])
    expect(document.activeElement?.getAttribute('data-bar')).toBe('p')
    await key('p', 'Delete')
    expect(bars()).toEqual([])
    expect(layer.emitted('emptied')).toHaveLength(1)
  })

  it('shows those of its own page, and leaves the others as they are', async () => {
    const elsewhere: Bar = { ...PORTRAIT, id: 'e', page: 2 }
    const { layer, bars, key, drag } = layerWith(NUMBER, elsewhere)
    expect(layer.findAll('[data-bar]')).toHaveLength(1)
    await drag('', [0.1, 0.6], [0.3, 0.8])
    expect(bars()).toMatchObject([NUMBER, elsewhere, { page: 1, x: 0.1, y: 0.6 }])
    await key('n', 'Delete')
    expect(bars()).toMatchObject([elsewhere, { page: 1 }])
  })

  it('is named with its place for those who do not see it', () => {
    const { bar } = layerWith(NUMBER, PORTRAIT)
    expect(bar('n').attributes('aria-label')).toBe(
      'Bar 1 of 2: number. Left 50%, top 10%, width 30%, height 10%'
    )
    expect(bar('p').attributes('aria-label')).toContain('Bar 2 of 2: unnamed')
  })
})

describe('a bar added with the button', () => {
  const MIDDLE = { x: 0.35, y: 0.47, width: 0.3, height: 0.06 }

  it('lies where no other one does, so that each can be seen', async () => {
    const { layer, bars } = layerWith(NUMBER)
    for (let times = 0; times < 8; times += 1) {
      await layer.getComponent(BarLayer).vm.addNear(MIDDLE)
      await layer.setProps({ bars: bars() })
    }
    const tops = bars().map(({ y }) => y)
    expect(tops[1]).toBe(0.47)
    expect(new Set(tops).size).toBe(9)
    expect(bars().every(isInsidePicture)).toBe(true)
  })

  it('lies over others where there is no room left', async () => {
    const { layer, bars } = layerWith({ ...NUMBER, x: 0, y: 0, width: 1, height: 1 })
    await layer.getComponent(BarLayer).vm.addNear(MIDDLE)
    expect(bars()[1]).toMatchObject(MIDDLE)
  })
})

beforeEach(() => document.body.replaceChildren())
