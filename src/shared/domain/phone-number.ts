import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/min'

/** Numbers without a country code are read as Russian: the operators of the data file are. */
const DEFAULT_COUNTRY: CountryCode = 'RU'

/**
 * E.164 (`+79160000000`) of what a person typed, or null when it cannot be a number.
 * Invented numbers with 000 in the middle pass: the tables know ranges, not which number is in use.
 */
export function parsePhoneNumber(typed: string): string | null {
  const number = parsePhoneNumberFromString(typed, DEFAULT_COUNTRY)
  if (number?.isValid() !== true || number.ext !== undefined) return null
  return isCutShort(number.number) ? null : number.number
}

/** `8 916 000-00-0`: no Russian code begins with 89, so the 8 is the one dialled first and a digit is missing. */
function isCutShort(e164: string): boolean {
  return e164.startsWith('+789')
}

/**
 * `+7 916 000-00-00`, the way numbers are written where the operators are; other countries in the usual
 * international form. The spaces do not break, so a number never splits over two lines.
 */
export function formatPhoneNumber(e164: string): string {
  const russian = /^\+7(\d{3})(\d{3})(\d{2})(\d{2})$/.exec(e164)
  const spaced =
    russian === null
      ? (parsePhoneNumberFromString(e164)?.formatInternational() ?? e164)
      : `+7 ${russian[1]} ${russian[2]}-${russian[3]}-${russian[4]}`
  return spaced.replace(/ /g, '\u00a0')
}
