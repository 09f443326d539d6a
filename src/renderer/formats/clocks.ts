import type { ZonedMoment } from '../../shared/domain/calendar.ts'
import type { ScreenLanguage } from '../../shared/domain/settings.ts'
import { movedTo } from '../../shared/domain/zoned-moment.ts'
import { formatDate, zoneName } from './dates.ts'
import { systemZone } from './zones.ts'

/** The clock the operators’ papers go by. */
export const MOSCOW = 'Europe/Moscow'

/**
 * The clock a moment was noted by, and those of the reader and of Moscow where they show something else:
 * `15:20 Moscow Time`, `20:20 China Time`. Another day is named with it.
 */
export function clocksOf(
  moment: ZonedMoment,
  language: ScreenLanguage,
  reader: string = systemZone()
): readonly string[] {
  const seen = new Set<string>()
  return [moment.zone, reader, MOSCOW].flatMap((zone) => {
    const moved = movedTo(moment, zone)
    if (seen.has(moved.local)) return []
    seen.add(moved.local)
    const [on = '', time = ''] = moved.local.split('T')
    const day = moment.local.startsWith(on) ? '' : `${formatDate(on, language, 'sentence')} `
    return [`${day}${time} ${shortZoneName(zone, language)}`]
  })
}

/** Beside a clock nobody needs to be told that it is the standard one. */
function shortZoneName(zone: string, language: ScreenLanguage): string {
  return zoneName(zone, language)
    .replace(/ Standard Time$/, ' Time')
    .replace(/, стандартное время$/, '')
    .replace(/标准时间$/, '时间')
}
