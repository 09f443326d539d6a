import { expect, it } from 'vitest'
import { untilCancelled } from '../../../../src/main/pack/absorb/until-cancelled.ts'

const never = new Promise<number>(() => undefined)

it('answers as the work does', async () => {
  const { signal } = new AbortController()
  await expect(untilCancelled(signal, Promise.resolve(7))).resolves.toBe(7)
  await expect(untilCancelled(signal, Promise.reject(new Error('broken')))).rejects.toThrow('broken')
})

it('does not wait for work that cannot be stopped once the pack is cancelled, nor for what was begun after it', async () => {
  const cancel = new AbortController()
  const waiting = untilCancelled(cancel.signal, never)
  cancel.abort()
  await expect(waiting).rejects.toBe(cancel.signal.reason)
  await expect(untilCancelled(cancel.signal, never)).rejects.toBe(cancel.signal.reason)
})

it('is silent about work that fails after it was left', async () => {
  const cancel = new AbortController()
  let fail: () => void = () => undefined
  const work = new Promise<number>((_, reject) => {
    fail = () => reject(new Error('broken'))
  })
  const waiting = untilCancelled(cancel.signal, work)
  cancel.abort()
  fail()
  await expect(waiting).rejects.toBe(cancel.signal.reason)
})
