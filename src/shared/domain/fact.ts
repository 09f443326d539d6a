import type { IsoDate } from './calendar.ts'
import type { ScreenLanguage } from './settings.ts'

/**
 * How sure a fact is, surest first:
 * `verified` read in a page of the operator, an official body or the established press; `verified-old` the same, but
 * the page is old or undated; `second-hand` read only in somebody else's page; `general-knowledge` found in no page;
 * `conflicting` other pages say otherwise; `own` written by the user.
 */
export const CERTAINTIES = [
  'verified',
  'verified-old',
  'second-hand',
  'general-knowledge',
  'conflicting',
  'own'
] as const
export type Certainty = (typeof CERTAINTIES)[number]

export type InEachLanguage = Readonly<Record<ScreenLanguage, string>>

/** A plain string is the same for every reader: a number, an address, a name, or what the user wrote. */
export type FactText = string | InEachLanguage

/** Something said about the world, with the page that says it: never without a source, never from memory. */
export interface Fact {
  readonly value: FactText
  /** The page or paper it was read in. Empty only where the user wrote none. */
  readonly source: FactText
  readonly readOn: IsoDate
  /** The date printed in the source, as exact as it is there: `2015`, `2015-12` or `2015-12-16`. */
  readonly printedOn: string | null
  readonly certainty: Certainty
}

export function factText(text: FactText, language: ScreenLanguage): string {
  return typeof text === 'string' ? text : text[language]
}

/** Everything but a verified fact is shown with a warning: check it before relying on it. */
export function isConfirmed(certainty: Certainty): boolean {
  return certainty === 'verified'
}
