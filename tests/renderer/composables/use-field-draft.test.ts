// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, h, nextTick, shallowRef, type ShallowRef } from 'vue'
import { flushPending, settlePending } from '../../../src/renderer/composables/pending-saves.ts'
import { forgetEveryText, unsavedText } from '../../../src/renderer/composables/unsaved-texts.ts'
import { useFieldDraft, type FieldDraft } from '../../../src/renderer/composables/use-field-draft.ts'
import { done, failed, type Result } from '../../../src/shared/domain/result.ts'

type Answer = Result<null, { readonly code: string }>

interface Field {
  readonly draft: FieldDraft
  readonly saved: ShallowRef<number>
  readonly asked: number[]
  readonly leavePage: () => void
}

/** A field of whole numbers over a value that main holds. */
function field(answer: (value: number) => Answer | Promise<Answer> = () => done(null), start = 1): Field {
  const saved = shallowRef(start)
  const asked: number[] = []
  let draft: FieldDraft | undefined
  const page = mount(
    defineComponent(() => {
      draft = useFieldDraft<number>({
        value: () => saved.value,
        show: String,
        read: (text) => (/^\d+$/.test(text) ? done(Number(text)) : failed({ code: 'not-a-number' })),
        save: async (value) => {
          asked.push(value)
          const answered = await answer(value)
          if (answered.ok) saved.value = value
          return answered
        },
        name: () => 'field'
      })
      return () => h('i')
    })
  )
  if (draft === undefined) throw new Error('the field was not made')
  return { draft, saved, asked, leavePage: () => page.unmount() }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  forgetEveryText()
})

describe('a field that saves itself', () => {
  it('lets the window close only when what it saved is kept as a draft no more', async () => {
    let answer: (answered: Answer) => void = () => {}
    const { draft } = field(() => new Promise((resolve) => (answer = resolve)))
    draft.type('2')
    const settled = settlePending()
    expect(unsavedText('field')).toBe('2')
    answer(done(null))
    await settled
    expect(unsavedText('field')).toBeUndefined()
  })

  it('saves once, when typing has paused', async () => {
    const { draft, asked } = field()
    for (const text of ['2', '23', '234']) {
      draft.type(text)
      await vi.advanceTimersByTimeAsync(300)
    }
    expect(asked).toEqual([])
    await vi.advanceTimersByTimeAsync(600)
    expect(asked).toEqual([234])
  })

  it('saves at once when it is left, and not again', async () => {
    const { draft, asked } = field()
    draft.type('7')
    await draft.leave()
    await vi.advanceTimersByTimeAsync(2_000)
    expect(asked).toEqual([7])
  })

  it('saves when the page is left and when the window closes', async () => {
    const first = field()
    first.draft.type('7')
    first.leavePage()
    expect(first.asked).toEqual([7])
    const second = field()
    second.draft.type('8')
    flushPending()
    expect(second.asked).toEqual([8])
  })

  it('asks nothing when the text says what is saved already', async () => {
    const { draft, asked } = field()
    draft.type('1')
    await draft.leave()
    expect(asked).toEqual([])
  })

  it('keeps wrong text in the field, says why when it is left, and never saves it', async () => {
    const { draft, asked } = field()
    draft.type('1e99')
    await vi.advanceTimersByTimeAsync(1_000)
    expect(draft.error.value).toBeNull()
    await draft.leave()
    expect([draft.text.value, draft.error.value]).toEqual(['1e99', 'not-a-number'])
    expect(asked).toEqual([])
  })

  it('takes the sentence away as soon as the text is right', async () => {
    const { draft } = field()
    draft.type('x')
    await draft.leave()
    draft.type('5')
    expect(draft.error.value).toBeNull()
  })

  it('still has the wrong text after leaving the page and coming back', async () => {
    const first = field()
    first.draft.type('x')
    first.leavePage()
    const second = field()
    expect([second.draft.text.value, second.draft.error.value]).toEqual(['x', 'not-a-number'])
  })

  it('keeps the text when it could not be saved, and tries again when it is left again', async () => {
    let isFull = true
    const { draft, asked } = field(() => (isFull ? failed({ code: 'disk-full' }) : done(null)))
    draft.type('9')
    await draft.leave()
    expect([draft.text.value, draft.error.value]).toEqual(['9', 'disk-full'])
    isFull = false
    await draft.leave()
    expect([asked, draft.error.value]).toEqual([[9, 9], null])
  })

  it('saves the old value again when it is typed back while the new one is on its way', async () => {
    const { draft, asked, saved } = field(async () => {
      await new Promise((answered) => setTimeout(answered, 1_000))
      return done(null)
    })
    draft.type('2')
    const first = draft.leave()
    draft.type('1')
    const second = draft.leave()
    await vi.advanceTimersByTimeAsync(5_000)
    await Promise.all([first, second])
    expect(asked).toEqual([2, 1])
    expect([saved.value, draft.text.value]).toEqual([1, '1'])
  })

  it('shows what came from elsewhere, unless somebody is typing', async () => {
    const { draft, saved } = field()
    saved.value = 5
    await nextTick()
    expect(draft.text.value).toBe('5')
    draft.enter()
    draft.type('6')
    saved.value = 7
    await nextTick()
    expect(draft.text.value).toBe('6')
  })
})
