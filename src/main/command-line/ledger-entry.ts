import { parseDate } from '../../shared/domain/calendar.ts'
import type { Dossier } from '../../shared/domain/dossier.ts'
import type { DossierEdit } from '../../shared/domain/dossier-edit.ts'
import { ENTRY_KINDS, type LedgerEntry } from '../../shared/domain/ledger.ts'
import { CURRENCIES, parseAmount } from '../../shared/domain/money.ts'
import { done, failed } from '../../shared/domain/result.ts'
import { LONGEST_LINE } from '../../shared/domain/limits.ts'
import { dossierEditSchema } from '../../shared/schema/dossier-edit-schema.ts'
import { oneLine } from './one-line.ts'
import { listed, provenBy } from './proof-links.ts'
import type { Read } from './read-value.ts'

/** An entry as a person writes it; `exhibits` are numbers like `B-2`. */
export interface TypedEntry {
  readonly id?: string | undefined
  readonly on: string
  readonly kind: string
  readonly amount: string
  /** The ledger's own one where it is left out. */
  readonly currency?: string | undefined
  readonly note?: string | undefined
  /** Exactly these prove it; left out = those that proved it before. */
  readonly exhibits?: readonly string[] | undefined
}

/** `1 482,50`: a space between thousands is told from a space before the note by the decimals that follow. */
const SPACED_AMOUNT = /^\d{1,3}(?:[ \u00a0\u202f]\d{3})+[.,]\d+(?=\s|$)/
/** `1 482 …`: could be 1482, or 1 with a note that begins with 482. */
const AMBIGUOUS_AMOUNT = /^\d{1,3}[ \u00a0\u202f]\d{3}(?!\d)/

/** Reads `2026-10-14 payment 650.00 CNY Bank transfer [B-2, B-3]`. */
export function parseEntry(typed: string, ownCurrency: string): Read<TypedEntry> {
  const [, on = '', kind = '', rest = ''] = /^(\S+)\s+(\S+)\s+(.+)$/s.exec(typed.trim()) ?? []
  const spaced = SPACED_AMOUNT.exec(rest)?.[0]
  if (rest === '' || (spaced === undefined && AMBIGUOUS_AMOUNT.test(rest))) {
    return failed({ code: 'entry-form' })
  }
  const amount = spaced ?? /^\S+/.exec(rest)?.[0] ?? ''
  const [, words = '', exhibits] = /^(.*?)(?:\[([^\]]*)\])?$/s.exec(rest.slice(amount.length).trim()) ?? []
  const currency = currencyAtStart(words, ownCurrency)
  const note = currency === undefined ? words : words.slice(currency.length)
  return done({
    ...{ on, kind, amount, currency, note },
    exhibits: exhibits === undefined ? undefined : listed(exhibits)
  })
}

/** Only a usual currency counts: `ALL charges` is a note, although Albania's lek is written so. */
function currencyAtStart(words: string, own: string): string | undefined {
  const word = /^[A-Z]{3}(?=\s|$)/.exec(words)?.[0]
  return [own, ...CURRENCIES].find((code) => code === word)
}

/** The changes that put the entry into the ledger and link its proofs. */
export function entryEdits(
  { exhibits, ...typed }: TypedEntry,
  dossier: Dossier,
  newId: () => string
): Read<readonly DossierEdit[]> {
  const entry = entryOf(typed, dossier, newId)
  if (!entry.ok) return entry
  const put = dossierEditSchema.safeParse({
    kind: 'put-records',
    list: 'entries',
    records: [entry.value],
    beforeId: null
  })
  if (!put.success) return failed({ code: 'currency-unknown' })
  if (exhibits === undefined) return done([put.data])
  const links = provenBy({ kind: 'entry', id: entry.value.id }, exhibits, dossier)
  return links.ok ? done([put.data, ...links.value]) : links
}

function entryOf(
  { id, on, kind, amount, currency: typedCurrency, note = '' }: TypedEntry,
  { payments }: Dossier,
  newId: () => string
): Read<LedgerEntry> {
  const day = parseDate(on)
  if (day === null) return failed({ code: 'date-not-a-date' })
  const known = ENTRY_KINDS.find((one) => one === kind.toLowerCase())
  if (known === undefined) return failed({ code: 'bad-choice' })
  const currency = typedCurrency?.trim().toUpperCase() ?? payments.currency
  if (!/^[A-Z]{3}$/.test(currency)) return failed({ code: 'currency-unknown' })
  const amountMinor = parseAmount(amount, currency)
  if (typeof amountMinor === 'string') return failed({ code: amountMinor })
  if (amountMinor === 0) return failed({ code: 'amount-needed' })
  const line = oneLine(note)
  if (line.length > LONGEST_LINE) return failed({ code: 'text-too-long' })
  return done({ id: id ?? newId(), on: day, kind: known, amountMinor, currency, note: line })
}
