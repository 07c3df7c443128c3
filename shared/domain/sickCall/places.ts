import type { Appointment } from '../appointment.ts'
import type { LocationId, PractitionerId, RoomId } from '../ids.ts'
import { boardOf, ruleOf, standingAround } from '../staffing/board.ts'
import { candidacyOf } from '../staffing/eligibility.ts'
import { strandedBy } from '../staffing/pool.ts'
import { roomFinder } from '../staffing/rooms.ts'
import { startTimes } from '../staffing/startTimes.ts'
import type { StaffingFacts } from '../staffing/types.ts'
import { judgeAll } from '../staffing/verdicts.ts'
import { dayMs, instant, minuteMs } from '../time/instant.ts'
import { overlaps } from '../time/interval.ts'
import { dateOfDay } from '../time/plainDate.ts'
import type { Instant, Interval, WallDateTime } from '../time/values.ts'
import { dayAt, dayInterval } from '../time/wallClock.ts'

/** Where a visit could go: any of these people may perform it then, in any of these rooms (`null`: it needs none). */
export type Place = {
  readonly locationId: LocationId
  readonly start: WallDateTime
  readonly interval: Interval
  readonly performerIds: readonly PractitionerId[]
  readonly roomIds: readonly RoomId[] | null
}

export type PlaceQuery = {
  /** No place begins before it. */
  readonly now: Instant
  /** The first instant that the patient's shortest interval allows on another day; `null`: any. */
  readonly notBefore: Instant | null
  /** How many days after the visit's own are looked at. */
  readonly days: number
  /** Minutes between starts. */
  readonly stepMinutes: number
}

function windowOf({ interval, zone }: Appointment, { now, days }: PlaceQuery): Interval {
  const day = dayAt(interval.start, zone)
  const [first, last] = [dayInterval(dateOfDay(day), zone), dayInterval(dateOfDay(day + days), zone)]
  return { start: instant(Math.max(first.start, now)), end: last.end }
}

/**
 * The places at which a visit is covered, its own time first and then by time, at its own location. The facts hold the
 * absence and none of the visits that are looked for places; whoever is needed for another visit is not offered, nor is
 * an hour at which the patient is elsewhere.
 */
export function placesFor(facts: StaffingFacts, visit: Appointment, query: PlaceQuery): readonly Place[] {
  const window = windowOf(visit, query)
  if (window.start >= window.end) return []
  const { visits, span } = standingAround(facts.appointments, { start: window.start, end: instant(window.end + visit.minutes * minuteMs) })
  const board = boardOf(facts, span)
  const [service, site] = [board.services.get(visit.serviceTypeId), board.sites.get(visit.locationId)]
  if (service === undefined || service.status !== 'approved' || site === undefined) return []
  const rule = ruleOf(board, service)
  const { pool } = judgeAll(board, visits)
  const roomsFree = roomFinder(facts, span)
  const own = facts.appointments.filter(other => other.patientId === visit.patientId && other.status !== 'cancelled' && other.status !== 'noshow' && other.status !== 'entered-in-error')
  const ownDay = dayAt(visit.interval.start, site.zone)
  const steps = startTimes(site, window, visit.minutes, query.stepMinutes, {})
  // The hour that was agreed need not lie on the step.
  const agreed = { start: visit.start, day: ownDay, interval: visit.interval, open: true }
  const starts = visit.interval.start < query.now ? steps : [agreed, ...steps.filter(({ interval }) => interval.start !== visit.interval.start)]
  return starts.flatMap(({ start, day, interval, open }): readonly Place[] => {
    const tooSoon = day !== ownDay && query.notBefore !== null && interval.start < query.notBefore
    if (!open || tooSoon || own.some(other => overlaps(other.interval, interval))) return []
    const roomIds = service.needsRoom ? roomsFree(site.id, interval).map(room => room.id) : null
    if (roomIds?.length === 0) return []
    const lastDay = dayAt(instant(interval.end - 1), site.zone)
    const performerIds = candidacyOf(board, { id: visit.id, performerId: null, rule, site, interval, firstDay: day, lastDay }).eligible
      .filter(person => strandedBy(pool, person.number, interval).length === 0).map(person => person.id)
    return performerIds.length === 0 ? [] : [{ locationId: site.id, start, interval, performerIds, roomIds }]
  })
}

/** How far a place is from what was agreed, in steps of ten minutes; a day later is farther than any hour of the same day. */
export function distanceTo(visit: Appointment, { interval }: Place): number {
  const apart = Math.abs(interval.start - visit.interval.start)
  const sameDay = dayAt(interval.start, visit.zone) === dayAt(visit.interval.start, visit.zone)
  return sameDay ? Math.ceil(apart / (10 * minuteMs)) : 144 + Math.ceil(apart / (10 * minuteMs)) + Math.floor(apart / dayMs)
}
