// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import TextField from '../../../../src/renderer/components/field/TextField.vue'
import { LONGEST_LINE, LONGEST_NUMBER } from '../../../../src/shared/domain/limits.ts'
import { done } from '../../../../src/shared/domain/result.ts'
import { mountIn } from '../../mount-in-language.ts'

async function typeInto(props: Record<string, unknown>, text: string) {
  const saved: unknown[] = []
  const field = mountIn('en', TextField, {
    label: 'SPECIMEN',
    value: '',
    name: crypto.randomUUID(),
    save: (value: unknown) => Promise.resolve(done(saved.push(value))),
    ...props
  })
  const input = field.get('input')
  await input.setValue(text)
  await input.trigger('blur')
  await field.vm.$nextTick()
  return { field, input, saved }
}

describe('TextField', () => {
  it('says beside the field that a text is too long, and neither saves nor cuts it', async () => {
    const text = 'x'.repeat(LONGEST_LINE + 1)
    const { field, input, saved } = await typeInto({}, text)
    const about = document.getElementById(input.attributes('aria-describedby') ?? '')
    expect(about?.textContent).toContain('This is too long to be saved.')
    expect(input.attributes('aria-invalid')).toBe('true')
    expect(field.get('input').element.value).toBe(text)
    expect(saved).toEqual([])
  })

  it('takes no number that is as long as a sentence', async () => {
    const { field, saved } = await typeInto({ isNumber: true }, '4'.repeat(LONGEST_NUMBER + 1))
    expect(field.text()).toContain('This is too long for a number.')
    expect(saved).toEqual([])
    expect((await typeInto({ isNumber: true }, '4'.repeat(LONGEST_NUMBER))).saved).toHaveLength(1)
  })
})
