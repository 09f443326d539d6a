import { expect, it } from 'vitest'
import { createDrawQueue } from '../../../../src/renderer/components/pdf/draw-queue.ts'
import { inForeground } from '../../../../src/renderer/components/pdf/foreground.ts'

it('lets small pictures wait until the page one reads is there', async () => {
  const queue = createDrawQueue()
  const seen: string[] = []
  let end: () => void = () => {}
  const page = inForeground(() => new Promise<void>((resolve) => (end = resolve))).then(() =>
    seen.push('page')
  )
  const small = queue(() => Promise.resolve(seen.push('small')), new AbortController().signal)
  await new Promise((resolve) => setImmediate(resolve))
  expect(seen).toEqual([])
  end()
  await Promise.all([page, small])
  expect(seen).toEqual(['page', 'small'])
})

it('is free again after a page that failed', async () => {
  await expect(inForeground(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
  const queue = createDrawQueue()
  expect(await queue(() => Promise.resolve('small'), new AbortController().signal)).toBe('small')
})
