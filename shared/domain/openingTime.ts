import type { Location } from './practice.ts'
import { clip, holderOf, normalize } from './time/interval.ts'
import { dateOfDay, weekdayOfDay } from './time/plainDate.ts'
import type { DayNumber } from './time/plainDate.ts'
import type { Interval, WallTime, ZoneId } from './time/values.ts'
import { dayAt, plannedInterval } from './time/wallClock.ts'
import { parseZoneId } from './time/zone.ts'

type Hours = { readonly opens: WallTime; readonly closes: WallTime }

/** The hours that begin on a day: those of its dated exception where there is one, else those of its weekday. */
function hoursOn(location: Location, day: DayNumber): readonly Hours[] {
  const date = dateOfDay(day)
  const exceptions = location.openingExceptions.filter((exception) => exception.date === date)
  if (exceptions.length > 0) return exceptions.flatMap((exception) => exception.hours)
  const weekday = weekdayOfDay(day)
  return location.openingHours.filter((hours) => hours.weekday === weekday)
}

function unclipped(location: Location, zone: ZoneId, window: Interval): readonly Interval[] {
  const found: Interval[] = []
  // One day back: hours past midnight belong to the day on which they began.
  for (let day = dayAt(window.start, zone) - 1; day <= dayAt(window.end, zone); day += 1) {
    for (const hours of hoursOn(location, day)) {
      const interval = plannedInterval(day, hours.opens, hours.closes, zone)
      if (interval !== null) found.push(interval)
    }
  }
  return normalize(found)
}

/**
 * When a location is open within a window, as a normal list clipped to it. A location in no known zone counts as open
 * throughout, so that nothing there goes unwatched; one no longer active is never open.
 */
export function openIntervals(location: Location, window: Interval): readonly Interval[] {
  if (!location.active) return []
  const zone = parseZoneId(location.zone)
  return zone === null ? [window] : clip(unclipped(location, zone, window), window)
}

/** Whether a location is open for the whole of an interval. */
export const isOpenFor = (location: Location, interval: Interval): boolean =>
  parseZoneId(location.zone) !== null && holderOf(openIntervals(location, interval), interval) !== null
