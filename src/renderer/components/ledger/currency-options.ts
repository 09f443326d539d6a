import { CURRENCIES } from '../../../shared/domain/money.ts'
import type { ScreenLanguage } from '../../../shared/domain/settings.ts'
import { currencyName } from '../../formats/amounts.ts'

/** The usual currencies and those already in use, named in the reader's language. */
export function currencyOptions(
  used: readonly string[],
  language: ScreenLanguage
): readonly { readonly value: string; readonly label: string }[] {
  return [...new Set<string>([...CURRENCIES, ...used])].map((value) => ({
    value,
    label: `${value} · ${currencyName(value, language)}`
  }))
}
