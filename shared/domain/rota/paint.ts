import type { LocationId, PractitionerId } from '../ids.ts'
import type { Problem } from '../problem.ts'
import { err, ok, type Result } from '../result.ts'
import type { ShiftException, ShiftPattern } from '../shift.ts'
import { dayMs, instant } from '../time/instant.ts'
import { contains, isProper, normalize, overlaps } from '../time/interval.ts'
import { dayNumber } from '../time/plainDate.ts'
import { recurringDays } from '../time/recurrence.ts'
import type { Interval, PlainDate, ZoneId } from '../time/values.ts'
import { dayInterval, plannedInterval } from '../time/wallClock.ts'
import { rostered } from '../workingTime.ts'
import { type RotaFacts, type RotaShift, shiftsOf } from './cells.ts'

/** What one cell of the rota shall be, and what whoever painted it saw there. */
export type PaintedCell = {
  readonly practitionerId: PractitionerId
  readonly date: PlainDate
  readonly seen: readonly RotaShift[]
  readonly shifts: readonly RotaShift[]
}

type Added = Omit<ShiftException, 'id' | 'version'>
/** Dated changes taken back and dated changes made: what a batch of cells comes to. */
export type RotaChange = { readonly taken: readonly ShiftException[]; readonly made: readonly Added[] }
type Refused = Extract<Problem, { code: 'stale' | 'duplicate' }>

const same = (a: RotaShift, b: RotaShift): boolean => a.start === b.start && a.end === b.end && a.presence === b.presence
const sameAll = (a: readonly RotaShift[], b: readonly RotaShift[]): boolean => a.length === b.length && a.every(one => b.some(other => same(one, other)))

const hoursOf = (shift: Pick<RotaShift, 'start' | 'end'>, date: PlainDate, zone: ZoneId): readonly Interval[] => {
  const interval = plannedInterval(dayNumber(date), shift.start, shift.end, zone)
  return interval === null || !isProper(interval) ? [] : [interval]
}

const occursOn = (pattern: ShiftPattern, date: PlainDate): boolean => {
  const day = dayNumber(date)
  return (pattern.through === null || date <= pattern.through) && recurringDays(pattern.weekday, pattern.rule, pattern.from, day, day + 1).length > 0
}

/** The dated changes that make the recurring shifts of a date into the ones wanted: none where they are those already. */
function changesFor(cell: PaintedCell, locationId: LocationId, patterns: readonly ShiftPattern[], zone: ZoneId): readonly Added[] {
  const recurring = patterns.filter(pattern => occursOn(pattern, cell.date))
  const within = (shift: RotaShift, others: readonly RotaShift[]): boolean => {
    const theirs = normalize(others.filter(other => other.presence === shift.presence).flatMap(other => hoursOf(other, cell.date, zone)))
    return hoursOf(shift, cell.date, zone).every(hours => theirs.some(whole => contains(whole, hours)))
  }
  const change = (kind: Added['kind'], { start, end, presence }: RotaShift): Added =>
    ({ practitionerId: cell.practitionerId, locationId, date: cell.date, kind, start, end, presence, note: '' })
  const added = (shifts: readonly RotaShift[]): readonly Added[] => shifts.map(shift => change('added', shift))
  // Hours that stay need no word; where some have to go, taking them out would also take what is wanted of them.
  if (recurring.every(pattern => within(pattern, cell.shifts))) return added(cell.shifts.filter(shift => !within(shift, recurring)))
  return [...recurring.map(pattern => change('removed', pattern)), ...added(cell.shifts)]
}

/**
 * What has to change so that every cell is as painted. Refused as stale where a cell is no longer what was seen, and as a
 * duplicate where somebody would be at work at two locations at once.
 */
export function paintCells(facts: RotaFacts, locationId: LocationId, cells: readonly PaintedCell[]): Result<RotaChange, Refused> {
  const location = facts.locations.find(one => one.id === locationId)
  if (location === undefined) return ok({ taken: [], made: [] })
  const change: { readonly taken: ShiftException[]; readonly made: Added[] } = { taken: [], made: [] }
  for (const cell of cells) {
    const own = (row: { readonly practitionerId: PractitionerId }): boolean => row.practitionerId === cell.practitionerId
    const day = dayInterval(cell.date, location.zone)
    const around: Interval = { start: instant(day.start - dayMs), end: instant(day.end + dayMs) }
    const found = shiftsOf(facts, cell.practitionerId, location, around).filter(shift => shift.date === cell.date)
    if (!sameAll(found, cell.seen)) return err({ code: 'stale', yours: cell.seen.length, current: found.length })
    const asked = cell.shifts.filter(shift => shift.presence === 'on-site').flatMap(shift => hoursOf(shift, cell.date, location.zone))
    const taken = facts.locations.filter(other => other.id !== locationId).flatMap(other => rostered(
      facts.shiftPatterns.filter(row => own(row) && row.locationId === other.id),
      facts.shiftExceptions.filter(row => own(row) && row.locationId === other.id), other.zone, around,
    ).onSite)
    if (asked.some(hours => taken.some(other => overlaps(hours, other)))) return err({ code: 'duplicate', what: 'shift' })
    change.taken.push(...facts.shiftExceptions.filter(row => own(row) && row.locationId === locationId && row.date === cell.date))
    change.made.push(...changesFor(cell, locationId, facts.shiftPatterns.filter(row => own(row) && row.locationId === locationId), location.zone))
  }
  return ok(change)
}
