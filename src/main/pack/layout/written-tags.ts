import type { Tag } from './tag.ts'

type Kind = 'note' | 'field' | 'line'

/** The tags of what a text or a letter says: its rows come one after the other, over as many sheets as it takes. */
export class WrittenTags {
  readonly #section: Tag
  #last: Kind | null = null
  #paragraph: Tag
  #list: Tag
  #item: Tag

  constructor(section: Tag) {
    this.#section = section
    this.#paragraph = { role: 'P', parent: section }
    this.#list = { role: 'L', parent: section }
    this.#item = { role: 'LBody', parent: section }
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

  /** @returns what came before */
  #follow(kind: Kind): Kind | null {
    const before = this.#last
    this.#last = kind
    return before
  }
}
