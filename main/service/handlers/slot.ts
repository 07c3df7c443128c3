import { spanOfDays } from '../../../shared/domain/days.ts'
import type { ServiceTypeId } from '../../../shared/domain/ids.ts'
import { describePlace, typedStart, without } from '../../../shared/domain/place.ts'
import { tooSoonFor } from '../../../shared/domain/minimumInterval.ts'
import { err, ok } from '../../../shared/domain/result.ts'
import { blocksAt, joinRules } from '../../../shared/domain/rules/joined.ts'
import { noConstraints } from '../../../shared/domain/slotConstraints.ts'
import { findPairedSlots } from '../../../shared/domain/staffing/pairedSlots.ts'
import type { SlotQuery } from '../../../shared/domain/staffing/slots.ts'
import type { ClosedSlot, PairedSlot } from '../../../shared/domain/staffing/types.ts'
import { dayMs, instant, minuteMs } from '../../../shared/domain/time/instant.ts'
import type { Interval } from '../../../shared/domain/time/values.ts'
import { dateOf, spanOf } from '../../../shared/domain/time/wallClock.ts'
import { missing } from './told.ts'
import type { Handlers } from './types.ts'
import { factsAround } from './visits.ts'

/** The calendar is read in pieces of four weeks: the first free places are mostly near. */
const pieceDays = 28
const mostClosed = 500

function piecesOf({ start, end }: Interval): readonly Interval[] {
  const pieces: Interval[] = []
  for (let from = start; from < end;) {
    const next = instant(Math.min(end, from + pieceDays * dayMs))
    pieces.push({ start: from, end: next })
    from = next
  }
  return pieces
}

/** Places for visits that are not there yet. */
export const slotHandlers: Handlers['slot'] = {
  find: ({ serviceTypeId, locationId, from, days, limit, performerId, partOfDay, includeClosed, moving, patientId, constraints = noConstraints }, { store, now }) =>
    store.read(async tx => {
      const service = await tx.serviceTypes.byId(serviceTypeId)
      const location = await tx.locations.byId(locationId)
      if (service === null || location === null) return err(missing(service === null ? 'service' : 'location'))
      if (service.status !== 'approved') return err({ code: 'service-not-approved' })
      const patient = patientId === null ? null : await tx.patients.byId(patientId)
      if (patientId !== null && patient === null) return err(missing('patient'))
      const { weekdays, roomId, noticeMinutes, companion } = constraints
      const room = roomId === null ? null : await tx.rooms.byId(roomId)
      if (roomId !== null && (room?.locationId !== locationId || !room.active)) return err(missing('room'))
      const second = companion === null ? null : await tx.serviceTypes.byId(companion.serviceTypeId)
      if (companion !== null && second === null) return err(missing('service'))
      if (second !== null && second.status !== 'approved') return err({ code: 'service-not-approved' })
      const span = spanOfDays(from, days, location.zone)
      const start = instant(Math.max(span.start, now + noticeMinutes * minuteMs))
      const moved = moving === null ? null : await tx.appointments.byId(moving)
      const forWhom = moved?.patientId ?? patientId
      const own = forWhom === null ? [] : await tx.appointments.ofPatient(forWhom)
      const tooSoon = tooSoonFor(own, service, moved)
      const slots: PairedSlot[] = []
      const closed: ClosedSlot[] = []
      for (const piece of piecesOf({ start, end: span.end })) {
        if (slots.length >= limit) break
        const facts = without(await factsAround(tx, { start: piece.start, end: instant(piece.end + (companion?.withinDays ?? 0) * dayMs) }), moving)
        const blockedBy = (id: ServiceTypeId): SlotQuery['blockedBy'] => (patient === null ? undefined : place => blocksAt(facts, id, place, patient.birthDate))
        const found = findPairedSlots(facts, {
          serviceTypeId, locationIds: [locationId], from: piece.start, through: piece.end, limit: limit - slots.length, practitionerId: performerId,
          partOfDay, weekdays, roomId, patientId, includeClosed, closedLimit: mostClosed - closed.length, blockedBy: blockedBy(serviceTypeId), tooSoon,
        }, companion === null ? null : { ...companion, earliest: start, blockedBy: blockedBy(companion.serviceTypeId), tooSoon: tooSoonFor(own, second ?? undefined, null) })
        slots.push(...found.slots)
        closed.push(...found.closed)
      }
      return ok({ slots, closed, tooSoon: tooSoon(from) })
    }),

  assess: ({ serviceTypeId, moving, patientId, ...place }, { store }) => store.read(async tx => {
    const service = await tx.serviceTypes.byId(serviceTypeId)
    const location = await tx.locations.byId(place.locationId)
    if (service === null || location === null) return err(missing(service === null ? 'service' : 'location'))
    const start = typedStart(place, location.zone)
    if (!start.ok) return start
    const moved = moving === null ? null : await tx.appointments.byId(moving)
    if (moving !== null && moved === null) return err(missing('visit'))
    const facts = await factsAround(tx, spanOf(start.value, moved?.minutes ?? service.minutes))
    const described = describePlace(facts, serviceTypeId, place, moved)
    if (!described.ok) return described
    const forWhom = moved?.patientId ?? patientId
    const patient = forWhom === null ? null : await tx.patients.byId(forWhom)
    if (forWhom !== null && patient === null) return err(missing('patient'))
    const tooSoon = tooSoonFor(patient === null ? [] : await tx.appointments.ofPatient(patient.id), service, moved)(dateOf(place.start))
    return ok({ ...described.value, tooSoon, ...joinRules(facts, { serviceTypeId, ...place }, described.value.verdict, patient?.birthDate ?? null) })
  }),
}
