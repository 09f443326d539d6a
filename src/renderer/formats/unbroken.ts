/**
 * Figures and what hangs on them by a hyphen or a № kept in one line: `2026-11-05`, `C-1`, `№ 126-ФЗ`. Only for what is read on the
 * screen: what is typed, compared or copied has plain hyphens.
 */
export function unbroken(text: string): string {
  return text.replace(/(?<=\d)-(?=[\d\p{L}])|(?<=\p{Lu})-(?=\d)/gu, '\u2011').replace(/№ (?=\d)/gu, '№\u00a0')
}
