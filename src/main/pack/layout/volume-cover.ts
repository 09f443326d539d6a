import { formatExhibitNumber, type Exhibit } from '../../../shared/domain/exhibit.ts'
import type { Flow } from './flow.ts'
import { exhibitsOf, pageRange, type LayoutEnv } from './layout-env.ts'
import { markedText } from './marked-text.ts'
import type { Span } from './rich-text.ts'
import { columns, drawRow, drawTableHead, type TableShape } from './table.ts'

/** Whether the cover is only one of a volume: the first one tells the case. */
export function isLaterVolume({ place }: LayoutEnv): boolean {
  return place?.kind === 'volume' && place.number > 1
}

export function volumeTitle(env: LayoutEnv): string {
  const { number = 1, of = 1 } = env.place ?? {}
  return env.words.volume.title(number, of)
}

/** What a later volume holds, where its numbers begin, and where the case is told. */
export function volumeStatement(env: LayoutEnv): readonly Span[] {
  const exhibits = rangeOf(exhibitsOf(env).map(({ exhibit }) => exhibit))
  const { of = 1 } = env.place ?? {}
  return markedText(env.words.volume.statement({ of, exhibits, from: env.firstPage }))
}

/** On the first cover: that this is not the whole pack. */
export function severalFilesNote(env: LayoutEnv): string | null {
  const { place, words: all } = env
  if (place === null || place.number > 1) return null
  const words = all.volume
  if (place.kind === 'volume') return words.title(1, place.of) + all.joins.stop + words.first(place.of)
  return words.separate(place.of - 1)
}

/** All volumes with their pages and exhibits, on the cover of each. */
export function drawVolumes(flow: Flow): void {
  const { env } = flow
  if (env.place?.kind !== 'volume') return
  const words = env.words.volume
  flow.section(words.section)
  const shape: TableShape = { columns: columns([60, 110, null]), padTop: 3, padBottom: 3 }
  drawTableHead(flow, shape, words.heads)
  env.files.forEach(({ first, last, exhibits }, index) => {
    const isBold = index + 1 === env.place?.number
    drawRow(flow, shape, [
      [{ spans: [{ text: String(index + 1), isBold }] }],
      [{ spans: [{ text: `${first}–${last}`, isBold }] }],
      [{ spans: [{ text: rangeOf(exhibits) ?? words.none, isBold }] }]
    ])
  })
  flow.space(14)
}

/** What this volume's own pages are good for. */
export function drawVolumeContents(flow: Flow): void {
  const { env } = flow
  const index = pageRange(env, 'index')
  const checks = pageRange(env, 'verification', 'checksums')
  flow.text(env.words.volume.contents({ index, checks }), env.styles.body)
}

/** `B-1 — C-4`; in a section by date the numbers between need not be all. */
function rangeOf(exhibits: readonly Exhibit[]): string | null {
  const [first] = exhibits
  const last = exhibits.at(-1)
  if (first === undefined || last === undefined) return null
  const [from, to] = [formatExhibitNumber(first.number), formatExhibitNumber(last.number)]
  return from === to ? from : `${from} — ${to}`
}
