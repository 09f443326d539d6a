import type { Tag } from './tag.ts'

/** The tags of one table, from its first row to its last, however many sheets it takes. */
export class TableTags {
  readonly #table: Tag
  readonly #starts = new Set<number>()
  #body: Tag | null = null

  constructor(parent: Tag) {
    this.#table = { role: 'Table', parent }
  }

  /** Before the first row: from here on rows have no heads of their own. */
  headRow(): Tag {
    this.#body = { role: 'TBody', parent: this.#table }
    return { role: 'TR', parent: { role: 'THead', parent: this.#table } }
  }

  row(): Tag {
    return { role: 'TR', parent: this.#body ?? this.#table }
  }

  headCell(row: Tag, from: number, to: number, isFilled: boolean): Tag {
    return this.#cell(row, isFilled ? 'Column' : null, from, to, isFilled)
  }

  /** In a table without heads the first cell says what its row is about. */
  cell(row: Tag, from: number, to: number, isFilled: boolean, isFirst: boolean): Tag {
    return this.#cell(row, isFirst && isFilled && this.#body === null ? 'Row' : null, from, to, isFilled)
  }

  #cell(row: Tag, scope: 'Column' | 'Row' | null, from: number, to: number, isFilled: boolean): Tag {
    // Columns of different rows are added up in different ways: a tenth of a point is no other column.
    const [left, right] = [tenths(from), tenths(to)]
    if (isFilled) this.#starts.add(left)
    const cell = { scope, from: left, to: right, starts: this.#starts }
    return { role: scope === null ? 'TD' : 'TH', parent: row, cell }
  }
}

function tenths(value: number): number {
  return Math.round(value * 10)
}
