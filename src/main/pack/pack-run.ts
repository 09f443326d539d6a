import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import { formatExhibitNumber, type Exhibit } from '../../shared/domain/exhibit.ts'
import { shownName } from '../../shared/domain/file-name.ts'
import type { PackFinding } from '../../shared/domain/pack-job.ts'
import {
  isIdentityExhibit,
  maskedDossier,
  maskedTexts,
  textMask
} from '../../shared/domain/masked-dossier.ts'
import { USUAL_PACK_ORDER } from '../../shared/domain/pack-order.ts'
import type { PackedExhibit } from '../../shared/domain/pack-record.ts'
import { isMasking, USUAL_PACK_SETTINGS, type PackSettings } from '../../shared/domain/recipient-profile.ts'
import { isSameValue } from '../../shared/domain/same-value.ts'
import { firstPageOf } from '../../shared/domain/pack-supplement.ts'
import { formatPhoneNumber } from '../../shared/domain/phone-number.ts'
import { absorbExhibit, type Absorption, type AbsorbOptions } from './absorb/absorb-exhibit.ts'
import type { FontSet } from './fonts/font-set.ts'
import { createTextMeasure } from './fonts/text-measure.ts'
import { createFormats } from './layout/formats.ts'
import { shapeOf } from './layout/geometry.ts'
import { exhibitRange, layOutPack, type LaidPack } from './layout/lay-out-pack.ts'
import { paginateMessages } from './layout/paginate-messages.ts'
import { stylesFor } from './layout/styles.ts'
import { paginateWritten } from './layout/written-page.ts'
import type { PackJob, PackServices, WrittenPack } from './make-pack.ts'
import { slipReasonOf, type AbsorbedExhibit, type Withheld } from './plan/absorbed-exhibit.ts'
import { manifestText } from './plan/manifest.ts'
import { planOutline } from './plan/outline.ts'
import { packContents, PACK_ZONE } from './plan/pack-contents.ts'
import { planPack, type PlannedSection } from './plan/plan-pack.ts'
import { planCase } from './plan/plan-case.ts'
import type { Conversation } from './plan/conversation.ts'
import type { WrittenText } from './plan/written-text.ts'
import { createProgressReport, type ProgressReport } from './progress-report.ts'
import { writeAttachment } from './write/attachment.ts'
import { writePackDocument } from './write/pack-document.ts'
import type { Hashing } from './write/hashing.ts'
import type { PdfFile } from './write/pdf-file.ts'
import { RECIPIENT_WORDS } from './words/recipient-words.ts'
import { wordsFor } from './words/words-for.ts'

export interface Run {
  readonly job: PackJob
  readonly services: PackServices
  readonly signal: AbortSignal
  readonly fonts: FontSet
  readonly file: PdfFile
  readonly hashing: Hashing | null
}

/** Writes the whole pack into its unfinished file and gives that its name. */
export async function writePack(run: Run): Promise<WrittenPack> {
  const { job, fonts, file } = run
  const supplementTo = job.supplementTo ?? null
  const firstPage = firstPageOf(supplementTo)
  const settings = job.settings ?? USUAL_PACK_SETTINGS
  // Everything below is made from this one: what is masked here, nothing can say.
  const dossier = maskedDossier(job.dossier, settings.masking)
  const sections = planPack(dossier, job.exhibitIds, job.order ?? USUAL_PACK_ORDER)
  const progress = createProgressReport(sections, run.services.onProgress)
  const { language, code, madeAt, appVersion } = job
  const mask = textMask(job.dossier, settings.masking)
  /** Letters and messages in which something had to be masked. */
  const shownMasked = new Set<string>()
  const words = wordsFor(language)
  const zone = job.zone ?? PACK_ZONE
  const formats = createFormats(language, dossier.payments.currency, zone)
  const type = {
    language,
    words,
    formats,
    styles: stylesFor(language),
    measure: createTextMeasure(fonts),
    paper: shapeOf(settings.paper)
  }
  const maskWritten = <Text extends WrittenText | Conversation>(exhibit: Exhibit, text: Text): Text => {
    const masked = maskedTexts(text, mask)
    if (!isSameValue(masked, text)) shownMasked.add(exhibit.id)
    return masked
  }
  const keptFor = (exhibit: Exhibit) =>
    shownMasked.has(exhibit.id) ? 'masked' : withheldFor(settings, exhibit)
  const paginate: AbsorbOptions['paginate'] = (exhibit, text, attachmentName) => {
    const shown = maskWritten(exhibit, text)
    const kept = keptFor(exhibit)
    const note =
      kept === null ? words.written.note[text.kind](attachmentName) : RECIPIENT_WORDS[language].written[kept]
    const env = { ...type, pages: new Map(), knownLines: null }
    return shown.kind === 'messages'
      ? paginateMessages(env, exhibit, shown, note)
      : paginateWritten(env, exhibit, shown, note)
  }
  const absorptions = await absorbAll(run, sections, progress, {
    paginate,
    withheldFor: keptFor
  })
  const absorbed = new Map(absorptions.map((one) => [one.absorbed.exhibit.id, one.absorbed]))
  const manifestOf = (pages: LaidPack['pages']) =>
    manifestText({
      ...job,
      dossier,
      supplementTo,
      exhibits: [...absorbed.values()],
      pagesOf: (exhibitId) => exhibitRange(pages, exhibitId)
    })
  const today = formats.instantDate(job.madeAt)
  const planned = planCase(dossier, [...absorbed.values()], {
    today,
    zone,
    isSupplement: supplementTo !== null,
    parts: settings.parts
  })
  const laid = layOutPack(
    {
      ...planned,
      ...type,
      dossier,
      code,
      madeAt,
      appVersion,
      sections,
      absorbed,
      firstPage,
      supplementTo,
      settings,
      addressee: mask(job.addressee ?? '')
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
  progress.beginOwnPages(laid.pageCount)
  const pageOf = (target: string) => laid.pages.get(target)?.first ?? firstPage
  const contents = packContents(job)
  const document = await writePackDocument(file, fonts, {
    sheets: laid.sheets,
    pageCount: laid.pageCount,
    topOf: laid.topOf,
    firstPage,
    pageOf: (target) => pageOf(target) - firstPage,
    outline: planOutline(words, planned.frontParts, sections, absorbed, pageOf, mask),
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
    identity: `${contents} ${code} ${madeAt}`,
    onPage: progress.ownPage
  })
  const written = await file.finish(document, job.replace)
  progress.end()
  const exhibits = [...absorbed.values()].map((one) => packedExhibit(one, laid.pages))
  const findings = findingsOf(absorbed, document.missing)
  const own = { fileName: basename(job.targetPath), firstPage, pages: laid.pageCount, ...written }
  return { pages: laid.pageCount, ...written, files: [own], exhibits, contents, findings }
}

async function absorbAll(
  { job, file, services, signal, hashing }: Run,
  sections: readonly PlannedSection[],
  progress: ProgressReport,
  options: Pick<AbsorbOptions, 'paginate' | 'withheldFor'>
): Promise<readonly Absorption[]> {
  const absorptions: Absorption[] = []
  const memory = { kept: Buffer.alloc(0) }
  for (const exhibit of sections.flatMap((section) => section.exhibits)) {
    signal.throwIfAborted()
    progress.beginExhibit(exhibit)
    services.onExhibit?.(exhibit.id)
    const { openOriginal } = services
    const { addBytes: onBytes, addPage: onPage } = progress
    const isGivenUp = job.givenUp?.includes(exhibit.id) === true
    const thread = hashing?.sources ?? null
    const absorption = await absorbExhibit(
      { file, openOriginal, signal, memory, thread, isGivenUp, ...options, onBytes, onPage },
      exhibit
    )
    progress.endExhibit(absorption.absorbed.pages.length)
    absorptions.push(absorption)
  }
  services.onExhibit?.(null)
  return absorptions
}

function withheldFor(settings: PackSettings, exhibit: Exhibit): Withheld | null {
  if (isMasking(settings) && isIdentityExhibit(exhibit)) return 'masked'
  return settings.attachments ? null : 'apart'
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
