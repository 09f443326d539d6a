// Packs of ten to ten thousand exhibits: the time for each of them must stay what it is.
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { makeSmallFiles } from './inputs.mjs'
import { measure } from './measure.mjs'
import { CLOSEOUT, newBag, removePack } from './closeout-pack.mjs'
import { scaled } from './pack-cases.mjs'
import { ask } from './tools.mjs'

/** Of so many files each. Their content is of no interest here. */
const SIZES = [10, 100, 1000, 10_000]
/** Names of files on one command line: systems take some two megabytes of them. */
const AT_ONCE = 1000

/** @type {import('./pack-cases.mjs').Case[]} */
export const GROWTH_CASES = SIZES.map((size) => ({
  name: `growth-${size}`,
  what: `record pack of ${size} exhibits`,
  prepare: async (work, scale) => {
    const count = scaled(size, scale)
    const folder = join(work, 'input')
    await mkdir(folder, { recursive: true })
    const files = await makeSmallFiles(folder, count, 200)
    const bag = join(work, 'bag')
    await newBag(bag)
    for (let at = 0; at < files.length; at += AT_ONCE) {
      const some = files.slice(at, at + AT_ONCE)
      await ask(CLOSEOUT[0] ?? '', [...CLOSEOUT.slice(1), 'add', bag, '--category', 'other', ...some])
    }
    return {
      about: `${count} files of 200 bytes`,
      contenders: [packOf(bag, join(work, 'closeout.pdf'), count)]
    }
  }
}))

/** @param {string} bag @param {string} target @param {number} count @returns {import('./pack-cases.mjs').Contender} */
function packOf(bag, target, count) {
  let said = ''
  return {
    who: 'closeout',
    needs: null,
    goalMb: 200,
    run: async () => {
      const measured = await measure(CLOSEOUT[0] ?? '', [
        ...CLOSEOUT.slice(1),
        'pack',
        bag,
        '--out',
        target,
        '--json'
      ])
      said = measured.output
      return measured
    },
    verify: async () => {
      const { pages } = JSON.parse(said)
      if (pages <= count) throw new Error(`the pack has ${pages} pages for ${count} exhibits`)
    },
    tidy: () => removePack(target)
  }
}
