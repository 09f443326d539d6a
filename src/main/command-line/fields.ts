import { isLocalMoment, parseDate } from '../../shared/domain/calendar.ts'
import type { Dossier, SubscriberNames } from '../../shared/domain/dossier.ts'
import type { DossierEdit } from '../../shared/domain/dossier-edit.ts'
import { parseAmount } from '../../shared/domain/money.ts'
import type { OperatorData } from '../../shared/domain/operator-data.ts'
import { parsePhoneNumber } from '../../shared/domain/phone-number.ts'
import { done, failed, type Result } from '../../shared/domain/result.ts'
import { dossierEditSchema, LONGEST_LINE, LONGEST_TEXT } from '../../shared/schema/dossier-schema.ts'
import { entryOf, exhibitIdOf, parseEntry } from './ledger-entry.ts'
import { oneLine } from './one-line.ts'
import { findOperator } from './find-operator.ts'

export interface FieldContext {
  readonly dossier: Dossier
  readonly operators: readonly OperatorData[]
  readonly newId: () => string
}

type Read<Value> = Result<Value, { readonly code: string }>
/** What a typed value means for the dossier as it stands. */
export type FieldSetter = (typed: string, context: FieldContext) => Read<DossierEdit>
type ReadValue = (typed: string, context: FieldContext) => Read<unknown>

const line: ReadValue = (typed) => {
  const text = oneLine(typed)
  return text.length > LONGEST_LINE ? failed({ code: 'text-too-long' }) : done(text)
}
const longText: ReadValue = (typed) =>
  typed.length > LONGEST_TEXT ? failed({ code: 'text-too-long' }) : done(typed.trim())
const date: ReadValue = (typed) => {
  const on = parseDate(typed)
  if (typed.trim() === '') return done(null)
  return on === null ? failed({ code: 'date-not-a-date' }) : done(on)
}
const choice: ReadValue = (typed) => done(typed.trim() === '' ? null : typed.trim().toLowerCase())
const amount: ReadValue = (typed, { dossier }) => {
  if (typed.trim() === '') return done(null)
  const minor = parseAmount(typed, dossier.payments.currency)
  return typeof minor === 'string' ? failed({ code: minor }) : done(minor)
}
const moment: ReadValue = (typed) => {
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

/** @param fallback what is wrong with a value that the schema refuses */
function checked(candidate: unknown, fallback = 'bad-choice'): Read<DossierEdit> {
  const parsed = dossierEditSchema.safeParse(candidate)
  return parsed.success ? done(parsed.data) : failed({ code: fallback })
}

function of(kind: string, key: string, read: ReadValue, fallback?: string): FieldSetter {
  return (typed, context) => {
    const value = read(typed, context)
    return value.ok ? checked({ kind, values: { [key]: value.value } }, fallback) : value
  }
}

function nameIn(script: keyof SubscriberNames): FieldSetter {
  return (typed, context) => {
    const name = line(typed, context)
    if (!name.ok) return name
    const { subscriber } = context.dossier
    return checked({ kind: 'set-account', values: { subscriber: { ...subscriber, [script]: name.value } } })
  }
}

const operator: ReadValue = (typed, { operators }) => {
  const name = oneLine(typed)
  if (name === '') return failed({ code: 'operator-needed' })
  return name.length > LONGEST_LINE ? failed({ code: 'text-too-long' }) : done(findOperator(name, operators))
}
const phoneNumber: ReadValue = (typed) => {
  const number = parsePhoneNumber(typed)
  return number === null ? failed({ code: 'phone-not-a-number' }) : done(number)
}

const identity = (key: string, read: ReadValue) => of('set-identity', key, read)
const IDENTITY_LINES = [
  'documentNumber',
  'issuedBy',
  'contractNumber',
  'accountNumber',
  'simNumber',
  'contactEmail',
  'contactPhone',
  'contactAddress'
]
const IDENTITY_DATES = ['issuedOn', 'expiresOn', 'bornOn', 'contractOn']

const SETTERS: Readonly<Record<string, FieldSetter>> = {
  'account.operator': of('set-account', 'operator', operator),
  'account.phoneNumber': of('set-account', 'phoneNumber', phoneNumber),
  'account.latin': nameIn('latin'),
  'account.cyrillic': nameIn('cyrillic'),
  'account.chinese': nameIn('chinese'),
  'closing.reason': of('set-closing', 'reason', choice),
  'closing.note': of('set-closing', 'note', longText),
  'identity.documentKind': identity('documentKind', choice),
  ...Object.fromEntries(IDENTITY_LINES.map((key) => [`identity.${key}`, identity(key, line)])),
  ...Object.fromEntries(IDENTITY_DATES.map((key) => [`identity.${key}`, identity(key, date)])),
  'payments.currency': (typed) =>
    checked({ kind: 'set-currency', currency: typed.trim().toUpperCase() }, 'currency-unknown'),
  'payments.entry': (typed, { dossier, newId }) => {
    const parsed = parseEntry(typed)
    const entry = parsed.ok ? entryOf(parsed.value, dossier, newId) : parsed
    return entry.ok ? checked({ kind: 'put-entry', entry: entry.value }, 'entry-form') : entry
  },
  'payments.removeEntry': (typed) =>
    checked({ kind: 'remove-entry', entryId: typed.trim() }, 'no-such-entry'),
  'agreement.number': of('set-agreement', 'number', line),
  'agreement.signedOn': of('set-agreement', 'signedOn', date),
  'agreement.effectiveOn': of('set-agreement', 'effectiveOn', date),
  'agreement.penalty': of('set-agreement', 'penaltyMinor', amount),
  'agreement.notes': of('set-agreement', 'notes', longText),
  'confirmation.channel': of('set-confirmation', 'channel', choice),
  'confirmation.sender': of('set-confirmation', 'sender', line),
  'confirmation.receivedAt': of('set-confirmation', 'receivedAt', moment, 'moment-form'),
  'confirmation.text': of('set-confirmation', 'text', longText)
}

/** Fields of one exhibit, after its number: `B-2.caption`. */
const EXHIBIT_SETTERS: Readonly<Record<string, (exhibitId: string) => FieldSetter>> = {
  caption: (exhibitId) => (typed, context) => {
    const caption = line(typed, context)
    return caption.ok ? checked({ kind: 'caption-exhibit', exhibitId, caption: caption.value }) : caption
  },
  date: (exhibitId) => (typed, context) => {
    const on = date(typed, context)
    return on.ok ? checked({ kind: 'date-exhibit', exhibitId, on: on.value }) : on
  },
  category: (exhibitId) => (typed) =>
    checked({ kind: 'categorise-exhibit', exhibitId, category: typed.trim().toUpperCase() })
}

/** @returns null where there is no field of that name */
export function fieldSetter(field: string): FieldSetter | null {
  if (Object.hasOwn(SETTERS, field)) return SETTERS[field] ?? null
  const [, number = '', key = ''] = /^([A-G]-\d+)\.(\w+)$/i.exec(field) ?? []
  if (!Object.hasOwn(EXHIBIT_SETTERS, key)) return null
  return (typed, context) => {
    const exhibitId = exhibitIdOf(number, context.dossier)
    if (exhibitId === undefined) return failed({ code: 'no-such-exhibit' })
    return EXHIBIT_SETTERS[key]?.(exhibitId)(typed, context) ?? failed({ code: 'bad-choice' })
  }
}
