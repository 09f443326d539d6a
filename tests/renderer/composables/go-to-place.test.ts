// @vitest-environment happy-dom
import { afterEach, expect, it } from 'vitest'
import { goToPlace } from '../../../src/renderer/composables/go-to-place.ts'

afterEach(() => document.body.replaceChildren())

/** A field whose upper edge lies at this height of the window. */
function fieldAt(top: number) {
  const field = document.createElement('input')
  field.dataset['place'] = 'specimen'
  const asked: unknown[] = []
  field.getBoundingClientRect = () => new DOMRect(0, top, 200, 32)
  field.scrollIntoView = (how) => void asked.push(how)
  document.body.append(field)
  return { field, asked }
}

it('leaves what is in the window where it is, and puts the focus on it', async () => {
  const { field, asked } = fieldAt(100)
  await goToPlace('specimen')
  expect(document.activeElement).toBe(field)
  expect(asked).toEqual([{ block: 'nearest' }])
})

it.each([window.innerHeight - 10, -20, window.innerHeight + 500])(
  'brings what lies at %i to the middle, clear of the message in the corner',
  async (top) => {
    const { asked } = fieldAt(top)
    await goToPlace('specimen')
    expect(asked).toEqual([{ block: 'center' }])
  }
)
