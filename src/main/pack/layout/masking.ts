const DOT = '•'
const NBSP = '\u00a0'

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
