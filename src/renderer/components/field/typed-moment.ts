import { isLocalMoment, type ZonedMoment } from '../../../shared/domain/calendar.ts'
import { halfWidth } from '../../../shared/domain/half-width.ts'
import { done, failed, type Result } from '../../../shared/domain/result.ts'
import { faultOfDate, parseReaderDate, type DateFault } from '../../formats/reader-date.ts'

/** A moment as three fields hold it; kept as one text, so that what is half typed can be kept like any other text. */
export interface TypedMoment {
  readonly date: string
  readonly time: string
  readonly zone: string
}

const SEPARATOR = '\t'

export function joinMoment({ date, time, zone }: TypedMoment): string {
  return [date, time, zone].join(SEPARATOR)
}

export function splitMoment(text: string): TypedMoment {
  const [date = '', time = '', zone = ''] = text.split(SEPARATOR)
  return { date, time, zone }
}

/** `9:05`, `09.05` and `0905` are all said and written. */
export function parseTime(typed: string): string | null {
  const match = /^([01]?\d|2[0-3])[:.]?([0-5]\d)$/.exec(halfWidth(typed).trim())
  return match === null ? null : `${(match[1] ?? '').padStart(2, '0')}:${match[2] ?? ''}`
}

export type MomentFailure = 'date-needed' | DateFault | 'time-needed' | 'time-not-a-time'

/** All of it or nothing: half a moment proves nothing. */
export function readMoment(text: string): Result<ZonedMoment | null, { readonly code: MomentFailure }> {
  const { date, time, zone } = splitMoment(text)
  if (date.trim() === '' && time.trim() === '') return done(null)
  if (date.trim() === '') return failed({ code: 'date-needed' })
  const on = parseReaderDate(date)
  if (on === null) return failed({ code: faultOfDate(date) })
  if (time.trim() === '') return failed({ code: 'time-needed' })
  const at = parseTime(time)
  const local = `${on}T${at ?? ''}`
  return at === null || !isLocalMoment(local) ? failed({ code: 'time-not-a-time' }) : done({ local, zone })
}
