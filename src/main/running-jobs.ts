/** Long work that can be cancelled by the name its caller gave it. */
export interface RunningJobs {
  /** Runs the work under that name; cancelling aborts the signal it was given. */
  readonly run: <Answer>(jobId: string, work: (signal: AbortSignal) => Promise<Answer>) => Promise<Answer>
  readonly cancel: (jobId: string) => void
  /** For leaving: aborts everything and waits until it has tidied up. */
  readonly cancelAll: () => Promise<void>
}

export function createRunningJobs(): RunningJobs {
  const running = new Map<
    string,
    { readonly controller: AbortController; readonly ended: Promise<unknown> }
  >()
  return {
    async run(jobId, work) {
      if (running.has(jobId)) throw new Error('a job of this name is running')
      const controller = new AbortController()
      const ended = work(controller.signal)
      running.set(jobId, { controller, ended })
      try {
        return await ended
      } finally {
        running.delete(jobId)
      }
    },
    cancel(jobId) {
      running.get(jobId)?.controller.abort()
    },
    async cancelAll() {
      const all = [...running.values()]
      for (const { controller } of all) controller.abort()
      await Promise.allSettled(all.map(({ ended }) => ended))
    }
  }
}
