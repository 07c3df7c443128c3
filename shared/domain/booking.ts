import { type Appointment, isStanding, type Override } from './appointment.ts'
import type { AccountId, AppointmentId, PractitionerId, RoomId, ServiceTypeId } from './ids.ts'
import { isOpenFor } from './openingTime.ts'
import { overrideState, signsOf } from './override.ts'
import { tooSoonFor } from './minimumInterval.ts'
import type { Patient } from './person.ts'
import { blocksVisit, type Joined, joinRules } from './rules/joined.ts'
import { isUnlawful } from './rules/finding.ts'
import { type AskedPlace, overlapAt, placeVerdict, roomFor, typedStart, without } from './place.ts'
import type { Problem } from './problem.ts'
import { err, ok, type Result } from './result.ts'
import type { StaffingFacts, Verdict } from './staffing/types.ts'
import type { Instant, Interval, PlainDate, ZoneId } from './time/values.ts'
import { dateAt, dateOf, spanOf } from './time/wallClock.ts'
import { invalid, type Invalid, tidyLine, tidyWords } from './typed.ts'

/** Who books, and what they may and say: `reason` is why it shall be booked although it is not as it should be, and `through` how long that stands. */
export type Booker = {
  readonly by: AccountId
  readonly byName: string
  readonly mayOverride: boolean
  readonly reason: string | null
  readonly through: PlainDate | null
}

/** Somebody who books what is as it should be, and nothing else. */
export const plainBooker = ({ id, displayName }: { readonly id: AccountId; readonly displayName: string }): Booker =>
  ({ by: id, byName: displayName, mayOverride: false, reason: null, through: null })

export type BookingRequest = {
  readonly id: AppointmentId
  readonly patient: Patient
  readonly serviceTypeId: ServiceTypeId
  readonly place: AskedPlace
  readonly note: string
  readonly booker: Booker
}

/** The visit to be stored, and why it lies outside the opening hours where it does. */
export type Booking = { readonly visit: Appointment; readonly outOfHoursReason: string | null }

export type PlaceProblem = Invalid | Extract<Problem, {
  code: 'not-found' | 'slot-taken' | 'not-staffed' | 'against-rule' | 'too-soon' | 'outside-opening-hours' | 'service-not-approved' | 'room-needed' | 'no-such-time' | 'ambiguous-time' | 'not-allowed-now'
}>

/** What there is to know of a patient before a visit is agreed. */
export type BookedPatient = Pick<Patient, 'id' | 'birthDate'>

type Subject = {
  readonly patient: BookedPatient
  readonly serviceTypeId: ServiceTypeId
  readonly place: AskedPlace
  readonly booker: Booker
  /** The visit as it stands, when it is being moved. */
  readonly moving: Appointment | null
}
type Settled = {
  readonly interval: Interval
  readonly minutes: number
  readonly zone: ZoneId
  readonly roomId: RoomId | null
  readonly performerId: PractitionerId | null
  readonly override: Override | null
  readonly outOfHoursReason: string | null
}

/** A reason counts only from somebody who may give one. */
const acceptedReason = ({ mayOverride, reason }: Pick<Booker, 'mayOverride' | 'reason'>): string | null => {
  const typed = reason === null ? '' : tidyLine(reason)
  return mayOverride && typed !== '' ? typed : null
}

/** The same hours with the same person, and no other flag than then: what was once decided about its staffing still holds. */
function stillStands(visit: Appointment, { place }: Subject, interval: Interval, said: Joined, now: Instant): boolean {
  const same = visit.locationId === place.locationId && visit.interval.start === interval.start && visit.performerId === place.performerId
  return same && visit.override !== null && overrideState(visit.override, said, visit.performerId, dateAt(now, visit.zone)).kind === 'stands'
}

/** The reason that lets a visit stand although it is not as it should be: a new one, or the one that it has; `null` where there is none. */
function answeredFor(subject: Subject, interval: Interval, said: Joined, now: Instant): Override | null {
  const { booker: { by, byName, through, ...booker }, place: { performerId }, moving } = subject
  const reason = acceptedReason(booker)
  if (reason !== null) return { reason, by, byName, at: now, against: signsOf(said, performerId), through }
  return moving !== null && stillStands(moving, subject, interval, said, now) ? moving.override : null
}

type Staffed = { readonly performerId: PractitionerId | null; readonly override: Override | null }

/** Who performs the visit and, where nobody eligible does or a rule blocks it, why it is kept all the same; refused where that is not said. */
function staffed(verdict: Verdict, findings: Joined['findings'], subject: Subject, answer: Override | null): Result<Staffed, Extract<Problem, { code: 'not-staffed' | 'against-rule' }>> {
  const { place: { performerId }, booker: { mayOverride } } = subject
  const unlawful = findings.filter(isUnlawful)
  if (unlawful.length > 0) return err({ code: 'against-rule', findings: unlawful, mayOverride: false })
  const blocks = findings.filter(blocksVisit)
  if (blocks.length > 0 && answer === null) return err({ code: 'against-rule', findings: blocks, mayOverride })
  const blocked = blocks.length > 0 ? answer : null
  if (verdict.state === 'covered') return ok({ performerId, override: blocked })
  if (verdict.state === 'assignable' && performerId === null) return ok({ performerId: verdict.performerId, override: blocked })
  return answer === null ? err({ code: 'not-staffed', verdict, mayOverride }) : ok({ performerId, override: answer })
}

function settle(facts: StaffingFacts, subject: Subject, now: Instant): Result<Settled, PlaceProblem> {
  const { patient, serviceTypeId, place, booker, moving } = subject
  const service = facts.serviceTypes.find(each => each.id === serviceTypeId)
  if (service === undefined) return err({ code: 'not-found', what: 'service' })
  const location = facts.locations.find(each => each.id === place.locationId && each.active)
  if (location === undefined) return err({ code: 'not-found', what: 'location' })
  if (place.performerId !== null && !facts.practitioners.some(each => each.id === place.performerId)) {
    return err({ code: 'not-found', what: 'staff member' })
  }
  if (service.status !== 'approved') return err({ code: 'service-not-approved' })
  const start = typedStart(place, location.zone)
  if (!start.ok) return start
  const minutes = moving?.minutes ?? service.minutes
  const interval = spanOf(start.value, minutes)
  if (interval.end <= now) return err({ code: 'not-allowed-now', from: 'in the past', to: 'booked' })

  const others = without(facts, moving?.id ?? null)
  const soon = tooSoonFor(facts.appointments.filter(other => other.patientId === patient.id), service, moving)(dateOf(place.start))
  if (soon !== null) return err({ code: 'too-soon', ...soon })
  const open = isOpenFor(location, interval)
  if (!open && acceptedReason(booker) === null) return err({ code: 'outside-opening-hours' })
  const room = roomFor(others, service, place, interval, moving?.roomId ?? null)
  if (!room.ok) return room
  const overlap = overlapAt(others.appointments, interval, { patientId: patient.id, performerId: place.performerId, roomId: room.value })
  if (overlap !== null) return err({ code: 'slot-taken', overlap })

  const { through } = booker
  if (through !== null && through < dateAt(now, location.zone)) return err(invalid({ path: 'overrideThrough', message: 'due-in-past' }))
  const verdict = placeVerdict(facts, serviceTypeId, place, minutes, moving?.id ?? null)
  const performerId = verdict.state === 'assignable' && place.performerId === null ? verdict.performerId : place.performerId
  const said = joinRules(facts, { serviceTypeId, ...place, performerId }, verdict, patient.birthDate)
  const staff = staffed(verdict, said.findings, subject, answeredFor(subject, interval, said, now))
  if (!staff.ok) return staff
  return ok({
    interval, minutes, zone: location.zone, roomId: room.value, ...staff.value, outOfHoursReason: open ? null : acceptedReason(booker),
  })
}

/**
 * A visit booked, or why not. Nobody named: the engine's choice performs it. Nobody eligible: refused, unless somebody who may
 * says why it shall be booked all the same; it then stays flagged. Overlaps, drafts and the service's
 * shortest interval cannot be talked away. The facts must hold everything around the asked time, and the patient's visits for the service.
 */
export function decideBooking(facts: StaffingFacts, request: BookingRequest, now: Instant): Result<Booking, PlaceProblem> {
  const { id, patient, serviceTypeId, place, note, booker } = request
  if (patient.status !== 'active') return err({ code: 'not-allowed-now', from: patient.status, to: 'booked' })
  const settled = settle(facts, { patient, serviceTypeId, place, booker, moving: null }, now)
  if (!settled.ok) return settled
  const { outOfHoursReason, ...where } = settled.value
  return ok({
    outOfHoursReason,
    visit: {
      id, version: 1, patientId: patient.id, serviceTypeId, locationId: place.locationId, start: place.start, ...where,
      status: 'booked', cancelReason: null, note: tidyWords(note), series: null,
    },
  })
}

/** A standing visit moved to another time, place or person under the same conditions as a new one; it keeps its length and status. */
export function decideMove(
  facts: StaffingFacts, visit: Appointment, patient: BookedPatient, place: AskedPlace, booker: Booker, now: Instant,
): Result<Booking, PlaceProblem> {
  if (!isStanding(visit.status)) return err({ code: 'not-allowed-now', from: visit.status, to: 'booked' })
  const settled = settle(facts, { patient, serviceTypeId: visit.serviceTypeId, place, booker, moving: visit }, now)
  if (!settled.ok) return settled
  const { outOfHoursReason, ...where } = settled.value
  return ok({ outOfHoursReason, visit: { ...visit, locationId: place.locationId, start: place.start, ...where } })
}
