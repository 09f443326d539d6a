/**
 * The answer of work that cannot be stopped itself, as decoding and compressing a picture: once the pack is cancelled
 * nobody waits for it any more. What it works on must stay untouched until it has ended.
 */
export function untilCancelled<Answer>(signal: AbortSignal, work: Promise<Answer>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const leave = () => reject(signal.reason as Error)
    if (signal.aborted) leave()
    else signal.addEventListener('abort', leave, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave))
  })
}
