/** Why a file does not keep to PDF/A-3u and PDF/UA-1, as far as a program can tell. */
export const ARCHIVAL_FAULTS = [
  'claim-incomplete',
  'encrypted',
  'frame-wrong',
  'metadata-differs',
  'font-not-inside',
  'letters-without-meaning',
  'colours-undefined',
  'forbidden-parts',
  'title-not-shown',
  'language-missing',
  'structure-missing',
  'content-loose',
  'picture-untold',
  'link-untold',
  'attachment-untold'
] as const
export type ArchivalFault = (typeof ARCHIVAL_FAULTS)[number]

export interface ArchivalFinding {
  readonly why: ArchivalFault
  /** Counted from 1; empty where the whole file is meant. */
  readonly pages: readonly number[]
}

/** What the check says of the archival form; it stands beside the norms, which ask it of no pack. */
export type ArchivalResult =
  | { readonly state: 'held' }
  | { readonly state: 'not-held'; readonly findings: readonly ArchivalFinding[] }
  | { readonly state: 'not-asked'; readonly because: 'working-form' | 'unreadable' }
