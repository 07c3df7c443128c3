import type { LocationId, RoomId } from './ids.ts'
import type { Regulation } from './rules/jurisdiction.ts'
import type { PlainDate, Weekday, WallTime, ZoneId } from './time/values.ts'

export type Practice = {
  readonly name: string
  readonly telephone: string
  /** Printed on cards, for example "the front desk". */
  readonly askFor: string
  /** Minutes before the visit at which the patient is asked to arrive. */
  readonly arriveEarlyMinutes: number
  readonly demo: boolean
  readonly version: number
}

/** Open from `opens` to `closes` on that weekday; `closes` at or before `opens` means the next day. */
export type OpeningHours = { readonly weekday: Weekday; readonly opens: WallTime; readonly closes: WallTime }

/** A dated change of the opening hours: closed all day, or open for these hours only. */
export type OpeningException = {
  readonly date: PlainDate
  readonly hours: readonly { readonly opens: WallTime; readonly closes: WallTime }[]
  readonly reason: string
}

export type Location = {
  readonly id: LocationId
  readonly version: number
  readonly name: string
  readonly address: string
  readonly telephone: string
  readonly zone: ZoneId
  readonly openingHours: readonly OpeningHours[]
  readonly openingExceptions: readonly OpeningException[]
  /** `null`: nobody has said whose law holds here, so no rule is applied. */
  readonly regulation: Regulation | null
  readonly active: boolean
}

export type Room = {
  readonly id: RoomId
  readonly version: number
  readonly locationId: LocationId
  readonly name: string
  readonly active: boolean
}
