import type { LocationId, ServiceTypeId } from '../ids.ts'
import { openIntervals } from '../openingTime.ts'
import { firstOverlap, holds, intersect, minutesIn, normalize, overlaps } from '../time/interval.ts'
import type { Interval, PlainDate } from '../time/values.ts'
import { dayInterval } from '../time/wallClock.ts'
import { parseZoneId } from '../time/zone.ts'
import { isFlagged } from './explain.ts'
import type { Staffing, StaffingFacts, StaffingGap } from './types.ts'

type ServiceState = 'closed' | 'safe' | 'fragile' | 'gap' | 'flagged'

/**
 * One cell of the strip of coming days. The state is the worst that holds; `closed` only while no visit is flagged, `unchecked`
 * while no service is approved: nobody knows then what an open day needs.
 */
export type DaySummary = {
  readonly date: PlainDate
  readonly state: ServiceState | 'unchecked'
  readonly openMinutes: number
  /** Minutes in which some approved service has nobody. */
  readonly gapMinutes: number
  readonly gapMinutesByService: Readonly<Record<ServiceTypeId, number>>
  readonly flaggedVisits: number
}

type Marks = { readonly anyApproved: boolean; readonly gaps: readonly StaffingGap[]; readonly fragile: readonly Interval[]; readonly flagged: readonly Interval[] }

const within = (intervals: readonly Interval[], day: Interval): readonly Interval[] =>
  normalize(intervals.flatMap((interval) => intersect(interval, day) ?? []))

/** The worst of what holds on a day; `closed` only while no visit is flagged. */
export function worstOf(open: number, gap: number, flagged: number, fragile: boolean): ServiceState {
  if (flagged > 0) return 'flagged'
  if (open === 0) return 'closed'
  if (gap > 0) return 'gap'
  return fragile ? 'fragile' : 'safe'
}

function summarize(date: PlainDate, day: Interval, open: readonly Interval[], marks: Marks): DaySummary {
  const gaps = marks.gaps.filter((gap) => overlaps(gap.interval, day))
  const byService = new Map<ServiceTypeId, Interval[]>()
  for (const gap of gaps) byService.set(gap.serviceTypeId, [...(byService.get(gap.serviceTypeId) ?? []), gap.interval])
  const openMinutes = minutesIn(open)
  const gapMinutes = minutesIn(within(gaps.map((gap) => gap.interval), day))
  const flaggedVisits = marks.flagged.filter((visit) => overlaps(visit, day) || holds(day, visit.start)).length
  const worst = worstOf(openMinutes, gapMinutes, flaggedVisits, firstOverlap(marks.fragile, day) !== null)
  return {
    date, openMinutes, gapMinutes, flaggedVisits,
    state: worst === 'safe' && !marks.anyApproved ? 'unchecked' : worst,
    gapMinutesByService: Object.fromEntries([...byService].map(([service, intervals]) => [service, minutesIn(within(intervals, day))])),
  }
}

/**
 * The coming days of one location, one summary per date, from a staffing answer whose window holds all of them. A location
 * that is unknown or in no known zone has flagged days, never safe ones.
 */
export function summarizeDays(
  staffing: Staffing, facts: StaffingFacts, locationId: LocationId, dates: readonly PlainDate[],
): readonly DaySummary[] {
  const location = facts.locations.find((one) => one.id === locationId)
  const zone = location === undefined ? null : parseZoneId(location.zone)
  const here = facts.appointments.filter((visit) => visit.locationId === locationId)
  const verdictOf = (id: (typeof here)[number]['id']) => staffing.verdicts.get(id)
  const marks: Marks = {
    anyApproved: facts.serviceTypes.some((service) => service.status === 'approved'),
    gaps: staffing.gaps.filter((gap) => gap.locationId === locationId),
    fragile: normalize([
      ...staffing.fragile.filter((stretch) => stretch.locationId === locationId).map((stretch) => stretch.interval),
      ...here.filter((visit) => {
        const verdict = verdictOf(visit.id)
        return verdict?.state === 'covered' && verdict.fragile !== null
      }).map((visit) => visit.interval),
    ]),
    flagged: here.filter((visit) => {
      const verdict = verdictOf(visit.id)
      return verdict !== undefined && isFlagged(verdict)
    }).map((visit) => visit.interval),
  }
  if (location === undefined || zone === null) {
    return dates.map((date) => ({ date, state: 'flagged', openMinutes: 0, gapMinutes: 0, gapMinutesByService: {}, flaggedVisits: marks.flagged.length }))
  }
  return dates.map((date) => {
    const day = dayInterval(date, zone)
    return summarize(date, day, openIntervals(location, day), marks)
  })
}
