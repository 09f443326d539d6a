/** A page of the keyboard: about as many rows as a window shows. */
const PAGE_ROWS = 8

/** The row an arrow key and its like lead to from row `at`; null for any other key. */
export function rowAfterKey(
  { key, ctrlKey, altKey, metaKey }: KeyboardEvent,
  at: number,
  count: number
): number | null {
  if (ctrlKey || altKey || metaKey) return null
  const targets: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + PAGE_ROWS,
    PageUp: at - PAGE_ROWS,
    Home: 0,
    End: count - 1
  }
  const target = targets[key]
  return target === undefined ? null : Math.min(Math.max(target, 0), count - 1)
}
