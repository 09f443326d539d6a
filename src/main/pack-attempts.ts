import type { PackAnswer } from './pack-runs.ts'

/** How one process ended that was to make a pack. */
export type PackAttempt =
  | { readonly kind: 'answered'; readonly answer: PackAnswer }
  /** It died over this exhibit, or stood still. */
  | { readonly kind: 'lost'; readonly exhibitId: string }

/**
 * Makes a pack although some file may bring down the process that makes it: such an exhibit is given up, and the pack is
 * begun anew with a slip in its place. Each round gives up another one, so it comes to an end.
 */
export async function attemptPack(
  attempt: (givenUp: readonly string[]) => Promise<PackAttempt>
): Promise<PackAnswer> {
  const givenUp: string[] = []
  for (;;) {
    const outcome = await attempt(givenUp)
    if (outcome.kind === 'answered') return outcome.answer
    // A process that dies over what it only notes dies of something else.
    if (givenUp.includes(outcome.exhibitId)) return { ok: false, code: 'engine-stopped' }
    givenUp.push(outcome.exhibitId)
  }
}
