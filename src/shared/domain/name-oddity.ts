import type { SubscriberNames } from './dossier.ts'

/** What looks wrong in a name. Names are many, so it is said as a hint and never refused. */
export type NameOddity = 'look-alikes' | 'other-script'

const LETTERS: Readonly<Record<keyof SubscriberNames, RegExp>> = {
  latin: /\p{Script=Latin}/u,
  cyrillic: /\p{Script=Cyrillic}/u,
  chinese: /\p{Script=Han}/u
}

/**
 * Looks at a name that should be in one script; null = in any one. A word with Latin and Cyrillic letters in it reads
 * right and is found by no search: `С` and `C` are two letters.
 */
export function oddityOfName(name: string, script: keyof SubscriberNames | null): NameOddity | null {
  const words = name.match(/[\p{L}\p{M}]+/gu) ?? []
  if (words.some((word) => LETTERS.latin.test(word) && LETTERS.cyrillic.test(word))) return 'look-alikes'
  return script === null || words.length === 0 || LETTERS[script].test(name) ? null : 'other-script'
}
