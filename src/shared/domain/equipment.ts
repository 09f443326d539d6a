import type { IsoDate } from './calendar.ts'
import { halfWidth } from './half-width.ts'
import { passesLuhn } from './luhn.ts'

export const DEVICE_KINDS = ['phone', 'tablet', 'router', 'modem', 'tv-box', 'other'] as const
export type DeviceKind = (typeof DEVICE_KINDS)[number]

/** A device bound to the contract. Its photos and its receipt are exhibits linked to it. */
export interface Device {
  readonly id: string
  readonly kind: DeviceKind
  readonly model: string
  /** 15 digits, as shown by *#06#; empty where the device has none. */
  readonly imei: string
  readonly serial: string
  readonly condition: string
  readonly accountsRemoved: boolean
  readonly locksOff: boolean
  readonly returnedOn: IsoDate | null
  readonly handedTo: string
  /** Number of the receipt or of the parcel. */
  readonly tracking: string
}

export interface Equipment {
  /** Said by the user: the contract binds no device. */
  readonly nothingToReturn: boolean
  readonly devices: readonly Device[]
}

/**
 * Whether these digits are an IMEI: 15 of them, the last one the Luhn check digit
 * (3GPP TS 23.003, annex B). Spaces and hyphens are allowed between them.
 */
export function isImei(typed: string): boolean {
  const digits = halfWidth(typed).replace(/[\s-]/g, '')
  return /^\d{15}$/.test(digits) && passesLuhn(digits)
}
