import type { Location } from './practice.ts'
import { err, ok, type Result } from './result.ts'
import { addDays, dayNumber } from './time/plainDate.ts'
import type { Instant, Interval, PlainDate, ZoneId } from './time/values.ts'
import { dateAt, dayInterval } from './time/wallClock.ts'
import { parseZoneId } from './time/zone.ts'
import { invalid, type Invalid } from './typed.ts'

/** So many days from one on. */
export const datesFrom = (from: PlainDate, days: number): readonly PlainDate[] => Array.from({ length: days }, (_, n) => addDays(from, n))

/** From the first midnight to the last one of so many days in a zone. */
export const spanOfDays = (from: PlainDate, days: number, zone: ZoneId): Interval => ({
  start: dayInterval(from, zone).start, end: dayInterval(addDays(from, days), zone).start,
})

const longestRange = 53 * 7

/** How many days a range holds, both bounds counted; 53 weeks at most. */
export function daysInRange(from: PlainDate, through: PlainDate): Result<number, Invalid> {
  const days = dayNumber(through) - dayNumber(from) + 1
  if (days < 1) return err(invalid({ path: 'through', message: 'ends-before-it-begins' }))
  return days > longestRange ? err(invalid({ path: 'through', message: 'range-too-long' })) : ok(days)
}

/** Today where the practice is: at its first active location, in UTC where it has none yet. */
export function todayOf(locations: readonly Location[], now: Instant): PlainDate {
  const home = locations.find(location => location.active) ?? locations[0]
  const zone = parseZoneId(home?.zone ?? 'UTC') ?? parseZoneId('UTC')
  if (zone === null) throw new Error('the zone of the world is unknown')
  return dateAt(now, zone)
}
