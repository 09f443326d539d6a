/** What a hashing thread is asked. Each request but `file` is answered, in their order. */
export type HashRequest =
  /** The next bytes of a source lie in shared memory, to be left alone until they are hashed. */
  | {
      readonly kind: 'bytes'
      readonly source: number
      readonly memory: SharedArrayBuffer
      readonly offset: number
      readonly length: number
    }
  /** A source is complete. */
  | { readonly kind: 'sum'; readonly source: number }
  /** A file that grows beside, and how far it stands for good. */
  | { readonly kind: 'file'; readonly path: string; readonly position: number }
  /** The file is complete, and this long. */
  | { readonly kind: 'end'; readonly path: string; readonly position: number }

/** SHA-256 in hex. */
export type HashAnswer = { readonly kind: 'hashed' } | { readonly kind: 'sum'; readonly sha256: string }
