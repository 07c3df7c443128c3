import { z } from 'zod'
import { type Appointment, type AppointmentStatus, appointmentStatuses, type Override, type SeriesPlace } from '../domain/appointment.ts'
import type { Competence } from '../domain/certification.ts'
import type { AccountId, AppointmentId, CertificationTypeId, LocationId, PatientId, PractitionerId, RoomId, SeriesId, ServiceTypeId } from '../domain/ids.ts'
import type { HumanName, Role } from '../domain/person.ts'
import type { Location, Room } from '../domain/practice.ts'
import type { Finding } from '../domain/rules/finding.ts'
import type { ServiceType } from '../domain/service.ts'
import type { FragileStretch, StaffingGap, Verdict, WorkingInterval } from '../domain/staffing/types.ts'
import type { ServiceCell, StripCell } from '../domain/strip.ts'
import type { Instant, Interval, PlainDate } from '../domain/time/values.ts'
import { humanName, role } from './people.ts'
import { location, room, serviceType } from './places.ts'
import { finding } from './rules.ts'
import { competence, id, instant, interval, line, list, plainDate, type Schema, version, wallDateTime, words, zoneId } from './scalars.ts'
import { fragileStretch, fragility, staffingGap, verdict, workingInterval } from './staffing.ts'

export const override: Schema<Override> = z.strictObject({
  reason: line, by: id<AccountId>(), byName: line, at: instant, against: list(line).nullable(), through: plainDate.nullable(),
})
const seriesPlace: Schema<SeriesPlace> = z.strictObject({ id: id<SeriesId>(), number: z.int().min(1), of: z.int().min(1) })
export const appointment: Schema<Appointment> = z.strictObject({
  id: id<AppointmentId>(), version, patientId: id<PatientId>(), serviceTypeId: id<ServiceTypeId>(), locationId: id<LocationId>(),
  roomId: id<RoomId>().nullable(), performerId: id<PractitionerId>().nullable(), start: wallDateTime, minutes: z.int().min(1).max(1440),
  zone: zoneId, interval, status: z.enum(appointmentStatuses) as Schema<AppointmentStatus>, override: override.nullable(),
  cancelReason: line.nullable(), note: words, series: seriesPlace.nullable(),
})

/** Trails begun before there were series say nothing of them, nor of what an override was given for. */
const asKeptNow = (row: unknown): unknown => {
  if (typeof row !== 'object' || row === null) return row
  const { override: kept = null }: { readonly override?: unknown } = row
  return { series: null, ...row, override: typeof kept === 'object' && kept !== null ? { against: null, through: null, ...kept } : kept }
}

/** What the audit trail keeps of a change of a visit: the row before it (a new one has none) and the version that it made. */
export const appointmentChange = z.object({ before: z.preprocess(asKeptNow, appointment).optional(), after: z.object({ version }) })

/** A visit as the desk sees it, with what the staffing engine says of it (`null` when it is no longer to be performed). */
export type Visit = {
  readonly appointment: Appointment
  readonly patientName: HumanName
  readonly patientTelephone: string
  readonly verdict: Verdict | null
  /** What the rules of the place say of it, blocks first. */
  readonly findings: readonly Finding[]
}
export const visit: Schema<Visit> = z.strictObject({ appointment, patientName: humanName, patientTelephone: line, verdict: verdict.nullable(), findings: list(finding) })

/** One certification badge of a person: the competence, and the last day on which it counts (`null`: never ends). */
export type Badge = {
  readonly competence: Competence
  readonly certificationTypeId: CertificationTypeId
  readonly lastDay: PlainDate | null
}
export type SchedulePerson = {
  readonly id: PractitionerId
  readonly name: HumanName
  readonly roles: readonly Role[]
  /** What counts on the first day of the range; nothing unverified, suspended or ended. */
  readonly badges: readonly Badge[]
}
const schedulePerson: Schema<SchedulePerson> = z.strictObject({
  id: id<PractitionerId>(), name: humanName, roles: list(role),
  badges: list(z.strictObject({ competence, certificationTypeId: id<CertificationTypeId>(), lastDay: plainDate.nullable() })),
})

export type ScheduleDay = {
  readonly date: PlainDate
  /** Midnight to midnight in the location's zone: 23, 24 or 25 hours. */
  readonly interval: Interval
  readonly open: readonly Interval[]
  readonly working: readonly WorkingInterval[]
  readonly visits: readonly Visit[]
  readonly gaps: readonly StaffingGap[]
  readonly fragile: readonly FragileStretch[]
}
const scheduleDay: Schema<ScheduleDay> = z.strictObject({
  date: plainDate, interval, open: list(interval), working: list(workingInterval), visits: list(visit), gaps: list(staffingGap), fragile: list(fragileStretch),
})

/** One location's days, and everybody and everything that they name. */
export type Schedule = {
  readonly location: Location
  readonly days: readonly ScheduleDay[]
  readonly people: readonly SchedulePerson[]
  readonly serviceTypes: readonly ServiceType[]
  readonly rooms: readonly Room[]
  readonly now: Instant
}
export const schedule: Schema<Schedule> = z.strictObject({
  location, days: list(scheduleDay), people: list(schedulePerson), serviceTypes: list(serviceType), rooms: list(room), now: instant,
})

const serviceState = z.enum(['closed', 'safe', 'fragile', 'gap', 'flagged'])
const serviceCell: Schema<ServiceCell> = z.strictObject({
  serviceTypeId: id<ServiceTypeId>(), state: serviceState, gapMinutes: z.int(), hangsOn: list(fragility), visits: z.int(), flagged: z.int(), assignable: z.int(),
})
export const stripDay: Schema<StripCell> = z.strictObject({
  date: plainDate, state: z.enum([...serviceState.options, 'unchecked']), openMinutes: z.int(), gapMinutes: z.int(), visits: z.int(), flagged: z.int(), assignable: z.int(), services: list(serviceCell),
})

/** What an edit does to visits that stand today: those it would flag, and those it would clear. */
export type Impact = { readonly flags: readonly Visit[]; readonly clears: readonly Visit[]; readonly unchanged: number }
export const impact: Schema<Impact> = z.strictObject({ flags: list(visit), clears: list(visit), unchanged: z.int() })
