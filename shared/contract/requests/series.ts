import { z } from 'zod'
import type { PlaceProblem } from '../../domain/booking.ts'
import type { AppointmentId, LocationId, PatientId, PractitionerId, RoomId, SeriesId, ServiceTypeId } from '../../domain/ids.ts'
import type { Occurrence, Series, SeriesTerms } from '../../domain/series.ts'
import { command, query } from '../define.ts'
import { problemSchemas } from '../problems.ts'
import { calendarTime, id, line, list, plainDate, type Schema, version, wallTime, weekday } from '../scalars.ts'
import { visit } from '../schedule.ts'
import { verdict } from '../staffing.ts'
import { seen } from './common.ts'

const mostVisits = 26
/** No series begins later; the calendar of the program ends some day. */
const day = plainDate.refine(date => date < '2200')
const terms: Schema<SeriesTerms> = z.strictObject({
  product: line, everyDays: z.int().min(1).max(366), minimumDays: z.int().min(0).max(366), visits: z.int().min(1).max(mostVisits), first: day, time: wallTime,
  weekday: weekday.nullable(), earlyDays: z.int().min(0).max(28), lateDays: z.int().min(0).max(28), performerId: id<PractitionerId>().nullable(),
})
const subject = { patientId: id<PatientId>(), serviceTypeId: id<ServiceTypeId>(), locationId: id<LocationId>(), terms }
const series: Schema<Series> = z.strictObject({ id: id<SeriesId>(), version, ...subject })
const chosenPlace = { start: calendarTime, performerId: id<PractitionerId>().nullable(), roomId: id<RoomId>().nullable() }
const obstacle: Schema<PlaceProblem> = z.union([
  problemSchemas['not-found'], problemSchemas['slot-taken'], problemSchemas['not-staffed'], problemSchemas['against-rule'], problemSchemas['too-soon'], problemSchemas['outside-opening-hours'],
  problemSchemas['service-not-approved'], problemSchemas['room-needed'], problemSchemas['no-such-time'], problemSchemas['ambiguous-time'], problemSchemas['not-allowed-now'],
]) as unknown as Schema<PlaceProblem>
const occurrence: Schema<Occurrence> = z.strictObject({
  number: z.int(), wanted: calendarTime, byHand: z.boolean(), notBefore: plainDate.nullable(), obstacle: obstacle.nullable(), closure: line.nullable(),
  place: z.strictObject(chosenPlace).nullable(), verdict: verdict.nullable(), certifiedThrough: plainDate.nullable(), offsetMinutes: z.number(),
})
const output = z.strictObject({ series, visits: list(visit) })
const visits = list(z.strictObject(seen(id<AppointmentId>())), mostVisits)

/** Requests about series of visits. Each visit of one is a visit like any other. */
export const seriesRequests = {
  series: {
    plan: query({
      permission: 'appointment.read', summary: 'A series before it is booked: each visit judged on its own date, moved to the nearest place where it has to be',
      input: z.strictObject({ ...subject, byHand: list(z.strictObject({ number: z.int().min(1).max(mostVisits), start: calendarTime }), mostVisits) }),
      output: z.strictObject({ occurrences: list(occurrence) }), problems: ['not-found', 'service-not-approved', 'not-allowed-now'],
    }),
    book: command({
      permission: 'appointment.write', summary: 'Books all visits of a series or none; the same request key never books twice',
      input: z.strictObject({ requestKey: z.uuid(), ...subject, places: list(z.strictObject(chosenPlace), mostVisits) }),
      output, problems: ['not-found', 'service-not-approved', 'not-allowed-now', 'visit-refused'],
    }),
    read: query({
      permission: 'appointment.read', summary: 'A series and its visits in order', input: z.strictObject({ id: id<SeriesId>() }), output, problems: ['not-found'],
    }),
    cancelRest: command({
      permission: 'appointment.write', summary: 'Cancels the visits of a series that are still to come, with one reason', input: z.strictObject({ id: id<SeriesId>(), visits, reason: line.min(1) }),
      output, problems: ['not-found', 'stale', 'not-allowed-now'],
    }),
    undo: command({
      permission: 'appointment.write', summary: 'Takes the last change of several visits of a series back, all or none', input: z.strictObject({ id: id<SeriesId>(), visits }),
      output, problems: ['not-found', 'stale', 'slot-taken', 'not-allowed-now'],
    }),
  },
} as const
