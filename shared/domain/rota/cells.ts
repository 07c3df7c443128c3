import type { LocationId, PractitionerId } from '../ids.ts'
import type { Absence, Presence, ShiftException, ShiftPattern } from '../shift.ts'
import { dayMs, instant } from '../time/instant.ts'
import { overlaps, subtract } from '../time/interval.ts'
import type { Instant, Interval, PlainDate, WallTime, ZoneId } from '../time/values.ts'
import { dateAt, dayInterval, minutesAt, minutesOfDay, wallTimeAt } from '../time/wallClock.ts'
import { absenceInterval, rostered } from '../workingTime.ts'

/** One shift of one date, as the rota shows it; `end` at or before `start` means the next day. */
export type RotaShift = { readonly start: WallTime; readonly end: WallTime; readonly presence: Presence }

/** What one person does on one date at one location. Absences are not taken out of the shifts: both are shown. */
export type RotaCell = {
  readonly practitionerId: PractitionerId
  readonly date: PlainDate
  readonly shifts: readonly RotaShift[]
  /** The date differs from the recurring shifts. */
  readonly single: boolean
  /** Shifts of the same date at other locations. */
  readonly elsewhere: readonly (RotaShift & { readonly locationId: LocationId })[]
  readonly absences: readonly Absence['reason'][]
}

/** The parts of the facts from which a rota is read. */
export type RotaFacts = {
  readonly locations: readonly { readonly id: LocationId; readonly zone: ZoneId }[]
  readonly shiftPatterns: readonly ShiftPattern[]
  readonly shiftExceptions: readonly ShiftException[]
  readonly absences: readonly Absence[]
}

const wallTime = (at: Instant, zone: ZoneId): WallTime => wallTimeAt(minutesAt(at, zone))

/** Hours as shifts of the dates on which they begin; those of more than a day are cut at midnight. */
function asShifts(hours: readonly Interval[], presence: Presence, zone: ZoneId): readonly (RotaShift & { readonly date: PlainDate })[] {
  return hours.flatMap(whole => {
    const parts: Interval[] = []
    for (let { start } = whole; start < whole.end;) {
      const midnight = dayInterval(dateAt(start, zone), zone).end
      const end = whole.end - start <= dayMs ? whole.end : midnight
      parts.push({ start, end })
      start = end
    }
    return parts.map(part => ({ date: dateAt(part.start, zone), start: wallTime(part.start, zone), end: wallTime(part.end, zone), presence }))
  })
}

/** One person's shifts at one location in a window, each with the date on which it begins; those of a date in the order of the day. */
export function shiftsOf(facts: RotaFacts, practitionerId: PractitionerId, location: RotaFacts['locations'][number], window: Interval) {
  const own = <T extends { readonly practitionerId: PractitionerId; readonly locationId: LocationId }>(rows: readonly T[]): readonly T[] =>
    rows.filter(row => row.practitionerId === practitionerId && row.locationId === location.id)
  const { onSite, onCall } = rostered(own(facts.shiftPatterns), own(facts.shiftExceptions), location.zone, window)
  // Whoever is there need not be called.
  return [...asShifts(onSite, 'on-site', location.zone), ...asShifts(subtract(onCall, onSite), 'on-call', location.zone)]
    .sort((a, b) => (a.start < b.start ? -1 : 1))
}

const bare = ({ start, end, presence }: RotaShift): RotaShift => ({ start, end, presence })

/** The cells of a location's dates that have something in them, for the people named. */
export function rotaCells(
  facts: RotaFacts, practitionerIds: readonly PractitionerId[], locationId: LocationId, dates: readonly PlainDate[],
): readonly RotaCell[] {
  const location = facts.locations.find(one => one.id === locationId)
  const [first, last] = [dates[0], dates.at(-1)]
  if (location === undefined || first === undefined || last === undefined) return []
  const around = (zone: ZoneId): Interval => ({ start: instant(dayInterval(first, zone).start - dayMs), end: instant(dayInterval(last, zone).end + dayMs) })
  return practitionerIds.flatMap(practitionerId => {
    const here = shiftsOf(facts, practitionerId, location, around(location.zone))
    const elsewhere = facts.locations.filter(other => other.id !== locationId)
      .flatMap(other => shiftsOf(facts, practitionerId, other, around(other.zone)).map(shift => ({ ...shift, locationId: other.id })))
    const away = facts.absences.filter(absence => absence.practitionerId === practitionerId)
      .map(absence => ({ reason: absence.reason, interval: absenceInterval(absence) }))
    const single = new Set(facts.shiftExceptions.filter(one => one.practitionerId === practitionerId && one.locationId === locationId).map(one => one.date))
    return dates.flatMap(date => {
      const day = dayInterval(date, location.zone)
      const cell: RotaCell = {
        practitionerId, date, single: single.has(date), shifts: here.filter(shift => shift.date === date).map(bare),
        elsewhere: elsewhere.filter(shift => shift.date === date).map(shift => ({ ...bare(shift), locationId: shift.locationId })),
        absences: [...new Set(away.filter(({ interval }) => overlaps(interval, day)).map(({ reason }) => reason))],
      }
      return cell.shifts.length + cell.elsewhere.length + cell.absences.length > 0 || cell.single ? [cell] : []
    })
  })
}

/** The minutes of a shift by the clock. */
export const shiftMinutes = ({ start, end }: Pick<RotaShift, 'start' | 'end'>): number =>
  minutesOfDay(end) - minutesOfDay(start) + (end <= start ? 1440 : 0)
