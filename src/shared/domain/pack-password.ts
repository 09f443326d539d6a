import { done, failed, type Result } from './result.ts'

/** ISO 32000-2, 7.6.4.3.3: readers look at no more of a password than this. */
export const MOST_PASSWORD_BYTES = 127

export const PASSWORD_FAULTS = [
  'password-empty',
  'password-too-long',
  'password-signs',
  'password-directions'
] as const
export type PasswordFault = (typeof PASSWORD_FAULTS)[number]

/** RFC 3454, C.1.2: spaces of other kinds count as the plain one. */
const OTHER_SPACES = /[\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000]/gu
/** RFC 3454, B.1: signs that are not seen count as nothing. */
const NOT_SEEN = /\u00ad|\u034f|\u1806|[\u180b-\u180d]|\u200c|\u200d|\u2060|[\ufe00-\ufe0f]|\ufeff/gu
/** RFC 3454, C.2 to C.9: control signs, private use, half pairs, signs that only steer how others are shown. */
const REFUSED =
  /[\p{Cc}\p{Co}\p{Cs}\p{Noncharacter_Code_Point}\u06dd\u070f\u180e\u2028\u2029\u2061-\u2063\u206a-\u206f\ufff9-\ufffd\u2ff0-\u2ffb\u0340\u0341\u200e\u200f\u202a-\u202e\u{1d173}-\u{1d17a}\u{e0001}\u{e0020}-\u{e007f}]/u
const FROM_THE_RIGHT =
  /(?=\p{L})[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u
const LETTER = /\p{L}/u

/**
 * The password as readers of PDF compare it (SASLprep, RFC 4013): the same whichever keyboard it was typed on. Signs
 * younger than that table, as most emoji are, are taken as they are.
 *
 * @returns null where it holds nothing that counts
 */
export function preparePassword(typed: string): Result<string, { readonly code: PasswordFault }> {
  const prepared = typed.replace(OTHER_SPACES, ' ').replace(NOT_SEEN, '').normalize('NFKC')
  if (prepared === '') return failed({ code: 'password-empty' })
  if (REFUSED.test(prepared)) return failed({ code: 'password-signs' })
  if (mixesDirections(prepared)) return failed({ code: 'password-directions' })
  if (utf8Length(prepared) > MOST_PASSWORD_BYTES) return failed({ code: 'password-too-long' })
  return done(prepared)
}

/** RFC 3454, 6: readers that keep to it would refuse such a password, and nobody could open the file with them. */
function mixesDirections(prepared: string): boolean {
  const signs = [...prepared]
  if (!signs.some((sign) => FROM_THE_RIGHT.test(sign))) return false
  if (signs.some((sign) => LETTER.test(sign) && !FROM_THE_RIGHT.test(sign))) return true
  return !FROM_THE_RIGHT.test(signs[0] ?? '') || !FROM_THE_RIGHT.test(signs.at(-1) ?? '')
}

function utf8Length(text: string): number {
  return [...text].reduce((sum, sign) => sum + utf8Bytes(sign.codePointAt(0) ?? 0), 0)
}

function utf8Bytes(code: number): number {
  if (code < 0x80) return 1
  if (code < 0x800) return 2
  return code < 0x10000 ? 3 : 4
}
