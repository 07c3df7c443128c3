import type { RoomId, ServiceTypeId } from './ids.ts'
import type { Weekday } from './time/values.ts'

/** What a patient asks of a place beside the service, as the desk hears it on the telephone. */
export type SlotConstraints = {
  /** The weekdays on which it may be. */
  readonly weekdays: readonly Weekday[]
  readonly roomId: RoomId | null
  /** It begins no sooner than so long from now. */
  readonly noticeMinutes: number
  /** A second visit that must find its place too, on the same day (0) or within so many days after. */
  readonly companion: { readonly serviceTypeId: ServiceTypeId; readonly withinDays: number } | null
}

/** Nothing more than the service itself. */
export const noConstraints: SlotConstraints = { weekdays: [1, 2, 3, 4, 5, 6, 7], roomId: null, noticeMinutes: 0, companion: null }
