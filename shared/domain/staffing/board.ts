import { isStanding, occupyingStatuses } from '../appointment.ts'
import type { Appointment } from '../appointment.ts'
import type { Competence, Qualification } from '../certification.ts'
import type { LocationId, PractitionerId, ServiceTypeId } from '../ids.ts'
import { byId } from '../order.ts'
import type { Practitioner, Role } from '../person.ts'
import type { Location } from '../practice.ts'
import { type CertificationTypes, turningDaysOf as turningDaysOfHeld } from '../qualification.ts'
import { lawOf } from '../rules/editions.ts'
import type { Law } from '../rules/editions.ts'
import type { Purpose } from '../rules/jurisdiction.ts'
import type { ServiceType } from '../service.ts'
import { dayMs, earliestInstant, instant, latestInstant } from '../time/instant.ts'
import { contains, isProper, overlaps, subtract, union } from '../time/interval.ts'
import { dayNumber, daySpan } from '../time/plainDate.ts'
import type { DayNumber } from '../time/plainDate.ts'
import type { Interval, ZoneId } from '../time/values.ts'
import { parseZoneId } from '../time/zone.ts'
import { absent, rostered } from '../workingTime.ts'
import { timelineOf } from './timeline.ts'
import type { Timeline } from './timeline.ts'
import type { PractitionerReasons, Reason, StaffingFacts } from './types.ts'

/** One person's time at one location. All lists are normal. */
export type Attendance = {
  readonly siteId: LocationId
  /** On site by the shifts, absences not taken out. */
  readonly planned: readonly Interval[]
  readonly onSite: readonly Interval[]
  readonly onCall: readonly Interval[]
  /** On site or on call. */
  readonly reachable: readonly Interval[]
  /** The off-shift reasons already made, by the start of the next shift. */
  readonly offShift: Map<number, Reason>
}

export type Person = {
  readonly id: PractitionerId
  /** Place in practitioner-id order. */
  readonly number: number
  readonly practitioner: Practitioner
  readonly held: readonly Qualification[]
  /** The days from which something about roles or qualifications is different; between two of them nothing changes. */
  readonly turningDays: readonly DayNumber[]
  readonly absences: readonly Interval[]
  readonly attendance: ReadonlyMap<LocationId, Attendance>
}

/** A visit that names its performer. */
export type NamedVisit = Appointment & { readonly performerId: PractitionerId }

export type Site = { readonly id: LocationId; readonly location: Location; readonly zone: ZoneId }

/** What is asked of a performer or of a supervisor; `roles: null` takes any. What was found is kept per site, person and stretch of days. */
export type Requirement = {
  readonly roles: readonly Role[] | null
  readonly competences: readonly Competence[]
  /** What is injected for, where the law of the place says who may; `null`: nothing is injected. */
  readonly injecting: { readonly purpose: Purpose; readonly law: Law } | null
  readonly found: Map<LocationId, Standing[][]>
}

/** Why one person's roles and qualifications do not meet a requirement, and the answers already put together from it. */
export type Standing = { readonly reasons: readonly Reason[]; readonly answers: Map<Reason | null, PractitionerReasons> }

/** A service type as the engine reads it. */
export type Rule = {
  readonly id: ServiceTypeId
  readonly service: ServiceType
  readonly performing: Requirement
  readonly supervising: Requirement | null
  /** Whether a supervisor on call is enough. */
  readonly callSuffices: boolean
}

/** The facts, arranged so that one visit can be judged without looking at all of them. */
export type Board = Crew & {
  /** The visits that name somebody, eligible or not: they take up that person's time. */
  readonly named: Timeline<NamedVisit>
}

/** What of a board has nothing to do with who has a visit. */
type Crew = {
  readonly people: readonly Person[]
  readonly sites: ReadonlyMap<LocationId, Site>
  readonly locations: ReadonlyMap<LocationId, Location>
  readonly services: ReadonlyMap<ServiceTypeId, ServiceType>
  readonly rules: Map<ServiceTypeId, Rule>
  readonly types: CertificationTypes
  readonly law: Law
}

function groupBy<K, T>(items: readonly T[], keyOf: (item: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group === undefined) groups.set(keyOf(item), [item])
    else group.push(item)
  }
  return groups
}

function turningDaysOf(practitioner: Practitioner, held: readonly Qualification[], law: Law): readonly DayNumber[] {
  const days = [
    ...practitioner.roles.map((role) => daySpan(role.from, role.through)).flatMap((span) => [span.start, span.end]),
    ...held.flatMap(turningDaysOfHeld),
    ...law.turningDays.map(dayNumber),
  ]
  return [...new Set(days.filter(Number.isFinite))].sort((a, b) => a - b)
}

/** Which visits take up the time of their performer and room within a span. */
export const occupying = (appointments: readonly Appointment[], span: Interval): readonly Appointment[] =>
  appointments.filter((visit) => overlaps(visit.interval, span) && occupyingStatuses.includes(visit.status))

/** The span widened by two days each way, for shifts that began before it and for "from 14:00 that day". */
function widened(span: Interval): Interval {
  return {
    start: instant(Math.max(earliestInstant, span.start - 2 * dayMs)),
    end: instant(Math.min(latestInstant, span.end + 2 * dayMs)),
  }
}

function attendanceOf(
  site: Site, patterns: Parameters<typeof rostered>[0], exceptions: Parameters<typeof rostered>[1], absences: readonly Interval[], span: Interval,
): Attendance {
  const planned = rostered(patterns, exceptions, site.zone, span)
  const onSite = absences.length === 0 ? planned.onSite : subtract(planned.onSite, absences)
  const onCall = absences.length === 0 ? planned.onCall : subtract(planned.onCall, absences)
  return {
    siteId: site.id, planned: planned.onSite, onSite, onCall,
    reachable: onCall.length === 0 ? onSite : union(onSite, onCall), offShift: new Map(),
  }
}

function arrangeCrew(facts: StaffingFacts, wide: Interval): Crew {
  const law = lawOf(facts.rules)
  const sites = new Map<LocationId, Site>()
  for (const location of facts.locations) {
    const zone = parseZoneId(location.zone)
    if (zone !== null && location.active) sites.set(location.id, { id: location.id, location, zone })
  }
  const held = groupBy(facts.qualifications, (qualification) => qualification.practitionerId)
  const patterns = groupBy(facts.shiftPatterns, (pattern) => pattern.practitionerId)
  const exceptions = groupBy(facts.shiftExceptions, (exception) => exception.practitionerId)
  const absences = groupBy(facts.absences, (absence) => absence.practitionerId)

  const people = facts.practitioners.toSorted(byId).map((practitioner, number): Person => {
    const own = held.get(practitioner.id)?.toSorted(byId) ?? []
    const away = absent(absences.get(practitioner.id) ?? [])
    const patternsBySite = groupBy(patterns.get(practitioner.id) ?? [], (pattern) => pattern.locationId)
    const exceptionsBySite = groupBy(exceptions.get(practitioner.id) ?? [], (exception) => exception.locationId)
    const attendance = new Map<LocationId, Attendance>()
    for (const site of sites.values()) {
      const weekly = patternsBySite.get(site.id) ?? []
      const dated = exceptionsBySite.get(site.id) ?? []
      if (weekly.length > 0 || dated.length > 0) attendance.set(site.id, attendanceOf(site, weekly, dated, away, wide))
    }
    return {
      id: practitioner.id, number, practitioner, held: own, turningDays: turningDaysOf(practitioner, own, law), absences: away, attendance,
    }
  })
  return {
    people, sites, law,
    locations: new Map(facts.locations.map((location) => [location.id, location])),
    services: new Map(facts.serviceTypes.map((service) => [service.id, service])),
    rules: new Map(),
    types: new Map(facts.certificationTypes.map((type) => [type.id, type])),
  }
}

const crewFacts = ['qualifications', 'certificationTypes', 'serviceTypes', 'locations', 'shiftPatterns', 'shiftExceptions', 'absences', 'rules'] as const
const crews = new WeakMap<StaffingFacts['practitioners'], { readonly facts: StaffingFacts; readonly wide: Interval; readonly crew: Crew }>()

/** A span out to whole days (UTC): whoever asks of another hour of the same day asks of the same people. */
const wholeDays = ({ start, end }: Interval): Interval => ({
  start: instant(Math.max(earliestInstant, Math.floor(start / dayMs) * dayMs)), end: instant(Math.min(latestInstant, Math.ceil(end / dayMs) * dayMs)),
})

/** A booking is judged with the visit, without it, and once more as it stands, and the next one is often of the same day: the people are the same each time, and arranged once. */
function crewOf(facts: StaffingFacts, wide: Interval): Crew {
  const before = crews.get(facts.practitioners)
  if (before !== undefined && contains(before.wide, wide) && crewFacts.every((part) => before.facts[part] === facts[part])) return before.crew
  const whole = wholeDays(wide)
  const crew = arrangeCrew(facts, whole)
  crews.set(facts.practitioners, { facts: { ...facts, appointments: [] }, wide: whole, crew })
  return crew
}

/** Arranges the facts for judging visits and hours within a span. */
export function boardOf(facts: StaffingFacts, span: Interval): Board {
  const wide = widened(span)
  const named = occupying(facts.appointments, wide).filter((visit): visit is NamedVisit => visit.performerId !== null)
  return { ...crewOf(facts, wide), named: timelineOf(named) }
}

/** A service type made ready for judging; made once per board. */
export function ruleOf(board: Board, service: ServiceType): Rule {
  const before = board.rules.get(service.id)
  if (before !== undefined) return before
  const { supervision } = service
  const rule: Rule = {
    id: service.id, service,
    performing: { roles: service.roles, competences: service.competences, injecting: service.physiotherapy ? null : { purpose: service.purpose, law: board.law }, found: new Map() },
    supervising: supervision === null ? null : {
      roles: supervision.roles.length === 0 ? null : supervision.roles, competences: supervision.competences, injecting: null, found: new Map(),
    },
    callSuffices: supervision?.presence === 'on-call',
  }
  board.rules.set(service.id, rule)
  return rule
}

/**
 * The standing visits that touch a window, with those that touch them and so on, and the span of them all: what can be
 * assigned at ten may hang on who is taken at half past nine. A visit whose bounds are no interval belongs to every window.
 */
export function standingAround(
  appointments: readonly Appointment[], window: Interval,
): { readonly visits: readonly Appointment[]; readonly span: Interval } {
  let span = window
  for (;;) {
    const visits = appointments.filter((visit) => isStanding(visit.status) && (overlaps(visit.interval, span) || !isProper(visit.interval)))
    const wider = visits.reduce((hull, { interval }) => (isProper(interval)
      ? { start: interval.start < hull.start ? interval.start : hull.start, end: interval.end > hull.end ? interval.end : hull.end }
      : hull), span)
    if (wider.start === span.start && wider.end === span.end) return { visits: visits.toSorted(byId), span }
    span = wider
  }
}
