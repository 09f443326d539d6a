import { z } from 'zod'
import { CLOSING_REASONS, CONFIRMATION_CHANNELS } from '../domain/dossier.ts'
import { LONGEST_NOTICE_DAYS } from '../domain/limits.ts'
import { SETTABLE_STATES } from '../domain/step.ts'
import {
  amountMinorSchema as amountMinor,
  isoDateSchema as isoDate,
  lineSchema as line,
  textSchema as text,
  zonedMomentSchema as zonedMoment
} from './field-schemas.ts'

// The parts of a dossier that are no list. A shape becomes a whole part in the dossier and any of it in an edit.

export const operatorSchema = z
  .strictObject({ id: z.string().max(40).nullable(), name: line.min(1) })
  .readonly()
export const namesSchema = z.strictObject({ latin: line, cyrillic: line, chinese: line }).readonly()
export const closingShape = {
  reason: z.enum(CLOSING_REASONS).nullable(),
  note: text,
  plannedOn: isoDate.nullable()
}
export const contractShape = {
  number: line,
  signedOn: isoDate.nullable(),
  accountNumber: line,
  simNumber: line,
  tariff: line
}
export const contactDetailsShape = { email: line, phone: line, address: line }
const representative = z
  .strictObject({
    name: line,
    attorneyNumber: line,
    notary: line,
    issuedOn: isoDate.nullable(),
    expiresOn: isoDate.nullable(),
    mayReceiveMoney: z.boolean().nullable()
  })
  .readonly()
export const identityShape = { bornOn: isoDate.nullable(), representative: representative.nullable() }
export const agreementShape = {
  number: line,
  appliedOn: isoDate.nullable(),
  signedOn: isoDate.nullable(),
  effectiveOn: isoDate.nullable(),
  penaltyMinor: amountMinor.nullable(),
  notes: text
}
export const confirmationShape = {
  channel: z.enum(CONFIRMATION_CHANNELS).nullable(),
  sender: line,
  receivedAt: zonedMoment.nullable(),
  text
}
export const termsShape = {
  endsOn: isoDate.nullable(),
  noticeDays: z.int().min(0).max(LONGEST_NOTICE_DAYS).nullable(),
  penaltyMinor: amountMinor.nullable(),
  note: text
}

export const overrideShape = { state: z.enum(SETTABLE_STATES), reason: text.min(1) }
