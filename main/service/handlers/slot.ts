import { spanOfDays } from '../../../shared/domain/days.ts'
import { describePlace, typedStart, without } from '../../../shared/domain/place.ts'
import { err, ok } from '../../../shared/domain/result.ts'
import { blocksAt, joinRules } from '../../../shared/domain/rules/joined.ts'
import { findSlots } from '../../../shared/domain/staffing/slots.ts'
import type { ClosedSlot, Slot } from '../../../shared/domain/staffing/types.ts'
import { dayMs, instant } from '../../../shared/domain/time/instant.ts'
import type { Interval } from '../../../shared/domain/time/values.ts'
import { spanOf } from '../../../shared/domain/time/wallClock.ts'
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
  find: ({ serviceTypeId, locationId, from, days, limit, performerId, partOfDay, includeClosed, moving, patientId }, { store, now }) =>
    store.read(async tx => {
      const service = await tx.serviceTypes.byId(serviceTypeId)
      const location = await tx.locations.byId(locationId)
      if (service === null || location === null) return err(missing(service === null ? 'service' : 'location'))
      if (service.status !== 'approved') return err({ code: 'service-not-approved' })
      const patient = patientId === null ? null : await tx.patients.byId(patientId)
      if (patientId !== null && patient === null) return err(missing('patient'))
      const span = spanOfDays(from, days, location.zone)
      const slots: Slot[] = []
      const closed: ClosedSlot[] = []
      for (const piece of piecesOf({ start: instant(Math.max(span.start, now)), end: span.end })) {
        if (slots.length >= limit) break
        const facts = await factsAround(tx, piece)
        const found = findSlots(without(facts, moving), {
          serviceTypeId, locationIds: [locationId], from: piece.start, through: piece.end, limit: limit - slots.length,
          practitionerId: performerId, partOfDay, includeClosed, closedLimit: mostClosed - closed.length,
          blockedBy: patient === null ? undefined : place => blocksAt(facts, serviceTypeId, place, patient.birthDate),
        })
        slots.push(...found.slots)
        closed.push(...found.closed)
      }
      return ok({ slots, closed })
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
    return ok({ ...described.value, ...joinRules(facts, { serviceTypeId, ...place }, described.value.verdict, patient?.birthDate ?? null) })
  }),
}
