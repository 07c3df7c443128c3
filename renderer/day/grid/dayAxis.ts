import type { ScheduleDay } from '../../../shared/contract/schedule.ts'
import { minuteMs, plusMinutes } from '../../../shared/domain/time/instant.ts'
import type { Instant, Interval, WallDateTime, ZoneId } from '../../../shared/domain/time/values.ts'
import { instantsOf, timeOf, wallAt } from '../../../shared/domain/time/wallClock.ts'

export type AxisHour = {
  /** Minutes below the top of the axis. */
  readonly minute: number
  /** "09:00"; on the night when clocks go back it comes twice, as on the wall. */
  readonly label: string
}

/** The part of one day that the grid shows. Its measure is elapsed minutes, so that days of 23 and 25 hours come out right. */
export type DayAxis = {
  readonly start: Instant
  readonly minutes: number
  readonly zone: ZoneId
  readonly hours: readonly AxisHour[]
}

/** Hours shown on a day without opening hours, shifts or visits. */
const quietDay = { from: 8 * 60, to: 18 * 60 }

/** From the first to the last full hour in which the practice is open, somebody works or a visit stands. */
export function dayAxis(day: Pick<ScheduleDay, 'interval' | 'open' | 'working' | 'visits'>, zone: ZoneId): DayAxis {
  const whole = (day.interval.end - day.interval.start) / minuteMs
  const used = [
    ...day.open,
    ...day.working.filter(work => work.presence === 'on-site').map(work => work.interval),
    ...day.visits.map(visit => visit.appointment.interval),
  ]
  const minuteIn = (at: Instant) => Math.min(whole, Math.max(0, (at - day.interval.start) / minuteMs))
  const first = used.length === 0 ? quietDay.from : Math.min(...used.map(interval => minuteIn(interval.start)))
  const last = used.length === 0 ? quietDay.to : Math.max(...used.map(interval => minuteIn(interval.end)))
  const from = Math.floor(first / 60) * 60
  const minutes = Math.max(60, Math.min(whole, Math.ceil(last / 60) * 60) - from)
  const start = plusMinutes(day.interval.start, from)
  const hours = Array.from({ length: Math.ceil(minutes / 60) }, (_, hour) => ({
    minute: hour * 60,
    label: timeOf(wallAt(plusMinutes(start, hour * 60), zone)),
  }))
  return { start, minutes, zone, hours }
}

/** Minutes below the top; outside of the axis when negative or beyond its length. */
export const minuteOf = (axis: DayAxis, at: Instant): number => (at - axis.start) / minuteMs

/** What the wall clock shows there. */
export const wallOf = (axis: DayAxis, minute: number): WallDateTime => wallAt(plusMinutes(axis.start, minute), axis.zone)

/** Which of the two readings is meant, where the wall clock shows the time twice; null elsewhere. */
export function foldOf(axis: DayAxis, minute: number): 'earlier' | 'later' | null {
  const readings = instantsOf(wallOf(axis, minute), axis.zone)
  if (readings.length < 2) return null
  return plusMinutes(axis.start, minute) >= (readings[1] ?? 0) ? 'later' : 'earlier'
}

/** Top and height of an interval on the axis, cut to what is shown; null when none of it is. */
export function stretchOf(axis: DayAxis, interval: Interval): { readonly top: number; readonly length: number } | null {
  const top = Math.max(0, minuteOf(axis, interval.start))
  const end = Math.min(axis.minutes, minuteOf(axis, interval.end))
  return end > top ? { top, length: end - top } : null
}
