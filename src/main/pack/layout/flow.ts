import type { DrawOp, Sheet, Target } from './drawing.ts'
import { FRAME } from './geometry.ts'
import { lines, type LayoutEnv } from './layout-env.ts'
import { ownSheet, type BandText } from './page-furniture.ts'
import { linesThatStay } from './part-lines.ts'
import { drawLines, type Span, type TextLine, type TextStyle } from './rich-text.ts'
import { TableTags } from './table-tags.ts'
import { drawTagged, type Role, type Tag } from './tag.ts'

export interface LaidSheet {
  readonly sheet: Sheet
  readonly band: BandText
  /** Of the pages of our own: where what stands on it ends. */
  readonly foot?: { readonly y: number }
  /** It is the rest of the sheet before it, on which a part goes on from where the one before ended. */
  readonly isRest?: boolean
  /** Where the part begins on such a sheet. */
  readonly top?: number
}

export interface FlowOptions {
  readonly name: Target
  /** What the band calls this part. */
  readonly part: string
  readonly title: string
  readonly lead?: readonly Span[] | string
  readonly leadAfter?: number
  /** The cover begins with something else; its title serves further sheets only. */
  readonly isUntitled?: boolean
  /** Share of the usual space between things, where all must stand on one sheet. */
  readonly airiness?: number
}

/**
 * A part of our own that runs from the top of a sheet downwards and on to as many sheets as it needs.
 * Each further sheet begins with the continuation title.
 */
export class Flow {
  readonly sheets: LaidSheet[] = []
  readonly env: LayoutEnv
  readonly #options: FlowOptions
  readonly #part: Tag = { role: 'Part', parent: null }
  /** Rows one after the other are one table. */
  #table: TableTags | null = null
  /** What the next pieces are part of, where that is less than the part. */
  #inside: Tag | null = null
  /** Whether what every further sheet begins with is being drawn. */
  #isRepeating = false
  /** How far down the sheet at hand has come. */
  #foot: { y: number }
  /** Repeats the head of the table that is being continued. */
  #onNewSheet: (() => void) | null = null

  constructor(env: LayoutEnv, options: FlowOptions) {
    this.env = env
    this.#foot = { y: env.paper.top }
    this.#options = options
    this.#addSheet()
    if (options.isUntitled !== true) this.text(options.title, env.styles.title)
    if (options.lead === undefined) return
    this.space(3)
    this.text(options.lead, env.styles.lead)
    this.space(options.leadAfter ?? 12)
  }

  get airiness(): number {
    return this.#options.airiness ?? 1
  }

  get y(): number {
    return this.#foot.y
  }

  get room(): number {
    return this.#foot.y - FRAME.bottom
  }

  get ops(): DrawOp[] {
    const last = this.sheets.at(-1)
    if (last === undefined) throw new Error('a flow always has a sheet')
    return last.sheet.ops
  }

  /** Back to a height on the same sheet, to set something beside what was just drawn. */
  moveTo(y: number): void {
    this.#foot.y = y
  }

  space(height: number): void {
    this.#foot.y -= height * this.airiness
  }

  /** Begins a new sheet unless so much height is left. */
  need(height: number): void {
    if (this.room < height) this.newSheet()
  }

  newSheet(): void {
    this.#addSheet()
    this.asRepeated(() => {
      this.text(this.env.words.continued(this.#options.title), this.env.styles.continuation)
      this.space(7)
      this.#onNewSheet?.()
    })
  }

  /** What is drawn only because a sheet ended: it has been read already. */
  asRepeated(draw: () => void): void {
    this.#isRepeating = true
    draw()
    this.#isRepeating = false
  }

  /** A new piece of the part; null where nothing new is said. */
  tag(role: Role, alt?: string): Tag | null {
    if (this.#isRepeating) return null
    this.#table = null
    return { role, parent: this.#inside ?? this.#part, ...(alt === undefined ? {} : { alt }) }
  }

  /** Pieces that belong together, as the steps of a list do. */
  within(role: Role, draw: (tag: Tag) => void): void {
    const before = this.#inside
    this.#table = null
    this.#inside = { role, parent: before ?? this.#part }
    draw(this.#inside)
    this.#inside = before
    this.#table = null
  }

  /** The table that rows are being added to; null where nothing new is said. */
  tableTags(isNew = false): TableTags | null {
    if (this.#isRepeating) return null
    if (isNew) this.#table = null
    this.#table ??= new TableTags(this.#inside ?? this.#part)
    return this.#table
  }

  repeatOnNewSheet(head: (() => void) | null): void {
    this.#onNewSheet = head
  }

  /** A paragraph that breaks between sheets, never leaving one line alone. */
  text(
    spans: readonly Span[] | string,
    style: TextStyle,
    { x = FRAME.left, width = FRAME.width }: { readonly x?: number; readonly width?: number } = {}
  ): void {
    this.#lines(lines(this.env, spans, style, width), x, this.tag(this.#roleOf(style)))
  }

  #roleOf(style: TextStyle): Role {
    const { title, coverTitle, coverTitleSmall, section } = this.env.styles
    if (style === section) return 'H2'
    return style === title || style === coverTitle || style === coverTitleSmall ? 'H1' : 'P'
  }

  #lines(laid: readonly TextLine[], x: number, tag: Tag | null): void {
    let rest = laid
    while (rest.length > 0) {
      const taken = linesThatStay(rest.length, this.#fitting(rest))
      if (taken === 0) {
        this.newSheet()
        continue
      }
      const [now, top] = [rest.slice(0, taken), this.#foot.y]
      drawTagged(this.ops, tag, (inside) => (this.#foot.y -= drawLines(inside, now, { x, top })))
      rest = rest.slice(taken)
      if (rest.length > 0) this.newSheet()
    }
  }

  /** A heading inside the part, kept with what follows it. */
  section(title: string, keepWith = 45, before = 14): void {
    const { section } = this.env.styles
    this.need(before + section.leading + 4 + keepWith)
    this.space(before)
    this.text(title, section)
    this.space(4)
  }

  rule(width: number, from: number = FRAME.left, to: number = FRAME.right): void {
    this.ops.push({ kind: 'line', from: [from, this.#foot.y], to: [to, this.#foot.y], width, ink: 'black' })
  }

  draw(height: number, draw: (ops: DrawOp[], top: number) => void): void {
    this.need(height)
    draw(this.ops, this.#foot.y)
    this.#foot.y -= height
  }

  /** The same, as a piece of its own. */
  drawTagged(role: Role, height: number, draw: (ops: DrawOp[], top: number) => void): void {
    this.need(height)
    const tag = this.tag(role)
    this.draw(height, (ops, top) => drawTagged(ops, tag, (inside) => draw(inside, top)))
  }

  #fitting(laid: readonly TextLine[]): number {
    let height = 0
    const beyond = laid.findIndex((line) => (height += line.style.leading) > this.room + 0.01)
    return beyond === -1 ? laid.length : beyond
  }

  #addSheet(): void {
    const { name, part } = this.#options
    const { beginsAt, paper } = this.env
    const isFirst = this.sheets.length === 0
    const sheet = ownSheet(this.env, isFirst ? name : `${name}#${this.sheets.length + 1}`)
    const isRest = isFirst && beginsAt !== null
    this.#foot = { y: isRest ? beginsAt : paper.top }
    const laid = isRest ? { ...sheet, ops: [] } : sheet
    this.sheets.push({
      sheet: laid,
      band: { kind: 'own', part },
      foot: this.#foot,
      isRest,
      top: this.#foot.y
    })
  }
}
