import { type Appointment, occupyingStatuses } from './appointment.ts'
import type { AppointmentId, LocationId, PatientId, PractitionerId, RoomId, ServiceTypeId } from './ids.ts'
import { isOpenFor } from './openingTime.ts'
import { byPractitioner } from './order.ts'
import type { Overlap, Problem } from './problem.ts'
import { err, ok, type Result } from './result.ts'
import type { ServiceType } from './service.ts'
import { judgePlace } from './staffing/assessPlace.ts'
import { freeRooms } from './staffing/rooms.ts'
import { idOfNewVisit } from './staffing/demand.ts'
import type { StaffingFacts, Verdict } from './staffing/types.ts'
import { overlaps } from './time/interval.ts'
import type { Instant, Interval, WallDateTime, ZoneId } from './time/values.ts'
import { dateOf, parseWallDateTime, spanOf, timeOf, type TimeProblem, typedTime } from './time/wallClock.ts'

/** Where, when and with whom somebody asks a visit to be; `start` as typed, by the location's clocks. */
export type AskedPlace = {
  readonly locationId: LocationId
  readonly start: WallDateTime
  readonly fold: 'earlier' | 'later' | null
  readonly performerId: PractitionerId | null
  readonly roomId: RoomId | null
}

/** The instant of a typed start; a text that names no time of the calendar counts as one that does not exist. */
export function typedStart(asked: Pick<AskedPlace, 'start' | 'fold'>, zone: ZoneId): Result<Instant, TimeProblem> {
  if (parseWallDateTime(asked.start) === null) return err({ code: 'no-such-time', time: asked.start })
  return typedTime(dateOf(asked.start), timeOf(asked.start), zone, asked.fold)
}

/** The facts as if a visit that is to be moved were nowhere. */
export const without = (facts: StaffingFacts, moving: AppointmentId | null): StaffingFacts =>
  moving === null ? facts : { ...facts, appointments: facts.appointments.filter(visit => visit.id !== moving) }

/**
 * What the engine says of a visit at a place, counting also whom it would take away: where that flags another visit, the
 * two are short of people, whoever was asked first.
 */
export function placeVerdict(
  facts: StaffingFacts, serviceTypeId: ServiceTypeId, asked: AskedPlace, minutes: number, moving: AppointmentId | null,
): Verdict {
  const place = { ...asked, serviceTypeId, minutes, ignore: moving }
  const { verdict, flagsOthers } = judgePlace(facts, place)
  const { performerId } = asked
  if (verdict.state !== 'covered' || performerId === null) return verdict
  const stranded = flagsOthers()
  if (stranded.length === 0) return verdict
  const neededElsewhere = { practitionerId: performerId, reasons: stranded.map(appointmentId => ({ kind: 'busy', appointmentId }) as const) }
  return {
    state: 'uncovered',
    shortage: { appointmentIds: [...stranded, moving ?? idOfNewVisit].sort(), practitionerIds: [performerId], supervision: null },
    reasons: [...verdict.reasons, neededElsewhere].sort(byPractitioner),
  }
}

/** Whom or what a visit would overlap among those that keep their place in the calendar, or `null`. */
export function overlapAt(
  others: readonly Appointment[], interval: Interval, asked: { readonly patientId: PatientId; readonly performerId: PractitionerId | null; readonly roomId: RoomId | null },
): Overlap | null {
  const at = others.filter(visit => occupyingStatuses.includes(visit.status) && overlaps(visit.interval, interval))
  if (at.some(visit => visit.patientId === asked.patientId)) return 'patient'
  if (asked.performerId !== null && at.some(visit => visit.performerId === asked.performerId)) return 'performer'
  return asked.roomId !== null && at.some(visit => visit.roomId === asked.roomId) ? 'room' : null
}

/** The room that a visit gets: the one asked for, else the one it has when that is free, else the first free one if it needs any. */
export function roomFor(
  facts: StaffingFacts, service: ServiceType, asked: AskedPlace, interval: Interval, present: RoomId | null,
): Result<RoomId | null, Extract<Problem, { code: 'not-found' | 'room-needed' }>> {
  if (asked.roomId !== null) {
    const room = facts.rooms.find(each => each.id === asked.roomId && each.active && each.locationId === asked.locationId)
    return room === undefined ? err({ code: 'not-found', what: 'room' }) : ok(room.id)
  }
  if (!service.needsRoom) return ok(null)
  const free = freeRooms(facts, asked.locationId, interval)
  const room = free.find(each => each.id === present) ?? free[0]
  return room === undefined ? err({ code: 'room-needed' }) : ok(room.id)
}

/** What there is to know of a place before anything is booked there. */
export type PlaceAssessment = {
  readonly verdict: Verdict
  readonly outsideOpeningHours: boolean
  readonly roomFree: boolean
  readonly suggestedRoomId: RoomId | null
}

/** Assesses a place for a visit of so many minutes; refuses only times that have to be asked about, and unknown places. */
export function describePlace(
  facts: StaffingFacts, serviceTypeId: ServiceTypeId, asked: AskedPlace, moving: Appointment | null,
): Result<PlaceAssessment, TimeProblem | Extract<Problem, { code: 'not-found' }>> {
  const service = facts.serviceTypes.find(each => each.id === serviceTypeId)
  if (service === undefined) return err({ code: 'not-found', what: 'service' })
  const location = facts.locations.find(each => each.id === asked.locationId)
  if (location === undefined) return err({ code: 'not-found', what: 'location' })
  const start = typedStart(asked, location.zone)
  if (!start.ok) return start
  const minutes = moving?.minutes ?? service.minutes
  const interval = spanOf(start.value, minutes)
  const free = freeRooms(without(facts, moving?.id ?? null), location.id, interval)
  const roomFree = asked.roomId === null ? !service.needsRoom || free.length > 0 : free.some(room => room.id === asked.roomId)
  return ok({
    verdict: placeVerdict(facts, serviceTypeId, asked, minutes, moving?.id ?? null),
    outsideOpeningHours: !isOpenFor(location, interval),
    roomFree,
    suggestedRoomId: (free.find(room => room.id === moving?.roomId) ?? free[0])?.id ?? null,
  })
}
