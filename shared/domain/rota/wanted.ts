import { openIntervals } from '../openingTime.ts'
import type { Location } from '../practice.ts'
import { dayNumber, daySpan, spanHas, weekdayOf } from '../time/plainDate.ts'
import type { Instant, Interval, PlainDate } from '../time/values.ts'
import { dayInterval, plannedInterval } from '../time/wallClock.ts'
import { holds } from '../time/interval.ts'
import type { StaffingMinimum } from './minimum.ts'

/** One stretch of opening hours in which a minimum asks for people. */
export type Wanted = { readonly minimum: StaffingMinimum; readonly date: PlainDate; readonly interval: Interval }

/** What the minimums of one location ask for on one date. */
export function wantedOn(minimums: readonly StaffingMinimum[], location: Location, date: PlainDate): readonly Wanted[] {
  return minimums.flatMap(minimum => {
    const asks = minimum.locationId === location.id && minimum.weekdays.includes(weekdayOf(date))
      && spanHas(daySpan(minimum.from, minimum.through), dayNumber(date))
    if (!asks) return []
    const { hours } = minimum
    const planned = hours === null ? dayInterval(date, location.zone) : plannedInterval(dayNumber(date), hours.start, hours.end, location.zone)
    return planned === null ? [] : openIntervals(location, planned).map(interval => ({ minimum, date, interval }))
  })
}

/** A stretch of time in which nothing changes: the same minimums ask, the same people are there. */
export type Stretch = { readonly interval: Interval; readonly wanted: readonly Wanted[] }

/** Cuts what is wanted at every instant at which somebody may come or go. */
export function stretchesOf(wanted: readonly Wanted[], comings: readonly Interval[]): readonly Stretch[] {
  const bounds = new Set<Instant>()
  for (const { start, end } of [...wanted.map(want => want.interval), ...comings]) bounds.add(start).add(end)
  const moments = [...bounds].sort((a, b) => a - b)
  return moments.flatMap((start, i) => {
    const end = moments[i + 1]
    const asking = wanted.filter(want => holds(want.interval, start))
    return end === undefined || asking.length === 0 ? [] : [{ interval: { start, end }, wanted: asking }]
  })
}
