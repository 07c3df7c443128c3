import { RRuleTemporal } from 'rrule-temporal'
import { dayMs } from './instant.ts'
import { dateOfDay, dayNumber, weekdayOfDay, yearOf } from './plainDate.ts'
import type { DayNumber } from './plainDate.ts'
import type { RecurrenceRule } from './recurrenceRule.ts'
import { Temporal } from './temporal.ts'
import type { PlainDate, Weekday } from './values.ts'

const utcDay = (day: DayNumber): Temporal.ZonedDateTime => Temporal.Instant.fromEpochMilliseconds(day * dayMs).toZonedDateTimeISO('UTC')

const remembered = new Map<string, readonly DayNumber[]>()

/** The days of one calendar year on which a rule that began on `from` falls. */
function daysOfYear(rule: RecurrenceRule, from: PlainDate, year: number): readonly DayNumber[] {
  const key = `${rule} ${from} ${year}`
  const before = remembered.get(key)
  if (before !== undefined) return before
  const first = Math.round(Date.UTC(year, 0, 1) / dayMs)
  const next = Math.round(Date.UTC(year + 1, 0, 1) / dayMs)
  // Only days are asked for, at UTC's midnight: the library drops an occurrence whose time the clock skips, and where a
  // shift of 02:30 falls then is decided by `plannedInterval`, as for every other shift.
  const recurrence = new RRuleTemporal({ rruleString: rule, dtstart: utcDay(dayNumber(from)), temporal: Temporal, cache: false })
  const days = recurrence.between(utcDay(first), utcDay(next - 1), true).map(at => Math.round(at.epochMilliseconds / dayMs))
  if (remembered.size > 2_000) remembered.clear()
  remembered.set(key, days)
  return days
}

/**
 * The days from `start` up to but not including `end` on which a weekday recurs that began on `from`: each week without a
 * rule, else as the rule says (RFC 5545; weeks begin on Monday, so "every second week" counts from the week of `from`).
 */
export function recurringDays(weekday: Weekday, rule: RecurrenceRule | null, from: PlainDate, start: DayNumber, end: DayNumber): readonly DayNumber[] {
  const first = Math.max(start, dayNumber(from))
  if (!Number.isFinite(first) || first >= end) return []
  if (rule === null) {
    const days: DayNumber[] = []
    for (let day = first + ((weekday - weekdayOfDay(first) + 7) % 7); day < end; day += 7) days.push(day)
    return days
  }
  const days: DayNumber[] = []
  for (let year = yearOf(dateOfDay(first)); year <= yearOf(dateOfDay(end - 1)); year += 1) {
    days.push(...daysOfYear(rule, from, year).filter(day => day >= first && day < end))
  }
  return days
}
