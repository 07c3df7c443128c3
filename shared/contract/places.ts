import { z } from 'zod'
import type { AbsenceId, LocationId, PractitionerId, RoomId, ServiceTypeId, ShiftExceptionId, ShiftPatternId } from '../domain/ids.ts'
import type { Location, OpeningException, OpeningHours, Practice, Room } from '../domain/practice.ts'
import type { ServiceType, Supervision } from '../domain/service.ts'
import type { Absence, ShiftException, ShiftPattern } from '../domain/shift.ts'
import { role } from './people.ts'
import { purpose, regulation } from './rules.ts'
import { competence, id, line, list, plainDate, recurrenceRule, type Schema, version, wallDateTime, wallTime, weekday, words, zoneId } from './scalars.ts'

export const practiceFields = { name: line.min(1), telephone: line, askFor: line, arriveEarlyMinutes: z.int().min(0).max(120) }
export const practice: Schema<Practice> = z.strictObject({ ...practiceFields, demo: z.boolean(), version })

const openingHours: Schema<OpeningHours> = z.strictObject({ weekday, opens: wallTime, closes: wallTime })
const openingException: Schema<OpeningException> = z.strictObject({
  date: plainDate, hours: list(z.strictObject({ opens: wallTime, closes: wallTime }), 10), reason: line,
})
export const locationFields = {
  name: line.min(1), address: words, telephone: line, zone: zoneId, openingHours: list(openingHours, 50),
  openingExceptions: list(openingException, 1000), regulation: regulation.nullable(), active: z.boolean(),
}
export const location: Schema<Location> = z.strictObject({ id: id<LocationId>(), version, ...locationFields })

export const roomFields = { locationId: id<LocationId>(), name: line.min(1), active: z.boolean() }
export const room: Schema<Room> = z.strictObject({ id: id<RoomId>(), version, ...roomFields })

const supervision: Schema<Supervision> = z.strictObject({
  roles: list(role, 20), competences: list(competence, 50), presence: z.enum(['on-site', 'on-call']), atMost: z.int().min(1).max(50).nullable(),
})
export const serviceTypeFields = {
  name: line.min(1), minutes: z.int().min(5).max(720), competences: list(competence, 50), roles: list(role, 20),
  supervision: supervision.nullable(), needsRoom: z.boolean(), minimumIntervalDays: z.int().min(1).max(730).nullable(),
  productIntervals: list(z.strictObject({ product: line.min(1), days: z.int().min(1).max(730) }), 30),
  labelStatus: z.enum(['on-label', 'off-label', 'cosmetic']), purpose, physiotherapy: z.boolean(), note: words,
}
export const serviceStatus = z.enum(['draft', 'approved', 'retired'])
export const serviceType: Schema<ServiceType> = z.strictObject({ id: id<ServiceTypeId>(), version, ...serviceTypeFields, status: serviceStatus })

export const presence = z.enum(['on-site', 'on-call'])
const shiftHours = { practitionerId: id<PractitionerId>(), locationId: id<LocationId>(), start: wallTime, end: wallTime, presence }
export const shiftPatternFields = { ...shiftHours, weekday, rule: recurrenceRule.nullable(), from: plainDate, through: plainDate.nullable() }
export const shiftPattern: Schema<ShiftPattern> = z.strictObject({ id: id<ShiftPatternId>(), version, ...shiftPatternFields })
export const shiftExceptionFields = { ...shiftHours, date: plainDate, kind: z.enum(['added', 'removed']), note: line }
export const shiftException: Schema<ShiftException> = z.strictObject({ id: id<ShiftExceptionId>(), version, ...shiftExceptionFields })
export const absenceFields = {
  practitionerId: id<PractitionerId>(), start: wallDateTime, end: wallDateTime, zone: zoneId,
  reason: z.enum(['sick', 'leave', 'training', 'other']), note: line,
}
export const absence: Schema<Absence> = z.strictObject({ id: id<AbsenceId>(), version, ...absenceFields })
