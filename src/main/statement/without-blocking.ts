import { setImmediate } from 'node:timers/promises'

/** Rows between two pauses: some milliseconds of work, so that the window stays alive. */
const ROWS_AT_ONCE = 2000

/** Goes through all items and lets the rest of the process breathe in between. */
export async function withoutBlocking<Item>(items: Iterable<Item>, use: (item: Item) => void): Promise<void> {
  let count = 0
  for (const item of items) {
    use(item)
    count += 1
    if (count % ROWS_AT_ONCE === 0) await setImmediate()
  }
}
