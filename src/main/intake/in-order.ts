/**
 * Runs up to `atOnce` deeds at the same time and hands their results over in the order of the list.
 * While a result is awaited, `onWait` may do something with the time.
 */
export async function* inOrder<Item, Value>(
  items: readonly Item[],
  atOnce: number,
  deed: (item: Item) => Promise<Value>,
  onWait: (next: Promise<Value>) => Promise<void>
): AsyncIterable<Value> {
  const running: Promise<Value>[] = []
  const waiting = items.values()
  function start(): void {
    const next = waiting.next()
    if (next.done === true) return
    const started = deed(next.value)
    // A bug is thrown where its turn comes, not as an unhandled rejection before.
    started.catch(() => undefined)
    running.push(started)
  }
  for (let count = 0; count < atOnce; count += 1) start()
  for (let first = running.shift(); first !== undefined; first = running.shift()) {
    await onWait(first)
    const value = await first
    start()
    yield value
  }
}
