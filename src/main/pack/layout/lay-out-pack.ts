import { BACK_PARTS, LATER_FRONT_PARTS, type FrontPart, type OwnPart } from '../plan/own-parts.ts'
import type { PackFile } from '../plan/pack-files.ts'
import type { Sheet, Target } from './drawing.ts'
import { firstSheetHeight, layExhibit } from './exhibit-pages.ts'
import type { LaidSheet } from './flow.ts'
import { OWN_BAND, type BandPlace } from './geometry.ts'
import { joiningParts } from './join-parts.ts'
import { layParts, withNumbers, type Unnumbered } from './lay-out-part.ts'
import {
  exhibitTarget,
  exhibitsOf,
  type FileSpan,
  type LayoutEnv,
  type PageMap,
  type PageRange
} from './layout-env.ts'
import { onPaper } from './on-paper.ts'
import { pagesOf, partOf, takePage, topOfRest, type OwnSheet } from './own-sheets.ts'
import { drawBand } from './page-furniture.ts'
import type { PageNumbers } from './page-reads.ts'
import type { Tag } from './tag.ts'

/** Own pages grow by a digit at most once or twice; more rounds than this would be a mistake of ours. */
const MOST_ROUNDS = 8

/** One file of a pack, laid out. */
export interface LaidFile {
  /** In their order. Those of exhibits are laid out when they are asked for: there may be ten thousand. */
  readonly sheets: Iterable<Sheet>
  readonly firstPage: number
  readonly pageCount: number
  readonly frontParts: readonly FrontPart[]
  readonly backParts: readonly OwnPart[]
  readonly pages: Pick<PageMap, 'get'>
  /** Height of the first sheet of a target. */
  readonly topOf: (target: Target) => number
}

export interface LaidPack {
  readonly files: readonly LaidFile[]
  readonly pageCount: number
  /** Of the exhibits, whatever file they stand in. */
  readonly pages: PageMap
}

type Known = Omit<Unnumbered, 'knownLines' | 'place' | 'fileOf'> & Pick<LayoutEnv, 'firstPage'>

/** Where everything stands, as a round found it. */
interface Found {
  readonly pageCount: number
  readonly exhibits: PageMap
  readonly spans: readonly FileSpan[]
  /** Of the own pages, which each file has for itself. */
  readonly own: readonly PageMap[]
}

/** A file whose pages are looked for. */
interface Draft {
  readonly file: PackFile
  /** For what stands in this file. */
  readonly held: Unnumbered
  readonly frontParts: readonly FrontPart[]
  readonly backParts: readonly OwnPart[]
  readonly lay: (numbers: PageNumbers) => OwnPages
}

interface OwnPages {
  readonly front: readonly OwnSheet[]
  readonly back: readonly OwnSheet[]
}

/**
 * Lays out the whole pack. Page numbers stand in its own text, so its parts are laid out again with the numbers of the
 * round before until nothing moves. How many pages the exhibits have is known before.
 * @param files in the order of the pack; page numbers go on from one to the next
 * @param manifestOf SHA-256 of a file's list of files, which names the final pages
 */
export function layOutPack(
  known: Known,
  files: readonly PackFile[],
  manifestOf: (file: PackFile, pages: PageMap, firstPage: number) => string
): LaidPack {
  const drafts = draftFiles(known, files)
  const nowhere = { first: known.firstPage, last: known.firstPage, exhibits: [] }
  let found: Found = {
    ...{ pageCount: 99, exhibits: new Map(), spans: files.map(() => nowhere) },
    own: files.map(() => new Map())
  }
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const before = found
    const numbers = drafts.map(({ file }, index) => numbersOf(before, file, index, manifestOf))
    const own = drafts.map(({ lay }, index) => lay(numbers[index]!))
    found = countPages(drafts, own, known.firstPage)
    if (isSame(before, found)) {
      const laid = drafts.map((draft, index) => laidFile(draft, own[index]!, numbers[index]!))
      return { files: laid, pageCount: found.pageCount, pages: found.exhibits }
    }
  }
  throw new Error('the page numbers of the pack do not come to rest')
}

/** The first file speaks of the whole pack, the others of themselves. */
function draftFiles(known: Known, files: readonly PackFile[]): readonly Draft[] {
  const fileOf = new Map(
    files.flatMap(({ sections }, index) =>
      sections.flatMap(({ exhibits }) => exhibits.map(({ id }) => [id, index + 1] as const))
    )
  )
  const knownLines: LayoutEnv['knownLines'] = new Map()
  return files.map((file, index): Draft => {
    const { place, sections } = file
    const all = { ...known, place, fileOf, knownLines }
    const held = { ...all, sections }
    if (place?.kind === 'exhibit') {
      return { file, held, frontParts: [], backParts: [], lay: () => ({ front: [], back: [] }) }
    }
    const frontParts = index === 0 ? known.frontParts : LATER_FRONT_PARTS
    const layFront = layParts(index === 0 ? all : { ...held, frontParts })
    const joinFront = joiningParts(frontParts, known.paper.top)
    const joinBack = joiningParts(BACK_PARTS, known.paper.top)
    // Where each exhibit has a file of its own, the list of all stands beside the index.
    const layBack = layParts(place?.kind === 'own-pages' ? all : held)
    const lay = (numbers: PageNumbers): OwnPages => ({
      front: joinFront((part, beginsAt) => layFront(part, numbers, beginsAt)),
      back: joinBack((part, beginsAt) => layBack(part, numbers, beginsAt))
    })
    return { file, held, frontParts, backParts: BACK_PARTS, lay }
  })
}

/** What a file's texts say of pages. The list of files is made for those who ask for its hash. */
function numbersOf(
  { pageCount, exhibits, spans, own }: Found,
  file: PackFile,
  index: number,
  manifestOf: (file: PackFile, pages: PageMap, firstPage: number) => string
): PageNumbers {
  const { first, last } = spans[index]!
  const ownPages = own[index]
  let sha256: string | null = null
  return {
    // What a file has not itself is in the first one.
    pages: { get: (target) => ownPages?.get(target) ?? exhibits.get(target) ?? own[0]?.get(target) },
    pageCount: index === 0 ? pageCount : last - first + 1,
    firstPage: first,
    files: spans,
    get manifestSha256() {
      return (sha256 ??= manifestOf(file, exhibits, first))
    }
  }
}

/** Numbers the pages through all files. */
function countPages(drafts: readonly Draft[], own: readonly OwnPages[], firstPage: number): Found {
  let next = firstPage
  const take = (count: number): PageRange => {
    next += count
    return { first: next - count, last: next - 1 }
  }
  const exhibits = new Map<Target, PageRange>()
  const files = drafts.map(({ held }, index) => {
    const first = next
    const pages = new Map<Target, PageRange>()
    const takeOwn = (sheet: OwnSheet) => {
      const name = partOf(sheet)
      const page = sheet.isRest === true ? { first: next - 1, last: next - 1 } : take(1)
      pages.set(name, { first: pages.get(name)?.first ?? page.first, last: page.last })
    }
    own[index]?.front.forEach(takeOwn)
    const inside = exhibitsOf(held)
    for (const one of inside) exhibits.set(exhibitTarget(one.exhibit.id), take(one.pages.length))
    own[index]?.back.forEach(takeOwn)
    return { pages, span: { first, last: next - 1, exhibits: inside.map(({ exhibit }) => exhibit) } }
  })
  return {
    pageCount: next - firstPage,
    exhibits,
    spans: files.map(({ span }) => span),
    own: files.map(({ pages }) => pages)
  }
}

function laidFile(draft: Draft, own: OwnPages, numbers: PageNumbers): LaidFile {
  // What an exhibit says is said once: to remember its lines would only hold them.
  const env = withNumbers({ ...draft.held, knownLines: null, beginsAt: null }, numbers)
  const exhibits = exhibitsOf(env)
  const { frontParts, backParts } = draft
  const { front, back } = own
  const tops = new Map([
    ...exhibits.map((one) => [exhibitTarget(one.exhibit.id), firstSheetHeight(one, env.paper)] as const),
    ...[...front, ...back].flatMap((laid) => topOfRest(laid))
  ])
  const pagesOfExhibits = exhibits.reduce((sum, { pages }) => sum + pages.length, 0)
  return {
    sheets: sheetsOf(env, { front: [...front], back: [...back] }),
    firstPage: env.firstPage,
    pageCount: pagesOf(front) + pagesOfExhibits + pagesOf(back),
    frontParts,
    backParts,
    pages: env.pages,
    topOf: (target) => tops.get(target) ?? env.paper.height
  }
}

/** Lets go of each sheet of ours as it is taken: the rows of ten thousand exhibits are not held while those are written. */
function* sheetsOf(
  env: LayoutEnv,
  { front, back }: { readonly front: OwnSheet[]; readonly back: OwnSheet[] }
): Generator<Sheet, void, undefined> {
  let page = env.firstPage
  const finished = ({ sheet, band }: LaidSheet, place: BandPlace) => {
    const ops = [...sheet.ops]
    drawBand(env, ops, band, page, place)
    page += 1
    return onPaper(env.paper, { ...sheet, ops })
  }
  for (let laid = takePage(front); laid !== undefined; laid = takePage(front)) yield finished(laid, OWN_BAND)
  for (const { exhibits } of env.sections) {
    const category: Tag = { role: 'Part', parent: null }
    for (const { id } of exhibits) {
      const absorbed = env.absorbed.get(id)
      if (absorbed === undefined) continue
      for (const laid of layExhibit(env, absorbed, category)) yield finished(laid, laid.place)
    }
  }
  for (let laid = takePage(back); laid !== undefined; laid = takePage(back)) yield finished(laid, OWN_BAND)
}

function isSame(left: Found, right: Found): boolean {
  return (
    left.pageCount === right.pageCount &&
    isSameMap(left.exhibits, right.exhibits) &&
    left.own.every((pages, index) => isSameMap(pages, right.own[index] ?? new Map()))
  )
}

function isSameMap(left: PageMap, right: PageMap): boolean {
  return (
    left.size === right.size &&
    [...left].every(([name, { first, last }]) => {
      const other = right.get(name)
      return other?.first === first && other.last === last
    })
  )
}

export function exhibitRange(pages: Pick<PageMap, 'get'>, exhibitId: string): PageRange {
  return pages.get(exhibitTarget(exhibitId)) ?? { first: 0, last: 0 }
}
