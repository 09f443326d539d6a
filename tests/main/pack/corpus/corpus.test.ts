import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { sha256Of } from '../../../specimen-dossier.ts'
import { judge, temporaryFolder } from '../pack-fixtures.ts'
import { keysOf, pageTexts } from '../pack-reading.ts'
import { pdfCorpus, pictureCorpus } from './corpus.ts'
import { readFinished, type FinishedObject } from './finished-pack.ts'
import { FORBIDDEN, forbiddenIn, namesIn, streamsOfOtherFiles } from './forbidden-names.ts'
import { faultsOf, outcomesOf, textFaults, type Outcome } from './outcomes.ts'
import { attachedIn, pageImagesIn } from './pack-contents.ts'
import { buildCorpusChild, packCorpus, type PackedCorpus } from './packed-corpus.ts'

const LONGEST_MS = 30_000
/** The heap the app gives the process that makes packs, and the bytes of sources and pictures besides. */
const MOST_MEMORY_KB = 2.5 * 1024 * 1024

const packed = new Map<string, PackedCorpus>()

beforeAll(async () => {
  const folder = await temporaryFolder()
  const [pdfs, pictures] = await Promise.all([pdfCorpus(folder), pictureCorpus(), buildCorpusChild()])
  const pack = async (name: string, files: typeof pdfs) =>
    packed.set(name, await packCorpus(join(folder, name), files))
  await Promise.all([pack('PDFs', pdfs), pack('pictures', pictures)])
}, 300_000)

describe.each([
  ['PDFs', 300],
  ['pictures', 200]
] as const)('a pack of damaged and hostile %s', (name, least) => {
  let set: PackedCorpus
  let outcomes: readonly Outcome[]
  let attached: ReadonlyMap<string, Buffer>
  let objects: readonly FinishedObject[]

  beforeAll(async () => {
    const found = packed.get(name)
    if (found === undefined) throw new Error(`the ${name} were not packed`)
    set = found
    attached = await attachedIn(set.path)
    outcomes = outcomesOf(set.files, JSON.parse(attached.get('manifest.json')?.toString() ?? ''))
    objects = readFinished(await readFile(set.path))
  }, 60_000)

  it(`is made of at least ${least} files`, () => {
    expect(set.files.length).toBeGreaterThanOrEqual(least)
  })

  it('keeps no one waiting and fills no memory', () => {
    expect(set.slowest.ms, set.slowest.name).toBeLessThan(LONGEST_MS)
    expect(set.peakKb).toBeLessThan(MOST_MEMORY_KB)
  })

  it('shows what can be shown, whole, and puts a slip in the place of the rest', () => {
    expect(faultsOf(outcomes)).toEqual([])
    const slips = outcomes.filter(({ slip }) => slip !== null && slip !== 'no-page-form')
    expect(set.made.findings.filter(({ code }) => code !== 'missing-glyphs')).toHaveLength(slips.length)
  })

  it('counts its pages without a gap', async () => {
    outcomes.slice(1).forEach(({ first }, index) => expect(first).toBe((outcomes[index]?.last ?? 0) + 1))
    expect(outcomes.at(-1)?.last).toBeLessThan(set.made.pages)
    expect(await judge('qpdf', '--show-npages', set.path)).toBe(`${set.made.pages}\n`)
    expect(await judge('pdfinfo', set.path)).toMatch(new RegExp(`Pages:\\s+${set.made.pages}\\n`))
    expect((await judge('mutool', 'pages', set.path)).match(/<page /g)).toHaveLength(set.made.pages)
  })

  it('says on each page what has to stand there', async () => {
    const texts = await pageTexts(set.path)
    expect(textFaults(outcomes, texts)).toEqual([])
    const unnumbered = texts.flatMap((text, index) =>
      new RegExp(`CL-2026-0007.*(\\s|· )${index + 1}$`, 'm').test(text) ? [] : [index + 1]
    )
    expect(unnumbered).toEqual([])
  }, 60_000)

  it('gives every original back byte for byte', () => {
    const images = pageImagesIn(objects)
    const lost = outcomes.filter(({ file, where, attachment }) =>
      where === 'page-image'
        ? !images.has(sha256Of(file.bytes))
        : !(attached.get(attachment ?? '')?.equals(file.bytes) ?? false)
    )
    expect(lost.map(({ file }) => file.name)).toEqual([])
  })

  it('has nothing in it that acts, by three ways to look', async () => {
    const names = namesIn(objects)
    expect(forbiddenIn(names)).toEqual([])
    expect(streamsOfOtherFiles(objects)).toEqual([])
    const byQpdf = await keysOf(set.path)
    expect(forbiddenIn(byQpdf)).toEqual([])
    const byMutool = await judge('mutool', 'show', set.path, 'grep')
    expect(byMutool.match(new RegExp(`/(${FORBIDDEN.join('|')})(?![^\\s/<>[\\](){}])`))).toBeNull()
    // Only the attachments of the pack itself: the originals and the manifest.
    const attachments = outcomes.filter(({ attachment }) => attachment !== null).length + 1
    for (const found of [names, byQpdf]) {
      expect(found.get('/EmbeddedFile')).toBe(attachments)
      expect(found.get('/EF')).toBe(attachments)
      expect(found.get('/OpenAction') ?? 0).toBeLessThanOrEqual(1)
    }
  }, 60_000)
})
