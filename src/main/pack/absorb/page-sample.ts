import type { PackedWords } from '../plan/packed-words.ts'

/** So many pages are drawn in one or two seconds on a slow computer; a shorter pack is drawn whole. */
const MOST_DRAWN = 24
/** Pages that take long to draw: after this no more of them are. */
const MOST_DRAWING_MS = 6000

/** A page that was drawn to see what it takes. */
export interface DrawnSample {
  /** What it takes where it is copied: text, drawings and pictures of a page all add to it. */
  readonly copiedBytes: number
  readonly drawnBytes: number
  readonly dpi: number
  readonly words: PackedWords
}

/** A few of a pack's foreign pages are drawn, and the others taken to be like them. */
export interface PageSample {
  /**
   * @param copiedBytes what each page of a document takes where it is copied
   * @returns indexes of the pages to draw; none where those of other documents have to do
   */
  readonly choose: (copiedBytes: readonly number[]) => readonly number[]
  readonly note: (drawn: DrawnSample) => void
  /** A page of that many bytes, by those that were drawn. */
  readonly like: (copiedBytes: number) => Omit<DrawnSample, 'copiedBytes'>
  /** Counts what is not written. */
  readonly skip: (bytes: number) => void
}

/** Where nothing was drawn: a page of text as a picture. */
const TEXT_PAGE = { drawnBytes: 130 * 1024, dpi: 220, words: { count: 0, bytes: new Uint8Array() } }

/** @param pages of all foreign documents of the pack, as far as that is known */
export function createPageSample(pages: number, skip: PageSample['skip']): PageSample {
  const share = Math.min(1, MOST_DRAWN / Math.max(1, pages))
  /** By what they take where they are copied. */
  let drawn: readonly DrawnSample[] = []
  let due = 0
  const startedAt = performance.now()
  return {
    skip,
    choose(copiedBytes) {
      due += copiedBytes.length * share
      const least = drawn.length === 0 ? 1 : 0
      const isLate = performance.now() - startedAt > MOST_DRAWING_MS
      const count = Math.max(least, Math.min(copiedBytes.length, MOST_DRAWN, isLate ? 0 : Math.round(due)))
      due -= count
      return spread(copiedBytes, count)
    },
    note(one) {
      drawn = [...drawn, one].toSorted((a, b) => a.copiedBytes - b.copiedBytes)
    },
    like(copiedBytes) {
      const above = drawn.find((one) => one.copiedBytes >= copiedBytes)
      const below = drawn.findLast((one) => one.copiedBytes <= copiedBytes)
      if (above === undefined || below === undefined) return above ?? below ?? TEXT_PAGE
      const gap = above.copiedBytes - below.copiedBytes
      const way = gap === 0 ? 0 : (copiedBytes - below.copiedBytes) / gap
      const { dpi, words } = way < 0.5 ? below : above
      return { dpi, words, drawnBytes: below.drawnBytes + way * (above.drawnBytes - below.drawnBytes) }
    }
  }
}

/** Pages from the lightest to the heaviest, at even distances. */
function spread(bytes: readonly number[], count: number): readonly number[] {
  const order = [...bytes.keys()].toSorted((a, b) => bytes[a]! - bytes[b]!)
  if (count <= 1) return order.slice(order.length >> 1).slice(0, count)
  const last = order.length - 1
  return Array.from({ length: count }, (_, step) => order[Math.round((step * last) / (count - 1))]!)
}
