import { CURRENCIES } from '../../../shared/domain/money.ts'
import type { ScreenLanguage } from '../../../shared/domain/settings.ts'
import { currencyName } from '../../formats/amounts.ts'
import type { SelectOption } from '../field/SelectInput.vue'

/** The usual currencies and those already in use, named in the reader's language. */
export function currencyOptions(used: readonly string[], language: ScreenLanguage): readonly SelectOption[] {
  return [...new Set<string>([...CURRENCIES, ...used])].map((value) => ({
    value,
    label: `${value} · ${currencyName(value, language)}`
  }))
}
