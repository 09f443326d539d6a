/** Whole numbers from 0 up to, not including, `below`, the same ones for the same seed. */
export type Random = (below: number) => number

/** The steps of xorshift32 (Marsaglia, 2003): enough to damage files with. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0 || 1
  return (below) => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % below
  }
}

/** The corpus is the same in every run; `CLOSEOUT_SEED=<number>` makes another one, to look further. */
export const CORPUS_SEED = Number(process.env['CLOSEOUT_SEED'] ?? 20_261_123)
