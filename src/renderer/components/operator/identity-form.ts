import type { OperatorIdentity } from '../../../shared/domain/operator-data.ts'
import { SCREEN_LANGUAGES, type ScreenLanguage } from '../../../shared/domain/settings.ts'
import { LONGEST_LINE } from '../../../shared/domain/limits.ts'

/** The form as it is typed. */
export type TypedIdentity = Readonly<Record<ScreenLanguage | 'mark', string>>

export const LONGEST_MARK = 4

/** The edge of controls in both themes: an operator without a colour of its own. */
const NO_COLOUR = { light: '#77817D', dark: '#70808C' } as const

export function blankIdentity(): TypedIdentity {
  return { 'zh-CN': '', ru: '', en: '', mark: '' }
}

export function typedIdentity({ names, mark }: OperatorIdentity): TypedIdentity {
  return { ...names, mark }
}

/** The identity where everything is right, and a code beside every field where it is not. */
export function checkIdentity(
  typed: TypedIdentity,
  colour: OperatorIdentity['colour'] = NO_COLOUR
): {
  readonly identity: OperatorIdentity | null
  readonly errors: Partial<Record<keyof TypedIdentity, string>>
} {
  const errors: Partial<Record<keyof TypedIdentity, string>> = {}
  const filled = SCREEN_LANGUAGES.map((language) => typed[language].trim()).filter((name) => name !== '')
  const [first] = filled
  if (first === undefined) return { identity: null, errors: { 'zh-CN': 'name-needed-here' } }
  for (const language of SCREEN_LANGUAGES) {
    if (typed[language].trim().length > LONGEST_LINE) errors[language] = 'text-too-long'
  }
  if (typed.mark.trim().length > LONGEST_MARK) errors.mark = 'text-too-long'
  if (Object.keys(errors).length > 0) return { identity: null, errors }
  const nameIn = (language: ScreenLanguage) => typed[language].trim() || first
  const mark = typed.mark.trim() || Array.from(first).slice(0, 2).join('')
  return {
    identity: { names: { 'zh-CN': nameIn('zh-CN'), ru: nameIn('ru'), en: nameIn('en') }, mark, colour },
    errors
  }
}
