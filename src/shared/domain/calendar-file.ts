import { addDays, type Instant, type IsoDate } from './calendar.ts'

/** A whole day in somebody's calendar. */
export interface CalendarEvent {
  /** The same for the same thing in every export, so that a calendar replaces it instead of adding it again. */
  readonly uid: string
  /** Grows with every change: calendars take the highest. */
  readonly sequence: number
  readonly on: IsoDate
  readonly title: string
}

/** RFC 5545, 3.1: a line is at most 75 octets, its break not counted. */
const LONGEST_LINE_OCTETS = 75
const BREAK = '\r\n'

/**
 * An iCalendar file (RFC 5545). Its events are private, take up no time and have no alarm: an alarm shows on locked
 * screens and on other people's devices.
 */
export function calendarFile(events: readonly CalendarEvent[], name: string, at: Instant): string {
  const stamp = `${at.slice(0, 19).replace(/[-:]/g, '')}Z`
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Closeout//Due dates//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    ...events.flatMap(({ uid, sequence, on, title }) => [
      'BEGIN:VEVENT',
      `UID:${escaped(uid)}`,
      `DTSTAMP:${stamp}`,
      `SEQUENCE:${sequence}`,
      `DTSTART;VALUE=DATE:${compact(on)}`,
      // The end is the first day that no longer belongs to it.
      `DTEND;VALUE=DATE:${compact(addDays(on, 1))}`,
      `SUMMARY:${escaped(title)}`,
      'CLASS:PRIVATE',
      'TRANSP:TRANSPARENT',
      'END:VEVENT'
    ]),
    'END:VCALENDAR'
  ]
  return lines.map((line) => folded(line) + BREAK).join('')
}

function compact(on: IsoDate): string {
  return on.replaceAll('-', '')
}

/** RFC 5545, 3.3.11. Other control characters are allowed nowhere. */
function escaped(text: string): string {
  return text
    .replace(/\r\n?|\n|[\u2028\u2029]/g, '\n')
    .replace(/[\u0000-\u0009\u000B-\u001F\u007F]/g, ' ')
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll('\n', '\\n')
}

/** Breaks a long line before a character, never inside one; what goes on begins with a space. */
function folded(line: string): string {
  let text = ''
  let octets = 0
  for (const character of line) {
    const size = octetsOf(character)
    if (octets + size > LONGEST_LINE_OCTETS) {
      text += `${BREAK} `
      octets = 1
    }
    text += character
    octets += size
  }
  return text
}

/** Length of a character in UTF-8. */
function octetsOf(character: string): number {
  const point = character.codePointAt(0) ?? 0
  if (point < 0x80) return 1
  if (point < 0x800) return 2
  return point < 0x10000 ? 3 : 4
}
