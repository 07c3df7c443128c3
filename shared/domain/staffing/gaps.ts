import { openIntervals } from '../openingTime.ts'
import { byId } from '../order.ts'
import type { Location } from '../practice.ts'
import type { ServiceType } from '../service.ts'
import { firstEndingAfter } from '../time/interval.ts'
import type { Instant, Interval } from '../time/values.ts'
import { dateOfDay } from '../time/plainDate.ts'
import { dayAt, startOfDay } from '../time/wallClock.ts'
import { ruleOf } from './board.ts'
import type { Attendance, Board, Person, Rule, Site } from './board.ts'
import { companyAt, companyLacking, inCompany } from './company.ts'
import type { AtHand, Company } from './company.ts'
import { firstToExpire, standingOn } from './standing.ts'
import type { FragileStretch, Fragility, StaffingGap } from './types.ts'

type Present = { readonly person: Person; readonly onSite: boolean; readonly onCall: boolean }

/** What one moment is for one service: nobody may perform it, everything hangs on one person, or neither. */
type Finding = 'gap' | Fragility | null

const at = (normal: readonly Interval[], moment: Instant): boolean => {
  const next = normal[firstEndingAfter(normal, moment)]
  return next !== undefined && next.start <= moment
}

function presentAt(people: readonly (readonly [Person, Attendance])[], moment: Instant): readonly Present[] {
  const present: Present[] = []
  for (const [person, attendance] of people) {
    const onSite = at(attendance.onSite, moment)
    const onCall = attendance.onCall.length > 0 && at(attendance.onCall, moment)
    if (onSite || onCall) present.push({ person, onSite, onCall })
  }
  return present
}

type Performer = { readonly person: Person; readonly company: Company }

const served = (performers: readonly Performer[], supervisors: readonly Person[] | null, without: Person | null): boolean =>
  performers.some(({ person: performer, company }) => performer !== without && companyLacking(company, without) === null
    && (supervisors === null || supervisors.some((supervisor) => supervisor !== performer && supervisor !== without)))

function find(board: Board, site: Site, rule: Rule, present: readonly Present[], moment: Instant): Finding {
  const day = dayAt(moment, site.zone)
  const thereThen: AtHand = (other, callSuffices) => present.some(({ person, onSite }) => person === other && (onSite || callSuffices))
  const companyOf = companyAt(board, rule, site, [day], thereThen)
  const performers = present
    .filter(({ person, onSite }) => onSite && standingOn(person, rule.performing, site, board.types, day).reasons.length === 0)
    .map(({ person }): Performer => ({ person, company: companyOf(person) }))
  const { supervising } = rule
  const supervisors = supervising === null ? null : present
    .filter(({ person, onSite }) => (onSite || rule.callSuffices) && standingOn(person, supervising, site, board.types, day).reasons.length === 0)
    .map(({ person }) => person)
  if (!served(performers, supervisors, null)) return 'gap'
  const company = new Set(performers.flatMap((performer) => inCompany(performer.company)))
  const person = [...performers.map((performer) => performer.person), ...(supervisors ?? []), ...[...company].sort((a, b) => a.number - b.number)]
    .find((away) => !served(performers, supervisors, away))
  if (person === undefined) return null
  const needed = performers.some((performer) => performer.person === person) ? rule.performing : supervisors?.includes(person) === true ? supervising : null
  return { practitionerId: person.id, expiring: needed === null ? null : firstToExpire(person, needed, board.types, dateOfDay(day)) }
}

/** The moments inside an open interval at which somebody comes or goes, or the date on which somebody's standing changes begins. */
function cuts(people: readonly (readonly [Person, Attendance])[], turns: readonly Instant[], open: Interval): readonly Instant[] {
  const moments = new Set<Instant>([open.start])
  const add = (moment: Instant): void => { if (moment > open.start && moment < open.end) moments.add(moment) }
  for (const [, attendance] of people) {
    for (const normal of [attendance.onSite, attendance.onCall]) {
      for (let i = firstEndingAfter(normal, open.start); i < normal.length; i += 1) {
        const interval = normal[i]
        if (interval === undefined || interval.start >= open.end) break
        add(interval.start)
        add(interval.end)
      }
    }
  }
  turns.forEach(add)
  return [...moments].sort((a, b) => a - b)
}

/** Adds a stretch to a list, joined to the one before it when that says the same of the adjoining time. */
function append<T extends StaffingGap>(list: T[], stretch: T, same: (before: T) => boolean): void {
  const last = list.at(-1)
  if (last !== undefined && last.interval.end === stretch.interval.start && same(last)) {
    list[list.length - 1] = { ...last, interval: { start: last.interval.start, end: stretch.interval.end } }
  } else list.push(stretch)
}

const sameFragility = (a: Fragility, b: Fragility): boolean =>
  a.practitionerId === b.practitionerId && a.expiring?.qualificationId === b.expiring?.qualificationId

type Found = { readonly gaps: StaffingGap[]; readonly fragile: FragileStretch[] }

const wholly = (location: Location, service: ServiceType, open: readonly Interval[]): StaffingGap[] =>
  open.map((interval) => ({ locationId: location.id, serviceTypeId: service.id, interval }))

function atLocation(board: Board, location: Location, services: readonly ServiceType[], window: Interval): readonly Found[] {
  const open = openIntervals(location, window)
  const site = board.sites.get(location.id)
  if (site === undefined) return services.map((service) => ({ gaps: wholly(location, service, open), fragile: [] }))
  const people = board.people.flatMap((person) => {
    const attendance = person.attendance.get(location.id)
    return attendance === undefined ? [] : [[person, attendance] as const]
  })
  const turns = [...new Set(people.flatMap(([person]) => person.turningDays))].map((day) => startOfDay(day, site.zone))
  const stretches = open.flatMap((interval) => {
    const starts = cuts(people, turns, interval)
    return starts.map((start, i) => ({ start, end: starts[i + 1] ?? interval.end, present: presentAt(people, start) }))
  })
  return services.map((service) => {
    const found: Found = { gaps: [], fragile: [] }
    try {
      const rule = ruleOf(board, service)
      for (const { start, end, present } of stretches) {
        const finding = find(board, site, rule, present, start)
        if (finding === null) continue
        const gap = { locationId: location.id, serviceTypeId: service.id, interval: { start, end } }
        if (finding === 'gap') append(found.gaps, gap, () => true)
        else append(found.fragile, { ...gap, ...finding }, (before) => sameFragility(before, finding))
      }
      return found
    } catch {
      return { gaps: wholly(location, service, open), fragile: [] }
    }
  })
}

/**
 * The opening hours within a window in which nobody on shift may perform a service, and those in which one absence would
 * make it so, for every location and approved service type. Visits are left aside: a person who is busy is still there.
 */
export function staffingGaps(
  board: Board, locations: readonly Location[], services: readonly ServiceType[], window: Interval,
): { readonly gaps: readonly StaffingGap[]; readonly fragile: readonly FragileStretch[] } {
  const approved = services.filter((service) => service.status === 'approved').sort(byId)
  const found = locations.toSorted(byId).flatMap((location) => atLocation(board, location, approved, window))
  return { gaps: found.flatMap((one) => one.gaps), fragile: found.flatMap((one) => one.fragile) }
}
