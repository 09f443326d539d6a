import type { CoreReason } from '../../../shared/domain/core-pack.ts'
import { formatExhibitNumber, type Exhibit } from '../../../shared/domain/exhibit.ts'
import { clockLength, isRecording, recordingFormat } from '../../../shared/domain/recording.ts'
import { slipReasonOf, type AbsorbedExhibit } from '../plan/absorbed-exhibit.ts'
import type { Words } from '../words/words.ts'
import { CORE_WORDS } from '../words/core-words.ts'
import { formsOf, pair } from '../words/paired.ts'
import type { Target } from './drawing.ts'
import { Flow, type LaidSheet } from './flow.ts'
import { exhibitTarget, pageRange, type LayoutEnv } from './layout-env.ts'
import { exhibitLink, pageLink } from './references.ts'
import type { Span } from './rich-text.ts'
import {
  columns,
  drawRow,
  drawTableHead,
  rowHeight,
  type Cell,
  type RowLook,
  type TableShape
} from './table.ts'

/** Points; a figure in the bold face of the table. */
const DIGIT_WIDTH = 6
/** Three figures under `Том` or `Vol.`. */
const VOLUME_WIDTH = 34

/** The index: a linked row for every part and exhibit, with its date and pages. */
export function layIndex(env: LayoutEnv): readonly LaidSheet[] {
  const { words } = env
  const flow = new Flow(env, {
    name: 'index',
    part: words.parts.index,
    title: words.parts.index,
    lead: words.index.lead,
    leadAfter: 8
  })
  const pages = pagesWidth(env)
  const isAlone = env.secondLanguage === null
  const code = isAlone ? 36 : 42
  const shape: TableShape = {
    columns: namesVolumes(env)
      ? columns([code, 88, null, VOLUME_WIDTH, pages], { right: [3, 4] })
      : columns([code, 88, null, pages], { right: [3] }),
    padTop: isAlone ? 2 : 1.1,
    padBottom: isAlone ? 2.1 : 1.2
  }
  const head = () => drawTableHead(flow, shape, headsOf(env))
  head()
  flow.repeatOnNewSheet(head)
  const own = pageRange(env, 'cover', env.frontParts.at(-1) ?? 'cover')
  const name = words.index.ownPages
  sectionRow(flow, shape, { letter: '', name, range: own, target: 'cover' }, { padTop: 4, keepBelow: 18 })
  for (const part of env.frontParts) {
    drawRow(flow, shape, [
      [],
      [],
      [{ spans: [{ text: words.parts[part], ink: 'mark', target: part }] }],
      ...volumeCell(env, env.place?.number),
      [{ spans: [pageLink(pageRange(env, part), part)] }]
    ])
  }
  for (const { category, exhibits } of env.sections) {
    const [first] = exhibits
    const last = exhibits.at(-1)
    if (first === undefined || last === undefined) continue
    const target = exhibitTarget(first.id)
    const section = {
      letter: category,
      name: words.categories[category],
      range: pageRange(env, target, exhibitTarget(last.id)),
      target
    }
    const rows = exhibits.map((exhibit) => exhibitCells(env, exhibit))
    const following = rows.slice(0, 2).reduce((sum, cells) => sum + rowHeight(env, shape, cells), 0)
    sectionRow(flow, shape, section, { padTop: 7, keepBelow: following })
    for (const cells of rows) drawRow(flow, shape, cells)
  }
  const checks = pageRange(env, 'verification', 'checksums')
  const last = { letter: '', name: words.index.checks, range: checks, target: 'verification' } as const
  sectionRow(flow, shape, last, { padTop: 7, rule: 0.9 })
  return flow.sheets
}

/** The full index, in the first of several volumes, names the volume of each row. */
function namesVolumes({ place }: LayoutEnv): boolean {
  return place?.kind === 'volume' && place.number === 1
}

function headsOf(env: LayoutEnv): readonly string[] {
  const [number, date, title, pages] = env.words.index.heads
  const { column } = env.words.volume
  return namesVolumes(env) ? [number, date, title, column, pages] : [number, date, title, pages]
}

function volumeCell(env: LayoutEnv, volume: number | undefined): readonly Cell[] {
  return namesVolumes(env) ? [[{ spans: volume === undefined ? '' : String(volume) }]] : []
}

/** Wide enough for the longest range, `103–104` or `1003–1004` in bold: no number is broken. */
function pagesWidth({ firstPage, pageCount }: LayoutEnv): number {
  const digits = String(firstPage + pageCount - 1).length
  return 44 + 2 * DIGIT_WIDTH * Math.max(0, digits - 3)
}

interface SectionLine {
  readonly letter: string
  readonly name: string
  readonly range: string
  readonly target: Target
}

/** A row for a whole section: its letter, name and page all lead to its first page. */
function sectionRow(
  flow: Flow,
  shape: TableShape,
  { letter, name, range, target }: SectionLine,
  place: RowLook
): void {
  const [number, date, title] = shape.columns
  const pages = shape.columns.at(-1)
  if (number === undefined || date === undefined || title === undefined || pages === undefined) return
  const wide: TableShape = {
    ...shape,
    columns: [number, { ...date, width: date.width + title.width }, pages]
  }
  const bold = (text: string): Cell => [{ spans: [{ text, isBold: true, target }] }]
  const page: Cell = [{ spans: [{ ...pageLink(range, target), isBold: true }] }]
  drawRow(flow, wide, [bold(letter), bold(name), page], { rule: 0.6, padBottom: 2.5, ...place })
}

function exhibitCells(env: LayoutEnv, exhibit: Exhibit): readonly Cell[] {
  const { words, formats } = env
  const target = exhibitTarget(exhibit.id)
  const flags = flagsOf(env, exhibit).map((text): Span => ({ text, size: 7.5, ink: 'black', isBoxed: true }))
  const reasons = (env.coreReasons.get(exhibit.id) ?? [])
    .map((reason) => coreReason(env, reason))
    .join(words.joins.comma)
  const former = exhibit.formerNumbers.map(formatExhibitNumber).join(', ')
  return [
    [{ spans: [exhibitLink(exhibit)] }],
    [{ spans: exhibit.madeOn === null ? '—' : formats.tableDate(exhibit.madeOn.on) }],
    [
      { spans: [{ text: captionOf(env, exhibit), ink: 'mark', target }, ...flags] },
      ...(reasons === '' ? [] : [{ spans: reasons, style: env.styles.second }]),
      ...(former === '' ? [] : [{ spans: words.index.formerly(former), style: env.styles.second }])
    ],
    ...volumeCell(env, env.fileOf.get(exhibit.id)),
    [{ spans: [pageLink(pageRange(env, target), target)] }]
  ]
}

function coreReason({ language, secondLanguage }: LayoutEnv, reason: CoreReason): string {
  const first = CORE_WORDS[language][reason]
  return secondLanguage === null ? first : pair(first, CORE_WORDS[secondLanguage][reason])
}

/** Where the file is that has no pages. */
function keptFlag(words: Words, where: AbsorbedExhibit['where'] | undefined): string {
  const { maskedFlag, apartFlag } = words.recipient.index
  if (where === 'masked') return maskedFlag
  return where === 'apart' ? apartFlag : words.index.attachedFlag
}

/** Short marks in a frame; a second language stands in the same one. */
function flagsOf(env: LayoutEnv, exhibit: Exhibit): readonly string[] {
  const { words } = env
  const absorbed = env.absorbed.get(exhibit.id)
  const reason = absorbed === undefined ? null : slipReasonOf(absorbed)
  const flags: string[] = []
  if (reason === 'no-page-form') flags.push(keptFlag(words, absorbed?.where))
  else if (reason === 'object-missing' || reason === 'object-changed') flags.push(words.index.missingFlag)
  else if (reason !== null) flags.push(words.index.unreadableFlag)
  const { mediaType, seconds } = exhibit.file
  if (isRecording(mediaType)) flags.push(recordingFlag(mediaType, seconds))
  if (exhibit.madeOn === null) flags.push(words.index.undated)
  return flags.map((flag) => formsOf(flag).join(' · '))
}

/** `MP3, 6:12`; the format alone where the file does not say how long it is. */
function recordingFlag(mediaType: string, seconds: number | undefined): string {
  const format = recordingFormat(mediaType)
  return seconds === undefined ? format : `${format}, ${clockLength(seconds)}`
}

/** The user's caption; without one, what is known of the file. */
export function captionOf(env: Pick<LayoutEnv, 'words'>, exhibit: Exhibit): string {
  const caption = exhibit.caption.trim()
  return caption === '' ? env.words.exhibit.untitled : caption
}
