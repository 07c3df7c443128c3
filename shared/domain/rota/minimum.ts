import type { LocationId, ServiceTypeId, StaffingMinimumId } from '../ids.ts'
import { err, ok, type Result } from '../result.ts'
import type { PlainDate, WallTime, Weekday } from '../time/values.ts'
import { invalid, type Invalid } from '../typed.ts'

/**
 * So many people on site who may perform a service, whether or not a visit is booked: "always one certified for dystonia on
 * Thursdays". It asks only for hours in which the location is open, so that it rests on public holidays.
 */
export type StaffingMinimum = {
  readonly id: StaffingMinimumId
  readonly version: number
  readonly locationId: LocationId
  readonly serviceTypeId: ServiceTypeId
  readonly people: number
  readonly weekdays: readonly Weekday[]
  /** `null`: as long as the location is open. `end` at or before `start` means the next day. */
  readonly hours: { readonly start: WallTime; readonly end: WallTime } | null
  readonly from: PlainDate
  readonly through: PlainDate | null
  /** People counted here are counted for no other minimum that says so at that hour; otherwise one person may meet several. */
  readonly apart: boolean
}

export type StaffingMinimumFields = Omit<StaffingMinimum, 'id' | 'version'>

/** A minimum that may be kept; weekdays are kept once each, in their order. */
export function decideMinimum(fields: StaffingMinimumFields): Result<StaffingMinimumFields, Invalid> {
  if (fields.weekdays.length === 0) return err(invalid({ path: 'weekdays', message: 'weekday-needed' }))
  if (fields.through !== null && fields.through < fields.from) return err(invalid({ path: 'through', message: 'ends-before-it-begins' }))
  return ok({ ...fields, weekdays: [...new Set(fields.weekdays)].sort((a, b) => a - b) })
}
