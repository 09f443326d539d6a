import type { ScreenLanguage } from '../../shared/domain/settings.ts'
import { zoneName } from './dates.ts'

/** Zones of the operators' country and of where their customers go; any other of the system's is added by `zoneChoices`. */
const COMMON_ZONES = [
  'Europe/Moscow',
  'Europe/Kaliningrad',
  'Europe/Samara',
  'Asia/Yekaterinburg',
  'Asia/Omsk',
  'Asia/Krasnoyarsk',
  'Asia/Irkutsk',
  'Asia/Yakutsk',
  'Asia/Vladivostok',
  'Asia/Kamchatka',
  'Asia/Shanghai',
  'Asia/Hong_Kong',
  'Asia/Almaty',
  'Asia/Tashkent',
  'Europe/Minsk',
  'Europe/Berlin',
  'Europe/London',
  'America/New_York',
  'UTC'
] as const

export function systemZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone
}

/** Zones to choose from, the reader's own first; `also` is one that must not be missing. */
export function zoneChoices(
  language: ScreenLanguage,
  also: string
): readonly { readonly value: string; readonly label: string }[] {
  const zones = [...new Set([systemZone(), also, ...COMMON_ZONES])]
  return zones.map((value) => ({ value, label: `${zoneName(value, language)} · ${offset(value)}` }))
}

function offset(zone: string): string {
  const parts = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'shortOffset' }).formatToParts(
    new Date()
  )
  const text = parts.find((part) => part.type === 'timeZoneName')?.value ?? ''
  return text.replace('GMT', 'UTC').replace('-', '\u2212')
}
