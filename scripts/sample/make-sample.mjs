// Draws the papers of the sample dossier and writes them with their facts to resources/sample.
// node scripts/sample/make-sample.mjs [FOLDER]
import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import sharp from 'sharp'
import { electronRuntime } from '../electron-runtime.mjs'
import { isMain, PROJECT, runScript } from '../script.mjs'
import { ensureSystem, withDisplay } from '../system.mjs'
import { callRecording } from './call-recording.mjs'
import { chatExport, claimMail, confirmationMail, registeredMail, smsExport } from './messages.mjs'
import { agreement } from './papers/agreement.mjs'
import { application } from './papers/application.mjs'
import { bankStatement } from './papers/bank-statement.mjs'
import { bills } from './papers/bills.mjs'
import { certificate } from './papers/certificate.mjs'
import { contract } from './papers/contract.mjs'
import { passport } from './papers/passport.mjs'
import { SCENE } from './papers/photo-scene.mjs'
import { receipt } from './papers/receipt.mjs'
import { routerAct } from './papers/router-act.mjs'
import { refundScreen, SCREEN, smsScreen } from './papers/screenshots.mjs'
import { photograph } from './photograph.mjs'
import { FILES, storyFile } from './story-file.mjs'

const run = promisify(execFile)

/** A photo of 1200 x 1600 points: readable at 150 dpi on a whole page, and small enough to be kept in the repository. */
const PHOTO_SCALE = 4 / 3
const SCREEN_SCALE = 2

/** Eleven pages take a few seconds; a printer that shows an error window instead would wait forever. */
const PRINT_TIMEOUT_MS = 120_000

/** @typedef {'bills' | 'bank' | 'contract' | 'agreement' | 'application' | 'certificate'} PdfName */

/** Made on the day that the paper names, so that its metadata tell the same story. */
const PDFS = /** @type {const} */ ({
  bills: [bills, '20261020103000'],
  bank: [bankStatement, '20261103114500'],
  contract: [contract, '20220914151200'],
  agreement: [agreement, '20261008135000'],
  application: [application, '20261005133000'],
  certificate: [certificate, '20261030160500']
})

const PHOTOS = /** @type {const} */ ({
  passport: [passport, { takenAt: '2026:10:05 09:15:33', orientation: 6, seed: 5 }],
  receipt: [receipt, { takenAt: '2026:08:14 12:31:04', seed: 11 }],
  routerAct: [routerAct, { takenAt: '2026:10:19 12:20:40', seed: 23 }]
})

const SCREENS = /** @type {const} */ ({ refund: refundScreen, sms: smsScreen })

/** @param {string} folder where the files go */
export async function drawSample(folder) {
  const work = await mkdtemp(join(tmpdir(), 'closeout-sample-'))
  try {
    const printed = await printAll(work)
    await mkdir(folder, { recursive: true })
    const save = (/** @type {keyof typeof FILES} */ name, /** @type {Buffer} */ bytes) =>
      writeFile(join(folder, FILES[name]), bytes)
    for (const [name, [, made]] of entriesOf(PDFS)) await save(name, dated(await printed(name), made))
    for (const [name, [, shot]] of entriesOf(PHOTOS))
      await save(name, await photograph(await printed(name), shot))
    await save(
      'refund',
      await sharp(await printed('refund'))
        .png({ palette: true, colours: 128 })
        .toBuffer()
    )
    await save(
      'sms',
      await sharp(await printed('sms'))
        .removeAlpha()
        .png({ compressionLevel: 9 })
        .toBuffer()
    )
    await save('call', callRecording())
    await save('chat', chatExport())
    await save('smsExport', smsExport())
    await save('claim', claimMail())
    await save('registered', registeredMail())
    await save(
      'mail',
      confirmationMail(dated(await printed('certificate'), PDFS.certificate[1]), FILES.certificate)
    )
    await writeFile(join(folder, 'story.json'), `${JSON.stringify(storyFile(), null, 2)}\n`)
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

/**
 * One Electron prints everything.
 *
 * @param {string} work
 * @returns {Promise<(name: string) => Promise<Buffer>>} reads what was printed
 */
async function printAll(work) {
  const out = (/** @type {string} */ name) => join(work, `${name}.out`)
  const page = async (/** @type {string} */ name, /** @type {string} */ html) => {
    const path = join(work, `${name}.html`)
    await writeFile(path, html)
    return { html: path, out: out(name), widthPx: 0, heightPx: 0, scale: 1 }
  }
  const jobs = []
  for (const [name, [draw]] of entriesOf(PDFS)) jobs.push({ ...(await page(name, draw())), kind: 'pdf' })
  for (const [name, [draw]] of entriesOf(PHOTOS)) {
    jobs.push({ ...(await page(name, draw())), ...SCENE, kind: 'png', scale: PHOTO_SCALE })
  }
  for (const [name, draw] of entriesOf(SCREENS)) {
    jobs.push({ ...(await page(name, draw())), ...SCREEN, kind: 'png', scale: SCREEN_SCALE })
  }
  const jobFile = join(work, 'jobs.json')
  await writeFile(jobFile, JSON.stringify(jobs))
  await startPrinter(jobFile)
  return (name) => readFile(out(name))
}

/** @param {string} jobFile */
async function startPrinter(jobFile) {
  const { executable } = await electronRuntime()
  await ensureSystem({ executable })
  const flags = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  await withDisplay((env) =>
    run(executable, [...flags, join(PROJECT, 'scripts/sample/printer')], {
      env: { ...env, SAMPLE_PRINT_JOBS: jobFile },
      timeout: PRINT_TIMEOUT_MS,
      maxBuffer: 2 ** 24
    })
  )
}

/**
 * The printer writes the hour of the print into the file. With the paper's own date it is also the same in every run.
 *
 * @param {Buffer} pdf
 * @param {string} made `YYYYMMDDHHMMSS`
 */
function dated(pdf, made) {
  const text = pdf.toString('latin1').replace(/(\/(?:CreationDate|ModDate) \(D:)\d{14}/g, `$1${made}`)
  return Buffer.from(text, 'latin1')
}

/**
 * @template {string} Name
 * @template Value
 * @param {Readonly<Record<Name, Value>>} record
 * @returns {[Name, Value][]}
 */
function entriesOf(record) {
  return /** @type {[Name, Value][]} */ (Object.entries(record))
}

if (isMain(import.meta.url)) {
  await runScript(async ([folder]) => {
    await drawSample(resolve(folder ?? join(PROJECT, 'resources/sample')))
    return 0
  })
}
