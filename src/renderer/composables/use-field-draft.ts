import { onBeforeUnmount, shallowRef, watch, type ShallowRef } from 'vue'
import type { Result } from '../../shared/domain/result.ts'
import { holdPending, holdSave } from './pending-saves.ts'
import { forgetText, keepText, unsavedText } from './unsaved-texts.ts'
import { countWrongField } from './wrong-fields.ts'

/** A field saves this long after the last keystroke; less would write a revision for every word. */
const PAUSE_MS = 600

export type Read<Value> = (text: string) => Result<Value, { readonly code: string }>
export type Save<Value> = (value: Value) => Promise<Result<unknown, { readonly code: string }>>

export interface FieldDraftOptions<Value> {
  /** What is saved now. */
  readonly value: () => Value
  readonly show: (value: Value) => string
  readonly read: Read<Value>
  readonly save: Save<Value>
  /** Names the field across the app, so that unsaved text is still there after leaving, a reload or a crash. */
  readonly name: () => string
}

export interface FieldDraft {
  readonly text: Readonly<ShallowRef<string>>
  /** Code of the sentence to stand beside the field. */
  readonly error: Readonly<ShallowRef<string | null>>
  readonly type: (text: string) => void
  readonly enter: () => void
  /** Saves now, or says what is wrong. */
  readonly leave: () => Promise<void>
}

/** Text of a field that saves itself. Wrong text stays in the field: it is neither saved nor lost. */
export function useFieldDraft<Value>(options: FieldDraftOptions<Value>): FieldDraft {
  const kept = unsavedText(options.name())
  const text = shallowRef(kept ?? options.show(options.value()))
  const error = shallowRef<string | null>(null)
  let isDirty = kept !== undefined
  let hasFocus = false
  /** What main was asked to save and has not answered yet: typing back to the old value must be saved again. */
  let onItsWay: { readonly value: Value } | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let release: () => void = () => {}

  function settle(): void {
    clearTimeout(timer)
    release()
  }

  function sendSoon(): void {
    settle()
    timer = setTimeout(() => void send(false), PAUSE_MS)
    release = holdPending(() => void send(true))
  }

  async function ask(value: Value) {
    const asked = { value }
    onItsWay = asked
    try {
      return await options.save(value)
    } finally {
      if (onItsWay === asked) onItsWay = null
    }
  }

  /** Held until the draft is forgotten too: a window that closes in between would bring saved text back as unsaved. */
  function send(isLeaving: boolean): Promise<void> {
    return holdSave(saveTyped(isLeaving))
  }

  async function saveTyped(isLeaving: boolean): Promise<void> {
    settle()
    if (!isDirty) return
    const typed = text.value
    const read = options.read(typed)
    if (!read.ok) {
      // A date half typed is no mistake yet: the sentence waits until the field is left.
      if (isLeaving) error.value = read.code
      return
    }
    error.value = null
    const answer =
      read.value === (onItsWay ?? { value: options.value() }).value ? null : await ask(read.value)
    if (text.value !== typed) return
    if (answer !== null && !answer.ok) {
      error.value = answer.code
      return
    }
    forgetText(options.name())
    isDirty = false
    if (!hasFocus) text.value = options.show(options.value())
  }

  watch(
    () => options.show(options.value()),
    (shown) => {
      if (!isDirty && !hasFocus) text.value = shown
    }
  )
  if (isDirty) {
    const read = options.read(text.value)
    if (read.ok) sendSoon()
    else error.value = read.code
  }
  onBeforeUnmount(() => void send(true))
  countWrongField(error)

  return {
    text,
    error,
    type: (typed) => {
      text.value = typed
      isDirty = true
      keepText(options.name(), typed)
      if (error.value !== null && options.read(typed).ok) error.value = null
      sendSoon()
    },
    enter: () => {
      hasFocus = true
    },
    leave: async () => {
      hasFocus = false
      if (isDirty) await send(true)
      else text.value = options.show(options.value())
    }
  }
}
