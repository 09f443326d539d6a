import { isLocalMoment, parseDate } from '../../shared/domain/calendar.ts'
import type { Dossier } from '../../shared/domain/dossier.ts'
import { parseAmount } from '../../shared/domain/money.ts'
import { done, failed, type Result } from '../../shared/domain/result.ts'
import { LONGEST_LINE, LONGEST_NUMBER, LONGEST_TEXT } from '../../shared/domain/limits.ts'
import { oneLine } from './one-line.ts'

export type Read<Value> = Result<Value, { readonly code: string }>
/** What was typed, as a dossier holds it; an empty text clears the field. */
export type ReadValue<Value = unknown> = (typed: string, dossier: Dossier) => Read<Value>

export const line: ReadValue<string> = (typed) => {
  const text = oneLine(typed)
  return text.length > LONGEST_LINE ? failed({ code: 'text-too-long' }) : done(text)
}

/** A number of a paper or an account, as short as the window wants it. */
export const number: ReadValue<string> = (typed) => {
  const text = oneLine(typed)
  return text.length > LONGEST_NUMBER ? failed({ code: 'number-too-long' }) : done(text)
}

export const longText: ReadValue<string> = (typed) =>
  typed.length > LONGEST_TEXT ? failed({ code: 'text-too-long' }) : done(typed.trim())

export const date: ReadValue<string | null> = (typed) => {
  if (typed.trim() === '') return done(null)
  const on = parseDate(typed)
  return on === null ? failed({ code: 'date-not-a-date' }) : done(on)
}

/** One of the words of a list; which ones there are, the schema of the edit knows. */
export const choice: ReadValue<string | null> = (typed) => done(typed.trim().toLowerCase() || null)

export const count: ReadValue<number | null> = (typed) => {
  if (typed.trim() === '') return done(null)
  return /^\d{1,9}$/.test(typed.trim()) ? done(Number(typed)) : failed({ code: 'count-form' })
}

export const yesOrNo: ReadValue<boolean | null> = (typed) => {
  const word = typed.trim().toLowerCase()
  if (word === '') return done(null)
  return word === 'yes' || word === 'no' ? done(word === 'yes') : failed({ code: 'yes-or-no' })
}

export const amount: ReadValue<number | null> = (typed, { payments }) => {
  if (typed.trim() === '') return done(null)
  const minor = parseAmount(typed, payments.currency)
  return typeof minor === 'string' ? failed({ code: minor }) : done(minor)
}

/** `2026-10-30 16:42 Europe/Moscow`; without a zone, the one of this computer. */
export const moment: ReadValue<{ readonly local: string; readonly zone: string } | null> = (typed) => {
  if (typed.trim() === '') return done(null)
  const [, day = '', time = '', zone] =
    /^(\S+?)[\sT]+(\d{1,2}:\d{2})(?::\d{2})?(?:\s+(\S+))?$/.exec(typed.trim()) ?? []
  if (time === '') return failed({ code: 'moment-form' })
  const on = parseDate(day)
  if (on === null) return failed({ code: 'date-not-a-date' })
  const local = `${on}T${time.padStart(5, '0')}`
  if (!isLocalMoment(local)) return failed({ code: 'time-not-a-time' })
  return done({ local, zone: zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone })
}
