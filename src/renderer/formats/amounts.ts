import { minorDigits } from '../../shared/domain/money.ts'
import type { ScreenLanguage } from '../../shared/domain/settings.ts'
import { numberFormatter } from './formatters.ts'

const LOCALES: Readonly<Record<ScreenLanguage, string>> = { 'zh-CN': 'zh-CN', ru: 'ru-RU', en: 'en-GB' }

/** Figures alone: `1,482.50`, in Russian `1 482,50` with a no-break space. A minus is a real minus. */
export function formatFigure(amountMinor: number, currency: string, language: ScreenLanguage): string {
  const digits = minorDigits(currency)
  const text = numberFormatter(LOCALES[language], {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    useGrouping: 'always'
  }).format(Math.abs(amountMinor) / 10 ** digits)
  return amountMinor < 0 ? `\u2212${text}` : text
}

/** An amount with its currency after it, as all three languages of the app write it here: `1,482.50 ₽`. */
export function formatAmount(amountMinor: number, currency: string, language: ScreenLanguage): string {
  return `${formatFigure(amountMinor, currency, language)}\u00a0${currencySign(currency)}`
}

/** `₽`, `¥`, `$`; the code itself where there is no sign. */
export function currencySign(currency: string): string {
  const parts = numberFormatter('en', {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol'
  }).formatToParts(0)
  return parts.find((part) => part.type === 'currency')?.value ?? currency
}

/** The name of a currency in the reader's language, for a list to choose from. */
export function currencyName(currency: string, language: ScreenLanguage): string {
  return new Intl.DisplayNames([LOCALES[language]], { type: 'currency' }).of(currency) ?? currency
}
