import type { BarPlace } from '../../../shared/domain/bar.ts'
import type { FontKey } from '../fonts/font-set.ts'
import type { Matrix } from '../layout/drawing.ts'
import type { HiddenWord } from '../plan/absorbed-exhibit.ts'

/** What a drawing thread is started with. */
export interface RenderStart {
  readonly wasm: Uint8Array
  /** Files of the faces that stand in for what a document does not bring along. */
  readonly fonts: Readonly<Record<FontKey, string>>
}

/** Where the bytes of a document are. */
export type RenderSource =
  /** In shared memory, to be left alone until another one is opened. */
  | { readonly kind: 'memory'; readonly memory: SharedArrayBuffer; readonly length: number }
  /** Asked for piece by piece: it waits until `state` says that `piece` is filled. */
  | {
      readonly kind: 'pieces'
      readonly length: number
      readonly piece: SharedArrayBuffer
      readonly state: SharedArrayBuffer
      /** What `state` can say; the thread's own file shares no code with anybody. */
      readonly says: { readonly asked: number; readonly there: number; readonly failed: number }
    }

/** What a drawing thread asks in the middle of a request. */
export interface ReadRequest {
  readonly kind: 'read'
  readonly position: number
  readonly length: number
}

/** What a drawing thread is asked. Each request is answered, in their order. */
export type RenderRequest =
  | { readonly kind: 'open'; readonly source: RenderSource }
  | {
      readonly kind: 'page'
      readonly index: number
      /** Size of the page's own unit in points. */
      readonly unit: number
      /** Whether a page that is one JPEG is answered by its bytes, unchanged. */
      readonly keepJpeg: boolean
      /** What is black in its picture; then its own bytes never are the answer. */
      readonly bars: readonly BarPlace[]
    }

export type RenderAnswer =
  | { readonly kind: 'opened'; readonly pages: number }
  /** `heldBytes`: what the module has taken for itself by now; it never gives any of it back. */
  | { readonly kind: 'page'; readonly page: DrawnPage; readonly heldBytes: number }
  | { readonly kind: 'refused'; readonly reason: 'pdf-encrypted' | 'pdf-broken' | 'engine-gave-up' }

/** A page as it is seen, upright. */
export interface DrawnPage {
  /** In points. */
  readonly width: number
  readonly height: number
  /** How far it is turned, with the clock. */
  readonly degrees: 0 | 90 | 180 | 270
  readonly words: readonly HiddenWord[]
  readonly picture: DrawnPicture
}

export type DrawnPicture =
  /** The page is this one picture, and these are its bytes as they stand in the document. */
  | ({
      readonly kind: 'jpeg'
      readonly bytes: Uint8Array
      /** From the unit square to the page. */
      readonly matrix: Matrix
      readonly isGrey: boolean
      /** The page as it is drawn, small: what the bytes have to show as well. */
      readonly proof: { readonly rgb: Uint8Array; readonly width: number; readonly height: number }
    } & Size)
  /** Too many colours to be kept as they are: still to be compressed, before the next page is asked for. */
  | ({ readonly kind: 'colours'; readonly rgb: Uint8Array } & Size)
  /** Deflated rows without a filter before them. */
  | ({
      readonly kind: 'rows'
      readonly deflated: Uint8Array
      readonly bits: 1 | 2 | 4 | 8
      /** RGB of each value. */
      readonly palette: Uint8Array
    } & Size)

/** In pixels. */
interface Size {
  readonly pixelWidth: number
  readonly pixelHeight: number
}
