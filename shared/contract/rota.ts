import { z } from 'zod'
import type { AvailabilityId, LocationId, PractitionerId, ServiceTypeId, StaffingMinimumId } from '../domain/ids.ts'
import type { Availability, DatedWish, WeeklyWish } from '../domain/rota/availability.ts'
import type { RotaCell, RotaShift } from '../domain/rota/cells.ts'
import type { StaffingMinimum } from '../domain/rota/minimum.ts'
import type { PaintedCell } from '../domain/rota/paint.ts'
import type { UnmetMinimum } from '../domain/rota/unmet.ts'
import { absenceFields, presence } from './places.ts'
import { id, interval, line, list, plainDate, type Schema, version, wallTime, weekday } from './scalars.ts'

const hours = { start: wallTime, end: wallTime }
const wish = z.enum(['could', 'rather-not'])
const weeklyWish: Schema<WeeklyWish> = z.strictObject({ weekday, ...hours, wish })
const datedWish: Schema<DatedWish> = z.strictObject({ date: plainDate, ...hours, wish })
export const availabilityFields = {
  practitionerId: id<PractitionerId>(), weekly: list(weeklyWish, 100), dated: list(datedWish, 400),
  maxWeekMinutes: z.int().min(0).max(10_080).nullable(), restMinutes: z.int().min(0).max(2880), note: line,
}
export const availability: Schema<Availability> = z.strictObject({ id: id<AvailabilityId>(), version, ...availabilityFields })

export const minimumFields = {
  locationId: id<LocationId>(), serviceTypeId: id<ServiceTypeId>(), people: z.int().min(1).max(100), weekdays: list(weekday, 7),
  hours: z.strictObject(hours).nullable(), from: plainDate, through: plainDate.nullable(), apart: z.boolean(),
}
export const staffingMinimum: Schema<StaffingMinimum> = z.strictObject({ id: id<StaffingMinimumId>(), version, ...minimumFields })
export const unmetMinimum: Schema<UnmetMinimum> = z.strictObject({
  minimumId: id<StaffingMinimumId>(), date: plainDate, interval, present: z.int(), wanted: z.int(),
})

const rotaShift: Schema<RotaShift> = z.strictObject({ ...hours, presence })
export const rotaCell: Schema<RotaCell> = z.strictObject({
  practitionerId: id<PractitionerId>(), date: plainDate, shifts: list(rotaShift), single: z.boolean(),
  elsewhere: list(z.strictObject({ ...hours, presence, locationId: id<LocationId>() })), absences: list(absenceFields.reason),
})
export const paintedCell: Schema<PaintedCell> = z.strictObject({
  practitionerId: id<PractitionerId>(), date: plainDate, seen: list(rotaShift, 50), shifts: list(rotaShift, 20),
})
