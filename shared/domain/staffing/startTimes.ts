import { openIntervals } from '../openingTime.ts'
import { dayMs, instant, minuteMs } from '../time/instant.ts'
import { firstOverlap, holderOf } from '../time/interval.ts'
import { dateOfDay, weekdayOfDay } from '../time/plainDate.ts'
import type { DayNumber } from '../time/plainDate.ts'
import type { Interval, WallDateTime, WallTime, Weekday } from '../time/values.ts'
import { dayAt, minutesOfDay, spanOf, wallDateTime, wallTimeAt } from '../time/wallClock.ts'
import { readWall } from '../time/zone.ts'
import type { Site } from './board.ts'

/** A time at which a visit might begin; `open` when the location is open for all of it. */
export type StartTime = { readonly start: WallDateTime; readonly day: DayNumber; readonly interval: Interval; readonly open: boolean }

export type TimeFilter = {
  readonly partOfDay?: 'morning' | 'afternoon' | null | undefined
  readonly weekdays?: readonly Weekday[] | null | undefined
  readonly notBefore?: WallTime | null | undefined
}

function wanted(filter: TimeFilter, day: DayNumber, minutes: number): boolean {
  if (filter.partOfDay === 'morning' && minutes >= 720) return false
  if (filter.partOfDay === 'afternoon' && minutes < 720) return false
  if (filter.notBefore !== null && filter.notBefore !== undefined && !(minutes >= minutesOfDay(filter.notBefore))) return false
  return filter.weekdays === null || filter.weekdays === undefined || filter.weekdays.includes(weekdayOfDay(day))
}

/**
 * The times within a window, every `step` minutes of the local day, at which a visit of so many minutes might begin while
 * the location is open. Times that the clock skips or shows twice are left out: they would have to be asked about.
 */
export function startTimes(site: Site, window: Interval, minutes: number, step: number, filter: TimeFilter): readonly StartTime[] {
  const open = openIntervals(site.location, { start: window.start, end: instant(window.end + minutes * minuteMs) })
  const found: StartTime[] = []
  for (let day = dayAt(window.start, site.zone); day <= dayAt(window.end, site.zone); day += 1) {
    for (let minute = 0; minute < 1440; minute += step) {
      if (!wanted(filter, day, minute)) continue
      const reading = readWall(day * dayMs + minute * minuteMs, site.zone)
      const at = reading.earlier
      if (reading.kind !== 'one' || at < window.start || at >= window.end) continue
      const interval = spanOf(at, minutes)
      const whole = holderOf(open, interval) !== null
      if (!whole && firstOverlap(open, { start: at, end: instant(at + 1) }) === null) continue
      found.push({ start: wallDateTime(dateOfDay(day), wallTimeAt(minute)), day, interval, open: whole })
    }
  }
  return found
}
