// Records packs beside tools that put files together and do nothing else: no index, stamps, bookmarks, hashes or
// attached originals. Whoever writes a file has it on the disk for good at the end, as ours is.
import { mkdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { PROJECT } from '../script.mjs'
import { makePhotos, makeProducerPdfs, makeScans, makeTextPdfs, PAGES_PER_PDF } from './inputs.mjs'
import { measure } from './measure.mjs'
import { ask, expectPages } from './tools.mjs'

/** The engine of the app and its services, in a Node of its own. */
export const CLOSEOUT = [process.execPath, join(PROJECT, 'out', 'main', 'closeout.js')]

/**
 * @typedef {object} Contender
 * @property {string} who
 * @property {string | null} needs the program that must be there
 * @property {number} [goal] the ratio that closeout is to stay at or below
 * @property {() => Promise<import('./measure.mjs').Measured>} run
 * @property {() => Promise<void>} verify throws when the answer was wrong
 * @property {() => Promise<void>} tidy
 *
 * @typedef {object} Case
 * @property {string} name
 * @property {string} what
 * @property {(work: string, scale: number) => Promise<{ about: string, contenders: Contender[] }>} prepare
 */

/** @type {Case[]} */
export const PACK_CASES = [
  {
    name: 'photos',
    what: 'record pack of photos',
    prepare: (work, scale) =>
      packCase(work, { make: makePhotos, count: scaled(200, scale), pagesEach: 1, category: 'other' }, [
        { peer: img2pdf, goal: 0.6 }
      ])
  },
  {
    name: 'pdfs',
    what: 'record pack of text PDFs',
    prepare: (work, scale) =>
      packCase(
        work,
        { make: makeTextPdfs, count: scaled(100, scale), pagesEach: PAGES_PER_PDF, category: 'payments' },
        [{ peer: qpdf, goal: 0.8 }, { peer: mutool }]
      )
  },
  {
    name: 'producers',
    what: 'record pack of PDFs as other programs write them',
    prepare: (work, scale) =>
      packCase(
        work,
        { make: makeProducerPdfs, count: scaled(100, scale), pagesEach: PAGES_PER_PDF, category: 'payments' },
        [{ peer: qpdf, goal: 1 }, { peer: mutool }]
      )
  },
  {
    name: 'scans',
    what: 'record pack of scanned PDFs',
    prepare: (work, scale) =>
      packCase(
        work,
        { make: makeScans, count: scaled(100, scale), pagesEach: PAGES_PER_PDF, category: 'agreement' },
        [{ peer: qpdf, goal: 0.6 }, { peer: mutool }]
      )
  }
]

/** @param {number} count @param {number} scale */
export function scaled(count, scale) {
  return Math.max(1, Math.round(count * scale))
}

/** Of coreutils: waits until the file is on the disk. */
const TO_DISK = 'sync "$target"'

/** @typedef {(files: readonly string[], target: string) => { who: string, command: readonly string[] }} Peer */

/** @type {Peer} */
const img2pdf = (files, target) => ({ who: 'img2pdf', command: ['img2pdf', '--output', target, ...files] })
/** @type {Peer} */
const qpdf = (files, target) => ({
  who: 'qpdf',
  command: ['qpdf', '--empty', '--pages', ...files, '--', target]
})
/** @type {Peer} */
const mutool = (files, target) => ({ who: 'mutool', command: ['mutool', 'merge', '-o', target, ...files] })

/**
 * @param {string} work
 * @param {{ make: (folder: string, count: number) => Promise<string[]>, count: number, pagesEach: number, category: string }} input
 * @param {readonly { peer: Peer, goal?: number }[]} peers
 */
async function packCase(work, { make, count, pagesEach, category }, peers) {
  const folder = join(work, 'input')
  await mkdir(folder, { recursive: true })
  const files = await make(folder, count)
  const sizes = await Promise.all(files.map(async (file) => (await stat(file)).size))
  const sizeBytes = sizes.reduce((sum, size) => sum + size, 0)
  const bag = join(work, 'bag')
  await newBag(bag)
  await ask(CLOSEOUT[0] ?? '', [...CLOSEOUT.slice(1), 'add', bag, '--category', category, ...files])
  const pages = count * pagesEach
  const contenders = [
    closeoutPack(bag, join(work, 'closeout.pdf'), pages),
    ...peers.map(({ peer, goal }) => ({
      ...mergePeer(peer(files, join(work, 'peer.pdf')), join(work, 'peer.pdf'), pages),
      ...(goal === undefined ? {} : { goal })
    })),
    copyPeer(files, join(work, 'copy.bin'), sizeBytes)
  ]
  return { about: `${count} files, ${pages} pages, ${Math.round(sizeBytes / 1e6)} MB`, contenders }
}

/** @param {string} folder */
export async function newBag(folder) {
  const account = ['--operator', 'Benchmark', '--number', '+79990000000', '--name', 'SPECIMEN']
  await ask(CLOSEOUT[0] ?? '', [...CLOSEOUT.slice(1), 'new', folder, ...account])
}

/**
 * @param {string} bag
 * @param {string} target
 * @param {number} pages of the exhibits alone
 * @returns {Contender}
 */
function closeoutPack(bag, target, pages) {
  let said = ''
  let isChecked = false
  return {
    who: 'closeout',
    needs: null,
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
      const made = JSON.parse(said)
      if (made.findings.length > 0)
        throw new Error(`the pack has findings: ${JSON.stringify(made.findings[0])}`)
      if (made.pages <= pages)
        throw new Error(`the pack has ${made.pages} pages for ${pages} of its exhibits`)
      if (!(await ask('sha256sum', [target])).startsWith(made.sha256))
        throw new Error('the pack has another SHA-256')
      // Once: it decodes every picture, which takes far longer than making the pack.
      await expectPages(target, { pages: made.pages, strict: !isChecked })
      isChecked = true
    },
    tidy: () => removePack(target)
  }
}

/** @param {string} target */
export async function removePack(target) {
  await rm(target, { force: true })
  await rm(`${target}.sha256`, { force: true })
}

/**
 * @param {ReturnType<Peer>} peer
 * @param {string} target
 * @param {number} pages
 * @returns {Contender}
 */
function mergePeer({ who, command }, target, pages) {
  return {
    who,
    needs: command[0] ?? '',
    run: () => measure('sh', ['-c', `target=$1; shift; "$@" && ${TO_DISK}`, 'sh', target, ...command]),
    verify: () => expectPages(target, { pages }),
    tidy: () => rm(target, { force: true })
  }
}

/**
 * The floor: every byte read, hashed and written once.
 *
 * @param {readonly string[]} files
 * @param {string} target
 * @param {number} sizeBytes
 * @returns {Contender}
 */
function copyPeer(files, target, sizeBytes) {
  return {
    who: 'cat+sha256sum',
    needs: 'sha256sum',
    run: () =>
      measure('sh', [
        '-c',
        `target=$1; shift; cat "$@" | tee "$target" | sha256sum && ${TO_DISK}`,
        'sh',
        target,
        ...files
      ]),
    verify: async () => {
      const { size } = await stat(target)
      if (size !== sizeBytes) throw new Error(`${target} has ${size} bytes and not ${sizeBytes}`)
    },
    tidy: () => rm(target, { force: true })
  }
}
