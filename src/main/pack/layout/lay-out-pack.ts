import type { Sheet, Target } from './drawing.ts'
import { layAgreement } from './agreement-pages.ts'
import { layChronology } from './chronology-pages.ts'
import { layConfirmation } from './confirmation-pages.ts'
import { layContacts } from './contact-pages.ts'
import { layCover } from './cover-page.ts'
import { layEvidence } from './evidence-pages.ts'
import { firstSheetHeight, layExhibit } from './exhibit-pages.ts'
import type { LaidSheet } from './flow.ts'
import { OWN_BAND, type BandPlace } from './geometry.ts'
import { onPaper } from './on-paper.ts'
import { layIdentity } from './identity-pages.ts'
import { layIndex } from './index-pages.ts'
import { exhibitTarget, exhibitsOf, type LayoutEnv, type PageMap } from './layout-env.ts'
import { layLedger } from './ledger-pages.ts'
import { drawBand } from './page-furniture.ts'
import { recordReads, type PageNumbers, type PageReads } from './page-reads.ts'
import { BACK_PARTS, type OwnPart } from '../plan/own-parts.ts'
import { layChecksums, layVerification } from './verification-pages.ts'

/** Own pages grow by a digit at most once or twice; more rounds than this would be a mistake of ours. */
const MOST_ROUNDS = 8

export interface LaidPack {
  /** In their order. Those of exhibits are laid out when they are asked for: there may be ten thousand. */
  readonly sheets: Iterable<Sheet>
  readonly pageCount: number
  readonly pages: PageMap
  /** Height of the first sheet of a target. */
  readonly topOf: (target: Target) => number
}

type Known = Omit<LayoutEnv, keyof PageNumbers | 'knownLines'>

/**
 * Lays out the whole pack. Page numbers stand in its own text, so its parts are laid out again with the numbers of the
 * round before until nothing moves. How many pages the exhibits have is known before.
 * @param manifestOf SHA-256 of the list of files, which names the final pages
 */
export function layOutPack(known: Known, manifestOf: (pages: PageMap) => string): LaidPack {
  let pages: PageMap = new Map()
  let pageCount = 99
  const lay = layParts({ ...known, knownLines: new Map() })
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const numbers = numbersOf(pages, pageCount, manifestOf)
    // What an exhibit says is said once: to remember its lines would only hold them.
    const env = withNumbers({ ...known, knownLines: null }, numbers)
    const exhibits = exhibitsOf(env)
    const front = env.frontParts.flatMap((part) => lay(part, numbers))
    const back = BACK_PARTS.flatMap((part) => lay(part, numbers))
    const spans = [
      ...front.map(({ sheet }) => ({ name: sheet.name, count: 1 })),
      ...exhibits.map(({ exhibit, pages: own }) => ({ name: exhibitTarget(exhibit.id), count: own.length })),
      ...back.map(({ sheet }) => ({ name: sheet.name, count: 1 }))
    ]
    const found = mapPages(spans, env.firstPage)
    const count = spans.reduce((sum, span) => sum + span.count, 0)
    if (count === pageCount && isSame(found, pages)) {
      const tops = new Map(
        exhibits.map((one) => [exhibitTarget(one.exhibit.id), firstSheetHeight(one, env.paper)])
      )
      const sheets = { [Symbol.iterator]: () => sheetsOf(env, front, back) }
      return { sheets, pageCount, pages, topOf: (target) => tops.get(target) ?? env.paper.height }
    }
    pages = found
    pageCount = count
  }
  throw new Error('the page numbers of the pack do not come to rest')
}

/** Lays out a part, or answers what it was laid out as before where the numbers it shows are still the same. */
function layParts(known: Omit<LayoutEnv, keyof PageNumbers>) {
  const before = new Map<OwnPart, { readonly sheets: readonly LaidSheet[]; readonly reads: PageReads }>()
  return (part: OwnPart, numbers: PageNumbers): readonly LaidSheet[] => {
    const laid = before.get(part)
    if (laid?.reads.agreesWith(numbers) === true) return laid.sheets
    // Two rounds of ten thousand rows are not held at once.
    before.delete(part)
    const reads = recordReads(numbers)
    const sheets = layPart[part](withNumbers(known, reads.numbers))
    before.set(part, { sheets, reads })
    return sheets
  }
}

/** The numbers stay what they are asked for one by one: to copy them would be to ask for all. */
function withNumbers(known: Omit<LayoutEnv, keyof PageNumbers>, numbers: PageNumbers): LayoutEnv {
  return {
    ...known,
    pages: numbers.pages,
    get pageCount() {
      return numbers.pageCount
    },
    get manifestSha256() {
      return numbers.manifestSha256
    }
  }
}

/** The list of files is made for those who ask for its hash. */
function numbersOf(pages: PageMap, pageCount: number, manifestOf: (pages: PageMap) => string): PageNumbers {
  let sha256: string | null = null
  return {
    pages,
    pageCount,
    get manifestSha256() {
      return (sha256 ??= manifestOf(pages))
    }
  }
}

function* sheetsOf(
  env: LayoutEnv,
  front: readonly LaidSheet[],
  back: readonly LaidSheet[]
): Generator<Sheet, void, undefined> {
  let page = env.firstPage
  const finished = ({ sheet, band }: LaidSheet, place: BandPlace) => {
    const ops = [...sheet.ops]
    drawBand(env, ops, band, page, place)
    page += 1
    return onPaper(env.paper, { ...sheet, ops })
  }
  for (const laid of front) yield finished(laid, OWN_BAND)
  for (const absorbed of exhibitsOf(env)) {
    for (const laid of layExhibit(env, absorbed)) yield finished(laid, laid.place)
  }
  for (const laid of back) yield finished(laid, OWN_BAND)
}

const layPart: Readonly<Record<OwnPart, (env: LayoutEnv) => readonly LaidSheet[]>> = {
  cover: layCover,
  index: layIndex,
  chronology: layChronology,
  identity: layIdentity,
  payments: layLedger,
  contacts: layContacts,
  agreement: layAgreement,
  confirmation: layConfirmation,
  evidence: layEvidence,
  verification: layVerification,
  checksums: layChecksums
}

/** Sheets of one part share the name before `#`. */
function mapPages(
  spans: readonly { readonly name: Target; readonly count: number }[],
  firstPage: number
): PageMap {
  const pages = new Map<Target, { first: number; last: number }>()
  let before = firstPage - 1
  for (const span of spans) {
    const name = span.name.replace(/#\d+$/, '')
    pages.set(name, { first: pages.get(name)?.first ?? before + 1, last: before + span.count })
    before += span.count
  }
  return pages
}

function isSame(left: PageMap, right: PageMap): boolean {
  return (
    left.size === right.size &&
    [...left].every(([name, { first, last }]) => {
      const other = right.get(name)
      return other?.first === first && other.last === last
    })
  )
}

export function exhibitRange(
  pages: PageMap,
  exhibitId: string
): { readonly first: number; readonly last: number } {
  return pages.get(exhibitTarget(exhibitId)) ?? { first: 0, last: 0 }
}
