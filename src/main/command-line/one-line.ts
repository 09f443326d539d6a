/** The text as one line of a form would hold it: no line breaks, no control characters, no space around it. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()
}
