import type { Branded } from '../ids.ts'

/** Milliseconds since 1970-01-01T00:00Z: what happened, and the derived bounds of what is intended. */
export type Instant = Branded<number, 'Instant'>

/** `YYYY-MM-DD`: birth, certification period, a day of the clinic. */
export type PlainDate = Branded<string, 'PlainDate'>

/** `HH:MM`, 00:00 to 23:59: shift and opening times. */
export type WallTime = Branded<string, 'WallTime'>

/** `YYYY-MM-DDTHH:MM`, always read together with a zone: a visit's start, an absence's bounds. */
export type WallDateTime = Branded<string, 'WallDateTime'>

/** IANA time zone name, for example `America/Chicago`. */
export type ZoneId = Branded<string, 'ZoneId'>

/** ISO weekday, 1 Monday to 7 Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

/** Half-open `[start, end)` in instants; touching is not overlap. */
export type Interval = { readonly start: Instant; readonly end: Instant }

/** Both bounds count: the "valid through" way people write periods. */
export type DateRange = { readonly from: PlainDate; readonly through: PlainDate }
