const FULL_WIDTH = /[\uff01-\uff5e\u3000\u3002]/g
/** From `！` (U+FF01) to `!` (U+0021), and so on through the whole row. */
const ROW_OFFSET = 0xfee0

/** What a Chinese keyboard wrote in full width, in the forms figures are read in: `１２００，５０` is `1200,50`. */
export function halfWidth(typed: string): string {
  return typed.replace(FULL_WIDTH, (sign) => {
    if (sign === '\u3000') return ' '
    // The point key of that keyboard writes the full stop of a sentence.
    if (sign === '\u3002') return '.'
    return String.fromCharCode(sign.charCodeAt(0) - ROW_OFFSET)
  })
}
