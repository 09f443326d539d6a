import { ref, useTemplateRef, type Ref } from 'vue'
import { stepZoom, type Zoom } from './page-layout.ts'
import type { PageKeys } from './use-page-keys.ts'

export interface PageView {
  readonly zoom: Ref<Zoom>
  /** What the zoom comes to, 1 = true size. */
  readonly factor: Ref<number>
  readonly page: Ref<number>
  readonly goTo: (page: number) => void
  /** To be handed to `usePageKeys`. */
  readonly keys: PageKeys
}

/**
 * Where one is in pages on screen, how large they are, and the keys that change both. The pages bear `ref="pages"`.
 * @example const { zoom, factor, page, goTo, keys } = usePageView('fit-page')
 */
export function usePageView(firstZoom: Zoom): PageView {
  const zoom = ref<Zoom>(firstZoom)
  const factor = ref(1)
  const page = ref(1)
  const pages = useTemplateRef<{ readonly goTo: (page: number) => void }>('pages')
  const goTo = (target: number): void => pages.value?.goTo(target)
  const keys: PageKeys = {
    previous: () => goTo(page.value - 1),
    next: () => goTo(page.value + 1),
    first: () => goTo(1),
    last: () => goTo(Number.MAX_SAFE_INTEGER),
    zoomIn: () => (zoom.value = stepZoom(factor.value, 1)),
    zoomOut: () => (zoom.value = stepZoom(factor.value, -1)),
    fit: () => (zoom.value = 'fit-page')
  }
  return { zoom, factor, page, goTo, keys }
}
