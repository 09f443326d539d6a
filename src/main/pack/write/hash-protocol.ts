/** What a hashing thread is asked. Each request but `file` is answered, in their order. */
export type HashRequest =
  /** The next bytes of a source lie in shared memory, to be left alone until they are hashed. */
  | {
      readonly kind: 'bytes'
      readonly source: number
      readonly memory: SharedArrayBuffer
      readonly length: number
      readonly wantsMd5: boolean
    }
  /** A source is complete. */
  | { readonly kind: 'sums'; readonly source: number }
  /** A file that grows beside, and how far it stands for good. */
  | { readonly kind: 'file'; readonly path: string; readonly position: number }
  /** The file is complete, and this long. */
  | { readonly kind: 'end'; readonly path: string; readonly position: number }

/** In hex; no MD5 where none was asked for. */
export interface Sums {
  readonly sha256: string
  readonly md5: string | null
}

export type HashAnswer = { readonly kind: 'hashed' } | { readonly kind: 'sums'; readonly sums: Sums }
