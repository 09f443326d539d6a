import type { OperatorIdentity } from '../../../shared/domain/operator-data.ts'
import { SCREEN_LANGUAGES, type ScreenLanguage } from '../../../shared/domain/settings.ts'
import { LONGEST_LINE } from '../../../shared/domain/limits.ts'
import { NO_COLOUR } from '../mark/own-colour.ts'

/** The form as it is typed. */
export type TypedIdentity = Readonly<Record<ScreenLanguage | 'mark', string>>

export const LONGEST_MARK = 4

export function blankIdentity(): TypedIdentity {
  return { 'zh-CN': '', ru: '', en: '', mark: '' }
}

export function typedIdentity({ names, mark }: OperatorIdentity): TypedIdentity {
  return { ...names, mark }
}

/** The languages in the order their names are asked for: the screen's own first. */
export function namedFirstIn(language: ScreenLanguage): readonly ScreenLanguage[] {
  return [language, ...SCREEN_LANGUAGES.filter((other) => other !== language)]
}

/** The identity where everything is right, and a code beside every field where it is not. */
export function checkIdentity(
  typed: TypedIdentity,
  language: ScreenLanguage,
  colour: OperatorIdentity['colour'] = NO_COLOUR
): {
  readonly identity: OperatorIdentity | null
  readonly errors: Partial<Record<keyof TypedIdentity, string>>
} {
  const errors: Partial<Record<keyof TypedIdentity, string>> = {}
  const first = namedFirstIn(language)
    .map((named) => typed[named].trim())
    .find((name) => name !== '')
  if (first === undefined) return { identity: null, errors: { [language]: 'name-needed-here' } }
  for (const named of SCREEN_LANGUAGES) {
    if (typed[named].trim().length > LONGEST_LINE) errors[named] = 'text-too-long'
  }
  if (typed.mark.trim().length > LONGEST_MARK) errors.mark = 'mark-too-long'
  if (Object.keys(errors).length > 0) return { identity: null, errors }
  const nameIn = (named: ScreenLanguage) => typed[named].trim() || first
  const mark = typed.mark.trim() || Array.from(first).slice(0, 2).join('')
  return {
    identity: { names: { 'zh-CN': nameIn('zh-CN'), ru: nameIn('ru'), en: nameIn('en') }, mark, colour },
    errors
  }
}
