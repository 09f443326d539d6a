/** Runs deeds one after the other, each only when the one before has ended, well or badly. */
export interface SerialQueue {
  run<Value>(deed: () => Promise<Value>): Promise<Value>
}

export function serialQueue(): SerialQueue {
  let last: Promise<unknown> = Promise.resolve()
  return {
    run(deed) {
      const result = last.then(deed, deed)
      last = result.catch(() => undefined)
      return result
    }
  }
}
