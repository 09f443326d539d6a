import { useEventListener } from '@vueuse/core'
import { ref, type Ref } from 'vue'
import { useRoute } from 'vue-router'
import { CATEGORIES, type Category } from '../../../shared/domain/category.ts'
import { isSameTarget, type ProofTarget } from '../../../shared/domain/proof-target.ts'
import { STEPS } from '../../../shared/domain/step.ts'
import { useIntakeStore, type AttachTarget } from '../../stores/intake.ts'

/** What of the page a file is held over, while one is dragged. */
export interface DropPlace {
  readonly category: Category
  /** What a file dropped there proves; null where it only joins its category. */
  readonly proves: ProofTarget | null
}

/**
 * Takes files dropped anywhere on the window, and files and pictures pasted outside a field.
 * An element that means something else than `usual` says so: `data-drop-category="C"`,
 * and where it proves something also `data-drop-proves="entry:<id>"` (see `dropName`).
 * @returns where a dragged file would go now; null while none is over the window
 */
export function useFileArrival(usual: () => AttachTarget): Readonly<Ref<DropPlace | null>> {
  const intake = useIntakeStore()
  const route = useRoute()
  const place = ref<DropPlace | null>(null)

  useEventListener(window, ['dragenter', 'dragover'], (event: DragEvent) => {
    if (!carriesFiles(event.dataTransfer)) return
    event.preventDefault()
    if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'copy'
    const next = placeOf(event.target, usual())
    if (!isSamePlace(next, place.value)) place.value = next
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
    const { category, proves } = placeOf(event.target, usual())
    const target = { dossierId, category, proves: proves === null ? [] : [proves], screen: route.path }
    void intake.attachFiles(target, [...dataTransfer.files])
  })
  useEventListener(window, 'paste', (event: ClipboardEvent) => {
    if (event.target instanceof Element && event.target.closest(WRITING) !== null) return
    const files = [...(event.clipboardData?.files ?? [])]
    if (files.length === 0) return
    event.preventDefault()
    void intake.paste({ ...usual(), screen: route.path }, files)
  })
  return place
}

const WRITING = 'input, textarea, select, [contenteditable="true"]'

function carriesFiles(transfer: DataTransfer | null): boolean {
  return transfer?.types.includes('Files') ?? false
}

function isSamePlace(one: DropPlace, other: DropPlace | null): boolean {
  if (one.category !== other?.category) return false
  if (one.proves === null || other.proves === null) return one.proves === other.proves
  return isSameTarget(one.proves, other.proves)
}

/** A proof target as `data-drop-proves` names it: `entry:<id>`, `step:identity`. */
export function dropName(target: ProofTarget): string {
  return `${target.kind}:${target.kind === 'step' ? target.step : target.id}`
}

function targetOf(name: string | undefined): ProofTarget | null {
  const [kind, of = ''] = name?.split(':') ?? []
  const step = STEPS.find((one) => one === of)
  if (kind === 'step') return step === undefined ? null : { kind, step }
  const known = TARGET_KINDS.find((one) => one === kind)
  return known === undefined ? null : { kind: known, id: of }
}

const TARGET_KINDS = ['entry', 'contact', 'device', 'document', 'backup'] as const

function placeOf(target: EventTarget | null, { category, proves = [] }: AttachTarget): DropPlace {
  const found = target instanceof Element ? target.closest<HTMLElement>('[data-drop-category]') : null
  const wanted = CATEGORIES.find((one) => one === found?.dataset['dropCategory'])
  return wanted === undefined
    ? { category, proves: proves[0] ?? null }
    : { category: wanted, proves: targetOf(found?.dataset['dropProves']) }
}
