import type { DrawOp } from './drawing.ts'

/** What a piece of the document is for whoever has it read aloud, by the names of ISO 32000-1, 14.8.4. */
export type Role =
  | 'Part'
  | 'Sect'
  | 'H1'
  | 'H2'
  | 'P'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Table'
  | 'THead'
  | 'TBody'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Figure'

/**
 * A piece of the document's structure. Whatever is drawn under one and the same tag is one piece, on however many
 * sheets; pieces are read in the order in which they are first drawn.
 */
export interface Tag {
  readonly role: Role
  /** null = the document itself. */
  readonly parent: Tag | null
  /** What is said in place of a picture. */
  readonly alt?: string
  readonly cell?: CellPlace
}

/** Where a cell stands in its table. */
export interface CellPlace {
  readonly scope: 'Column' | 'Row' | null
  readonly from: number
  readonly to: number
  /** Where the columns of the whole table begin that hold anything; complete when the part is laid out. */
  readonly starts: ReadonlySet<number>
}

/** Puts what is drawn inside under a tag; under none where nothing new is said. */
export function drawTagged(ops: DrawOp[], tag: Tag | null, draw: (inside: DrawOp[]) => void): void {
  if (tag === null) return draw(ops)
  const inside: DrawOp[] = []
  draw(inside)
  ops.push({ kind: 'tagged', tag, ops: inside })
}

/** How many columns a cell reaches over; 0 = it stands in one that holds nothing in any row, and is none. */
export function columnSpan({ from, to, starts }: CellPlace): number {
  return [...starts].filter((start) => start >= from && start < to).length
}
