import { foregroundFree } from './foreground.ts'

/**
 * Runs drawing one after another, so that twenty thumbnails do not hold twenty decoded pages at once,
 * and never while the page one reads is being opened or drawn.
 * What was cancelled while it waited is never begun.
 */
export function createDrawQueue(): <Value>(
  work: () => Promise<Value>,
  signal: AbortSignal
) => Promise<Value | undefined> {
  let last: Promise<unknown> = Promise.resolve()
  return (work, signal) => {
    const mine = last.then(foregroundFree).then(() => (signal.aborted ? undefined : work()))
    last = mine.catch(() => undefined)
    return mine
  }
}
