import { createHash } from 'node:crypto'
import type { Instant } from '../../shared/domain/calendar.ts'
import type { Dossier } from '../../shared/domain/dossier.ts'
import { formatExhibitNumber } from '../../shared/domain/exhibit.ts'
import { shownName } from '../../shared/domain/file-name.ts'
import type { PackFailure, PackFinding, PackProgress } from '../../shared/domain/pack-job.ts'
import { USUAL_PACK_ORDER, type PackOrder } from '../../shared/domain/pack-order.ts'
import type { PackLanguage } from '../../shared/domain/pack-record.ts'
import { formatPhoneNumber } from '../../shared/domain/phone-number.ts'
import { done, failed, type Result } from '../../shared/domain/result.ts'
import { absorbExhibit, type Absorption, type OpenOriginal } from './absorb/absorb-exhibit.ts'
import { readFontSet, type FontSet } from './fonts/font-set.ts'
import { createTextMeasure } from './fonts/text-measure.ts'
import { createFormats } from './layout/formats.ts'
import { exhibitRange, layOutPack, type LaidPack } from './layout/lay-out-pack.ts'
import { stylesFor } from './layout/styles.ts'
import { slipReasonOf, type AbsorbedExhibit } from './plan/absorbed-exhibit.ts'
import { manifestText } from './plan/manifest.ts'
import { planOutline } from './plan/outline.ts'
import { planPack, type PlannedSection } from './plan/plan-pack.ts'
import { planCase } from './plan/plan-case.ts'
import { createProgressReport, type ProgressReport } from './progress-report.ts'
import { writeAttachment } from './write/attachment.ts'
import { writePackDocument } from './write/pack-document.ts'
import { PdfFile } from './write/pdf-file.ts'
import { countCharacters } from './write/sheet-content.ts'
import { isTaken, targetFailed } from './write/target-file.ts'
import { wordsFor } from './words/words-for.ts'

/** The operators of the data file are Russian, and so are the clocks of their papers. */
const DEFAULT_ZONE = 'Europe/Moscow'

export interface PackJob {
  readonly dossier: Dossier
  readonly exhibitIds: readonly string[]
  readonly language: PackLanguage
  /** By date when left out. */
  readonly order?: PackOrder
  /** Printed on every page, `CL-2026-0007`. */
  readonly code: string
  readonly madeAt: Instant
  /** IANA name of the one zone of the pack. */
  readonly zone?: string
  readonly appVersion: string
  readonly targetPath: string
  /** Where the file grows until it is complete, in the folder of the target; a name of our own when left out. */
  readonly partialPath?: string
  /** Whether a file that stands there may be replaced. */
  readonly replace: boolean
  /** Holds the four faces, see `FONT_FILES`. */
  readonly fontsFolder: string
}

export interface PackServices {
  readonly openOriginal: OpenOriginal
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: Omit<PackProgress, 'jobId'>) => void
}

export interface WrittenPack {
  readonly pages: number
  readonly sizeBytes: number
  readonly sha256: string
  readonly findings: readonly PackFinding[]
}

/**
 * Makes the record pack of a dossier. The file appears under its name only when it is complete and on the disk;
 * after a failure or a cancel nothing is left. The same job makes the same bytes.
 */
export async function makePack(
  job: PackJob,
  services: PackServices
): Promise<Result<WrittenPack, { readonly code: PackFailure }>> {
  const signal = services.signal ?? new AbortController().signal
  let file: PdfFile | null = null
  try {
    signal.throwIfAborted()
    if (!job.replace && (await isTaken(job.targetPath))) return failed({ code: 'target-exists' })
    const fonts = await readFontSet(job.fontsFolder)
    file = await PdfFile.create(job.targetPath, signal, job.partialPath)
    return done(await writePack({ job, services, signal, fonts, file }))
  } catch (error) {
    await file?.discard()
    if (signal.aborted) return failed({ code: 'cancelled' })
    const failure = targetFailed(error)
    if (failure === null) throw error
    return failure
  }
}

interface Run {
  readonly job: PackJob
  readonly services: PackServices
  readonly signal: AbortSignal
  readonly fonts: FontSet
  readonly file: PdfFile
}

async function writePack(run: Run): Promise<WrittenPack> {
  const { job, fonts, file } = run
  const sections = planPack(job.dossier, job.exhibitIds, job.order ?? USUAL_PACK_ORDER)
  const progress = createProgressReport(sections, run.services.onProgress)
  const absorptions = await absorbAll(run, sections, progress)
  const absorbed = new Map(absorptions.map((one) => [one.absorbed.exhibit.id, one.absorbed]))
  const words = wordsFor(job.language)
  const manifestOf = (pages: LaidPack['pages']) =>
    manifestText({
      ...job,
      exhibits: [...absorbed.values()],
      pagesOf: (exhibitId) => exhibitRange(pages, exhibitId)
    })
  const zone = job.zone ?? DEFAULT_ZONE
  const formats = createFormats(job.language, job.dossier.payments.currency, zone)
  const today = formats.instantDate(job.madeAt)
  const planned = planCase(job.dossier, [...absorbed.values()], { today, zone })
  const { dossier, language, code, madeAt, appVersion } = job
  const laid = layOutPack(
    {
      ...planned,
      dossier,
      language,
      code,
      madeAt,
      appVersion,
      words,
      formats,
      styles: stylesFor(language),
      measure: createTextMeasure(fonts),
      sections,
      absorbed
    },
    (pages) => sha256(manifestOf(pages))
  )
  const manifest = await writeAttachment(
    file,
    {
      name: 'manifest.json',
      description: words.checksums.manifest,
      mediaType: 'application/json',
      modifiedAt: job.madeAt,
      relation: 'Data'
    },
    inOneChunk(Buffer.from(manifestOf(laid.pages), 'utf8'))
  )
  progress.beginOwnPages(laid.sheets.length)
  const pageOf = (target: string) => laid.pages.get(target)?.first ?? 1
  const document = await writePackDocument(file, fonts, {
    sheets: laid.sheets,
    pageOf: (target) => pageOf(target) - 1,
    outline: planOutline(words, planned.frontParts, sections, absorbed, pageOf),
    attachments: [...absorptions.flatMap(({ attachment }) => attachment ?? []), manifest],
    hiddenLayers: {
      all: absorptions.flatMap(({ layers }) => layers.all),
      off: absorptions.flatMap(({ layers }) => layers.off)
    },
    title: `${words.head(formatPhoneNumber(dossier.phoneNumber))} · ${code}`,
    subject: words.kind,
    language,
    producer: `Closeout ${appVersion}`,
    madeAt,
    identity: `${dossier.id} ${dossier.revision} ${code} ${madeAt} ${language}`,
    onPage: progress.ownPage
  })
  const written = await file.finish(document, job.replace)
  progress.end()
  const { missing } = countCharacters(fonts, laid.sheets)
  return { pages: laid.sheets.length, ...written, findings: findingsOf(absorbed, missing) }
}

async function absorbAll(
  { file, services, signal }: Run,
  sections: readonly PlannedSection[],
  progress: ProgressReport
): Promise<readonly Absorption[]> {
  const absorptions: Absorption[] = []
  const memory = { kept: Buffer.alloc(0) }
  for (const exhibit of sections.flatMap((section) => section.exhibits)) {
    signal.throwIfAborted()
    progress.beginExhibit(exhibit)
    const { openOriginal } = services
    const { addBytes: onBytes, addPage: onPage } = progress
    const absorption = await absorbExhibit({ file, openOriginal, signal, memory, onBytes, onPage }, exhibit)
    progress.endExhibit(absorption.absorbed.pages.length)
    absorptions.push(absorption)
  }
  return absorptions
}

function findingsOf(
  absorbed: ReadonlyMap<string, AbsorbedExhibit>,
  missing: ReadonlySet<string>
): readonly PackFinding[] {
  const slips = [...absorbed.values()].flatMap((one): PackFinding[] => {
    const code = slipReasonOf(one)
    if (code === null || code === 'no-page-form') return []
    const { exhibit } = one
    const number = formatExhibitNumber(exhibit.number)
    return [{ code, exhibitId: exhibit.id, number, fileName: shownName(exhibit.file.originalName) }]
  })
  const characters = [...missing].toSorted().join('')
  return characters === '' ? slips : [...slips, { code: 'missing-glyphs', characters }]
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}

async function* inOneChunk(bytes: Buffer): AsyncIterable<Buffer> {
  yield bytes
}
