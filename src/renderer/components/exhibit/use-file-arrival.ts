import { useEventListener } from '@vueuse/core'
import { ref, type Ref } from 'vue'
import { CATEGORIES, type Category } from '../../../shared/domain/category.ts'
import { useIntakeStore, type AttachTarget } from '../../stores/intake.ts'

/** What of the page a file is held over, while one is dragged. */
export interface DropPlace {
  readonly category: Category
  readonly entryId: string | undefined
}

/**
 * Takes files dropped anywhere on the window, and files and pictures pasted outside a field.
 * An element that means something else than `usual` says so: `data-drop-category="C"`,
 * and for a payment without proof also `data-drop-entry="<entry id>"`.
 * @returns where a dragged file would go now; null while none is over the window
 */
export function useFileArrival(usual: () => AttachTarget): Readonly<Ref<DropPlace | null>> {
  const intake = useIntakeStore()
  const place = ref<DropPlace | null>(null)

  useEventListener(window, ['dragenter', 'dragover'], (event: DragEvent) => {
    if (!carriesFiles(event.dataTransfer)) return
    event.preventDefault()
    if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'copy'
    const next = placeOf(event.target, usual())
    if (next.category !== place.value?.category || next.entryId !== place.value.entryId) place.value = next
  })
  useEventListener(window, 'dragleave', (event: DragEvent) => {
    // Without a related target the pointer left the window; otherwise it only crossed an element.
    if (event.relatedTarget === null) place.value = null
  })
  useEventListener(window, 'drop', (event: DragEvent) => {
    const { dataTransfer } = event
    place.value = null
    if (!carriesFiles(dataTransfer) || dataTransfer === null) return
    event.preventDefault()
    const { dossierId } = usual()
    const { category, entryId } = placeOf(event.target, usual())
    const target = { dossierId, category, ...(entryId === undefined ? {} : { entryId }) }
    void intake.attachFiles(target, [...dataTransfer.files])
  })
  useEventListener(window, 'paste', (event: ClipboardEvent) => {
    if (event.target instanceof Element && event.target.closest(WRITING) !== null) return
    const files = [...(event.clipboardData?.files ?? [])]
    if (files.length === 0) return
    event.preventDefault()
    void intake.paste(usual(), files)
  })
  return place
}

const WRITING = 'input, textarea, select, [contenteditable="true"]'

function carriesFiles(transfer: DataTransfer | null): boolean {
  return transfer?.types.includes('Files') ?? false
}

function placeOf(target: EventTarget | null, { category, entryId }: AttachTarget): DropPlace {
  const found = target instanceof Element ? target.closest<HTMLElement>('[data-drop-category]') : null
  const wanted = CATEGORIES.find((one) => one === found?.dataset['dropCategory'])
  return wanted === undefined
    ? { category, entryId }
    : { category: wanted, entryId: found?.dataset['dropEntry'] }
}
