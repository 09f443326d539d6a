// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import DateField from '../../../../src/renderer/components/field/DateField.vue'
import { unbroken } from '../../../../src/renderer/formats/unbroken.ts'
import { done } from '../../../../src/shared/domain/result.ts'
import { mountIn } from '../../mount-in-language.ts'

function dateField(
  language: 'ru' | 'en' | 'zh-CN',
  value: string | null,
  warnings: readonly string[] = [],
  isPast = false
) {
  const saved: unknown[] = []
  const field = mountIn(language, DateField, {
    label: 'Signed',
    value,
    name: crypto.randomUUID(),
    warnings,
    isPast,
    save: (on: unknown) => Promise.resolve(done(saved.push(on)))
  })
  return { field, saved, input: field.get('input') }
}

describe('DateField', () => {
  it('shows the date in the form of the reader', () => {
    expect(dateField('ru', '2026-11-05').input.element.value).toBe('05.11.2026')
    expect(dateField('zh-CN', '2026-11-05').input.element.value).toBe('2026-11-05')
  })

  it('saves any usual form as one', async () => {
    const { input, saved } = dateField('en', null)
    await input.setValue('2026年11月5日')
    await input.trigger('blur')
    expect(saved).toEqual(['2026-11-05'])
  })

  it('saves an emptied field as no date', async () => {
    const { input, saved } = dateField('en', '2026-11-05')
    await input.setValue('')
    await input.trigger('blur')
    expect(saved).toEqual([null])
  })

  it('says beside the field that there is no such date, tells it to a screen reader, and keeps the text', async () => {
    const { field, input, saved } = dateField('ru', null)
    await input.setValue('31.02.2026')
    await input.trigger('blur')
    await field.vm.$nextTick()
    expect(field.text()).toContain('Такой даты нет')
    expect(input.attributes('aria-invalid')).toBe('true')
    const about = document.getElementById(input.attributes('aria-describedby') ?? '')
    expect(about?.textContent).toContain('Такой даты нет')
    expect(input.element.value).toBe('31.02.2026')
    expect(saved).toEqual([])
  })

  it.each(['12.03.1889', '2200-01-01', '22010101', '3 Mar 1899'])(
    'says which years there are when %s is typed',
    async (typed) => {
      const { field, input, saved } = dateField('en', null)
      await input.setValue(typed)
      await input.trigger('blur')
      await field.vm.$nextTick()
      expect(field.text()).toContain(unbroken('The year must lie between 1900 and 2199.'))
      expect(saved).toEqual([])
    }
  )

  it('doubts a day ahead where something has happened, and saves it all the same', () => {
    const ahead = dateField('en', '2199-01-01', [], true)
    expect(ahead.field.text()).toContain('This day is still ahead.')
    expect(ahead.input.attributes('aria-invalid')).toBe('false')
    expect(dateField('en', '2199-01-01').field.text()).not.toContain('ahead')
    expect(dateField('en', '2020-01-01', [], true).field.text()).not.toContain('ahead')
  })

  it('shows a contradiction without refusing it', () => {
    const { field, input } = dateField('en', '2020-01-01', ['It expires before it was issued.'])
    expect(field.text()).toContain('It expires before it was issued.')
    expect(input.attributes('aria-invalid')).toBe('false')
  })
})
