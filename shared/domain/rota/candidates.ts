import type { LocationId, PractitionerId } from '../ids.ts'
import type { Person } from '../staffing/board.ts'
import { minuteMs } from '../time/instant.ts'
import { contains, normalize, overlaps } from '../time/interval.ts'
import { addDays, dayNumber, weekdayOf } from '../time/plainDate.ts'
import type { Interval, PlainDate, WallTime, ZoneId } from '../time/values.ts'
import { minutesAt, plannedInterval, wallTimeAt } from '../time/wallClock.ts'
import type { Availability } from './availability.ts'
import type { Wanted } from './wanted.ts'

/** A shift that somebody could be asked to work, on a date on which they work none yet. */
export type Candidate = {
  readonly key: string
  readonly practitionerId: PractitionerId
  readonly date: PlainDate
  readonly start: WallTime
  readonly end: WallTime
  readonly interval: Interval
  readonly ratherNot: boolean
}

/** The hours of a shift by the clock. */
export type Hours = { readonly start: WallTime; readonly end: WallTime }

/** Every stretch in which somebody could work that begins on a date, and those among them in which they would rather not. */
function offered(availability: Availability, date: PlainDate, zone: ZoneId): { readonly any: readonly Interval[]; readonly unwished: readonly Interval[] } {
  const wishes = [addDays(date, -1), date, addDays(date, 1)].flatMap(day => {
    const dated = availability.dated.filter(wish => wish.date === day)
    const own = dated.length > 0 ? dated : availability.weekly.filter(wish => wish.weekday === weekdayOf(day))
    return own.flatMap(({ start, end, wish }) => {
      const interval = plannedInterval(dayNumber(day), start, end, zone)
      return interval === null ? [] : [{ interval, wish }]
    })
  })
  return {
    any: normalize(wishes.map(({ interval }) => interval)),
    unwished: wishes.filter(({ wish }) => wish === 'rather-not').map(({ interval }) => interval),
  }
}

/** The hours that a shift may have on a date: those that a minimum asks for, and those of the shifts that recur there. */
export function hoursFor(wanted: readonly Wanted[], usual: readonly Hours[], zone: ZoneId): readonly Hours[] {
  const asked = wanted.map(({ interval }) => ({ start: wallTimeAt(minutesAt(interval.start, zone)), end: wallTimeAt(minutesAt(interval.end, zone)) }))
  return [...new Map([...asked, ...usual].map(hours => [`${hours.start} ${hours.end}`, hours])).values()]
}

/** Whether the same person can work both: neither at once, nor with less rest between than they ask for. Shifts that join are one. */
export function goTogether(a: Interval, b: Interval, restMinutes: number): boolean {
  // Less than nothing where they overlap.
  const pause = Math.max(b.start - a.end, a.start - b.end)
  return pause === 0 || pause >= restMinutes * minuteMs
}

type Asked = {
  readonly locationId: LocationId
  readonly zone: ZoneId
  readonly date: PlainDate
  readonly hours: readonly Hours[]
  /** Shifts that stand, at any location, on site or on call. */
  readonly standing: readonly Interval[]
}

/** The shifts that one person could be asked to work on a date: within their hours, not while away, rested from every shift that stands. */
export function candidatesOn(person: Person, availability: Availability, { zone, date, hours, standing }: Asked): readonly Candidate[] {
  const { any, unwished } = offered(availability, date, zone)
  return hours.flatMap(({ start, end }) => {
    const interval = plannedInterval(dayNumber(date), start, end, zone)
    const fits = interval !== null && interval.start < interval.end && any.some(stretch => contains(stretch, interval))
      && !person.absences.some(away => overlaps(away, interval)) && standing.every(other => goTogether(other, interval, availability.restMinutes))
    return fits ? [{ key: `${person.id} ${date} ${start} ${end}`, practitionerId: person.id, date, start, end, interval, ratherNot: unwished.some(one => overlaps(one, interval)) }] : []
  })
}
