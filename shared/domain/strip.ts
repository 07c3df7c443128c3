import { occupyingStatuses } from './appointment.ts'
import type { Appointment } from './appointment.ts'
import type { LocationId, ServiceTypeId } from './ids.ts'
import { byPractitioner } from './order.ts'
import { isFlagged } from './staffing/explain.ts'
import { type DaySummary, summarizeDays, worstOf } from './staffing/summarizeDays.ts'
import { meeting, timelineOf } from './staffing/timeline.ts'
import type { FragileStretch, Fragility, Staffing, StaffingFacts, Verdict } from './staffing/types.ts'
import type { PlainDate, ZoneId } from './time/values.ts'
import { dayInterval } from './time/wallClock.ts'

/** One service type on one day of the strip; `hangsOn`: the people without whom it would not be safe, and their certificates that end first. */
export type ServiceCell = {
  readonly serviceTypeId: ServiceTypeId
  readonly state: ReturnType<typeof worstOf>
  readonly gapMinutes: number
  readonly hangsOn: readonly Fragility[]
  readonly visits: number
  readonly flagged: number
  readonly assignable: number
}

/** One cell of the strip of coming days; `services`: every approved service type, and any other that has visits. */
export type StripCell = Pick<DaySummary, 'date' | 'state' | 'openMinutes' | 'gapMinutes'> & {
  readonly visits: number
  readonly flagged: number
  readonly assignable: number
  readonly services: readonly ServiceCell[]
}

const groupedByService = <T extends { readonly serviceTypeId: ServiceTypeId }>(items: readonly T[]): ReadonlyMap<ServiceTypeId, readonly T[]> =>
  Map.groupBy(items, item => item.serviceTypeId)

function onceEach(fragile: readonly Fragility[]): readonly Fragility[] {
  const seen = new Map<string, Fragility>()
  for (const { practitionerId, expiring } of fragile) if (!seen.has(practitionerId)) seen.set(practitionerId, { practitionerId, expiring })
  return [...seen.values()].sort(byPractitioner)
}

function serviceCell(
  serviceTypeId: ServiceTypeId, day: DaySummary, visits: readonly Appointment[], stretches: readonly FragileStretch[],
  verdictOf: (visit: Appointment) => Verdict | undefined,
): ServiceCell {
  const verdicts = visits.flatMap(visit => verdictOf(visit) ?? [])
  const flagged = verdicts.filter(isFlagged).length
  const gapMinutes = day.gapMinutesByService[serviceTypeId] ?? 0
  const hangsOn = onceEach([...stretches, ...verdicts.flatMap(verdict => (verdict.state === 'covered' ? verdict.fragile ?? [] : []))])
  return {
    serviceTypeId, gapMinutes, hangsOn, flagged, visits: visits.length,
    assignable: verdicts.filter(verdict => verdict.state === 'assignable').length,
    state: worstOf(day.openMinutes, gapMinutes, flagged, hangsOn.length > 0),
  }
}

/** The coming days of one location in its zone, from a staffing answer whose window holds all of them. */
export function stripOf(
  staffing: Staffing, facts: StaffingFacts, locationId: LocationId, zone: ZoneId, dates: readonly PlainDate[],
): readonly StripCell[] {
  const fragile = timelineOf(staffing.fragile.filter(stretch => stretch.locationId === locationId))
  const visits = timelineOf(facts.appointments.filter(visit => visit.locationId === locationId && occupyingStatuses.includes(visit.status)))
  const approved = facts.serviceTypes.filter(service => service.status === 'approved').map(service => service.id)
  const verdictOf = (visit: Appointment): Verdict | undefined => staffing.verdicts.get(visit.id)
  return summarizeDays(staffing, facts, locationId, dates).map(day => {
    const span = dayInterval(day.date, zone)
    const theirs = meeting(visits, span)
    const visitsOf = groupedByService(theirs)
    const stretchesOf = groupedByService(meeting(fragile, span))
    return {
      date: day.date, state: day.state, openMinutes: day.openMinutes, gapMinutes: day.gapMinutes, visits: theirs.length, flagged: day.flaggedVisits,
      assignable: theirs.filter(visit => verdictOf(visit)?.state === 'assignable').length,
      services: [...new Set([...approved, ...visitsOf.keys()])].sort()
        .map(id => serviceCell(id, day, visitsOf.get(id) ?? [], stretchesOf.get(id) ?? [], verdictOf)),
    }
  })
}
