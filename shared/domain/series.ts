import type { Appointment } from './appointment.ts'
import { type Booker, decideBooking, type PlaceProblem } from './booking.ts'
import type { LocationId, PatientId, PractitionerId, RoomId, SeriesId, ServiceTypeId } from './ids.ts'
import { keptFrom } from './minimumInterval.ts'
import type { Patient } from './person.ts'
import { placeVerdict } from './place.ts'
import { competenceOn, endsLast } from './qualification.ts'
import { findSlots } from './staffing/slots.ts'
import type { StaffingFacts, Verdict } from './staffing/types.ts'
import { minuteMs } from './time/instant.ts'
import { addDays, dayNumber, weekdayOf } from './time/plainDate.ts'
import type { Instant, Interval, PlainDate, WallDateTime, WallTime, Weekday, ZoneId } from './time/values.ts'
import { dateOf, dayInterval, minutesOfDay, timeOf, wallDateTime, wallInstant } from './time/wallClock.ts'
import { zoneOffset } from './time/zone.ts'

/** What is agreed for a series as a whole; `time` is the clinic's wall clock, whatever the season. */
export type SeriesTerms = {
  readonly product: string
  readonly everyDays: number
  /** No two visits for the service lie closer together, whatever the window allows. */
  readonly minimumDays: number
  readonly visits: number
  readonly first: PlainDate
  readonly time: WallTime
  readonly weekday: Weekday | null
  /** How many days a visit may lie before and after its own date. */
  readonly earlyDays: number
  readonly lateDays: number
  readonly performerId: PractitionerId | null
}

export type Series = {
  readonly id: SeriesId
  readonly version: number
  readonly patientId: PatientId
  readonly serviceTypeId: ServiceTypeId
  readonly locationId: LocationId
  readonly terms: SeriesTerms
}

export type OccurrencePlace = { readonly start: WallDateTime; readonly performerId: PractitionerId | null; readonly roomId: RoomId | null }

/** One visit of a series before it is booked: where it was meant to be, what stands against that, and where it would go. */
export type Occurrence = {
  readonly number: number
  readonly wanted: WallDateTime
  /** Chosen in the review: shown as chosen, never moved. */
  readonly byHand: boolean
  /** The date from which the minimum interval is kept, where `wanted` breaks it. */
  readonly notBefore: PlainDate | null
  readonly obstacle: PlaceProblem | null
  /** Why the location's hours on the wanted date differ, as the practice wrote it: mostly a holiday. */
  readonly closure: string | null
  /** `wanted` itself, or the nearest place at which the visit may be; `null` when the window holds none. */
  readonly place: OccurrencePlace | null
  readonly verdict: Verdict | null
  /** The last day on which the performer's certificates for the service hold as they stand today; `null`: no end, or nobody. */
  readonly certifiedThrough: PlainDate | null
  readonly offsetMinutes: number
}

/** The date meant for one visit of a series: its turn of the interval, on the weekday asked for where the window has one. */
export function wantedDate(terms: SeriesTerms, number: number): PlainDate {
  const turn = addDays(terms.first, (number - 1) * terms.everyDays)
  const { weekday } = terms
  if (weekday === null) return turn
  const near = Array.from({ length: terms.earlyDays + terms.lateDays + 1 }, (_, day) => day - terms.earlyDays)
    .sort((a, b) => Math.abs(a) - Math.abs(b))
    .map(days => addDays(turn, days))
  return near.find(day => weekdayOf(day) === weekday) ?? turn
}

/** The days around one visit that its window allows, in a zone. */
export const windowOf = (terms: SeriesTerms, number: number, zone: ZoneId): Interval => {
  const turn = addDays(terms.first, (number - 1) * terms.everyDays)
  return { start: dayInterval(addDays(turn, -terms.earlyDays), zone).start, end: dayInterval(addDays(turn, terms.lateDays), zone).end }
}

type Ask = {
  readonly patient: Patient
  readonly serviceTypeId: ServiceTypeId
  readonly locationId: LocationId
  readonly zone: ZoneId
  readonly terms: SeriesTerms
  readonly number: number
  /** The start typed for it in the review. */
  readonly byHand: WallDateTime | null
  readonly taken: readonly PlainDate[]
  readonly booker: Booker
  readonly id: Appointment['id']
  readonly now: Instant
}

const decided = (facts: StaffingFacts, { id, patient, serviceTypeId, locationId, booker, now }: Ask, place: OccurrencePlace) =>
  decideBooking(facts, { id, patient, serviceTypeId, place: { locationId, fold: null, ...place }, note: '', booker }, now)

function nearest(facts: StaffingFacts, ask: Ask, wanted: WallDateTime): Appointment | null {
  const { terms, number, zone, serviceTypeId, locationId, taken } = ask
  const window = windowOf(terms, number, zone)
  const minutes = minutesOfDay(timeOf(wanted))
  const { slots } = findSlots(facts, {
    serviceTypeId, locationIds: [locationId], from: window.start, through: window.end, limit: 20_000, practitionerId: terms.performerId,
    stepMinutes: minutes % 10 === 0 ? 10 : 5,
  })
  const day = dayNumber(dateOf(wanted))
  const cost = (start: WallDateTime): number => Math.abs(dayNumber(dateOf(start)) - day) * 1440 + Math.abs(minutesOfDay(timeOf(start)) - minutes)
    + (terms.weekday !== null && weekdayOf(dateOf(start)) !== terms.weekday ? 7 * 1440 : 0)
  const ranked = slots.filter(slot => keptFrom(dateOf(slot.start), taken, terms.minimumDays) === null)
    .map(slot => ({ slot, cost: cost(slot.start) })).sort((a, b) => a.cost - b.cost)
  for (const { slot } of ranked) {
    const booking = decided(facts, ask, slot)
    if (booking.ok) return booking.value.visit
  }
  return null
}

function closureOn(facts: StaffingFacts, locationId: LocationId, date: PlainDate): string | null {
  const exceptions = facts.locations.find(each => each.id === locationId)?.openingExceptions ?? []
  return exceptions.find(each => each.date === date && each.reason !== '')?.reason ?? null
}

function certifiedThrough(facts: StaffingFacts, visit: Appointment): PlainDate | null {
  const service = facts.serviceTypes.find(each => each.id === visit.serviceTypeId)
  const held = facts.qualifications.filter(each => each.practitionerId === visit.performerId)
  const types = new Map(facts.certificationTypes.map(type => [type.id, type]))
  const ends = (service?.competences ?? []).flatMap(competence => {
    const grant = competenceOn(held, types, competence, dateOf(visit.start))
    const last = grant.granted ? endsLast(grant.by) : null
    return last === null ? [] : [last.lastDay]
  })
  return ends.sort()[0] ?? null
}

/**
 * One visit of a series as it would be booked: judged on its own date by the same rules as the booking, and moved to the
 * nearest place within its window where it cannot be as meant. What was chosen by hand is judged and left where it is.
 */
export function occurrenceOf(facts: StaffingFacts, ask: Ask): Occurrence {
  const { terms, number, byHand, taken, zone, serviceTypeId, locationId } = ask
  const wanted = byHand ?? wallDateTime(wantedDate(terms, number), terms.time)
  const notBefore = keptFrom(dateOf(wanted), taken, terms.minimumDays)
  const asked = decided(facts, ask, { start: wanted, performerId: terms.performerId, roomId: null })
  const legal = asked.ok && notBefore === null
  const visit = legal ? asked.value.visit : byHand === null ? nearest(facts, ask, wanted) : null
  return {
    number, wanted, byHand: byHand !== null, notBefore, obstacle: asked.ok || asked.problem.code === 'too-soon' ? null : asked.problem, closure: closureOn(facts, locationId, dateOf(wanted)),
    place: visit === null ? null : { start: visit.start, performerId: visit.performerId, roomId: visit.roomId },
    verdict: visit === null ? null : placeVerdict(facts, serviceTypeId, { locationId, start: visit.start, fold: null, performerId: visit.performerId, roomId: visit.roomId }, visit.minutes, null),
    certifiedThrough: visit === null ? null : certifiedThrough(facts, visit),
    offsetMinutes: zoneOffset(wallInstant(visit?.start ?? wanted, zone), zone) / minuteMs,
  }
}
