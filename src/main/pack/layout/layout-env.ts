import type { CoreReason } from '../../../shared/domain/core-pack.ts'
import type { Dossier } from '../../../shared/domain/dossier.ts'
import type { Exhibit } from '../../../shared/domain/exhibit.ts'
import type { PackLanguage } from '../../../shared/domain/pack-record.ts'
import type { PackSettings } from '../../../shared/domain/recipient-profile.ts'
import type { SupplementedPack } from '../../../shared/domain/pack-supplement.ts'
import { formatPhoneNumber } from '../../../shared/domain/phone-number.ts'
import { isProven, type ObligationReview } from '../../../shared/domain/readiness.ts'
import type { Step } from '../../../shared/domain/step.ts'
import { proofsOf } from '../../../shared/domain/step-proofs.ts'
import type { TextMeasure } from '../fonts/text-measure.ts'
import type { AbsorbedExhibit } from '../plan/absorbed-exhibit.ts'
import type { FilePlace } from '../plan/pack-files.ts'
import type { PlannedSection } from '../plan/plan-pack.ts'
import type { PlannedCase } from '../plan/plan-case.ts'
import type { Words } from '../words/words.ts'
import type { Target } from './drawing.ts'
import type { PaperShape } from './geometry.ts'
import type { Formats } from './formats.ts'
import { once } from '../words/paired.ts'
import { bilingualLines } from './bilingual-lines.ts'
import { breakLines, mayBeOneLine } from './break-text.ts'
import type { Span, TextLine, TextStyle } from './rich-text.ts'
import type { Styles } from './styles.ts'

export interface PageRange {
  readonly first: number
  readonly last: number
}

/** First and last page of everything that can be referred to, as the round before this one laid it out. */
export type PageMap = ReadonlyMap<Target, PageRange>

/** The pages of one file, and the exhibits in it. */
export interface FileSpan {
  readonly first: number
  readonly last: number
  readonly exhibits: readonly Exhibit[]
}

/** All that the pages of a pack are laid out from. Plain values: the same ones give the same pages. */
export interface LayoutEnv extends PlannedCase {
  readonly dossier: Dossier
  readonly language: PackLanguage
  /** The language that stands beside or below the first; null = one language alone. */
  readonly secondLanguage: PackLanguage | null
  /** What is said in the first language only: bands, captions over foreign pages, marks, flags. */
  readonly first: OneLanguage
  readonly code: string
  readonly madeAt: string
  readonly appVersion: string
  /** Of both languages, see `paired.ts`. */
  readonly words: Words
  readonly formats: Formats
  readonly styles: Styles
  readonly measure: TextMeasure
  readonly sections: readonly PlannedSection[]
  readonly absorbed: ReadonlyMap<string, AbsorbedExhibit>
  /** Lines of the rounds before, by all that they follow from; null = none are kept. */
  readonly knownLines: Map<string, readonly TextLine[]> | null
  readonly pages: Pick<PageMap, 'get'>
  readonly pageCount: number
  /** The number printed on the first page; above 1 in a supplement and in what follows a first file. */
  readonly firstPage: number
  /** Which file of the pack the pages stand in; null = the pack is one file. */
  readonly place: FilePlace | null
  /** The number of the file that an exhibit stands in. */
  readonly fileOf: ReadonlyMap<string, number>
  /** What each file holds, as the round before this one laid it out. */
  readonly files: readonly FileSpan[]
  readonly supplementTo: SupplementedPack | null
  readonly settings: PackSettings
  /** Why each exhibit is in the core; empty where the pack is none. */
  readonly coreReasons: ReadonlyMap<string, readonly CoreReason[]>
  readonly paper: PaperShape
  /** Where a part goes on below the one before it; null = it begins a page. */
  readonly beginsAt: number | null
  /** For whom; empty = nobody is named. */
  readonly addressee: string
  /** 64 digits; zeros while page numbers are still being found. */
  readonly manifestSha256: string
}

interface OneLanguage {
  readonly words: Words
  readonly formats: Formats
}

export function exhibitTarget(exhibitId: string): Target {
  return `exhibit:${exhibitId}`
}

/** The exhibit a target is of; of another target nothing that is one. */
function exhibitIn(target: Target): string {
  return target.replace(/^exhibit:/, '')
}

export function firstPage(env: Pick<LayoutEnv, 'pages'>, target: Target): number {
  return env.pages.get(target)?.first ?? 1
}

/** `17` or `13–14`. */
export function pageRange(env: LayoutEnv, from: Target, to: Target = from): string {
  const first = env.pages.get(from)?.first ?? 1
  const last = env.pages.get(to)?.last ?? first
  return first === last ? String(first) : `${first}–${last}`
}

/** The page of an exhibit as a table names it: with its volume, where that is another one. */
export function pageInTable(env: LayoutEnv, exhibit: Exhibit): string {
  const page = pageRange(env, exhibitTarget(exhibit.id))
  const volume = otherVolume(env, exhibit)
  return volume === null ? page : env.first.words.volume.inTable(volume, page)
}

/** `с. 17`, or `том 2, с. 17`. */
export function pageInText(env: LayoutEnv, exhibit: Exhibit): string {
  const page = env.first.words.page(pageRange(env, exhibitTarget(exhibit.id)))
  const volume = otherVolume(env, exhibit)
  return volume === null ? page : env.first.words.volume.inText(volume, page)
}

/** The volume an exhibit stands in, where it is not this one. */
function otherVolume({ place, fileOf }: LayoutEnv, { id }: Exhibit): number | null {
  const volume = fileOf.get(id)
  return place?.kind === 'volume' && volume !== undefined && volume !== place.number ? volume : null
}

/** What leads to another file is no link: it is said, and does not look like one. */
function withoutDeadLinks(
  { place, fileOf }: Partial<Pick<LayoutEnv, 'place' | 'fileOf'>>,
  spans: readonly Span[] | string
): readonly Span[] | string {
  if (place === undefined || place === null || typeof spans === 'string') return spans
  return spans.map((span) => {
    const file = span.target === undefined ? undefined : fileOf?.get(exhibitIn(span.target))
    if (file === undefined || file === place.number) return span
    const { text, size, isBold, isBoxed, ink } = span
    return {
      text,
      ...(size !== undefined && { size }),
      ...(isBold !== undefined && { isBold }),
      ...(isBoxed !== undefined && { isBoxed }),
      ...(ink !== undefined && { ink: ink === 'mark' ? 'dark' : ink })
    }
  })
}

/** What lines are broken for. */
type LinesEnv = Pick<LayoutEnv, 'knownLines' | 'measure' | 'secondLanguage'> &
  Partial<Pick<LayoutEnv, 'place' | 'fileOf'>>

/** Lines of a text. Long ones are the same in every round of page numbers, and are broken once. */
export function lines(
  env: LinesEnv,
  told: readonly Span[] | string,
  style: TextStyle,
  width: number
): readonly TextLine[] {
  const { knownLines: known } = env
  const spans = withoutDeadLinks(env, told)
  const length =
    typeof spans === 'string' ? spans.length : spans.reduce((sum, { text }) => sum + text.length, 0)
  // Ten thousand exhibits have a hundred thousand cells: only what takes long is held.
  if (known === null || mayBeOneLine(length, style, width)) return brokenLines(env, spans, style, width)
  const { size, leading, ink, isBold, second } = style
  const key = `${size} ${leading} ${ink} ${isBold} ${second} ${width} ${typeof spans === 'string' ? `=${spans}` : JSON.stringify(spans)}`
  const found = known.get(key)
  if (found !== undefined) return found
  const fresh = brokenLines(env, spans, style, width)
  known.set(key, fresh)
  return fresh
}

function brokenLines(
  { measure, secondLanguage }: LinesEnv,
  spans: readonly Span[] | string,
  style: TextStyle,
  width: number
): readonly TextLine[] {
  const all = typeof spans === 'string' ? [{ text: spans }] : spans
  return secondLanguage === null
    ? breakLines(measure, all, style, width)
    : bilingualLines(measure, secondLanguage, all, style, width)
}

/** What the user typed, as a part of a text that both languages say. */
export function typed({ secondLanguage }: Pick<LayoutEnv, 'secondLanguage'>, text: string): string {
  return secondLanguage === null ? text : once(text)
}

export function shownNumber(env: LayoutEnv): string {
  return formatPhoneNumber(env.dossier.phoneNumber)
}

export function exhibitsOf(env: Pick<LayoutEnv, 'sections' | 'absorbed'>): readonly AbsorbedExhibit[] {
  return env.sections.flatMap((section) =>
    section.exhibits.flatMap((exhibit) => env.absorbed.get(exhibit.id) ?? [])
  )
}

/** The exhibits of a step that are in this pack, in its order. */
export function proofsOfSteps(env: LayoutEnv, ...steps: readonly Step[]): readonly Exhibit[] {
  const proofs = new Set(steps.flatMap((step) => proofsOf(env.dossier, step)).map(({ id }) => id))
  return exhibitsOf(env).flatMap(({ exhibit }) => (proofs.has(exhibit.id) ? [exhibit] : []))
}

/**
 * What is cited for an obligation, in the order of the pack: its proofs, and for dues that are proved the step's own
 * papers beside those of entries.
 */
export function citedFor(env: LayoutEnv, review: ObligationReview): readonly Exhibit[] {
  const { obligation, exhibits } = review
  const papers = obligation === 'dues' && isProven(review) ? proofsOfSteps(env, 'payments') : []
  const cited = new Set([...exhibits, ...papers].map(({ id }) => id))
  return exhibitsOf(env).flatMap(({ exhibit }) =>
    cited.has(exhibit.id) && env.readableIds.has(exhibit.id) ? [exhibit] : []
  )
}
