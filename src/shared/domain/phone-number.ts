import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/min'

/** Numbers without a country code are read as Russian: the operators of the data file are. */
const DEFAULT_COUNTRY: CountryCode = 'RU'

/**
 * E.164 (`+79160000000`) of what a person typed, or null when it cannot be a number.
 * Specimen numbers (000 in the middle) pass: only length and form are judged, since a block may be newer than our tables.
 */
export function parsePhoneNumber(typed: string): string | null {
  const number = parsePhoneNumberFromString(typed, DEFAULT_COUNTRY)
  return number?.isPossible() === true && number.ext === undefined ? number.number : null
}

/** `+7 916 000-00-00` with no-break spaces, in every language of the app. */
export function formatPhoneNumber(e164: string): string {
  const number = parsePhoneNumberFromString(e164)
  return (number?.formatInternational() ?? e164).replace(/ /g, '\u00a0')
}
