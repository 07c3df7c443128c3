import type { VersionedRow } from './versionedRow.ts'

export type ShiftPatternRow = VersionedRow & {
  readonly practitioner_id: string
  readonly location_id: string
  readonly weekday: number
  readonly rule: string | null
  readonly start_time: string
  readonly end_time: string
  readonly from_date: string
  readonly through_date: string | null
  readonly presence: string
}

export type ShiftExceptionRow = VersionedRow & {
  readonly practitioner_id: string
  readonly location_id: string
  readonly on_date: string
  readonly kind: string
  readonly start_time: string
  readonly end_time: string
  readonly presence: string
  readonly note: string
}

export type AbsenceRow = VersionedRow & {
  readonly practitioner_id: string
  readonly start_wall: string
  readonly end_wall: string
  readonly zone: string
  readonly reason: string
  readonly note: string
}

export type AvailabilityRow = VersionedRow & {
  readonly practitioner_id: string
  readonly weekly: string
  readonly dated: string
  readonly max_week_minutes: number | null
  readonly rest_minutes: number
  readonly note: string
}

export type StaffingMinimumRow = VersionedRow & {
  readonly location_id: string
  readonly service_type_id: string
  readonly people: number
  readonly weekdays: string
  readonly hours: string | null
  readonly from_date: string
  readonly through_date: string | null
  readonly apart: number
}
