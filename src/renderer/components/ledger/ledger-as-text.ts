import { isCharge, type LedgerSection } from '../../../shared/domain/ledger.ts'
import type { Exhibit } from '../../../shared/domain/exhibit.ts'
import { formatExhibitNumber } from '../../../shared/domain/exhibit.ts'

export interface TableWords {
  /** Date, kind, description, exhibit, charged, paid, balance. */
  readonly heads: readonly string[]
  readonly kindOf: (kind: LedgerSection['rows'][number]['entry']['kind']) => string
  readonly date: (on: string) => string
  readonly figure: (amountMinor: number, currency: string) => string
}

/** The ledger as lines of cells between tabs: what spreadsheets and mail programs take as a table. */
export function ledgerAsText(
  sections: readonly LedgerSection[],
  proofs: ReadonlyMap<string, readonly Exhibit[]>,
  { heads, kindOf, date, figure }: TableWords
): string {
  const rows = sections.flatMap(({ currency, rows: entries }) =>
    entries.map(({ entry, balanceMinor }) => {
      const sum = figure(entry.amountMinor, currency)
      const numbers = (proofs.get(entry.id) ?? []).map(({ number }) => formatExhibitNumber(number))
      return [
        date(entry.on),
        kindOf(entry.kind),
        entry.note,
        numbers.join(', '),
        isCharge(entry.kind) ? sum : '',
        isCharge(entry.kind) ? '' : sum,
        figure(balanceMinor, currency),
        currency
      ]
    })
  )
  return [heads, ...rows].map((cells) => cells.map(plainCell).join('\t')).join('\n')
}

/** A spreadsheet runs what begins like a formula; an apostrophe before it keeps it text. Minus signs of sums are real ones and harmless. */
function plainCell(text: string): string {
  const line = text.replace(/[\t\r\n]+/g, ' ')
  return /^[=+\-@]/.test(line) ? `'${line}` : line
}
