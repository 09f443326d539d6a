/** What a spreadsheet would run rather than show; a signed figure or a phone number is neither. */
export function isFormula(text: string): boolean {
  const begun = text.trimStart()
  return (
    /^[=@]/.test(begun) ||
    (/^[+\-−]/.test(begun) && !/^[+\-−][\d\s.,()\-'₽¥$€₸%]*[\p{L}.]{0,4}$/u.test(begun))
  )
}
