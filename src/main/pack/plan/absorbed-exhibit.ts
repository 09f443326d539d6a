import type { Bar } from '../../../shared/domain/bar.ts'
import type { Exhibit } from '../../../shared/domain/exhibit.ts'
import type { SlipReason } from '../../../shared/domain/pack-job.ts'
import type { Matrix } from '../layout/drawing.ts'
import type { ObjectNumber } from '../write/pdf-syntax.ts'
import type { MessageRow } from './message-row.ts'
import type { PackedWords } from './packed-words.ts'
import type { WrittenRow } from './written-text.ts'

/** EXIF orientation: how the stored picture has to be turned to stand upright. */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8

/** A word of a page that is shown as a picture: not seen, but found, copied and read aloud. */
export interface HiddenWord {
  readonly text: string
  /** Where its baseline begins, in points from the lower left corner of the page as it is seen. */
  readonly x: number
  readonly y: number
  /** Along the baseline. */
  readonly width: number
  readonly size: number
  /** How far the baseline is turned from the horizontal, against the clock. */
  readonly degrees: number
}

/** What the copy of a picture has in its pixels. */
export interface Burnt {
  readonly hasPurpose: boolean
  readonly bars: readonly Bar[]
}

export interface PicturePage {
  readonly kind: 'picture'
  readonly object: ObjectNumber
  /** Pixels as stored, before turning. */
  readonly width: number
  readonly height: number
  readonly orientation: Orientation
  /** It is a copy with something in its pixels that the original does not have. */
  readonly burnt?: Burnt
}

/** How a page stands in its own document. */
interface SourceFrame {
  /** The visible part of the source page in its own units: its crop box inside its media box. */
  readonly visible: readonly [x0: number, y0: number, x1: number, y1: number]
  readonly rotation: 0 | 90 | 180 | 270
  readonly userUnit: number
  /** Those that lead to pages of the same document. */
  readonly links: readonly SourceLink[]
  /** Filled-in fields whose look the document leaves to its reader. */
  readonly fields: readonly SourceField[]
}

/** A page an exhibit gives to the pack; what it shows already stands in the file, under its object number. */
export type ExhibitPage =
  | PicturePage
  | ({
      readonly kind: 'foreign'
      readonly object: ObjectNumber
      /** Nothing of its own on it can be found by searching. */
      readonly isImageOnly: boolean
      /** Appearances of annotations and form fields, in the source page's own space. */
      readonly overlays: readonly { readonly object: ObjectNumber; readonly matrix: Matrix }[]
    } & SourceFrame)
  /** A foreign page as a picture of itself, upright, with its words laid under it: in archival packs, and under bars. */
  | ({
      readonly kind: 'rendered'
      readonly object: ObjectNumber
      /** From the unit square of a picture to the page. */
      readonly matrix: Matrix
      /** Points, as the page is seen. */
      readonly width: number
      readonly height: number
      readonly dpi: number
      /** In the order they are read in. */
      readonly words: PackedWords
      /** What is black in its picture. */
      readonly bars: readonly Bar[]
    } & SourceFrame)
  | { readonly kind: 'written'; readonly rows: readonly WrittenRow[] }
  | { readonly kind: 'messages'; readonly rows: readonly MessageRow[] }
  | { readonly kind: 'slip'; readonly reason: SlipReason }

export type ForeignPage = Extract<ExhibitPage, { kind: 'foreign' | 'rendered' }>

/** Why an original is not in the pack: identity data is masked, or the recipient gets the files separately. */
export type Withheld = 'masked' | 'apart'

/** A place in a foreign PDF, in the space of its page. */
export interface SourcePlace {
  /** Counted from 0 inside the document. */
  readonly page: number
  /** null = wherever the page begins. */
  readonly left: number | null
  readonly top: number | null
}

export interface SourceLink {
  /** In the space of the page it stands on, as far as that is shown. */
  readonly box: readonly [x0: number, y0: number, x1: number, y1: number]
  readonly place: SourcePlace
}

export type FieldMark = 'check' | 'cross' | 'disc' | 'square' | 'diamond'

/** A form field as it was filled in, in the space of its page. */
export interface SourceField {
  readonly box: readonly [x0: number, y0: number, x1: number, y1: number]
  /** Counter-clockwise, against the page. */
  readonly turn: 0 | 90 | 180 | 270
  readonly isFramed: boolean
  /** null = nothing stands in it. */
  readonly content:
    | {
        readonly kind: 'text'
        readonly text: string
        /** null = as large as there is room. */
        readonly size: number | null
        readonly isBold: boolean
        readonly align: 'left' | 'middle' | 'right'
        readonly isMultiline: boolean
        /** Each character has a cell of its own; null = they follow each other. */
        readonly cells: number | null
      }
    | { readonly kind: 'mark'; readonly mark: FieldMark }
    | null
}

/** A bookmark of a foreign PDF that leads to one of its pages. */
export interface SourceBookmark {
  readonly title: string
  /** Counted from 0 inside the document. */
  readonly page: number
  readonly children: readonly SourceBookmark[]
}

export interface AbsorbedExhibit {
  readonly exhibit: Exhibit
  /** Never empty: what cannot be shown has a slip. */
  readonly pages: readonly ExhibitPage[]
  /** Those the document came with. */
  readonly bookmarks: readonly SourceBookmark[]
  /** Where the original's bytes are: a photo's are its page image, unchanged. */
  readonly where: 'attached' | 'page-image' | 'nowhere' | Withheld
  /** Its name among the attachments. */
  readonly attachmentName: string
}

/** Why the exhibit is not shown as pages; null where it is. */
export function slipReasonOf({ pages }: AbsorbedExhibit): SlipReason | null {
  const [first] = pages
  return first?.kind === 'slip' ? first.reason : null
}

/** Whether a reader of the pack can open it: as pages, or as an attached file that is not damaged. */
export function isReadable(absorbed: AbsorbedExhibit): boolean {
  const reason = slipReasonOf(absorbed)
  return reason === null || (reason === 'no-page-form' && absorbed.where === 'attached')
}

/** Whether some page of a document is a picture without words. Of a photo nobody expects any. */
export function hasImageOnlyPages({ pages }: AbsorbedExhibit): boolean {
  return pages.some((page) => (page.kind === 'foreign' || page.kind === 'rendered') && isImageOnly(page))
}

/** Whether nothing on a page can be found by searching: neither what its document says nor what fields were filled with. */
export function isImageOnly(page: ForeignPage): boolean {
  const hasNoText = page.kind === 'rendered' ? page.words.count === 0 : page.isImageOnly
  return hasNoText && page.fields.length === 0
}

/** Whether parts of it are covered, in a picture or on pages. */
export function isBarred({ pages }: AbsorbedExhibit): boolean {
  return pages.some((page) => {
    if (page.kind === 'picture') return (page.burnt?.bars.length ?? 0) > 0
    return page.kind === 'rendered' && page.bars.length > 0
  })
}
