import { createHash } from 'node:crypto'
import { coreExhibits } from '../../shared/domain/core-pack.ts'
import type { Exhibit } from '../../shared/domain/exhibit.ts'
import {
  isIdentityExhibit,
  maskedDossier,
  maskedTexts,
  textMask
} from '../../shared/domain/masked-dossier.ts'
import { USUAL_PACK_ORDER } from '../../shared/domain/pack-order.ts'
import { firstPageOf } from '../../shared/domain/pack-supplement.ts'
import { formatPhoneNumber } from '../../shared/domain/phone-number.ts'
import { isMasking, USUAL_PACK_SETTINGS, type PackSettings } from '../../shared/domain/recipient-profile.ts'
import { isSameValue } from '../../shared/domain/same-value.ts'
import type { AbsorbOptions } from './absorb/absorb-options.ts'
import type { FontSet } from './fonts/font-set.ts'
import { createTextMeasure } from './fonts/text-measure.ts'
import { burntBars } from './layout/burnt-bars.ts'
import { burntMarks } from './layout/burnt-marks.ts'
import { contentTop } from './layout/exhibit-strip.ts'
import { bilingualFormats, createFormats } from './layout/formats.ts'
import { shapeOf } from './layout/geometry.ts'
import { exhibitRange, layOutPack, type LaidPack } from './layout/lay-out-pack.ts'
import { typed, type PageMap } from './layout/layout-env.ts'
import { paginateMessages } from './layout/paginate-messages.ts'
import { paginateWritten } from './layout/paginate-written.ts'
import { photoBox } from './layout/photo-page.ts'
import { purposeMarks } from './layout/purpose-mark.ts'
import { stylesFor } from './layout/styles.ts'
import type { PackJob } from './make-pack.ts'
import type { AbsorbedExhibit, Withheld } from './plan/absorbed-exhibit.ts'
import { manifestText } from './plan/manifest.ts'
import { withWholeNumbers } from './plan/masked-table.ts'
import { maskedWords } from './plan/masked-words.ts'
import type { PackFile } from './plan/pack-files.ts'
import { PACK_ZONE } from './plan/pack-contents.ts'
import { planCase, type PlannedCase } from './plan/plan-case.ts'
import { planPack, type PlannedSection } from './plan/plan-pack.ts'
import type { Conversation } from './plan/conversation.ts'
import { writtenKindOf, type WrittenText } from './plan/written-text.ts'
import { pair } from './words/paired.ts'
import { wordsFor } from './words/words-for.ts'
import type { Words } from './words/words.ts'

/** All that a pack is made from before a file of it is read. */
export interface PackMaterial extends Pick<
  AbsorbOptions,
  'paginate' | 'burnt' | 'covered' | 'withheldFor' | 'hideWords' | 'isExhibit' | 'isMasked'
> {
  readonly sections: readonly PlannedSection[]
  /** Of the first language: for names and bookmarks. */
  readonly words: Words
  readonly title: string
  /** What may be shown of a text from a file. */
  readonly mask: (text: string) => string
  readonly plan: (absorbed: Absorbed) => PlannedCase
  readonly layOut: (absorbed: Absorbed, planned: PlannedCase, files: readonly PackFile[]) => LaidPack
  readonly manifest: (absorbed: Absorbed, file: PackFile, pages: PageMap, firstPage: number) => string
}

type Absorbed = ReadonlyMap<string, AbsorbedExhibit>

/** @param apart ids of exhibits whose original goes separately, whatever the settings say */
export function preparePack(job: PackJob, fonts: FontSet, apart: ReadonlySet<string>): PackMaterial {
  const supplementTo = job.supplementTo ?? null
  const settings = job.settings ?? USUAL_PACK_SETTINGS
  // Everything below is made from this one: what is masked here, nothing can say.
  const dossier = maskedDossier(job.dossier, settings.masking)
  const sections = planPack(dossier, job.exhibitIds, job.order ?? USUAL_PACK_ORDER)
  const { language, code, madeAt, appVersion } = job
  const mask = textMask(job.dossier, settings.masking)
  /** Letters and messages that were read, in which nothing had to be masked and nothing came that is. */
  const clearTexts = new Set<string>()
  const secondLanguage = job.secondLanguage ?? null
  const zone = job.zone ?? PACK_ZONE
  const { currency } = dossier.payments
  const first = { words: wordsFor(language), formats: createFormats(language, currency, zone) }
  const words = wordsFor(language, secondLanguage)
  const type = {
    ...{ language, secondLanguage, first, words },
    formats: bilingualFormats(first.formats, secondLanguage, currency, zone),
    styles: stylesFor(language),
    measure: createTextMeasure(fonts),
    paper: shapeOf(settings.paper)
  }
  const maskedFiles = new Set(
    dossier.exhibits.filter((one) => withheldFor(settings, one) === 'masked').map(({ file }) => file.sha256)
  )
  const isMasked = (sum: string) => maskedFiles.has(sum)
  const maskWritten = <Text extends WrittenText | Conversation>(exhibit: Exhibit, text: Text): Text => {
    const masked = maskedTexts(text, mask)
    if (isSameValue(masked, text) && !sumsWithin(text).some(isMasked)) clearTexts.add(exhibit.id)
    return masked
  }
  const exhibitIds = new Map(
    sections.flatMap(({ exhibits }) => exhibits.map(({ id, file }) => [file.sha256, id] as const))
  )
  const sameAs = (sum: string) => exhibitIds.get(sum) ?? null
  /** Nobody knows what a letter says or carries that could not be read. */
  const isUnclear = ({ id, file }: Exhibit) =>
    isMasking(settings) && writtenKindOf(file.mediaType) !== null && !clearTexts.has(id)
  const keptFor = (exhibit: Exhibit) =>
    isUnclear(exhibit)
      ? 'masked'
      : (withheldFor(settings, exhibit) ?? (apart.has(exhibit.id) ? 'apart' : null))
  const coreReasons = new Map(
    job.isCore === true ? coreExhibits(dossier).map(({ exhibit, reasons }) => [exhibit.id, reasons]) : []
  )
  const manifest: PackMaterial['manifest'] = (absorbed, { place, sections: own }, pages, firstPage) =>
    manifestText({
      ...job,
      ...{ dossier, supplementTo, place, firstPage, settings },
      exhibits: inSections(place?.kind === 'own-pages' ? sections : own, absorbed),
      pagesOf: (exhibitId) => exhibitRange(pages, exhibitId)
    })
  return {
    ...{ sections, mask, manifest, words: first.words },
    title: `${first.words.head(formatPhoneNumber(dossier.phoneNumber))} · ${code}`,
    withheldFor: keptFor,
    isExhibit: (sum) => exhibitIds.has(sum),
    isMasked,
    burnt: (exhibit) => {
      if (!isMasking(settings)) return null
      const burnt = { hasPurpose: settings.purposeMark && isIdentityExhibit(exhibit), bars: exhibit.bars }
      if (!burnt.hasPurpose && burnt.bars.length === 0) return null
      const env = { ...type, dossier, madeAt, pages: new Map(), knownLines: null }
      return {
        burnt,
        overlaysFor: (size) => {
          const box = photoBox(env, size, contentTop(env, exhibit), burnt)
          const marks = burnt.hasPurpose ? purposeMarks(env, box) : []
          return [...burntMarks(fonts, marks, box, size), ...burntBars(env, fonts, burnt.bars, box, size)]
        }
      }
    },
    covered: ({ bars }) => (isMasking(settings) ? bars : []),
    hideWords: (found) => (isMasking(settings) ? maskedWords(found, mask) : found),
    paginate: (exhibit, text, attachmentName) => {
      const shown = maskWritten(exhibit, text)
      const kept = keptFor(exhibit)
      const noteOn = (kind: (WrittenText | Conversation)['kind']) => {
        if (kept === null) return words.written.note[kind](typed(type, attachmentName))
        return words.recipient[kind === 'table' ? 'table' : 'written'][kept]
      }
      const env = { ...type, pages: new Map(), knownLines: null }
      return shown.kind === 'messages'
        ? paginateMessages(env, exhibit, shown, noteOn('messages'))
        : paginateWritten(env, exhibit, withWholeNumbers(shown, mask), { noteOn, sameAs })
    },
    plan: (absorbed) =>
      planCase(dossier, inSections(sections, absorbed), {
        ...{ today: first.formats.instantDate(madeAt), zone, parts: settings.parts },
        isSupplement: supplementTo !== null
      }),
    layOut: (absorbed, planned, files) =>
      layOutPack(
        {
          ...planned,
          ...type,
          ...{ dossier, code, madeAt, appVersion, sections, absorbed, supplementTo, settings },
          firstPage: firstPageOf(supplementTo),
          coreReasons,
          addressee: addresseeIn(job, mask)
        },
        files,
        (file, pages, firstPage) => sha256(manifest(absorbed, file, pages, firstPage))
      )
  }
}

/** A profile is called otherwise in the second language; what the user typed is not. */
function addresseeIn(
  { addressee = '', secondAddressee = addressee }: PackJob,
  mask: (text: string) => string
): string {
  return pair(mask(addressee), mask(secondAddressee))
}

function withheldFor(settings: PackSettings, exhibit: Exhibit): Withheld | null {
  if (isMasking(settings) && (isIdentityExhibit(exhibit) || exhibit.bars.length > 0)) return 'masked'
  return settings.attachments ? null : 'apart'
}

/** SHA-256 of the files that came with a letter or messages. */
function sumsWithin(text: WrittenText | Conversation): readonly string[] {
  switch (text.kind) {
    case 'text':
    case 'table':
      return []
    case 'mail':
      return [...text.head.attachments.map(({ sha256 }) => sha256), ...text.carried]
    case 'messages':
      return text.messages.flatMap(({ attachments }) => attachments.map(({ sha256 }) => sha256))
  }
}

function inSections(sections: readonly PlannedSection[], absorbed: Absorbed): readonly AbsorbedExhibit[] {
  return sections.flatMap(({ exhibits }) => exhibits.flatMap(({ id }) => absorbed.get(id) ?? []))
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}
