// Record packs as the built command line makes them, from a dossier of the files that are measured.
import { cp, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PROJECT } from '../script.mjs'
import { measure } from './measure.mjs'
import { ask, expectPages } from './tools.mjs'

/** The engine of the app and its services, in a Node of its own. */
export const CLOSEOUT = [process.execPath, join(PROJECT, 'out', 'main', 'closeout.js')]

/** Whatever the size of the pack. */
const MOST_MB = 200

/** @param {string} folder */
export async function newBag(folder) {
  const account = ['--operator', 'Benchmark', '--number', '+79990000000', '--name', 'SPECIMEN']
  await ask(CLOSEOUT[0] ?? '', [...CLOSEOUT.slice(1), 'new', folder, ...account])
}

/**
 * A dossier keeps a register of its packs: each round begins with the one that has none.
 *
 * @param {string} bag
 * @param {string} kept
 */
export async function keptBag(bag, kept) {
  const isExhibit = (/** @type {string} */ path) => path.startsWith(join(bag, 'data', 'exhibits'))
  await cp(bag, kept, { recursive: true, filter: (path) => !isExhibit(path) })
  return () => cp(kept, bag, { recursive: true })
}

/**
 * The recipient that all is shown to and nothing attached for.
 *
 * @param {string} work
 * @returns {Promise<string>} its file
 */
export async function pagesOnly(work) {
  const self = JSON.parse(await readFile(join(PROJECT, 'resources/recipients/self.json'), 'utf8'))
  const path = join(work, 'pages-only.json')
  const recipient = { ...self.recipient, id: 'pages-only', attachments: false }
  await writeFile(path, JSON.stringify({ ...self, recipient }))
  return path
}

/**
 * @param {object} pack
 * @param {string} pack.who
 * @param {string} pack.bag
 * @param {string} pack.recipient
 * @param {string} pack.target
 * @param {number} pack.pages of the exhibits alone
 * @param {() => Promise<void>} pack.restore
 * @param {'working' | 'archival'} [pack.form]
 * @returns {import('./pack-cases.mjs').Contender}
 */
export function closeoutPack({ who, bag, recipient, target, pages, restore, form = 'working' }) {
  let said = ''
  let isChecked = false
  return {
    who,
    needs: null,
    goalMb: MOST_MB,
    run: async () => {
      const options = ['--for', recipient, '--form', form, '--out', target, '--json']
      const measured = await measure(CLOSEOUT[0] ?? '', [...CLOSEOUT.slice(1), 'pack', bag, ...options])
      said = measured.output
      return measured
    },
    verify: async () => {
      const made = JSON.parse(said)
      // Scans are pictures without text, and the pack says so.
      const fault = made.findings.find((/** @type {{ code: string }} */ { code }) => code !== 'image-only')
      if (fault !== undefined) throw new Error(`the pack has findings: ${JSON.stringify(fault)}`)
      if (made.pages <= pages)
        throw new Error(`the pack has ${made.pages} pages for ${pages} of its exhibits`)
      if (!(await ask('sha256sum', [target])).startsWith(made.sha256))
        throw new Error('the pack has another SHA-256')
      // Once: it decodes every picture, which takes far longer than making the pack.
      await expectPages(target, { pages: made.pages, strict: !isChecked })
      isChecked = true
    },
    tidy: async () => {
      await removePack(target)
      await restore()
    }
  }
}

/** @param {string} target */
export async function removePack(target) {
  await rm(target, { force: true })
  await rm(`${target}.sha256`, { force: true })
}
