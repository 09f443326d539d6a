import type { SubscriberNames } from '../../shared/domain/dossier.ts'
import type { Dossier } from '../../shared/domain/dossier.ts'
import type { DossierEdit } from '../../shared/domain/dossier-edit.ts'
import type { IdentityDocument, Representative } from '../../shared/domain/identity.ts'
import type { OperatorData } from '../../shared/domain/operator-data.ts'
import { parsePhoneNumber } from '../../shared/domain/phone-number.ts'
import { done, failed } from '../../shared/domain/result.ts'
import { STEPS } from '../../shared/domain/step.ts'
import { LONGEST_LINE } from '../../shared/domain/limits.ts'
import { dossierEditSchema } from '../../shared/schema/dossier-edit-schema.ts'
import { findOperator } from './find-operator.ts'
import { entryEdits, parseEntry } from './ledger-entry.ts'
import { oneLine } from './one-line.ts'
import { exhibitOf, listed, proving, targetsOf } from './proof-links.ts'
import {
  amount,
  choice,
  count,
  date,
  line,
  longText,
  moment,
  number,
  yesOrNo,
  type Read,
  type ReadValue
} from './read-value.ts'

export interface FieldContext {
  readonly dossier: Dossier
  readonly operators: readonly OperatorData[]
  readonly newId: () => string
}

/** What a typed value means for the dossier as it stands. */
export type FieldSetter = (typed: string, context: FieldContext) => Read<readonly DossierEdit[]>

/** @param fallback what is wrong with a value that the schema refuses */
function checked(candidate: unknown, fallback = 'bad-choice'): Read<readonly DossierEdit[]> {
  const parsed = dossierEditSchema.safeParse(candidate)
  return parsed.success ? done([parsed.data]) : failed({ code: fallback })
}

/** Setters of the fields of one part, each with the way its value is read. */
function part(
  name: string,
  kind: string,
  readers: Readonly<Record<string, ReadValue>>,
  fallback?: string
): Readonly<Record<string, FieldSetter>> {
  const setter =
    (key: string, read: ReadValue): FieldSetter =>
    (typed, { dossier }) => {
      const value = read(typed, dossier)
      return value.ok ? checked({ kind, values: { [KEYS[key] ?? key]: value.value } }, fallback) : value
    }
  return Object.fromEntries(
    Object.entries(readers).map(([key, read]) => [`${name}.${key}`, setter(key, read)])
  )
}

/** Where a field is typed under a shorter name than it is kept under. */
const KEYS: Readonly<Record<string, string>> = { penalty: 'penaltyMinor' }

function nameIn(script: keyof SubscriberNames): FieldSetter {
  return (typed, { dossier }) => {
    const name = line(typed, dossier)
    if (!name.ok) return name
    const subscriber = { ...dossier.subscriber, [script]: name.value }
    return checked({ kind: 'set-account', values: { subscriber } })
  }
}

const operator: FieldSetter = (typed, { operators }) => {
  const name = oneLine(typed)
  if (name === '') return failed({ code: 'operator-needed' })
  if (name.length > LONGEST_LINE) return failed({ code: 'text-too-long' })
  return checked({ kind: 'set-account', values: { operator: findOperator(name, operators) } })
}

const phoneNumber: ReadValue = (typed) => {
  const parsed = parsePhoneNumber(typed)
  return parsed === null ? failed({ code: 'phone-not-a-number' }) : done(parsed)
}

const DOCUMENT_FIELDS: Readonly<Record<string, ReadValue>> = {
  kind: choice,
  number,
  issuedBy: line,
  issuedOn: date,
  expiresOn: date
}
const NEW_DOCUMENT: Omit<IdentityDocument, 'id'> = {
  kind: null,
  number: '',
  issuedBy: '',
  issuedOn: null,
  expiresOn: null
}

/** `document.number` is of the first document, `document.2.number` of the second; the next one is begun. */
function documentField(key: string, read: ReadValue, place: number): FieldSetter {
  return (typed, { dossier, newId }) => {
    const { documents } = dossier.identity
    if (place > documents.length + 1) return failed({ code: 'no-such-record' })
    const value = read(typed, dossier)
    if (!value.ok) return value
    const document = documents[place - 1] ?? { ...NEW_DOCUMENT, id: newId() }
    const records = [{ ...document, [key]: value.value }]
    return checked({ kind: 'put-records', list: 'documents', records, beforeId: null })
  }
}

const REPRESENTATIVE_FIELDS: Readonly<Record<string, ReadValue>> = {
  name: line,
  attorneyNumber: number,
  notary: line,
  issuedOn: date,
  expiresOn: date,
  mayReceiveMoney: yesOrNo
}
const NEW_REPRESENTATIVE: Representative = {
  name: '',
  attorneyNumber: '',
  notary: '',
  issuedOn: null,
  expiresOn: null,
  mayReceiveMoney: null
}

/** Without any value left, the subscriber acts in person. */
function representativeField(key: string, read: ReadValue): FieldSetter {
  return (typed, { dossier }) => {
    const value = read(typed, dossier)
    if (!value.ok) return value
    const changed = { ...(dossier.identity.representative ?? NEW_REPRESENTATIVE), [key]: value.value }
    const isEmpty = Object.values(changed).every((one) => one === '' || one === null)
    return checked({ kind: 'set-identity', values: { representative: isEmpty ? null : changed } })
  }
}

/** `override.equipment="not-needed The router was bought"`; an empty text returns to the computed state. */
function overrideField(step: string): FieldSetter {
  return (typed) => {
    const [, state = '', reason = ''] = /^(\S+)\s*(.*)$/s.exec(typed.trim()) ?? []
    if (state === '') return checked({ kind: 'override-step', step, override: null })
    if (reason === '') return failed({ code: 'reason-needed' })
    return checked({ kind: 'override-step', step, override: { state: state.toLowerCase(), reason } })
  }
}

const SETTERS: Readonly<Record<string, FieldSetter>> = {
  'account.operator': operator,
  ...part('account', 'set-account', { phoneNumber }),
  'account.latin': nameIn('latin'),
  'account.cyrillic': nameIn('cyrillic'),
  'account.chinese': nameIn('chinese'),
  ...part('closing', 'set-closing', { reason: choice, note: longText, plannedOn: date }),
  ...part('contract', 'set-contract', {
    number,
    signedOn: date,
    accountNumber: number,
    simNumber: number,
    tariff: line
  }),
  ...part('contactDetails', 'set-contact-details', { email: line, phone: number, address: line }),
  ...part('identity', 'set-identity', { bornOn: date }),
  ...Object.fromEntries(
    Object.entries(REPRESENTATIVE_FIELDS).map(([key, read]) => [
      `representative.${key}`,
      representativeField(key, read)
    ])
  ),
  'payments.currency': (typed) =>
    checked({ kind: 'set-currency', currency: typed.trim().toUpperCase() }, 'currency-unknown'),
  'payments.entry': (typed, { dossier, newId }) => {
    const parsed = parseEntry(typed, dossier.payments.currency)
    return parsed.ok ? entryEdits(parsed.value, dossier, newId) : parsed
  },
  'payments.removeEntry': (typed) =>
    checked({ kind: 'remove-records', list: 'entries', ids: [typed.trim()] }, 'no-such-record'),
  ...part('agreement', 'set-agreement', {
    number,
    appliedOn: date,
    signedOn: date,
    effectiveOn: date,
    penalty: amount,
    notes: longText
  }),
  ...part(
    'terms',
    'set-terms',
    { endsOn: date, noticeDays: count, penalty: amount, note: longText },
    'count-form'
  ),
  ...part('equipment', 'set-equipment', { nothingToReturn: yesOrNo }, 'yes-or-no'),
  ...part('confirmation', 'set-confirmation', { channel: choice, sender: line, text: longText }),
  ...part('confirmation', 'set-confirmation', { receivedAt: moment }, 'moment-form'),
  ...Object.fromEntries(STEPS.map((step) => [`override.${step}`, overrideField(step)]))
}

/** Fields of one exhibit, after its number: `B-2.caption`. */
const EXHIBIT_SETTERS: Readonly<Record<string, FieldSetterOf>> = {
  caption:
    (exhibit) =>
    (typed, { dossier }) => {
      const caption = line(typed, dossier)
      if (!caption.ok) return caption
      return checked({ kind: 'caption-exhibit', exhibitId: exhibit.id, caption: caption.value })
    },
  date:
    (exhibit) =>
    (typed, { dossier }) => {
      const on = date(typed, dossier)
      if (!on.ok) return on
      const madeOn = on.value === null ? null : { on: on.value, source: 'stated' }
      return checked({ kind: 'date-exhibit', exhibitId: exhibit.id, madeOn })
    },
  category: (exhibit) => (typed) =>
    checked({ kind: 'categorise-exhibit', exhibitId: exhibit.id, category: typed.trim().toUpperCase() }),
  proves:
    (exhibit) =>
    (typed, { dossier }) => {
      const targets = targetsOf(listed(typed), dossier)
      return targets.ok ? done(proving(exhibit, targets.value)) : targets
    }
}

type FieldSetterOf = (exhibit: NonNullable<ReturnType<typeof exhibitOf>>) => FieldSetter

/** @returns null where there is no field of that name */
export function fieldSetter(field: string): FieldSetter | null {
  if (Object.hasOwn(SETTERS, field)) return SETTERS[field] ?? null
  const [, place = '1', documentKey = ''] = /^document\.(?:(\d{1,2})\.)?(\w+)$/.exec(field) ?? []
  const readDocument = Object.hasOwn(DOCUMENT_FIELDS, documentKey) ? DOCUMENT_FIELDS[documentKey] : undefined
  if (readDocument !== undefined && Number(place) > 0) {
    return documentField(documentKey, readDocument, Number(place))
  }
  const [, number = '', key = ''] = /^([A-G]-\d+)\.(\w+)$/i.exec(field) ?? []
  const setterOf = Object.hasOwn(EXHIBIT_SETTERS, key) ? EXHIBIT_SETTERS[key] : undefined
  if (setterOf === undefined) return null
  return (typed, context) => {
    const exhibit = exhibitOf(number, context.dossier)
    return exhibit === undefined ? failed({ code: 'no-such-exhibit' }) : setterOf(exhibit)(typed, context)
  }
}
