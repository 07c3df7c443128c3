import type { LocationId, PractitionerId, StaffingMinimumId } from '../ids.ts'
import { boardOf, ruleOf } from '../staffing/board.ts'
import type { Board, Person, Site } from '../staffing/board.ts'
import { standingOn } from '../staffing/standing.ts'
import type { StaffingFacts } from '../staffing/types.ts'
import { firstOverlap, overlaps } from '../time/interval.ts'
import type { Interval, PlainDate } from '../time/values.ts'
import { dayAt, dayInterval } from '../time/wallClock.ts'
import type { StaffingMinimum } from './minimum.ts'
import { stretchesOf, type Wanted, wantedOn } from './wanted.ts'

/** Hours for which a minimum is not met: so many people of so many. */
export type UnmetMinimum = {
  readonly minimumId: StaffingMinimumId
  readonly date: PlainDate
  readonly interval: Interval
  readonly present: number
  readonly wanted: number
}

/** The days that an overnight shift or opening may reach over. */
export const spanOfDates = (dates: readonly PlainDate[], site: Pick<Site, 'zone'>): Interval | null => {
  const [first, last] = [dates[0], dates.at(-1)]
  return first === undefined || last === undefined ? null : { start: dayInterval(first, site.zone).start, end: dayInterval(last, site.zone).end }
}

/** Whether somebody may be counted for a minimum at a moment: by role and certificates on that very day. */
export function mayCount(board: Board, site: Site, person: Person, minimum: StaffingMinimum, at: Interval): boolean {
  const service = board.services.get(minimum.serviceTypeId)
  return service !== undefined && standingOn(person, ruleOf(board, service).performing, site, board.types, dayAt(at.start, site.zone)).reasons.length === 0
}

type Place = { readonly want: Wanted; readonly candidates: readonly PractitionerId[] }

function seat(place: Place, takenBy: Map<PractitionerId, Place>, tried: Set<PractitionerId>): boolean {
  for (const candidate of place.candidates) {
    if (tried.has(candidate)) continue
    tried.add(candidate)
    const holder = takenBy.get(candidate)
    if (holder !== undefined && !seat(holder, takenBy, tried)) continue
    takenBy.set(candidate, place)
    return true
  }
  return false
}

/** How many people each minimum of a stretch gets; those that count apart share their people out so that most places are filled. */
function metBy(wanted: readonly Wanted[], candidatesOf: (want: Wanted) => readonly PractitionerId[]): ReadonlyMap<Wanted, number> {
  const met = new Map<Wanted, number>()
  const takenBy = new Map<PractitionerId, Place>()
  for (const want of wanted) {
    const candidates = candidatesOf(want)
    if (!want.minimum.apart) met.set(want, Math.min(candidates.length, want.minimum.people))
    // One place after the other, by augmenting paths (H. Kuhn, 1955): the most places that can be filled at once.
    else for (let n = 0; n < want.minimum.people; n += 1) seat({ want, candidates }, takenBy, new Set())
  }
  for (const { want } of takenBy.values()) met.set(want, (met.get(want) ?? 0) + 1)
  return met
}

function append(found: UnmetMinimum[], unmet: UnmetMinimum): void {
  const before = found.findIndex(other => other.minimumId === unmet.minimumId && other.date === unmet.date
    && other.interval.end === unmet.interval.start && other.present === unmet.present)
  const other = found[before]
  if (other === undefined) found.push(unmet)
  else found[before] = { ...other, interval: { start: other.interval.start, end: unmet.interval.end } }
}

/**
 * The hours of one location's dates in which a minimum has too few people on site who may perform its service: absences taken
 * out, visits left aside, as for gaps. In order of date and time.
 */
export function unmetMinimums(
  facts: StaffingFacts, minimums: readonly StaffingMinimum[], locationId: LocationId, dates: readonly PlainDate[],
): readonly UnmetMinimum[] {
  const location = facts.locations.find(one => one.id === locationId)
  const span = location === undefined ? null : spanOfDates(dates, location)
  if (location === undefined || span === null) return []
  const board = boardOf({ ...facts, appointments: [] }, span)
  const site = board.sites.get(locationId)
  if (site === undefined) return []
  const people = board.people.map(person => ({ person, onSite: person.attendance.get(locationId)?.onSite ?? [] }))
  const found: UnmetMinimum[] = []
  for (const date of dates) {
    const wanted = wantedOn(minimums, location, date)
    const near = wanted.map(want => want.interval)
    const comings = people.flatMap(({ onSite }) => onSite.filter(interval => near.some(one => overlaps(one, interval))))
    for (const { interval, wanted: asking } of stretchesOf(wanted, comings)) {
      const here = people.filter(({ onSite }) => firstOverlap(onSite, interval) !== null).map(({ person }) => person)
      const met = metBy(asking, want => here.filter(person => mayCount(board, site, person, want.minimum, interval)).map(person => person.id))
      for (const want of asking) {
        const present = met.get(want) ?? 0
        if (present < want.minimum.people) append(found, { minimumId: want.minimum.id, date, interval, present, wanted: want.minimum.people })
      }
    }
  }
  return found
}
