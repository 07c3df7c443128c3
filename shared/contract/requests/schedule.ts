import { z } from 'zod'
import type { AppointmentId, LocationId, PatientId, PractitionerId, RoomId, ServiceTypeId } from '../../domain/ids.ts'
import type { SlotConstraints } from '../../domain/slotConstraints.ts'
import { command, query } from '../define.ts'
import { id, instant, line, list, nothing, plainDate, type Schema, weekday, words } from '../scalars.ts'
import { finding } from '../rules.ts'
import { schedule, stripDay, visit } from '../schedule.ts'
import { closedSlot, pairedSlot, tooSoon, verdict } from '../staffing.ts'
import { seen, where, auditEvent } from './common.ts'

/** Which of the two, when a wall time happens twice. */
const fold = { fold: z.enum(['earlier', 'later']).nullable() }
/** Why it is booked although not staffed; `null` when it need not be. */
const overrideReason = {
  overrideReason: line.min(3).nullable(),
  /** The last day on which that stands; nothing said: until the visit. */
  overrideThrough: plainDate.nullable().optional(),
}
const placeProblems = [
  'not-found', 'stale', 'slot-taken', 'not-staffed', 'against-rule', 'too-soon', 'outside-opening-hours', 'service-not-approved', 'room-needed', 'no-such-time', 'ambiguous-time', 'not-allowed-now',
] as const

/** What else somebody asked for; left out: nothing. */
const constraints: Schema<SlotConstraints> = z.strictObject({
  weekdays: list(weekday, 7), roomId: id<RoomId>().nullable(), noticeMinutes: z.int().min(0).max(525_600),
  companion: z.strictObject({ serviceTypeId: id<ServiceTypeId>(), withinDays: z.int().min(0).max(28) }).nullable(),
})

/** Requests about days, free places and visits. */
export const scheduleRequests = {
  schedule: {
    read: query({
      permission: 'appointment.read', summary: 'Days of one location: people at work, visits with their verdicts, gaps',
      input: z.strictObject({ locationId: id<LocationId>(), from: plainDate, days: z.int().min(1).max(14) }), output: schedule, problems: ['not-found'],
    }),
    strip: query({
      permission: 'appointment.read', summary: 'One cell a day: which of the coming days are safe', problems: ['not-found'],
      input: z.strictObject({ locationId: id<LocationId>(), from: plainDate, days: z.int().min(1).max(371) }), output: list(stripDay),
    }),
  },
  slot: {
    find: query({
      permission: 'appointment.read', summary: 'The earliest eligible places for a service, each with its injector; the closed ones with their reasons on demand',
      input: z.strictObject({
        serviceTypeId: id<ServiceTypeId>(), locationId: id<LocationId>(), from: plainDate, days: z.int().min(1).max(370), limit: z.int().min(1).max(100),
        performerId: id<PractitionerId>().nullable(), partOfDay: z.enum(['morning', 'afternoon']).nullable(), includeClosed: z.boolean(),
        /** The visit that is being moved: its own place counts as free. */
        moving: id<AppointmentId>().nullable(),
        /** For whom: the rules of the place may ask for an age. */
        patientId: id<PatientId>().nullable(),
        constraints: constraints.optional(),
      }),
      output: z.strictObject({ slots: list(pairedSlot), closed: list(closedSlot), tooSoon: tooSoon.nullable() }), problems: ['not-found', 'service-not-approved'],
    }),
    assess: query({
      permission: 'appointment.read', summary: 'What the engine would say of a visit at this place', problems: ['not-found', 'no-such-time', 'ambiguous-time'],
      input: z.strictObject({ serviceTypeId: id<ServiceTypeId>(), ...where, ...fold, moving: id<AppointmentId>().nullable(), patientId: id<PatientId>().nullable() }),
      output: z.strictObject({ verdict, tooSoon: tooSoon.nullable(), findings: list(finding), outsideOpeningHours: z.boolean(), roomFree: z.boolean(), suggestedRoomId: id<RoomId>().nullable() }),
    }),
  },
  appointment: {
    read: query({
      permission: 'appointment.read', summary: 'One visit, and what was done to it', input: z.strictObject({ id: id<AppointmentId>() }),
      output: z.strictObject({ visit, tooSoon: tooSoon.nullable(), history: list(auditEvent) }), problems: ['not-found'],
    }),
    book: command({
      permission: 'appointment.write', summary: 'Books a visit; the same request key never books twice',
      input: z.strictObject({ requestKey: z.uuid(), patientId: id<PatientId>(), serviceTypeId: id<ServiceTypeId>(), ...where, ...fold, ...overrideReason, note: words }),
      output: visit, problems: placeProblems,
    }),
    move: command({
      permission: 'appointment.write', summary: 'Moves a visit to another time, performer or room',
      input: z.strictObject({ ...seen(id<AppointmentId>()), ...where, ...fold, ...overrideReason }), output: visit, problems: placeProblems,
    }),
    cancel: command({
      permission: 'appointment.write', summary: 'Cancels a visit, with a reason', input: z.strictObject({ ...seen(id<AppointmentId>()), reason: line.min(1) }), output: visit,
      problems: ['not-found', 'stale', 'not-allowed-now'],
    }),
    mark: command({
      permission: 'appointment.write', summary: 'Checks in, completes, or notes that nobody came',
      input: z.strictObject({ ...seen(id<AppointmentId>()), status: z.enum(['arrived', 'fulfilled', 'noshow']) }), output: visit, problems: ['not-found', 'stale', 'not-allowed-now'],
    }),
    overrides: query({
      permission: 'appointment.read', summary: 'Visits still to come that were booked although they are flagged, and why', input: nothing,
      output: z.strictObject({ visits: list(visit), now: instant }), problems: [],
    }),
    withdrawOverride: command({
      permission: 'appointment.override', summary: 'Takes back that a visit may stand although it is flagged; it stays where it is, flagged as anybody’s',
      input: z.strictObject(seen(id<AppointmentId>())), output: visit, problems: ['not-found', 'stale', 'not-allowed-now'],
    }),
    undo: command({
      permission: 'appointment.write', summary: 'Takes the last change of a visit back, if nothing else happened to it since and its old place is free',
      input: z.strictObject(seen(id<AppointmentId>())), output: visit, problems: ['not-found', 'stale', 'slot-taken', 'not-allowed-now', 'against-rule'],
    }),
  },
} as const
