import { occupyingStatuses } from './appointment.ts'
import type { LocationId, ServiceTypeId } from './ids.ts'
import { type DaySummary, summarizeDays } from './staffing/summarizeDays.ts'
import type { Staffing, StaffingFacts } from './staffing/types.ts'
import { overlaps } from './time/interval.ts'
import type { PlainDate, ZoneId } from './time/values.ts'
import { dayInterval } from './time/wallClock.ts'

/** One cell of the strip of coming days; `services` names those that are not safe all day. */
export type StripCell = Pick<DaySummary, 'date' | 'state' | 'openMinutes' | 'gapMinutes'> & {
  readonly visits: number
  readonly flagged: number
  readonly assignable: number
  readonly services: readonly { readonly serviceTypeId: ServiceTypeId; readonly gapMinutes: number; readonly fragile: boolean }[]
}

/** The coming days of one location in its zone, from a staffing answer whose window holds all of them. */
export function stripOf(
  staffing: Staffing, facts: StaffingFacts, locationId: LocationId, zone: ZoneId, dates: readonly PlainDate[],
): readonly StripCell[] {
  const fragile = staffing.fragile.filter(stretch => stretch.locationId === locationId)
  const visits = facts.appointments.filter(visit => visit.locationId === locationId && occupyingStatuses.includes(visit.status))
  const services = facts.serviceTypes.map(service => service.id).sort()
  return summarizeDays(staffing, facts, locationId, dates).map(({ date, state, openMinutes, gapMinutes, gapMinutesByService, flaggedVisits }) => {
    const day = dayInterval(date, zone)
    const theirs = visits.filter(visit => overlaps(visit.interval, day))
    const hanging = new Set(fragile.filter(stretch => overlaps(stretch.interval, day)).map(stretch => stretch.serviceTypeId))
    return {
      date, state, openMinutes, gapMinutes, visits: theirs.length, flagged: flaggedVisits,
      assignable: theirs.filter(visit => staffing.verdicts.get(visit.id)?.state === 'assignable').length,
      services: services.flatMap(serviceTypeId => {
        const minutes = gapMinutesByService[serviceTypeId] ?? 0
        return minutes > 0 || hanging.has(serviceTypeId) ? [{ serviceTypeId, gapMinutes: minutes, fragile: hanging.has(serviceTypeId) }] : []
      }),
    }
  })
}
