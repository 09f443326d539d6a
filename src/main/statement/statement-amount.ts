import { type AmountFailure, minorDigits, parseAmount } from '../../shared/domain/money.ts'
import type { DecimalMark } from '../../shared/domain/statement.ts'

/** Signs and words that name a currency in a sum or above its column. `810` and `RUR` are the rouble's codes before 1998. */
const CURRENCY_FORMS: readonly { readonly form: RegExp; readonly code: string }[] = [
  { form: /₽|(?<!\p{L})(?:руб|р\.|р$|rub|rur)|卢布|^643$|^810$/iu, code: 'RUB' },
  { form: /[¥￥元]|人民币|cny|rmb|^156$/i, code: 'CNY' },
  { form: /(?<![\p{L}])US\$|^\$|\$$|usd|美元|^840$/iu, code: 'USD' },
  { form: /€|eur|евро|欧元|^978$/i, code: 'EUR' },
  { form: /₸|kzt|тенге|坚戈|^398$/i, code: 'KZT' },
  { form: /byn|^933$/i, code: 'BYN' }
]

const KNOWN_CODES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'))

/** The currency a text names, by sign, word or ISO code; null when it names none we know. */
export function readCurrency(text: string): string | null {
  const named = text.trim()
  const code = /(?<![A-Z])[A-Z]{3}(?![A-Z])/.exec(named.toUpperCase())?.[0]
  if (code !== undefined && code !== 'RUR' && KNOWN_CODES.has(code)) return code
  return CURRENCY_FORMS.find(({ form }) => form.test(named))?.code ?? null
}

/** What stands before or after the figures: signs, currency, brackets of a negative sum. */
const SUM_FORM =
  /^(\()?\s*([+\-−–])?\s*([^\d\s.,+\-−–()]{0,6}\.?)\s*([+\-−–])?\s*([\d][\d\s.,'’\u00a0\u202f\u2009]*?)\s*([^\d\s.,()+\-−–]{0,6}\.?)\s*([+\-−–])?\s*(\))?$/u

/** Longer text is no sum, and matching it would take quadratic time. */
const LONGEST_SUM = 60

export interface SignedAmount {
  readonly amountMinor: number
  readonly isNegative: boolean
  readonly hasSign: boolean
  /** Named in the cell itself. */
  readonly currency: string | null
}

/** Reads a sum as a statement prints it: `-1 482,50 ₽`, `(12.00)`, `¥30.00`, `1.234,56-`. */
export function readStatementAmount(
  cell: string,
  fallbackCurrency: string,
  decimalMark: DecimalMark
): SignedAmount | AmountFailure {
  const text = cell.trim()
  const match = text.length > LONGEST_SUM ? null : SUM_FORM.exec(text)
  if (match === null) return 'amount-not-a-number'
  const [, open, sign1, before = '', sign2, figures = '', after = '', sign3, close] = match
  const label = `${before}${after}`
  const named = label === '' ? null : readCurrency(label)
  if (label !== '' && named === null) return 'amount-not-a-number'
  const sign = sign1 ?? sign2 ?? sign3
  const isBracketed = open !== undefined && close !== undefined
  const amountMinor = parseAmount(
    plainFigures(figures, decimalMark, named ?? fallbackCurrency),
    named ?? fallbackCurrency
  )
  if (typeof amountMinor === 'string') return amountMinor
  const isNegative = isBracketed || (sign !== undefined && sign !== '+')
  return { amountMinor, isNegative, hasSign: sign !== undefined || isBracketed, currency: named }
}

/** `1.234,50` with the column's decimal mark as `1234.50`; noughts beyond the currency's places say nothing. */
function plainFigures(figures: string, decimalMark: DecimalMark, currency: string): string {
  const [decimal, group] = decimalMark === 'comma' ? [',', '.'] : ['.', ',']
  const compact = figures.replace(/[\s'’\u00a0\u202f\u2009]/g, '')
  const parts = compact.split(decimal)
  // Grouping marks only: a column of `1,234` and no other mark is read as parseAmount reads it.
  if (parts.length > 2 || (parts[1]?.includes(group) ?? false)) return compact
  const whole = (parts[0] ?? '').replaceAll(group, '')
  const isGrouped =
    (parts[0] ?? '') === whole || new RegExp(`^\\d{1,3}(\\${group}\\d{3})+$`).test(parts[0] ?? '')
  if (!isGrouped) return compact
  const fraction = (parts[1] ?? '').replace(new RegExp(`(?<=^\\d{${String(minorDigits(currency))}})0+$`), '')
  return fraction === '' ? whole : `${whole}.${fraction}`
}

/** The mark before the last one or two figures, by majority; a full stop where nothing tells. */
export function guessDecimalMark(cells: readonly string[]): DecimalMark {
  const ends = cells.flatMap((cell) => /[.,](?=\d{1,2}(?!\d)\D*$)/.exec(cell)?.[0] ?? [])
  const commas = ends.filter((mark) => mark === ',').length
  return commas * 2 > ends.length ? 'comma' : 'point'
}
