import { type Appointment, occupyingStatuses } from '../appointment.ts'
import type { LocationId, PractitionerId, RoomId } from '../ids.ts'
import { type Board, boardOf, ruleOf, standingAround } from '../staffing/board.ts'
import { type Candidacy, candidacyOf } from '../staffing/eligibility.ts'
import { idOfNewVisit } from '../staffing/demand.ts'
import { strandedBy } from '../staffing/pool.ts'
import { roomFinder } from '../staffing/rooms.ts'
import { type StartTime, startTimes } from '../staffing/startTimes.ts'
import type { StaffingFacts } from '../staffing/types.ts'
import { demandOf, judgeAll } from '../staffing/verdicts.ts'
import type { Visit } from '../staffing/visit.ts'
import { instant, minuteMs } from '../time/instant.ts'
import { firstOverlap, overlaps } from '../time/interval.ts'
import { dateOfDay } from '../time/plainDate.ts'
import type { Instant, Interval, PlainDate, WallDateTime } from '../time/values.ts'
import { dayAt, dayInterval } from '../time/wallClock.ts'

/** Where a visit could go: any of these people may perform it then, in any of these rooms (`null`: it needs none). */
export type Place = {
  readonly locationId: LocationId
  readonly start: WallDateTime
  readonly interval: Interval
  readonly performerIds: readonly PractitionerId[]
  readonly roomIds: readonly RoomId[] | null
}

export type Horizon = {
  /** No place begins before it. */
  readonly now: Instant
  /** How many days after a visit's own are looked at. */
  readonly days: number
  /** Minutes between starts. */
  readonly stepMinutes: number
}

/** What stands against a place for one visit in particular. */
export type Hindrances = {
  /** Whether the patient's shortest interval forbids another day. */
  readonly tooSoon: (date: PlainDate) => boolean
  /** Whether a rule forbids the service to this patient there. */
  readonly blocked: (place: Pick<Place, 'locationId' | 'start'>) => boolean
}

export const unhindered: Hindrances = { tooSoon: () => false, blocked: () => false }

/** A visit that names nobody who can perform it: one of these people is needed for it. */
export type Claim = { readonly interval: Interval; readonly performerIds: readonly PractitionerId[] }

export type PlaceFinder = {
  /** Whom the visits that stand need besides those whom they name. */
  readonly claims: readonly Claim[]
  /** The places at which a visit is covered, its own time first and then by time, at its own location. */
  readonly places: (visit: Appointment, hindrances: Hindrances) => readonly Place[]
  /** Who could perform a visit at its own time if they were on shift. */
  readonly askable: (visit: Appointment) => readonly PractitionerId[]
  /** The rooms that are free for a visit at its own time; `null`: it needs none. */
  readonly rooms: (visit: Appointment) => readonly RoomId[] | null
}

function windowOf({ interval, zone }: Appointment, { now, days }: Horizon): Interval {
  const day = dayAt(interval.start, zone)
  const [first, last] = [dayInterval(dateOfDay(day), zone), dayInterval(dateOfDay(day + days), zone)]
  return { start: instant(Math.max(first.start, now)), end: last.end }
}

/** Nothing is kept twice: visits for one service ask the same question at the same time. */
function remembered<T>(): (key: string, make: () => T) => T {
  const known = new Map<string, { readonly value: T }>()
  return (key, make) => {
    const before = known.get(key)
    if (before !== undefined) return before.value
    const value = make()
    known.set(key, { value })
    return value
  }
}

/** Nobody is asked in who is at work at another place then. */
const worksThen = (board: Board, id: PractitionerId, interval: Interval): boolean =>
  [...board.people.find(person => person.id === id)?.attendance.values() ?? []].some(({ planned }) => firstOverlap(planned, interval) !== null)

/**
 * Looks for places for visits that must go elsewhere. The facts hold the absence and none of the visits that are looked for
 * places; whoever is needed for another visit is not offered, nor is an hour at which the patient is elsewhere.
 */
export function placeFinder(facts: StaffingFacts, visits: readonly Appointment[], horizon: Horizon): PlaceFinder {
  if (visits.length === 0) return { claims: [], places: () => [], askable: () => [], rooms: () => null }
  const windows = visits.map(visit => windowOf(visit, horizon))
  const longest = Math.max(...visits.map(visit => visit.minutes)) * minuteMs
  const whole: Interval = {
    start: instant(Math.min(...windows.map(window => window.start), ...visits.map(visit => visit.interval.start))),
    end: instant(Math.max(...windows.map(window => window.end)) + longest),
  }
  const { visits: standing, span } = standingAround(facts.appointments, whole)
  const board = boardOf(facts, span)
  const { pool, judged } = judgeAll(board, standing)
  const nameOf = new Map(board.people.map(person => [person.number, person.id]))
  const roomsFree = roomFinder(facts, span)
  const [starts, candidates, staffed] = [remembered<readonly StartTime[]>(), remembered<Candidacy>(), remembered<readonly PractitionerId[]>()]

  const keyOf = ({ rule, site, interval }: Visit): string => `${rule.service.id} ${site.id} ${interval.start} ${interval.end}`
  const serviceOf = (visit: Appointment) => {
    const [service, site] = [board.services.get(visit.serviceTypeId), board.sites.get(visit.locationId)]
    return service === undefined || service.status !== 'approved' || site === undefined ? null : { service, site }
  }
  const askedFor = (visit: Appointment, interval: Interval): Visit | null => {
    const known = serviceOf(visit)
    if (known === null) return null
    const { service, site } = known
    return { id: idOfNewVisit, performerId: null, rule: ruleOf(board, service), site, interval, firstDay: dayAt(interval.start, site.zone), lastDay: dayAt(instant(interval.end - 1), site.zone) }
  }
  const candidacy = (asked: Visit): Candidacy => candidates(keyOf(asked), () => candidacyOf(board, asked))
  const reasonsAt = (visit: Appointment): Candidacy['reasons'] => {
    const asked = askedFor(visit, visit.interval)
    return asked === null ? [] : candidacy(asked).reasons
  }
  const performers = (visit: Appointment, interval: Interval): readonly PractitionerId[] => {
    const asked = askedFor(visit, interval)
    if (asked === null) return []
    return staffed(keyOf(asked), () => {
      const demand = demandOf(asked, candidacy(asked))
      return candidacy(asked).eligible.filter(person => strandedBy(pool, demand, person.number).length === 0).map(person => person.id)
    })
  }
  const rooms = (visit: Appointment, interval: Interval): readonly RoomId[] | null =>
    serviceOf(visit)?.service.needsRoom === true ? roomsFree(visit.locationId, interval).map(room => room.id) : null

  return {
    claims: judged.filter(({ demand }) => pool.groupOf.get(demand.id)?.assigned.has(demand.id) === true)
      .map(({ demand }) => ({ interval: demand.interval, performerIds: demand.candidates.flatMap(number => nameOf.get(number) ?? []) })),
    rooms: visit => rooms(visit, visit.interval),
    askable: visit => reasonsAt(visit)
      .filter(({ practitionerId, reasons }) => reasons.every(({ kind }) => kind === 'off-shift') && !worksThen(board, practitionerId, visit.interval))
      .map(({ practitionerId }) => practitionerId),
    places: (visit, { tooSoon, blocked }) => {
      const known = serviceOf(visit)
      if (known === null) return []
      const { site } = known
      const window = windowOf(visit, horizon)
      const own = facts.appointments.filter(other => other.patientId === visit.patientId && occupyingStatuses.includes(other.status))
      const ownDay = dayAt(visit.interval.start, site.zone)
      const steps = starts(`${site.id} ${visit.minutes}`, () => startTimes(site, whole, visit.minutes, horizon.stepMinutes, {}))
        .filter(({ interval }) => interval.start >= window.start && interval.start < window.end)
      // The hour that was agreed need not lie on the step.
      const agreed = { start: visit.start, day: ownDay, interval: visit.interval, open: true }
      const offered = visit.interval.start < horizon.now ? steps : [agreed, ...steps.filter(({ interval }) => interval.start !== visit.interval.start)]
      return offered.flatMap(({ start, day, interval, open }): readonly Place[] => {
        const place = { locationId: site.id, start }
        if (!open || (day !== ownDay && tooSoon(dateOfDay(day))) || own.some(other => overlaps(other.interval, interval)) || blocked(place)) return []
        const performerIds = performers(visit, interval)
        if (performerIds.length === 0) return []
        const roomIds = rooms(visit, interval)
        return roomIds?.length === 0 ? [] : [{ ...place, interval, performerIds, roomIds }]
      })
    },
  }
}

/** The day on which the clocks go back has 25 hours of six steps. */
const longestDay = 150

/** How far a place is from what was agreed, in steps of ten minutes; a day later is farther than any hour of the same day. */
export function distanceTo(visit: Appointment, { interval }: Pick<Place, 'interval'>): number {
  const steps = Math.ceil(Math.abs(interval.start - visit.interval.start) / (10 * minuteMs))
  const sameDay = dayAt(interval.start, visit.zone) === dayAt(visit.interval.start, visit.zone)
  return sameDay ? steps : longestDay + steps
}
