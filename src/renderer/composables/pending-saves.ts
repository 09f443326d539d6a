/** Fields whose last keystrokes have not been sent to main yet. */
const pending = new Set<() => void>()

/** Registers what to send should the window close now. @returns the way out */
export function holdPending(flush: () => void): () => void {
  pending.add(flush)
  return () => pending.delete(flush)
}

/** Sends everything that waits. A message to main is on its way once asked, so this works while the page is closing. */
export function flushPending(): void {
  for (const flush of [...pending]) flush()
}
