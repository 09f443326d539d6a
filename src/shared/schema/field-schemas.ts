import { z } from 'zod'
import { isIsoDate, isLocalMoment } from '../domain/calendar.ts'
import { CATEGORIES } from '../domain/category.ts'
import { LONGEST_LINE, LONGEST_TEXT } from '../domain/limits.ts'
import { LARGEST_AMOUNT_MINOR, minorDigits } from '../domain/money.ts'
import { PACK_LANGUAGES } from '../domain/pack-record.ts'

// What single fields hold, wherever they stand.

export const lineSchema = z.string().max(LONGEST_LINE)
export const textSchema = z.string().max(LONGEST_TEXT)
export const isoDateSchema = z.string().refine(isIsoDate)
export const instantSchema = z.iso.datetime()
export const idSchema = z.uuid()
export const categorySchema = z.enum(CATEGORIES)
export const amountMinorSchema = z.int().min(0).max(LARGEST_AMOUNT_MINOR)
export const currencySchema = z.string().refine(isCurrency)
export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/)
export const packCodeSchema = z.string().max(40)
export const packLanguageSchema = z.enum(PACK_LANGUAGES)
export const phoneNumberSchema = z.string().regex(/^\+[1-9]\d{4,14}$/)
export const zonedMomentSchema = z
  .strictObject({ local: z.string().refine(isLocalMoment), zone: z.string().refine(isZone) })
  .readonly()

function isCurrency(code: string): boolean {
  if (!/^[A-Z]{3}$/.test(code)) return false
  return Number.isInteger(minorDigits(code))
}

/** Asking the runtime takes longer than reading a whole contact, and most contacts have the same zone. */
const knownZones = new Set<string>()

function isZone(zone: string): boolean {
  if (knownZones.has(zone)) return true
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    knownZones.add(zone)
    return true
  } catch {
    return false
  }
}
