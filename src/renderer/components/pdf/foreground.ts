/** Work on what the reader looks at. Small pictures wait for it: on two cores they would slow it down. */
let running = 0
let waiting: (() => void)[] = []

/** Does work that comes before every thumbnail. */
export async function inForeground<Value>(work: () => Promise<Value>): Promise<Value> {
  running += 1
  try {
    return await work()
  } finally {
    running -= 1
    if (running === 0) {
      const freed = waiting
      waiting = []
      for (const proceed of freed) proceed()
    }
  }
}

/** Resolves as soon as nothing runs in the foreground. */
export function foregroundFree(): Promise<void> {
  return running === 0 ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve))
}
