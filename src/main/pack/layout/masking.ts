const DOT = '•'
const NBSP = '\u00a0'

/** `E••••6789`: enough to find the person by, too little to borrow money with. Short numbers stay whole. */
export function maskDocumentNumber(number: string): string {
  const compact = number.replace(/\s+/gu, '')
  const characters = Array.from(compact)
  if (characters.length < 6) return number
  const first = /\p{L}/u.test(characters[0] ?? '') ? (characters[0] ?? '') : ''
  const hidden = characters.length - first.length - 4
  return `${first}${DOT.repeat(hidden)}${characters.slice(-4).join('')}`
}

/** `••.••.1991`. */
export function maskBirth(on: string): string {
  return `${DOT.repeat(2)}.${DOT.repeat(2)}.${on.slice(0, 4)}`
}

/** `8970 •••• •••• •••• 118`: the maker's mark and the last digits of a SIM card. */
export function maskSim(number: string): string {
  const digits = number.replace(/\s+/gu, '')
  if (digits.length < 12) return number
  const hidden = digits.length - 7
  const groups = Array.from({ length: Math.ceil(hidden / 4) }, (_, index) =>
    DOT.repeat(Math.min(4, hidden - index * 4))
  )
  return [digits.slice(0, 4), ...groups, digits.slice(-3)].join(NBSP)
}
