import { expect, it } from 'vitest'
import { CountedTarget } from '../../../../src/main/pack/write/counted-target.ts'

it('lets a cancel be heard while it counts', async () => {
  const cancel = new AbortController()
  setImmediate(() => cancel.abort())
  const target = new CountedTarget()
  for (let count = 0; count < 3_000_000 && !cancel.signal.aborted; count += 1) await target.append('SPECIMEN')
  expect(cancel.signal.aborted).toBe(true)
})
