/**
 * Figures and what hangs on them kept in one line: `2026-11-05`, `C-1`, `№ 126-ФЗ`, `36 MB`,
 * `200–300`. Only for what is read on the screen: what is typed, compared or copied has plain hyphens and spaces.
 */
export function unbroken(text: string): string {
  return text
    .replace(/(?<=\d)-(?=[\d\p{L}])|(?<=\p{Lu})-(?=\d)/gu, '\u2011')
    .replace(/(?<=\d)–(?=\d)/g, '\u2060–\u2060')
    .replace(/(?<=№) (?=\d)|(?<=\d) (?=\p{L})/gu, '\u00a0')
}
