import type { AccountId, AppointmentId, LocationId, PatientId, PractitionerId, RoomId, SeriesId, ServiceTypeId } from './ids.ts'
import type { Instant, Interval, PlainDate, WallDateTime, ZoneId } from './time/values.ts'

export const appointmentStatuses = [
  'proposed', 'booked', 'arrived', 'fulfilled', 'cancelled', 'noshow', 'entered-in-error',
] as const
export type AppointmentStatus = (typeof appointmentStatuses)[number]

/** Why a visit was booked although it is not as it should be; it stays flagged. */
export type Override = {
  readonly reason: string
  readonly by: AccountId
  readonly byName: string
  readonly at: Instant
  /** The signs of the flag that it was given for; `null`: given before they were kept. */
  readonly against: readonly string[] | null
  /** The last day on which it stands; `null`: until the visit. */
  readonly through: PlainDate | null
}

/** Which visit of which series, and of how many as they were booked; visits cancelled since still count. */
export type SeriesPlace = { readonly id: SeriesId; readonly number: number; readonly of: number }

/** A visit agreed with a patient. `start` and `zone` are the truth; `interval` is derived from them. */
export type Appointment = {
  readonly id: AppointmentId
  readonly version: number
  readonly patientId: PatientId
  readonly serviceTypeId: ServiceTypeId
  readonly locationId: LocationId
  readonly roomId: RoomId | null
  readonly performerId: PractitionerId | null
  readonly start: WallDateTime
  readonly minutes: number
  readonly zone: ZoneId
  readonly interval: Interval
  readonly status: AppointmentStatus
  readonly override: Override | null
  readonly cancelReason: string | null
  readonly note: string
  /** `null` for a visit that was booked by itself. */
  readonly series: SeriesPlace | null
}

/** Statuses that take up the time of patient, performer and room, and that need somebody certified. */
export const standingStatuses: readonly AppointmentStatus[] = ['proposed', 'booked', 'arrived']

/** True while the visit is still to be performed. */
export const isStanding = (status: AppointmentStatus): boolean => standingStatuses.includes(status)

/** Statuses that occupy the calendar: a fulfilled visit keeps its place, so history never double-books. */
export const occupyingStatuses: readonly AppointmentStatus[] = ['proposed', 'booked', 'arrived', 'fulfilled']

const next: Readonly<Record<AppointmentStatus, readonly AppointmentStatus[]>> = {
  proposed: ['booked', 'cancelled', 'entered-in-error'],
  booked: ['arrived', 'cancelled', 'noshow', 'entered-in-error'],
  arrived: ['fulfilled', 'booked', 'cancelled', 'entered-in-error'],
  fulfilled: ['entered-in-error'],
  cancelled: [],
  noshow: [],
  'entered-in-error': [],
}

/** Whether a visit may go from one status to another (undo restores the earlier row and is not a transition). */
export const mayBecome = (from: AppointmentStatus, to: AppointmentStatus): boolean => next[from].includes(to)
