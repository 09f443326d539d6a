import type { CellsRow } from '../plan/written-text.ts'
import { TableTags } from './table-tags.ts'
import type { Tag } from './tag.ts'

type Kind = 'note' | 'field' | 'line' | 'cells'

/** The tags of what a text or a letter says: its rows come one after the other, over as many sheets as it takes. */
export class WrittenTags {
  readonly #section: Tag
  #last: Kind | null = null
  #paragraph: Tag
  #list: Tag
  #item: Tag
  #table: TableTags
  #cells: readonly (Tag | null)[] = []

  constructor(section: Tag) {
    this.#section = section
    this.#paragraph = { role: 'P', parent: section }
    this.#list = { role: 'L', parent: section }
    this.#item = { role: 'LBody', parent: section }
    this.#table = new TableTags(section)
  }

  /** Rows of a note one after the other are one paragraph. */
  note(): Tag {
    if (this.#follow('note') !== 'note') this.#paragraph = { role: 'P', parent: this.#section }
    return this.#paragraph
  }

  /** A line of the text, or the rest of one that is broken on paper. */
  line(isNew: boolean): Tag {
    if (this.#follow('line') !== 'line' || isNew) this.#paragraph = { role: 'P', parent: this.#section }
    return this.#paragraph
  }

  /** What a field is called, and what it says; null where it only goes on. */
  field(isNew: boolean): readonly [label: Tag | null, value: Tag] {
    if (this.#follow('field') !== 'field') this.#list = { role: 'L', parent: this.#section }
    if (!isNew) return [null, this.#item]
    const item: Tag = { role: 'LI', parent: this.#list }
    this.#item = { role: 'LBody', parent: item }
    return [{ role: 'Lbl', parent: item }, this.#item]
  }

  /** The cells of a row; of one that goes on those it began with, and none where a head is repeated. */
  cells(row: CellsRow): readonly (Tag | null)[] {
    const { table, part, number, cells } = row
    this.#follow('cells')
    if (number === null) return part === 'head' ? [] : this.#cells
    // Titles above the head are a table of their own: their columns have other names, or none.
    if (part === 'head') this.#table = new TableTags(this.#section)
    const tag = part === 'head' ? this.#table.headRow() : this.#table.row()
    this.#cells = cells.map((lines, at) => {
      const [first, last] = cells.length === 1 ? [0, table.columns.length - 1] : [at, at]
      const [from, to] = [table.columns[first], table.columns[last]]
      if (from === undefined || to === undefined) throw new Error(`no column ${at}`)
      const [left, right] = [from.x, to.x + to.width]
      return part === 'head'
        ? this.#table.headCell(tag, left, right, lines.length > 0)
        : this.#table.cell(tag, left, right, lines.length > 0, at === 0)
    })
    return this.#cells
  }

  /** @returns what came before */
  #follow(kind: Kind): Kind | null {
    const before = this.#last
    this.#last = kind
    return before
  }
}
