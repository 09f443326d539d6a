/** Something before the sign and a name of at least two parts after it; what is allowed in them is the mail's own affair. */
const ADDRESS = /[^\s@]@[^\s@.,;<>]+(?:\.[^\s@.,;<>]+)+/u

/** Whether a text has an e-mail address in it. Names and several addresses may stand beside: a person reads it. */
export function holdsEmailAddress(text: string): boolean {
  return ADDRESS.test(text)
}
