import { nextTick, ref, watch, type Ref } from 'vue'
import type { Exhibit } from '../../../../shared/domain/exhibit.ts'
import type BarLayer from './BarLayer.vue'
import { useBars, type Bars } from './use-bars.ts'

export interface Covering extends Pick<Bars, 'bars' | 'failure'> {
  /** Whether bars can be drawn and changed now. */
  readonly isOn: Readonly<Ref<boolean>>
  readonly selectedId: Readonly<Ref<string | null>>
  readonly toggle: () => void
  /** Ends it where the keyboard was; the button that begins it takes the focus when nothing has it. */
  readonly leave: () => Promise<void>
  /** Puts a bar into the middle of a page, for whoever has no pointer. */
  readonly add: (page: number) => void
  readonly remove: (id: string) => Promise<void>
  readonly rename: (id: string, what: string) => ReturnType<Bars['put']>
  /** Remembers the layer over a page while it is drawn. */
  readonly keepLayer: (page: number, layer: unknown) => void
  /** What the layer over a page, or over the picture, is given. */
  readonly layerOn: (page: number, label: string) => InstanceType<typeof BarLayer>['$props']
}

const MIDDLE = { x: 0.35, y: 0.47, width: 0.3, height: 0.06 }

/** Drawing bars over an exhibit: which of them is chosen, and where the keyboard goes when one is gone. */
export function useCovering(
  dossierId: () => string,
  exhibit: () => Exhibit,
  focus: { readonly onPanel: () => void; readonly onButton: () => void }
): Covering {
  const { bars, failure, put } = useBars(dossierId, exhibit)
  const isOn = ref(false)
  const selectedId = ref<string | null>(null)
  /** Over the pages that are drawn now: those near the window. */
  const layers = new Map<number, InstanceType<typeof BarLayer>>()

  function end(): void {
    isOn.value = false
    selectedId.value = null
  }

  watch(() => exhibit().id, end)

  return {
    ...{ bars, failure, isOn, selectedId },
    toggle: () => (isOn.value ? end() : (isOn.value = true)),
    async leave() {
      end()
      await nextTick()
      if (document.activeElement === document.body) focus.onButton()
    },
    add: (page) => layers.get(page)?.addNear(MIDDLE),
    async remove(id) {
      const layer = layers.get(bars.value.find((bar) => bar.id === id)?.page ?? 0)
      if (layer !== undefined) return layer.remove(id)
      // Its page is far from the window by now.
      selectedId.value = null
      focus.onPanel()
      await put(bars.value.filter((bar) => bar.id !== id))
    },
    rename: (id, what) => put(bars.value.map((bar) => (bar.id === id ? { ...bar, what } : bar))),
    keepLayer(page, layer) {
      if (layer === null) layers.delete(page)
      else layers.set(page, layer as InstanceType<typeof BarLayer>)
    },
    layerOn: (page, label) => ({
      ...{ bars: bars.value, page, label, selectedId: selectedId.value },
      onChange: (changed) => void put(changed),
      onSelect: (id) => (selectedId.value = id),
      onEmptied: focus.onPanel
    })
  }
}
