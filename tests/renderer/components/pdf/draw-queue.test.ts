import { expect, it } from 'vitest'
import { createDrawQueue } from '../../../../src/renderer/components/pdf/draw-queue.ts'

const never = new AbortController().signal

it('draws one after the other, in the order asked', async () => {
  const queue = createDrawQueue()
  const seen: string[] = []
  const work = (name: string) => async () => {
    seen.push(`${name} begins`)
    await Promise.resolve()
    seen.push(`${name} ends`)
    return name
  }
  expect(await Promise.all([queue(work('a'), never), queue(work('b'), never)])).toEqual(['a', 'b'])
  expect(seen).toEqual(['a begins', 'a ends', 'b begins', 'b ends'])
})

it('never begins what was cancelled while it waited', async () => {
  const queue = createDrawQueue()
  const cancel = new AbortController()
  let hasBegun = false
  const first = queue(() => Promise.resolve('first'), never)
  const second = queue(() => {
    hasBegun = true
    return Promise.resolve('second')
  }, cancel.signal)
  cancel.abort()
  expect(await first).toBe('first')
  expect(await second).toBeUndefined()
  expect(hasBegun).toBe(false)
})

it('goes on after a picture that failed', async () => {
  const queue = createDrawQueue()
  const broken = queue(() => Promise.reject(new Error('broken')), never)
  const next = queue(() => Promise.resolve('next'), never)
  await expect(broken).rejects.toThrow('broken')
  expect(await next).toBe('next')
})
