import fc from 'fast-check'

/**
 * Property tests try the same values in every run, so that a commit is either sound or not wherever it is tested.
 * `CLOSEOUT_SEED=<number>` tries others: the way to look for what nobody has thought of yet.
 */
const USUAL_SEED = 20_261_122

fc.configureGlobal({ seed: Number(process.env['CLOSEOUT_SEED'] ?? USUAL_SEED) })
