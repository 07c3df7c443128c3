import { byId } from './order.ts'
import type { Absence, Presence, ShiftException, ShiftPattern } from './shift.ts'
import { earliestInstant, latestInstant } from './time/instant.ts'
import { isProper, normalize, overlaps, subtract } from './time/interval.ts'
import { dayNumber, daySpan } from './time/plainDate.ts'
import { recurringDays } from './time/recurrence.ts'
import type { Interval, ZoneId } from './time/values.ts'
import { dayAt, parseWallDateTime, plannedInterval, wallInstant } from './time/wallClock.ts'
import { parseZoneId } from './time/zone.ts'

/** When one person is expected at one location, absences not yet taken out; both lists are normal. */
export type Rostered = { readonly onSite: readonly Interval[]; readonly onCall: readonly Interval[] }

const always: Interval = { start: earliestInstant, end: latestInstant }

function occurrences(pattern: ShiftPattern, zone: ZoneId, window: Interval): readonly Interval[] {
  const valid = daySpan(pattern.from, pattern.through)
  // One day back: a shift that began yesterday evening may still be running.
  const first = Math.max(valid.start, dayAt(window.start, zone) - 1)
  const end = Math.min(valid.end, dayAt(window.end, zone) + 1)
  const found: Interval[] = []
  for (const day of recurringDays(pattern.weekday, pattern.rule, pattern.from, first, end)) {
    const interval = plannedInterval(day, pattern.start, pattern.end, zone)
    if (interval !== null && overlaps(interval, window)) found.push(interval)
  }
  return found
}

/** The hours of a dated change. Hours added that cannot be read add nothing; hours removed that cannot be read take everything. */
function changedHours(exception: ShiftException, zone: ZoneId): Interval | null {
  return plannedInterval(dayNumber(exception.date), exception.start, exception.end, zone) ?? (exception.kind === 'removed' ? always : null)
}

/**
 * One person's hours at one location within a window, from that person's patterns and exceptions there. Exceptions take
 * effect in the order in which they were made, so the latest word on an hour counts; hours removed are removed from
 * on-site and on-call presence alike.
 */
export function rostered(
  patterns: readonly ShiftPattern[], exceptions: readonly ShiftException[], zone: ZoneId, window: Interval,
): Rostered {
  const planned = (presence: Presence): readonly Interval[] =>
    normalize(patterns.filter((pattern) => pattern.presence === presence).flatMap((pattern) => occurrences(pattern, zone, window)))
  let onSite = planned('on-site')
  let onCall = planned('on-call')
  for (const exception of exceptions.toSorted(byId)) {
    const hours = changedHours(exception, zone)
    if (hours === null || !overlaps(hours, window)) continue
    if (exception.kind === 'removed') {
      onSite = subtract(onSite, [hours])
      onCall = subtract(onCall, [hours])
    } else if (exception.presence === 'on-site') onSite = normalize([...onSite, hours])
    else onCall = normalize([...onCall, hours])
  }
  return { onSite, onCall }
}

/** The time an absence takes. One that cannot be read takes all time: nobody may be counted on whose absence is in doubt. */
export function absenceInterval(absence: Absence): Interval {
  const zone = parseZoneId(absence.zone)
  if (zone === null || parseWallDateTime(absence.start) === null || parseWallDateTime(absence.end) === null) return always
  // Where the clock shows a time twice, the absence is taken to be the longer of the two.
  const interval = { start: wallInstant(absence.start, zone), end: wallInstant(absence.end, zone, 'later') }
  return isProper(interval) ? interval : always
}

/** All of one person's absences as a normal list. */
export const absent = (absences: readonly Absence[]): readonly Interval[] => normalize(absences.map(absenceInterval))
