import { halfWidth } from './half-width.ts'

/** Amounts are whole minor units (kopecks, fen, cents): sums stay exact. Limit: a value that is still exact and plausible for one number. */
export const LARGEST_AMOUNT_MINOR = 99_999_999_999

/** ISO 4217 codes offered first; any other three-letter code of a file is accepted as well. */
export const CURRENCIES = ['RUB', 'CNY', 'USD', 'EUR', 'KZT', 'BYN', 'UZS', 'HKD'] as const

/**
 * Making a format takes far longer than reading an amount, and a statement has a hundred thousand of them. Those offered
 * first have hundredths (ISO 4217): for them the runtime's tables need not be loaded at all.
 */
const knownDigits = new Map<string, number>(CURRENCIES.map((currency) => [currency, 2]))

/** Decimal places of a currency as the runtime's own tables say (ISO 4217). */
export function minorDigits(currency: string): number {
  const known = knownDigits.get(currency)
  if (known !== undefined) return known
  const { maximumFractionDigits = 2 } = new Intl.NumberFormat('en', {
    style: 'currency',
    currency
  }).resolvedOptions()
  knownDigits.set(currency, maximumFractionDigits)
  return maximumFractionDigits
}

const AMOUNT_FORM = /^(\d{1,3}(?:,\d{3})+|\d{1,3}(?:\.\d{3}){2,}|\d+)(?:[.,](\d+))?$/
/** Where a currency has thousandths, one comma before three figures is its decimal comma: `1,234` dinars are not a thousand. */
const THOUSANDTHS_FORM =
  /^(\d{1,3}(?:,\d{3})+(?=\.)|\d{1,3}(?:,\d{3}){2,}|\d{1,3}(?:\.\d{3}){2,}|\d+)(?:[.,](\d+))?$/

export type AmountFailure = 'amount-not-a-number' | 'amount-too-precise' | 'amount-too-large'

/**
 * Reads an amount as people type it: `1 482,50`, `1,482.50`, `1482.5`, `650`.
 * Exponents, signs and letters are refused: `1e99` is a mistake, not a sum.
 * @returns minor units, or which rule was broken
 */
export function parseAmount(typed: string, currency: string): number | AmountFailure {
  const text = halfWidth(typed).replace(/[\s\u00a0\u202f\u2009']/g, '')
  const digits = minorDigits(currency)
  const match = (digits === 3 ? THOUSANDTHS_FORM : AMOUNT_FORM).exec(text)
  if (match === null) return 'amount-not-a-number'
  const whole = (match[1] ?? '').replace(/[.,]/g, '')
  const fraction = match[2] ?? ''
  if (fraction.length > digits) return 'amount-too-precise'
  const minor = Number(whole) * 10 ** digits + Number(fraction.padEnd(digits, '0') || '0')
  return minor > LARGEST_AMOUNT_MINOR ? 'amount-too-large' : minor
}

/** Plain decimal text of minor units, with a point: `1482.50`; what a field shows while it is edited. */
export function plainAmount(amountMinor: number, currency: string): string {
  const digits = minorDigits(currency)
  return (amountMinor / 10 ** digits).toFixed(digits)
}
