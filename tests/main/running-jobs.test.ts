import { expect, it } from 'vitest'
import { createRunningJobs } from '../../src/main/running-jobs.ts'

const untilAborted = (signal: AbortSignal) =>
  new Promise<string>((resolve) => signal.addEventListener('abort', () => resolve('stopped')))

it('cancels one job by its name and leaves the others', async () => {
  const jobs = createRunningJobs()
  const first = jobs.run('first', untilAborted)
  const second = jobs.run('second', untilAborted)
  jobs.cancel('first')
  expect(await first).toBe('stopped')
  jobs.cancel('nobody')
  await jobs.cancelAll()
  expect(await second).toBe('stopped')
})

it('takes a name again once its job has ended, and not before', async () => {
  const jobs = createRunningJobs()
  const running = jobs.run('job', untilAborted)
  await expect(jobs.run('job', () => Promise.resolve('again'))).rejects.toThrow('running')
  jobs.cancel('job')
  await running
  expect(await jobs.run('job', () => Promise.resolve('again'))).toBe('again')
})
