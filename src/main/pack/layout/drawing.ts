import type { PackedWords } from '../plan/packed-words.ts'
import type { PackLanguage } from '../../../shared/domain/pack-record.ts'
import type { ObjectNumber } from '../write/pdf-syntax.ts'
import type { Tag } from './tag.ts'

/** Greys for text are 0, 0.25 and 0.37, none lighter: a copier must still see them. Only the mark has colour. */
export type Ink = 'black' | 'dark' | 'mid' | 'mark' | 'frame' | 'tint' | 'white'

/** Where a link leads: the name of a sheet, resolved to its page once the order is final. */
export type Target = string

/** a b c d e f of a PDF matrix. */
export type Matrix = readonly [number, number, number, number, number, number]

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A place on a page behind the first of a target, on its sheet. */
export interface PlaceBeyond {
  readonly pageOffset: number
  readonly x: number
  readonly y: number
}

/** What is put on a sheet, in points from its lower left corner. */
export type DrawOp =
  | {
      readonly kind: 'text'
      readonly x: number
      /** Baseline. */
      readonly y: number
      readonly text: string
      readonly size: number
      readonly isBold: boolean
      readonly ink: Ink
      /** Where it is not the pack's own: whoever reads aloud changes the voice. */
      readonly language?: PackLanguage
    }
  | {
      readonly kind: 'line'
      readonly from: readonly [number, number]
      readonly to: readonly [number, number]
      readonly width: number
      readonly ink: Ink
    }
  | {
      readonly kind: 'box'
      readonly box: Box
      readonly fill?: Ink
      readonly stroke?: { readonly width: number; readonly ink: Ink }
    }
  /** A ring or a disc of black, white inside the ring. */
  | {
      readonly kind: 'dot'
      readonly x: number
      readonly y: number
      readonly radius: number
      readonly isFilled: boolean
    }
  | {
      readonly kind: 'area'
      readonly corners: readonly (readonly [number, number])[]
      readonly ink: Ink
    }
  /** Lines that rise over what is drawn below, which stays readable through them. */
  | {
      readonly kind: 'slanted'
      /** Where the first baseline begins. */
      readonly x: number
      readonly y: number
      readonly degrees: number
      readonly leading: number
      readonly size: number
      readonly texts: readonly string[]
    }
  | { readonly kind: 'picture'; readonly object: ObjectNumber; readonly matrix: Matrix }
  | {
      readonly kind: 'foreign'
      readonly object: ObjectNumber
      readonly matrix: Matrix
      /** Nothing of the source is drawn outside: what its crop box hid stays hidden. */
      readonly clip: Box
      readonly overlays: readonly { readonly object: ObjectNumber; readonly matrix: Matrix }[]
    }
  /** Lies where it is seen in the picture it belongs to, and is itself not seen. */
  | {
      readonly kind: 'hidden-text'
      readonly words: PackedWords
      /** Where the lower left corner of their page stands, and the size of its points. */
      readonly x: number
      readonly y: number
      readonly scale: number
    }
  /** What is put into a space of its own. */
  | { readonly kind: 'placed'; readonly matrix: Matrix; readonly ops: readonly DrawOp[] }
  /** Only under a tag. One over a foreign page has no text and draws nothing of its own. */
  | {
      readonly kind: 'link'
      readonly box: Box
      readonly target: Target
      readonly place?: PlaceBeyond
      readonly text: string
      readonly ops: readonly DrawOp[]
    }
  /** Belongs to a piece of the document. What is under no tag is decoration and is never read aloud. */
  | { readonly kind: 'tagged'; readonly tag: Tag; readonly ops: readonly DrawOp[] }
  /** Comes again on every page. */
  | { readonly kind: 'furniture'; readonly place: 'Header' | 'Footer'; readonly ops: readonly DrawOp[] }
  /** Read aloud and extracted as one text, whatever its parts look like. */
  | { readonly kind: 'spoken'; readonly text: string; readonly ops: readonly DrawOp[] }

export interface Sheet {
  readonly name: Target
  readonly width: number
  readonly height: number
  readonly ops: DrawOp[]
}
