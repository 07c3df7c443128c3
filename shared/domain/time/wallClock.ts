import type { Problem } from '../problem.ts'
import { err, ok } from '../result.ts'
import type { Result } from '../result.ts'
import { dayMs, instant, minuteMs } from './instant.ts'
import { dateOfDay, dayNumber, digitsAt, parsePlainDate } from './plainDate.ts'
import type { DayNumber } from './plainDate.ts'
import type { Instant, Interval, PlainDate, WallDateTime, WallTime, ZoneId } from './values.ts'
import { readWall, zoneOffset } from './zone.ts'

const isWallTime = (text: string): text is WallTime => text.length === 5 && text[2] === ':' && digitsAt(text, 0, 2) <= 23 && digitsAt(text, 3, 2) <= 59

const isWallDateTime = (text: string): text is WallDateTime =>
  text.length === 16 && text[10] === 'T' && isWallTime(text.slice(11)) && parsePlainDate(text.slice(0, 10)) !== null

/** An `HH:MM` from 00:00 to 23:59, or null. */
export const parseWallTime = (text: string): WallTime | null => (isWallTime(text) ? text : null)

/** A `YYYY-MM-DDTHH:MM` on a day of the calendar, or null. */
export const parseWallDateTime = (text: string): WallDateTime | null => (isWallDateTime(text) ? text : null)

function known<T>(value: T | null, text: string): T {
  if (value === null) throw new RangeError(`not a wall clock's reading: ${text}`)
  return value
}

/** Minutes since midnight of a wall time; NaN for text that is none. */
export const minutesOfDay = (time: WallTime): number =>
  isWallTime(time) ? digitsAt(time, 0, 2) * 60 + digitsAt(time, 3, 2) : NaN

/** The wall time so many minutes (0 to 1439) after midnight. */
export function wallTimeAt(minutes: number): WallTime {
  const text = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
  return known(parseWallTime(text), text)
}

/** A date and a time of that day, together. */
export function wallDateTime(date: PlainDate, time: WallTime): WallDateTime {
  const text = `${date}T${time}`
  return known(parseWallDateTime(text), text)
}

/** The date of a wall date-time. */
export const dateOf = (wall: WallDateTime): PlainDate => known(parsePlainDate(wall.slice(0, 10)), wall)

/** The time of day of a wall date-time. */
export const timeOf = (wall: WallDateTime): WallTime => known(parseWallTime(wall.slice(11)), wall)

const wallMsOf = (wall: WallDateTime): number => dayNumber(dateOf(wall)) * dayMs + minutesOfDay(timeOf(wall)) * minuteMs

/**
 * The instant of a planned wall time, for shifts and opening hours: Temporal's `compatible`, so a time skipped by the clock
 * moves forward with it and a time that comes twice means the first.
 */
export function plannedInstant(day: DayNumber, minutes: number, zone: ZoneId): Instant {
  const reading = readWall(day * dayMs + minutes * minuteMs, zone)
  return reading.kind === 'none' ? reading.later : reading.earlier
}

/** The earliest or latest instant that a wall date-time can mean; a skipped one moves forward. */
export function wallInstant(wall: WallDateTime, zone: ZoneId, fold: 'earlier' | 'later' = 'earlier'): Instant {
  const reading = readWall(wallMsOf(wall), zone)
  return reading.kind === 'none' || fold === 'later' ? reading.later : reading.earlier
}

/** Every instant at which the zone's clocks show this date and time: one as a rule, two or none on a day of clock change. */
export function instantsOf(wall: WallDateTime, zone: ZoneId): readonly Instant[] {
  const reading = readWall(wallMsOf(wall), zone)
  if (reading.kind === 'none') return []
  return reading.kind === 'one' ? [reading.earlier] : [reading.earlier, reading.later]
}

/** The two refusals of a typed time. */
export type TimeProblem = Extract<Problem, { code: 'no-such-time' | 'ambiguous-time' }>

/** The instant of a time that a person typed: one that does not exist, or exists twice and came without `fold`, is refused. */
export function typedTime(
  date: PlainDate, time: WallTime, zone: ZoneId, fold: 'earlier' | 'later' | null = null,
): Result<Instant, TimeProblem> {
  const wall = wallDateTime(date, time)
  const reading = readWall(wallMsOf(wall), zone)
  if (reading.kind === 'none') return err({ code: 'no-such-time', time: wall })
  if (reading.kind === 'two' && fold === null) return err({ code: 'ambiguous-time', time: wall })
  return ok(fold === 'later' ? reading.later : reading.earlier)
}

/** The day that a zone's calendars show at an instant. */
export const dayAt = (at: Instant, zone: ZoneId): DayNumber => Math.floor((at + zoneOffset(at, zone)) / dayMs)

/** The date that a zone's calendars show at an instant. */
export const dateAt = (at: Instant, zone: ZoneId): PlainDate => dateOfDay(dayAt(at, zone))

/** Minutes since midnight that a zone's clocks show at an instant, seconds dropped. */
export function minutesAt(at: Instant, zone: ZoneId): number {
  const wall = at + zoneOffset(at, zone)
  return Math.floor((wall - Math.floor(wall / dayMs) * dayMs) / minuteMs)
}

/** What a zone's calendars and clocks show at an instant, seconds dropped. */
export const wallAt = (at: Instant, zone: ZoneId): WallDateTime =>
  wallDateTime(dateAt(at, zone), wallTimeAt(minutesAt(at, zone)))

/** The instant at which a day begins in a zone: midnight, or the first instant after it where midnight is skipped. */
export const startOfDay = (day: DayNumber, zone: ZoneId): Instant => plannedInstant(day, 0, zone)

/** All of one date in a zone: 23, 24 or 25 hours. */
export function dayInterval(date: PlainDate, zone: ZoneId): Interval {
  const day = dayNumber(date)
  return { start: startOfDay(day, zone), end: startOfDay(day + 1, zone) }
}

/**
 * From one wall time to another on a day; an end at or before the start means the next day. Empty when the clock change
 * leaves nothing of it; null when the texts are no times.
 */
export function plannedInterval(day: DayNumber, start: WallTime, end: WallTime, zone: ZoneId): Interval | null {
  const from = minutesOfDay(start)
  const to = minutesOfDay(end)
  if (!Number.isInteger(day) || !Number.isInteger(from) || !Number.isInteger(to)) return null
  const begins = plannedInstant(day, from, zone)
  const ends = plannedInstant(to <= from ? day + 1 : day, to, zone)
  return { start: begins, end: ends > begins ? ends : begins }
}

/** The interval that begins at an instant and lasts so many minutes. */
export const spanOf = (start: Instant, minutes: number): Interval => ({ start, end: instant(start + minutes * minuteMs) })
