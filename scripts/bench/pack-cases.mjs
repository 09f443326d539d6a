// Record packs beside tools that put files together and do nothing else: no index, stamps, bookmarks or hashes.
// The pack that is compared attaches no originals, as theirs do not; beside it stands the one that does, which has
// every byte twice. Whoever writes a file has it on the disk for good at the end, as ours is.
import { mkdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { CLOSEOUT, closeoutPack, keptBag, newBag, pagesOnly } from './closeout-pack.mjs'
import {
  LARGE_SCAN_PAGES,
  makePhotos,
  makeProducerPdfs,
  makeScans,
  makeScansAndLarge,
  makeTextPdfs,
  PAGES_PER_PDF
} from './inputs.mjs'
import { measure } from './measure.mjs'
import { ask, expectPages } from './tools.mjs'

/**
 * @typedef {object} Contender
 * @property {string} who
 * @property {string | null} needs the program that must be there
 * @property {number} [goal] the ratio that closeout is to stay at or below
 * @property {number} [goalMoreSeconds] by so many seconds closeout may be slower
 * @property {number} [goalMb] the most memory it is to hold
 * @property {() => Promise<unknown>} [warm] reads what it is going to read
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
    prepare: (work, scale) => {
      const count = scaled(200, scale)
      return packCase(work, { make: makePhotos, count, pages: count, category: 'other' }, [
        { peer: img2pdf, goal: 0.6 }
      ])
    }
  },
  {
    name: 'pdfs',
    what: 'record pack of text PDFs',
    prepare: (work, scale) =>
      packCase(work, { make: makeTextPdfs, ...inTens(100, scale), category: 'payments' }, [
        { peer: qpdf, goal: 0.8 },
        { peer: mutool }
      ])
  },
  {
    name: 'producers',
    what: 'record pack of PDFs as other programs write them',
    prepare: (work, scale) =>
      packCase(work, { make: makeProducerPdfs, ...inTens(100, scale), category: 'payments' }, [
        { peer: qpdf, goal: 1 },
        { peer: mutool }
      ])
  },
  {
    name: 'scans',
    what: 'record pack of scanned PDFs',
    prepare: (work, scale) =>
      packCase(work, { make: makeScans, ...inTens(100, scale), category: 'agreement' }, [
        { peer: qpdf, goal: 0.6 },
        { peer: mutool }
      ])
  },
  {
    name: 'archival',
    what: 'archival record pack of PDFs, whose pages are drawn',
    prepare: (work, scale) => {
      const input = { make: makeProducerPdfs, ...inTens(5, scale), category: 'payments' }
      return packCase(work, { ...input, form: 'archival' }, [{ peer: pictures }, { peer: archive }])
    }
  }
]

/**
 * Needs 25 GB of disk, and is run when it is asked for by its name.
 *
 * @type {Case}
 */
export const BIG_CASE = {
  name: 'big',
  what: 'record pack of 5 GB of scans and one source of 1 GB',
  prepare: (work, scale) => {
    const { count, pages } = inTens(500, scale)
    const large = scaled(LARGE_SCAN_PAGES, scale)
    return packCase(
      work,
      {
        make: (folder) => makeScansAndLarge(folder, count, large),
        count: count + 1,
        pages: pages + large,
        category: 'agreement'
      },
      [{ peer: qpdf }]
    )
  }
}

/** @param {number} files @param {number} scale */
function inTens(files, scale) {
  const count = scaled(files, scale)
  return { count, pages: count * PAGES_PER_PDF }
}

/** @param {number} count @param {number} scale */
export function scaled(count, scale) {
  return Math.max(1, Math.round(count * scale))
}

/** Of coreutils: waits until the file is on the disk. */
const TO_DISK = 'sync "$target"'

/** @typedef {(files: readonly string[], target: string) => { who: string, needs?: string, command: readonly string[] }} Peer */

/** @type {Peer} */
const img2pdf = (files, target) => ({ who: 'img2pdf', command: ['img2pdf', '--output', target, ...files] })
/** @type {Peer} */
const qpdf = (files, target) => ({
  who: 'qpdf',
  command: ['qpdf', '--empty', '--pages', ...files, '--', target]
})
/** @type {Peer} */
const mutool = (files, target) => ({ who: 'mutool', command: ['mutool', 'merge', '-o', target, ...files] })

/** As dense as ours draws them; a PNG of each page and then a PDF of all, which no program searches. */
const EACH_PAGE = `folder=$(mktemp -d "$1.XXXXXX"); target=$1; shift; n=0
for file in "$@"; do n=$((n + 1)); pdftoppm -r 220 -png "$file" "$folder/$(printf %04d $n)"; done
img2pdf --output "$target" "$folder"/*.png; rm -r "$folder"`
/** @type {Peer} */
const pictures = (files, target) => ({
  who: 'pdftoppm+img2pdf',
  needs: 'pdftoppm',
  command: ['sh', '-c', EACH_PAGE, 'sh', target, ...files]
})
/** Draws nothing: what it can keep as letters and lines it writes again, without tags. @type {Peer} */
const archive = (files, target) => ({
  who: 'gs PDF/A',
  command: [
    'gs',
    '-q',
    '-dPDFA=3',
    '-sColorConversionStrategy=RGB',
    '-sDEVICE=pdfwrite',
    '-o',
    target,
    ...files
  ]
})

/**
 * @param {string} work
 * @param {{ make: (folder: string, count: number) => Promise<string[]>, count: number, pages: number, category: string, form?: 'working' | 'archival' }} input
 * @param {readonly { peer: Peer, goal?: number }[]} peers
 */
async function packCase(work, { make, count, pages, category, form }, peers) {
  const folder = join(work, 'input')
  await mkdir(folder, { recursive: true })
  const files = await make(folder, count)
  const sizes = await Promise.all(files.map(async (file) => (await stat(file)).size))
  const sizeBytes = sizes.reduce((sum, size) => sum + size, 0)
  const bag = join(work, 'bag')
  await newBag(bag)
  await ask(CLOSEOUT[0] ?? '', [...CLOSEOUT.slice(1), 'add', bag, '--category', category, ...files])
  const restore = await keptBag(bag, join(work, 'kept'))
  const pack = {
    bag,
    target: join(work, 'closeout.pdf'),
    pages,
    restore,
    ...(form === undefined ? {} : { form })
  }
  const kept = { warm: () => readAll(join(bag, 'data', 'exhibits')) }
  const given = { warm: () => readAll(folder) }
  const contenders = [
    { ...kept, ...closeoutPack({ ...pack, who: 'closeout', recipient: await pagesOnly(work) }) },
    { ...kept, ...closeoutPack({ ...pack, who: 'with originals', recipient: 'self' }) },
    ...peers.map(({ peer, goal }) => ({
      ...given,
      ...mergePeer(peer(files, join(work, 'peer.pdf')), join(work, 'peer.pdf'), pages),
      ...(goal === undefined ? {} : { goal })
    })),
    { ...given, ...copyPeer(files, join(work, 'copy.bin'), sizeBytes) }
  ]
  return { about: `${count} files, ${pages} pages, ${Math.round(sizeBytes / 1e6)} MB`, contenders }
}

/** @param {string} folder */
function readAll(folder) {
  return ask('sh', ['-c', 'cat "$1"/* > /dev/null', 'sh', folder])
}

/**
 * @param {ReturnType<Peer>} peer
 * @param {string} target
 * @param {number} pages
 * @returns {Contender}
 */
function mergePeer({ who, needs, command }, target, pages) {
  return {
    who,
    needs: needs ?? command[0] ?? '',
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
