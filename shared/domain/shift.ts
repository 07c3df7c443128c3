import type { AbsenceId, LocationId, PractitionerId, ShiftExceptionId, ShiftPatternId } from './ids.ts'
import type { RecurrenceRule } from './time/recurrenceRule.ts'
import type { PlainDate, WallDateTime, Weekday, WallTime, ZoneId } from './time/values.ts'

export type Presence = 'on-site' | 'on-call'

/**
 * A recurring shift; `end` at or before `start` means the next day. Both dates count; `through: null` goes on. It comes every
 * week, or as `rule` says, whose weekday is the shift's own.
 */
export type ShiftPattern = {
  readonly id: ShiftPatternId
  readonly version: number
  readonly practitionerId: PractitionerId
  readonly locationId: LocationId
  readonly weekday: Weekday
  readonly rule: RecurrenceRule | null
  readonly start: WallTime
  readonly end: WallTime
  readonly from: PlainDate
  readonly through: PlainDate | null
  readonly presence: Presence
}

/** One dated change of the weekly pattern: hours added to a day, or hours taken out of it. */
export type ShiftException = {
  readonly id: ShiftExceptionId
  readonly version: number
  readonly practitionerId: PractitionerId
  readonly locationId: LocationId
  readonly date: PlainDate
  readonly kind: 'added' | 'removed'
  readonly start: WallTime
  readonly end: WallTime
  readonly presence: Presence
  readonly note: string
}

/** Away everywhere, whatever the shifts say, from `start` up to but not including `end`. */
export type Absence = {
  readonly id: AbsenceId
  readonly version: number
  readonly practitionerId: PractitionerId
  readonly start: WallDateTime
  readonly end: WallDateTime
  readonly zone: ZoneId
  readonly reason: 'sick' | 'leave' | 'training' | 'other'
  readonly note: string
}
