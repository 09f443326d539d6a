/**
 * Texts of a pack in two languages travel as one string: what the first language says and what the second says stand
 * side by side between marks, alone or inside a longer text. The layout takes them apart again (`bilingual-lines.ts`).
 */
const WORDS = '\u0002'
/** A date or a sum: it is said again only inside a sentence of the second language. */
const VALUE = '\u0003'
const SECOND = '\u0004'
const END = '\u0005'
const PAIR = /[\u0002\u0003]([^\u0004]*)\u0004([^\u0005]*)\u0005/gu

type PairKind = 'words' | 'values'

/** One text for both languages; the same in both is said once. */
export function pair(first: string, second: string, kind: PairKind = 'words'): string {
  return first === second ? first : (kind === 'words' ? WORDS : VALUE) + first + SECOND + second + END
}

/** What the first language says. A text that is no pair stays as it is. */
export function firstOf(text: string): string {
  return text.includes(SECOND) ? text.replace(PAIR, '$1') : text
}

/** What the second language adds; empty where only numbers, dates and what the user typed would be said again. */
export function secondOf(text: string): string {
  if (!text.includes(WORDS)) return ''
  const second = text.replace(PAIR, '$2')
  return tidy(second, /[:：]\s*$/u.test(firstOf(text)))
}

/** What each language says, one text for each; numbers and what the user typed are not said again. */
export function formsOf(text: string): readonly string[] {
  return [firstOf(text), secondOf(text)].filter((form) => form !== '')
}

/** A value with words in it, the day of a week, said again beside itself. */
export function saidAgain(text: string): string {
  return inEach(text, (form) => form)
}

/** Something that is changed alike in both languages. */
export function inEach(text: string, change: (text: string) => string): string {
  return text.includes(SECOND) ? pair(change(firstOf(text)), change(wholeSecond(text))) : change(text)
}

/** What the user typed: the second language does not say it again. */
export function once(text: string): string {
  return VALUE + text + SECOND + END
}

/** A part that is said once leaves its comma or colon behind; the colon stays where the first language ends with one. */
function tidy(text: string, endsWithColon: boolean): string {
  const whole = text.replace(/( · )(?:\s*· )+/gu, '$1').replace(/^[\s·,:;，：；]+/u, '')
  return whole.replace(endsWithColon ? /[\s·,;，；—–]+$/u : /[\s·,:;，：；—–]+$/u, '')
}

function wholeSecond(text: string): string {
  return text.includes(SECOND) ? text.replace(PAIR, '$2') : text
}

/**
 * Two files of words, or the number forms of two languages, as one of the same shape: every text of it is a pair, and
 * what a function is given reaches each language in its own form.
 */
export function paired<T>(first: T, second: T, kind: PairKind = 'words'): T {
  return pairedValue(first, second, kind) as T
}

function pairedValue(first: unknown, second: unknown, kind: PairKind): unknown {
  if (typeof first === 'string' && typeof second === 'string') return pair(first, second, kind)
  if (typeof first === 'function' && typeof second === 'function') {
    return (...given: readonly unknown[]): unknown =>
      pairedValue(
        Reflect.apply(
          first,
          undefined,
          given.map((one) => deep(one, firstOf))
        ),
        Reflect.apply(
          second,
          undefined,
          given.map((one) => deep(one, wholeSecond))
        ),
        given.some(saysWords) ? 'words' : kind
      )
  }
  if (Array.isArray(first) && Array.isArray(second)) {
    return first.map((one: unknown, index) => pairedValue(one, second[index], kind))
  }
  if (isRecord(first) && isRecord(second)) {
    return Object.fromEntries(
      Object.entries(first).map(([key, one]) => [key, pairedValue(one, second[key], kind)])
    )
  }
  return first
}

function deep(value: unknown, form: (text: string) => string): unknown {
  if (typeof value === 'string') return form(value)
  if (Array.isArray(value)) return value.map((one: unknown) => deep(one, form))
  if (!isRecord(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, deep(one, form)]))
}

function saysWords(value: unknown): boolean {
  if (typeof value === 'string') return value.includes(WORDS)
  return typeof value === 'object' && value !== null && Object.values(value).some(saysWords)
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
