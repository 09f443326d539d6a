/** A file of a pack as it would come out. */
export interface EstimatedFile {
  readonly firstPage: number
  readonly pages: number
  readonly sizeBytes: number
  /** Numbers of the exhibits in it, in the order of the pack. */
  readonly exhibits: readonly string[]
}

/** What a pack would be, found without writing it. */
export interface PackEstimate {
  readonly pages: number
  readonly sizeBytes: number
  readonly files: readonly EstimatedFile[]
  /** Numbers of the exhibits that are larger than a file may be, each in a volume of its own. */
  readonly above: readonly string[]
  /** Numbers of the exhibits whose original would not fit and goes separately. */
  readonly apart: readonly string[]
}
