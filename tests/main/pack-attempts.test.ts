import { expect, it } from 'vitest'
import { attemptPack, type PackAttempt } from '../../src/main/pack-attempts.ts'

const CANCELLED = { kind: 'answered', answer: { ok: false, code: 'cancelled' } } as const

it('answers as its first attempt does', async () => {
  const tried: (readonly string[])[] = []
  const answer = await attemptPack(async (givenUp) => {
    tried.push([...givenUp])
    return CANCELLED
  })
  expect(answer).toEqual({ ok: false, code: 'cancelled' })
  expect(tried).toEqual([[]])
})

it('gives up one exhibit after the other and begins anew', async () => {
  const fatal = ['b', 'd']
  const tried: (readonly string[])[] = []
  await attemptPack(async (givenUp): Promise<PackAttempt> => {
    tried.push([...givenUp])
    const exhibitId = fatal.find((one) => !givenUp.includes(one))
    return exhibitId === undefined ? CANCELLED : { kind: 'lost', exhibitId }
  })
  expect(tried).toEqual([[], ['b'], ['b', 'd']])
})

it('comes to an end when the process dies although nothing is left to give up', async () => {
  const answer = await attemptPack(async () => ({ kind: 'lost', exhibitId: 'b' }))
  expect(answer).toEqual({ ok: false, code: 'engine-stopped' })
})
