import type { ArchivalResult } from './archival-check.ts'

/** What a good record pack keeps to: what courts and those who settle disputes ask of an electronic bundle. */
export const NORMS = [
  'N1',
  'N2',
  'N3',
  'N4',
  'N5',
  'N6',
  'N7',
  'N8',
  'N9',
  'N10',
  'N11',
  'N12',
  'N13',
  'N14',
  'N15',
  'N16',
  'N17',
  'N18',
  'N19',
  'N20',
  'N21',
  'N22',
  'N23',
  'N24',
  'N25',
  'N26',
  'N27'
] as const
export type Norm = (typeof NORMS)[number]

/** Choices that change a norm on purpose: of the user, or of this app for a reason it can name. */
export const NORM_CHANGES = [
  /** A long caption is cut in the bookmark or above the page; the index has it whole. */
  'long-titles-cut',
  /** A photo or a scan is shown as it is: nobody retyped it. */
  'pages-are-pictures',
  /** The picture's own bytes are the proof, whatever their resolution. */
  'pictures-unchanged',
  /** The user named the file otherwise. */
  'own-file-name',
  /** The file opens only with the password the user chose. */
  'password-chosen',
  /** Other paper than A4, the same on all pages. */
  'letter-paper',
  /** The recipient's profile keeps originals out of the file. */
  'recipient-profile',
  /** The dossier is another one since the pack was made. */
  'dossier-changed',
  /** The source of these pages is not in the pack or cannot be looked into, so nothing says how they stand in it. */
  'turn-not-compared',
  /** Volumes, or a file for each exhibit. */
  'several-files',
  /** The file of a recording does not state how long it is. */
  'recording-without-length',
  /** Nothing was written down of what is heard. */
  'recording-without-notes',
  /** The user ordered the exhibits. */
  'own-order',
  /** The recipient takes files above what mail does. */
  'recipient-size-limit',
  /** The recipient's profile sets no limit. */
  'no-size-limit'
] as const
export type NormChange = (typeof NORM_CHANGES)[number]

export const NORM_FAULTS = [
  'unreadable',
  'needs-password',
  'password-wrong',
  'damaged-objects',
  'outside-content',
  'page-count-wrong',
  'number-wrong',
  'label-wrong',
  'print-differs',
  'band-covered',
  'band-moved',
  'band-unmarked',
  'index-row-missing',
  'index-link-wrong',
  'bookmark-missing',
  'bookmark-wrong',
  'bookmark-chain-broken',
  'title-differs',
  'text-missing',
  'letters-unmapped',
  'letters-invisible',
  'search-fails',
  'page-turned',
  'page-size-mixed',
  'proportion-lost',
  'picture-blown-up',
  'bookmarks-hidden',
  'bookmark-zooms',
  'opening-zoom-missing',
  'large-for-mail',
  'large-for-recipient',
  'out-of-date-order',
  'long',
  'very-long',
  'active-content',
  'fonts-missing',
  'name-too-long',
  'name-not-plain',
  'manifest-missing',
  'hash-not-printed',
  'attachment-differs',
  'program-not-named',
  'zone-not-named',
  'check-not-explained',
  'limits-not-stated',
  'exhibit-without-pages',
  'pages-lost',
  'page-of-another',
  'page-empty',
  'name-without-number',
  'core-too-long',
  'supplement-gap',
  'message-not-shown',
  'recording-not-listed'
] as const
export type NormFault = (typeof NORM_FAULTS)[number]

/** Why a norm says nothing of this file. */
export const NORM_SILENCES = [
  'unreadable',
  'no-manifest',
  'not-in-the-file',
  'source-unreadable',
  'no-supplement',
  'no-messages',
  'no-recordings',
  'one-file',
  'in-another-file',
  'whole-dossier',
  'needs-dossier'
] as const
export type NormSilence = (typeof NORM_SILENCES)[number]

export type NormResult =
  | { readonly norm: Norm; readonly state: 'held' }
  | {
      readonly norm: Norm
      readonly state: 'changed'
      readonly by: NormChange
      readonly pages: readonly number[]
    }
  | {
      readonly norm: Norm
      readonly state: 'not-held'
      readonly why: NormFault
      /** Counted from 1; empty where the whole file is meant. */
      readonly pages: readonly number[]
    }
  | { readonly norm: Norm; readonly state: 'not-asked'; readonly because: NormSilence }

/** What the check of a finished file found. */
export interface PackVerdict {
  readonly pages: number
  readonly sizeBytes: number
  /** One for each norm, in their order. */
  readonly norms: readonly NormResult[]
  readonly archival: ArchivalResult
}
