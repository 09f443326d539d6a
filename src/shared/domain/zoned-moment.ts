import type { Instant, ZonedMoment } from './calendar.ts'

const forms = new Map<string, Intl.DateTimeFormat>()

/** Building a formatter takes longer than a thousand uses of it. */
function formOf(zone: string): Intl.DateTimeFormat {
  const known = forms.get(zone)
  if (known !== undefined) return known
  // Swedish writes dates in the ISO form.
  const form = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23'
  })
  forms.set(zone, form)
  return form
}

/** What the clock on a wall in that zone showed at this instant, `YYYY-MM-DDTHH:MM`. */
export function localIn(at: Instant, zone: string): string {
  return formOf(zone).format(new Date(at)).replace(' ', 'T')
}

/**
 * The instant of a wall-clock moment. Where the clock was set back and showed the time twice, the first one counts;
 * where it was set forward and never showed it, the one as far behind the jump as the time says.
 */
export function instantOf({ local, zone }: ZonedMoment): Instant {
  const asUtc = Date.parse(`${local}Z`)
  const shift = (ms: number) => Date.parse(`${localIn(new Date(ms).toISOString(), zone)}Z`) - ms
  // The shift a day before and a day after: they differ only around a change of the clock.
  const before = asUtc - shift(asUtc - 86_400_000)
  const after = asUtc - shift(asUtc + 86_400_000)
  const shows = (ms: number) => localIn(new Date(ms).toISOString(), zone) === local
  const found = [Math.min(before, after), Math.max(before, after)].find(shows) ?? before
  return new Date(found).toISOString()
}

/** The same moment as a clock in another zone shows it. */
export function movedTo(moment: ZonedMoment, zone: string): ZonedMoment {
  return moment.zone === zone ? moment : { local: localIn(instantOf(moment), zone), zone }
}
