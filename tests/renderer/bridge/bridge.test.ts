import { afterEach, expect, it } from 'vitest'
import { reactive } from 'vue'
import { bridge } from '../../../src/renderer/bridge/bridge.ts'

afterEach(() => void Reflect.deleteProperty(globalThis, 'window'))

it('sends plain objects: a reactive one cannot cross to main', async () => {
  const crossed: unknown[] = []
  Object.assign(globalThis, {
    window: {
      // What the border does to a request.
      bridge: { editDossier: (request: unknown) => Promise.resolve(crossed.push(structuredClone(request))) }
    }
  })
  const values = reactive({ subscriber: { latin: 'LI XUE', cyrillic: '', chinese: '李雪' } })
  expect(() => structuredClone(values)).toThrow()
  await bridge.editDossier({ id: 'a', edits: [{ kind: 'set-account', values }] })
  expect(crossed).toEqual([
    {
      id: 'a',
      edits: [
        {
          kind: 'set-account',
          values: { subscriber: { latin: 'LI XUE', cyrillic: '', chinese: '李雪' } }
        }
      ]
    }
  ])
})
