import { formatExhibitNumber, type Exhibit } from '../../shared/domain/exhibit.ts'
import { shownName } from '../../shared/domain/file-name.ts'
import type { PackFinding } from '../../shared/domain/pack-job.ts'
import type { PackedExhibit } from '../../shared/domain/pack-record.ts'
import type { Absorption } from './absorb/absorb-exhibit.ts'
import type { AbsorbOptions } from './absorb/absorb-options.ts'
import { openAhead } from './absorb/open-ahead.ts'
import type { PageSample } from './absorb/page-sample.ts'
import type { FontSet } from './fonts/font-set.ts'
import type { Sheet } from './layout/drawing.ts'
import { USUAL_PACK_SETTINGS } from '../../shared/domain/recipient-profile.ts'
import { exhibitRange, type LaidFile, type LaidPack } from './layout/lay-out-pack.ts'
import type { PackJob, PackServices } from './make-pack.ts'
import type { PackMaterial } from './pack-material.ts'
import { hasImageOnlyPages, slipReasonOf, type AbsorbedExhibit } from './plan/absorbed-exhibit.ts'
import { planOutline } from './plan/outline.ts'
import type { PackFile } from './plan/pack-files.ts'
import type { ProgressReport } from './progress-report.ts'
import type { PageRenderer } from './render/page-renderer.ts'
import { writeAttachment } from './write/attachment.ts'
import type { Hashing } from './write/hashing.ts'
import { writePackDocument, type WrittenDocument } from './write/pack-document.ts'
import type { PdfFile } from './write/pdf-file.ts'

export interface Run {
  readonly job: PackJob
  readonly services: PackServices
  readonly signal: AbortSignal
  readonly fonts: FontSet
  readonly hashing: Hashing | null
  /** Only where foreign pages are shown as pictures. */
  readonly renderer: PageRenderer | null
  /** Only where such a pack is estimated. */
  readonly sample: PageSample | null
  readonly material: PackMaterial
  readonly progress: ProgressReport
  /** Names what the pack is made from. */
  readonly contents: string
  /** Brings an exhibit into a file, or only counts what it would take there. */
  readonly absorb: (options: AbsorbOptions, exhibit: Exhibit) => Promise<Absorption>
  /** Called before each sheet is written, and after the last one without any. */
  readonly onSheet?: (sheet: Sheet | null) => void
}

/** A file of the pack with all that its exhibits show. */
export interface FilledFile {
  readonly file: PdfFile
  readonly plan: PackFile
  readonly absorptions: readonly Absorption[]
}

/** Absorbs every exhibit into the file that it belongs to. */
export async function fillFiles(
  run: Run,
  plans: readonly PackFile[],
  open: (plan: PackFile) => Promise<PdfFile>
): Promise<readonly FilledFile[]> {
  const filled: FilledFile[] = []
  const memory = { kept: Buffer.alloc(0) }
  for (const plan of plans) {
    const file = await open(plan)
    filled.push({ file, plan, absorptions: await absorbAll(run, file, plan, memory) })
    if (plans.length > 1) await file.rest()
  }
  run.services.onExhibit?.(null)
  // What follows writes words, and has the memory that drawing and hashing took.
  await Promise.all([run.renderer?.close(), run.hashing?.sources.close()])
  return filled
}

/** The same with the bytes of all exhibits, read before they are wanted. */
export async function fillFromDisk(
  run: Run,
  plans: readonly PackFile[],
  open: (plan: PackFile) => Promise<PdfFile>
): Promise<readonly FilledFile[]> {
  // To draw a page takes longer than to read it, and the memory.
  if (run.renderer !== null) return fillFiles(run, plans, open)
  const order = plans.flatMap(({ sections }) => sections.flatMap(({ exhibits }) => exhibits))
  const ahead = openAhead(
    run.services.openOriginal,
    order.map(({ file }) => file),
    run.hashing?.sources ?? null
  )
  const services = { ...run.services, openOriginal: ahead.open }
  return fillFiles({ ...run, services }, plans, open).finally(ahead.end)
}

async function absorbAll(
  { job, services, signal, hashing, renderer, sample, progress, material, absorb }: Run,
  file: PdfFile,
  { sections }: PackFile,
  memory: { kept: Buffer }
): Promise<readonly Absorption[]> {
  const absorptions: Absorption[] = []
  const isDrawn = job.settings?.form === 'archival'
  for (const exhibit of sections.flatMap(({ exhibits }) => exhibits)) {
    signal.throwIfAborted()
    progress.beginExhibit(exhibit)
    services.onExhibit?.(exhibit.id)
    const { openOriginal } = services
    const { paginate, burnt, covered, withheldFor, hideWords, isExhibit, isMasked } = material
    const { addBytes: onBytes, addPage: onPage } = progress
    const isGivenUp = job.givenUp?.includes(exhibit.id) === true
    const thread = hashing?.sources ?? null
    const absorption = await absorb(
      {
        ...{ file, openOriginal, signal, memory, thread, isGivenUp, paginate, burnt, covered, withheldFor },
        ...{ isDrawn, hideWords, isExhibit, isMasked, renderer, sample, onBytes, onPage }
      },
      exhibit
    )
    progress.endExhibit(absorption.absorbed.pages.length)
    absorptions.push(absorption)
  }
  return absorptions
}

/** The files of a pack with all their pages, not yet ended. */
export interface WrittenFiles {
  readonly laid: LaidPack
  readonly documents: readonly WrittenDocument[]
  readonly exhibits: readonly PackedExhibit[]
  readonly findings: readonly PackFinding[]
}

/** Lays the whole pack out, with page numbers that go on from file to file, and writes each file's pages. */
export async function writeFiles(run: Run, files: readonly FilledFile[]): Promise<WrittenFiles> {
  const { material, progress } = run
  const absorbed = new Map(
    files.flatMap(({ absorptions }) =>
      absorptions.map((one) => [one.absorbed.exhibit.id, one.absorbed] as const)
    )
  )
  const planned = material.plan(absorbed)
  const plans = files.map(({ plan }) => plan)
  const laid = material.layOut(absorbed, planned, plans)
  progress.beginOwnPages(laid.pageCount)
  const documents: WrittenDocument[] = []
  let done = 0
  for (const [index, file] of files.entries()) {
    const own = laid.files[index]!
    const before = done
    documents.push(
      await writeFile(run, file, own, {
        absorbed,
        manifest: material.manifest(absorbed, file.plan, laid.pages, own.firstPage),
        onPage: (page) => progress.ownPage(before + page)
      })
    )
    done += own.pageCount
    if (files.length > 1) await file.file.rest()
  }
  const missing = new Set(documents.flatMap((document) => [...document.missing]))
  const exhibits = [...absorbed.values()].map((one) => packedExhibit(one, laid.pages))
  return { laid, documents, exhibits, findings: findingsOf(absorbed, missing) }
}

interface FileFacts {
  readonly absorbed: ReadonlyMap<string, AbsorbedExhibit>
  readonly manifest: string
  readonly onPage: (done: number) => void
}

async function writeFile(
  { job, fonts, material, contents, onSheet }: Run,
  { file, plan, absorptions }: FilledFile,
  laid: LaidFile,
  { absorbed, manifest, onPage }: FileFacts
): Promise<WrittenDocument> {
  const { language, code, madeAt, appVersion } = job
  const { words, mask, title } = material
  const { sheets, pageCount, topOf, firstPage, pages } = laid
  const list = await writeAttachment(
    file,
    {
      name: 'manifest.json',
      description: words.checksums.manifest,
      mediaType: 'application/json',
      modifiedAt: madeAt,
      relation: 'Data'
    },
    inOneChunk(Buffer.from(manifest, 'utf8'))
  )
  const pageOf = (target: string) => pages.get(target)?.first ?? firstPage
  const volume = plan.place === null ? '' : ` ${plan.place.number}/${plan.place.of}`
  return writePackDocument(file, fonts, {
    ...{ pageCount, topOf, firstPage, language, madeAt, onPage },
    sheets: onSheet === undefined ? sheets : told(sheets, onSheet),
    pageOf: (target) => pageOf(target) - firstPage,
    outline: planOutline(words, laid, plan.sections, absorbed, pageOf, mask),
    linkText: (text, target, pageOffset) => {
      const page = words.bookmarkPage(pageOf(target) + pageOffset)
      return text === '' ? page : `${text} · ${page}`
    },
    attachments: [...absorptions.flatMap(({ attachment }) => attachment ?? []), list],
    hiddenLayers: {
      all: absorptions.flatMap(({ layers }) => layers.all),
      off: absorptions.flatMap(({ layers }) => layers.off)
    },
    title: title + volume,
    subject: words.kind,
    isArchival: isArchival(job, absorptions),
    producer: `Closeout ${appVersion}`,
    identity: `${contents} ${code} ${madeAt}${volume}`
  })
}

/** A foreign drawing may hold anything: where one could not be made a picture, the file claims nothing. */
function isArchival(
  { settings = USUAL_PACK_SETTINGS }: PackJob,
  absorptions: readonly Absorption[]
): boolean {
  const pages = absorptions.flatMap(({ absorbed }) => absorbed.pages)
  return settings.form === 'archival' && pages.every(({ kind }) => kind !== 'foreign')
}

function packedExhibit({ exhibit }: AbsorbedExhibit, pages: LaidPack['pages']): PackedExhibit {
  const { first: firstPage, last: lastPage } = exhibitRange(pages, exhibit.id)
  const { id, number, file } = exhibit
  return { id, number: formatExhibitNumber(number), sha256: file.sha256, firstPage, lastPage }
}

function findingsOf(
  absorbed: ReadonlyMap<string, AbsorbedExhibit>,
  missing: ReadonlySet<string>
): readonly PackFinding[] {
  const ofExhibits = [...absorbed.values()].flatMap((one): PackFinding[] => {
    const code = slipReasonOf(one) ?? (hasImageOnlyPages(one) ? 'image-only' : null)
    if (code === null || code === 'no-page-form') return []
    const { exhibit } = one
    const number = formatExhibitNumber(exhibit.number)
    return [{ code, exhibitId: exhibit.id, number, fileName: shownName(exhibit.file.originalName) }]
  })
  const characters = [...missing].toSorted().join('')
  return characters === '' ? ofExhibits : [...ofExhibits, { code: 'missing-glyphs', characters }]
}

async function* inOneChunk(bytes: Buffer): AsyncIterable<Buffer> {
  yield bytes
}

function* told(sheets: Iterable<Sheet>, onSheet: (sheet: Sheet | null) => void): Generator<Sheet> {
  for (const sheet of sheets) {
    onSheet(sheet)
    yield sheet
  }
  onSheet(null)
}
