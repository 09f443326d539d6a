/** The window stays usable while a large pack is read: nobody notices a pause of one frame. */
const LONGEST_TURN_MS = 12

/** Called often inside a long loop; lets others go first once the turn has lasted. */
export function takeTurns(): () => Promise<void> {
  let since = performance.now()
  return async () => {
    if (performance.now() - since < LONGEST_TURN_MS) return
    await new Promise((resolve) => setImmediate(resolve))
    since = performance.now()
  }
}
