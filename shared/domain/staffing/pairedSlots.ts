import { isStanding } from '../appointment.ts'
import type { Appointment } from '../appointment.ts'
import { asId } from '../ids.ts'
import type { AppointmentId, PatientId, ServiceTypeId } from '../ids.ts'
import { instant, minuteMs } from '../time/instant.ts'
import { overlaps } from '../time/interval.ts'
import { addDays } from '../time/plainDate.ts'
import type { Instant, PlainDate, ZoneId } from '../time/values.ts'
import { dateOf, dayInterval } from '../time/wallClock.ts'
import { findSlots } from './slots.ts'
import type { SlotQuery } from './slots.ts'
import type { ClosedSlot, Companion, PairedSlot, Slot, StaffingFacts } from './types.ts'

/** A second visit for the same patient at the same location, on the day of the first or within so many days after it. */
export type CompanionQuery = Pick<SlotQuery, 'blockedBy' | 'tooSoon'> & {
  readonly serviceTypeId: ServiceTypeId
  /** 0: the same day, before or after the first. */
  readonly withinDays: number
  /** It starts at or after this. */
  readonly earliest: Instant
}

/** More than any day has. */
const startsOfDay = 1441
const firstVisit = asId<AppointmentId>('ffffffff-ffff-7fff-bfff-fffffffffffe')
const somebody = asId<PatientId>('ffffffff-ffff-7fff-bfff-fffffffffffe')

/** A slot as if it had been booked. */
const asBooked = (slot: Slot, { patientId, serviceTypeId }: SlotQuery, zone: ZoneId): Appointment => ({
  id: firstVisit, version: 1, patientId: patientId ?? somebody, serviceTypeId, locationId: slot.locationId, roomId: slot.roomId, performerId: slot.performerId, start: slot.start,
  minutes: (slot.interval.end - slot.interval.start) / minuteMs, zone, interval: slot.interval, status: 'booked', override: null, cancelReason: null, note: '', series: null,
})

const asCompanion = ({ id, locationId, start, interval, performerId, roomId }: Appointment): Companion => ({ appointmentId: id, locationId, start, interval, performerId, roomId })

/** Finds what goes with a slot: the patient's own visit, or else the earliest place that is still free when the slot is taken. */
function companionFinder(facts: StaffingFacts, query: SlotQuery, asked: CompanionQuery): (slot: Slot) => Companion | null {
  const zones = new Map(facts.locations.map((location) => [location.id, location.zone]))
  const own = facts.appointments.filter((visit) => visit.patientId === query.patientId && visit.serviceTypeId === asked.serviceTypeId && isStanding(visit.status))
    .sort((a, b) => a.interval.start - b.interval.start)
  const known = new Map<string, readonly Slot[]>()
  const plain: SlotQuery = {
    serviceTypeId: asked.serviceTypeId, locationIds: [], from: asked.earliest, through: asked.earliest, limit: startsOfDay,
    stepMinutes: query.stepMinutes, blockedBy: asked.blockedBy, tooSoon: asked.tooSoon, patientId: query.patientId,
  }
  const freeOn = (date: PlainDate, locationId: Slot['locationId'], zone: ZoneId): readonly Slot[] => {
    const key = `${locationId} ${date}`
    const before = known.get(key)
    if (before !== undefined) return before
    const { start, end } = dayInterval(date, zone)
    const { slots } = findSlots(facts, { ...plain, locationIds: [locationId], from: instant(Math.max(start, asked.earliest)), through: end })
    known.set(key, slots)
    return slots
  }
  return (slot) => {
    const zone = zones.get(slot.locationId)
    if (zone === undefined) return null
    const first = dateOf(slot.start)
    const last = addDays(first, asked.withinDays)
    const already = own.find((visit) => visit.locationId === slot.locationId && first <= dateOf(visit.start) && dateOf(visit.start) <= last)
    if (already !== undefined) return asCompanion(already)
    const taken = { ...facts, appointments: [...facts.appointments, asBooked(slot, query, zone)] }
    for (let date = first; date <= last; date = addDays(date, 1)) {
      for (const { locationId, start, interval } of freeOn(date, slot.locationId, zone)) {
        if (overlaps(interval, slot.interval)) continue
        // Whoever takes the slot may be the one on whom another visit without a name was counting: asked again, as it would be.
        const [still] = findSlots(taken, { ...plain, locationIds: [locationId], from: interval.start, through: instant(interval.start + 1), limit: 1 }).slots
        if (still !== undefined) return { appointmentId: null, locationId, start, interval, performerId: still.performerId, roomId: still.roomId }
      }
    }
    return null
  }
}

/** The earliest slots, each with the visit that goes with it where one is asked for; where none does, the start is closed. */
export function findPairedSlots(facts: StaffingFacts, query: SlotQuery, asked: CompanionQuery | null): { readonly slots: readonly PairedSlot[]; readonly closed: readonly ClosedSlot[] } {
  if (asked === null) {
    const { slots, closed } = findSlots(facts, query)
    return { slots: slots.map((slot) => ({ ...slot, companion: null })), closed }
  }
  const companionOf = companionFinder(facts, query, asked)
  const found = new Map<Slot, Companion>()
  const goesWith = (slot: Slot): boolean => {
    const companion = companionOf(slot)
    if (companion !== null) found.set(slot, companion)
    return companion !== null
  }
  const { slots, closed } = findSlots(facts, { ...query, goesWith })
  return { slots: slots.map((slot) => ({ ...slot, companion: found.get(slot) ?? null })), closed }
}
