/** The edge of controls in both themes: an operator of the user's own, to which nobody gave a colour. */
export const NO_COLOUR = { light: '#77817D', dark: '#70808C' } as const

/** Tokens that stand out from a sheet in both themes and mean no fault. */
const TOKENS = ['--primary', '--moss', '--violet', '--ochre'] as const

/** The same token for the same operator, on every screen and at every start. */
export function ownColourOf(name: string): (typeof TOKENS)[number] {
  let sum = 0
  for (const sign of name.trim().toLowerCase()) sum = (sum * 31 + (sign.codePointAt(0) ?? 0)) % 9973
  return TOKENS[sum % TOKENS.length] ?? TOKENS[0]
}
