// Taking in many files beside copying and hashing them. Ours is on the disk for good when it answers; theirs is not.
import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { makeSmallFiles } from './inputs.mjs'
import { measure } from './measure.mjs'
import { CLOSEOUT, newBag } from './closeout-pack.mjs'
import { scaled } from './pack-cases.mjs'
import { ask } from './tools.mjs'

/** @type {import('./pack-cases.mjs').Case} */
export const IMPORT_CASE = {
  name: 'import',
  what: 'import of many files',
  prepare: async (work, scale) => {
    const folder = join(work, 'input')
    await mkdir(folder, { recursive: true })
    const files = await makeSmallFiles(folder, scaled(1000, scale))
    return {
      about: `${files.length} files of 100 kB`,
      contenders: [await closeoutImport(work, files), copyAndHash(work, files)]
    }
  }
}

/** @param {string} work @param {readonly string[]} files @returns {Promise<import('./pack-cases.mjs').Contender>} */
async function closeoutImport(work, files) {
  const bag = join(work, 'bag')
  await newBag(bag)
  return {
    who: 'closeout',
    needs: null,
    run: () =>
      measure(CLOSEOUT[0] ?? '', [...CLOSEOUT.slice(1), 'add', bag, '--category', 'other', ...files]),
    verify: async () => {
      await expectCount(join(bag, 'data', 'exhibits'), files.length)
      await ask('sha256sum', ['--check', '--quiet', '--strict', 'manifest-sha256.txt'], { cwd: bag })
    },
    tidy: async () => {
      await rm(bag, { recursive: true, force: true })
      await newBag(bag)
    }
  }
}

/** @param {string} work @param {readonly string[]} files @returns {import('./pack-cases.mjs').Contender} */
function copyAndHash(work, files) {
  const target = join(work, 'copies')
  return {
    who: 'cp+sha256sum',
    needs: 'sha256sum',
    run: () =>
      measure('sh', [
        '-c',
        'target=$1; shift; mkdir "$target" && cp "$@" "$target" && cd "$target" && sha256sum * > ../manifest.txt',
        'sh',
        target,
        ...files
      ]),
    verify: () => expectCount(target, files.length),
    tidy: () => rm(target, { recursive: true, force: true })
  }
}

/** @param {string} folder @param {number} count */
async function expectCount(folder, count) {
  const found = (await readdir(folder)).length
  if (found !== count) throw new Error(`${folder} holds ${found} files and not ${count}`)
}
