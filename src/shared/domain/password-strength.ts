export const PASSWORD_STRENGTHS = ['weak', 'fair', 'good', 'strong'] as const
export type PasswordStrength = (typeof PASSWORD_STRENGTHS)[number]

/**
 * Bits of a sign: `first` where one of its kind begins, `next` where it follows one of its kind. Words and dates are
 * guessed as wholes, so what follows adds little. The figures are ours, on the careful side.
 */
const KINDS = [
  { is: /\p{Script=Han}/u, first: 9, next: 5 },
  { is: /\p{L}/u, first: 5, next: 2 },
  { is: /\p{Nd}/u, first: 3.3, next: 2.5 },
  // Between words one is expected.
  { is: /\s/u, first: 1, next: 0.5 },
  { is: /[\s\S]/u, first: 5, next: 3 }
] as const

/** A sign repeated, or the next one of the row. */
const ROW_BITS = 0.5
/** Where one kind gives way to another, which one comes is a choice too. */
const MIXED_BITS = 1

const LEAST_BITS: Readonly<Record<Exclude<PasswordStrength, 'weak'>, number>> = {
  fair: 36,
  good: 50,
  strong: 70
}

/** What people take most often, on the keyboards of our three languages; digits and signs around it change nothing. */
const COMMON = new Set(
  (
    'password passw passwd pass qwerty qwertyuiop asdf asdfgh asdfghjkl zxcvbn zxcvbnm qazwsx qwe qweasd qweasdzxc ' +
    'abc abcd admin administrator login welcome letmein iloveyou monkey dragon master secret test user guest root ' +
    'sunshine princess football baseball superman batman shadow closeout specimen love hello money computer internet ' +
    'parol gfhjkm qwertz ytrewq йцукен йцукенг фыва фывапролдж ячсмить пароль любовь привет солнце наташа марина ' +
    'максим андрей сергей москва россия секрет ключ админ договор woaini woaiwojia wodemima mima nihao ' +
    'aini zhongguo beijing shanghai caonima 密码 我爱你 你好 中国 我的密码 口令 北京 上海 销号 存证册'
  ).split(' ')
)

/**
 * How well a password stands up to guessing, by its length, the kinds of its signs, rows and repeats, and a short
 * list of common ones. It knows nothing of its owner: a child's name counts like any other word.
 */
export function passwordStrength(password: string): PasswordStrength {
  if (isCommon(password)) return 'weak'
  const bits = bitsOf(password)
  if (bits >= LEAST_BITS.strong) return 'strong'
  if (bits >= LEAST_BITS.good) return 'good'
  return bits >= LEAST_BITS.fair ? 'fair' : 'weak'
}

function isCommon(password: string): boolean {
  const words = password.toLowerCase().match(/\p{L}+/gu) ?? []
  return words.length === 1 && COMMON.has(words[0] ?? '')
}

function bitsOf(password: string): number {
  const repeated = /^(.+?)\1+$/su.exec(password)
  const signs = [...(repeated?.[1] ?? password)]
  const kinds = signs.map((sign) => KINDS.findIndex(({ is }) => is.test(sign)))
  const mixed = new Set(kinds).size > 1 ? MIXED_BITS : 0
  return signs.reduce((sum, sign, index) => {
    const change = kinds[index] === kinds[index - 1] ? 0 : mixed
    return sum + bitsAt(signs, kinds, index, sign) + change
  }, 0)
}

function bitsAt(signs: readonly string[], kinds: readonly number[], index: number, sign: string): number {
  const before = signs[index - 1]
  const kind = KINDS[kinds[index] ?? 0] ?? KINDS[0]
  if (before === undefined) return kind.first
  const step = (sign.codePointAt(0) ?? 0) - (before.codePointAt(0) ?? 0)
  if (Math.abs(step) <= 1) return ROW_BITS
  const goesOn = kinds[index] === kinds[index - 1] && !beginsWord(before, sign)
  return goesOn ? kind.next : kind.first
}

function beginsWord(before: string, sign: string): boolean {
  return /\p{Lu}/u.test(sign) || scriptOf(before) !== scriptOf(sign)
}

function scriptOf(sign: string): 'latin' | 'cyrillic' | 'other' {
  if (/\p{Script=Latin}/u.test(sign)) return 'latin'
  return /\p{Script=Cyrillic}/u.test(sign) ? 'cyrillic' : 'other'
}
