import type { FactText } from './fact.ts'
import { PACK_LANGUAGES, type PackLanguage } from './pack-record.ts'

/** Papers that every page of a pack can stand on. */
export const PAPERS = ['A4', 'Letter'] as const
export type Paper = (typeof PAPERS)[number]

/**
 * `working`: foreign pages as they are. `archival`: PDF/A-3u and PDF/UA-1, foreign pages as pictures with their text
 * laid under them.
 */
export const PACK_FORMS = ['working', 'archival'] as const
export type PackForm = (typeof PACK_FORMS)[number]

/** In one file, in volumes that go on counting pages, or each exhibit in a file of its own beside the index. */
export const DELIVERIES = ['one-file', 'volumes', 'separate-files'] as const
export type Delivery = (typeof DELIVERIES)[number]

/** Megabytes that mail services and portals of those who settle disputes let through; any other figure may be given. */
export const OFFERED_LIMITS_MB = [18, 20, 25, 35, 36, 50, 100] as const
/** A megabyte here is what mail services count in: a million bytes. */
export const BYTES_IN_MB = 1_000_000
/** Below the first a volume would hold little but its cover; above the second nothing is mailed. */
export const LEAST_LIMIT_MB = 2
export const MOST_LIMIT_MB = 10_000

/** Pages of our own that a recipient may do without; cover, index and the sheets of checksums are always in. */
export const PACK_PARTS = [
  'chronology',
  'identity',
  'payments',
  'contacts',
  'agreement',
  'confirmation',
  'evidence'
] as const
export type PackPart = (typeof PACK_PARTS)[number]

/** What of the identity data no text of the pack says. */
export interface Masking {
  readonly documentNumbers: boolean
  readonly birthDates: boolean
}

/** All about a pack that depends on who reads it. */
export interface PackSettings {
  readonly parts: readonly PackPart[]
  readonly masking: Masking
  /** Whether the pages of identity documents say what the copy is for. */
  readonly purposeMark: boolean
  readonly paper: Paper
  /** Whether the originals are attached to the PDF. */
  readonly attachments: boolean
  readonly form: PackForm
  readonly delivery: Delivery
  /** No file above it; null = whatever comes of it. */
  readonly largestFileMb: number | null
}

/** Known beforehand; a pack in volumes may still come out as one file. */
export function isOneFile({
  delivery,
  largestFileMb
}: Pick<PackSettings, 'delivery' | 'largestFileMb'>): boolean {
  return delivery === 'one-file' || (delivery === 'volumes' && largestFileMb === null)
}

/** `own` = the language the user reads. */
export const PROFILE_LANGUAGES = [...PACK_LANGUAGES, 'own'] as const
export type ProfileLanguage = (typeof PROFILE_LANGUAGES)[number]

/** Who a pack is for, and how it is made for them. */
export interface RecipientProfile extends PackSettings {
  readonly id: string
  readonly name: FactText
  /** What the choice means, in a sentence; empty where the user wrote none. */
  readonly meaning: FactText
  readonly language: ProfileLanguage
  /** A language below or beside the first; null = none. */
  readonly secondLanguage: ProfileLanguage | null
}

/** A profile in a list. */
export interface ListedProfile {
  readonly profile: RecipientProfile
  readonly isOwn: boolean
}

/** A copy for oneself: everything, and nothing hidden. */
export const USUAL_PACK_SETTINGS: PackSettings = {
  parts: PACK_PARTS,
  masking: { documentNumbers: false, birthDates: false },
  purposeMark: false,
  paper: 'A4',
  attachments: true,
  form: 'working',
  delivery: 'one-file',
  largestFileMb: null
}

/** The recipient that most packs go to first. */
export const FIRST_PROFILE_ID = 'operator'

/** The pack that one keeps for oneself. */
export const OWN_PROFILE_ID = 'self'

/** Whom the cover names: what was typed, else the profile; whoever keeps a pack for themselves is no addressee. */
export function addresseeOf(
  typed: string,
  profile: { readonly id: string; readonly name: string } | null
): string {
  return typed || (profile === null || profile.id === OWN_PROFILE_ID ? '' : profile.name)
}

export function languageFor(profile: RecipientProfile, own: PackLanguage): PackLanguage {
  return profile.language === 'own' ? own : profile.language
}

/** The second language of a pack; none where it would be the first again. */
export function secondLanguageFor(profile: RecipientProfile, own: PackLanguage): PackLanguage | null {
  const second = profile.secondLanguage === 'own' ? own : profile.secondLanguage
  return second === languageFor(profile, own) ? null : second
}

/** Only what decides the pages: a profile's settings without its name. */
export function settingsOf(profile: PackSettings): PackSettings {
  const { parts, masking, purposeMark, paper, attachments, form, delivery, largestFileMb } = profile
  return {
    parts: PACK_PARTS.filter((part) => parts.includes(part)),
    masking,
    purposeMark,
    paper,
    attachments,
    form,
    delivery,
    largestFileMb
  }
}

export function isMasking({ masking }: PackSettings): boolean {
  return masking.documentNumbers || masking.birthDates
}
