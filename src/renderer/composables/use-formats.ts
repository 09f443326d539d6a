import type { Instant, IsoDate, ZonedMoment } from '../../shared/domain/calendar.ts'
import type { ScreenLanguage } from '../../shared/domain/settings.ts'
import { formatAmount, formatFigure } from '../formats/amounts.ts'
import { formatDate, formatInstant, formatMoment, type DateStyle } from '../formats/dates.ts'
import { formatSize } from '../formats/sizes.ts'
import { unbroken } from '../formats/unbroken.ts'
import { useLanguage } from './use-language.ts'

/** Texts to be read: no date of theirs breaks at the end of a line. */
export interface Formats {
  readonly date: (on: IsoDate, style?: DateStyle) => string
  readonly instant: (at: Instant, style?: DateStyle) => string
  readonly moment: (moment: ZonedMoment, style?: DateStyle) => string
  /** With the currency: `412.50 ₽`. */
  readonly amount: (amountMinor: number, currency: string) => string
  /** Without it: `412.50`. */
  readonly figure: (amountMinor: number, currency: string) => string
  readonly size: (sizeBytes: number) => string
}

/** Dates, amounts and sizes in the form of the screen's language; follows a change of it. */
export function useFormats(): Formats {
  const language = useLanguage()
  const now = (): ScreenLanguage => language.value
  return {
    date: (on, style = 'table') => unbroken(formatDate(on, now(), style)),
    instant: (at, style = 'table') => unbroken(formatInstant(at, now(), style)),
    moment: (moment, style = 'table') => unbroken(formatMoment(moment, now(), style)),
    amount: (amountMinor, currency) => formatAmount(amountMinor, currency, now()),
    figure: (amountMinor, currency) => formatFigure(amountMinor, currency, now()),
    size: (sizeBytes) => formatSize(sizeBytes, now())
  }
}
