import { parseDate } from '../../shared/domain/calendar.ts'
import type { Dossier } from '../../shared/domain/dossier.ts'
import { formatExhibitNumber } from '../../shared/domain/exhibit.ts'
import { ENTRY_KINDS, type LedgerEntry } from '../../shared/domain/ledger.ts'
import { parseAmount } from '../../shared/domain/money.ts'
import { done, failed, type Result } from '../../shared/domain/result.ts'
import { LONGEST_LINE } from '../../shared/schema/dossier-schema.ts'
import { oneLine } from './one-line.ts'

/** An entry as a person writes it; `exhibit` is a number like `B-2`. */
export interface TypedEntry {
  readonly id?: string | undefined
  readonly on: string
  readonly kind: string
  readonly amount: string
  readonly note?: string | undefined
  readonly exhibit?: string | undefined
}

type EntryResult<Value> = Result<Value, { readonly code: string }>

/** `1 482,50`: a space between thousands is told from a space before the note by the decimals that follow. */
const SPACED_AMOUNT = /^\d{1,3}(?:[ \u00a0\u202f]\d{3})+[.,]\d+(?=\s|$)/
/** `1 482 …`: could be 1482, or 1 with a note that begins with 482. */
const AMBIGUOUS_AMOUNT = /^\d{1,3}[ \u00a0\u202f]\d{3}(?!\d)/

/** Reads `2026-10-14 payment 650.00 Bank transfer [B-2]`. */
export function parseEntry(typed: string): EntryResult<TypedEntry> {
  const [, on = '', kind = '', rest = ''] = /^(\S+)\s+(\S+)\s+(.+)$/s.exec(typed.trim()) ?? []
  const spaced = SPACED_AMOUNT.exec(rest)?.[0]
  if (rest === '' || (spaced === undefined && AMBIGUOUS_AMOUNT.test(rest))) {
    return failed({ code: 'entry-form' })
  }
  const amount = spaced ?? /^\S+/.exec(rest)?.[0] ?? ''
  const [, note = '', exhibit] = /^(.*?)(?:\[([^\]]*)\])?$/s.exec(rest.slice(amount.length).trim()) ?? []
  return done({ on, kind, amount, note, exhibit })
}

/** The entry as the ledger holds it. */
export function entryOf(
  { id, on, kind, amount, note = '', exhibit }: TypedEntry,
  dossier: Dossier,
  newId: () => string
): EntryResult<LedgerEntry> {
  const day = parseDate(on)
  if (day === null) return failed({ code: 'date-not-a-date' })
  const known = ENTRY_KINDS.find((one) => one === kind.toLowerCase())
  if (known === undefined) return failed({ code: 'bad-choice' })
  const amountMinor = parseAmount(amount, dossier.payments.currency)
  if (typeof amountMinor === 'string') return failed({ code: amountMinor })
  if (amountMinor === 0) return failed({ code: 'amount-needed' })
  const line = oneLine(note)
  if (line.length > LONGEST_LINE) return failed({ code: 'text-too-long' })
  const exhibitId = exhibit === undefined || exhibit === '' ? null : exhibitIdOf(exhibit, dossier)
  if (exhibitId === undefined) return failed({ code: 'no-such-exhibit' })
  return done({ id: id ?? newId(), on: day, kind: known, amountMinor, note: line, exhibitId })
}

/** @returns undefined where no exhibit has that number and is out of the trash */
export function exhibitIdOf(number: string, dossier: Dossier): string | undefined {
  const wanted = number.trim().toUpperCase()
  return dossier.exhibits.find(
    (exhibit) => exhibit.trashedAt === null && formatExhibitNumber(exhibit.number) === wanted
  )?.id
}
