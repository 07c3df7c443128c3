import type { AvailabilityId, PractitionerId } from '../ids.ts'
import { err, ok, type Result } from '../result.ts'
import type { PlainDate, WallTime, Weekday } from '../time/values.ts'
import { minutesOfDay } from '../time/wallClock.ts'
import { invalid, type Invalid, tidyLine } from '../typed.ts'

/** `could`: ready to work then. `rather-not`: would, if nobody else can. Hours that are in neither are not offered. */
export type Wish = 'could' | 'rather-not'

/** `end` at or before `start` means the next day. */
export type WeeklyWish = { readonly weekday: Weekday; readonly start: WallTime; readonly end: WallTime; readonly wish: Wish }
/** For one date, on which the usual week does not hold. */
export type DatedWish = { readonly date: PlainDate; readonly start: WallTime; readonly end: WallTime; readonly wish: Wish }

/** When somebody could work, and how much: what a rota may be made of. Whoever has none is never proposed for a shift. */
export type Availability = {
  readonly id: AvailabilityId
  readonly version: number
  readonly practitionerId: PractitionerId
  readonly weekly: readonly WeeklyWish[]
  readonly dated: readonly DatedWish[]
  /** At work in one week, Monday to Sunday, at every location together; `null`: no limit of their own. */
  readonly maxWeekMinutes: number | null
  /** Between the end of one shift and the start of the next. */
  readonly restMinutes: number
  readonly note: string
}

export type AvailabilityFields = Omit<Availability, 'id' | 'version'>

/** Eleven hours in every twenty-four: Directive 2003/88/EC, article 3. */
export const usualRestMinutes = 660

type Hours = { readonly start: WallTime; readonly end: WallTime; readonly wish: Wish }

/** True when two wishes of one day say different things of the same hour. */
function contradicts(wishes: readonly Hours[]): boolean {
  const spans = wishes.map(({ start, end }) => ({ from: minutesOfDay(start), to: minutesOfDay(end) + (end <= start ? 1440 : 0) }))
    .sort((a, b) => a.from - b.from)
  return spans.some((span, i) => (spans[i + 1]?.from ?? Infinity) < span.to)
}

/** True when some day's wishes contradict each other. */
const someDayContradicts = <T extends Hours>(wishes: readonly T[], dayOf: (wish: T) => string | number): boolean =>
  [...new Set(wishes.map(dayOf))].some(day => contradicts(wishes.filter(wish => dayOf(wish) === day)))

/** Availability that may be kept: no hour of one day is told of twice. */
export function decideAvailability(fields: AvailabilityFields): Result<AvailabilityFields, Invalid> {
  const issues = [
    ...(someDayContradicts(fields.weekly, wish => wish.weekday) ? [{ path: 'weekly', message: 'hours-overlap' as const }] : []),
    ...(someDayContradicts(fields.dated, wish => wish.date) ? [{ path: 'dated', message: 'hours-overlap' as const }] : []),
  ]
  return issues.length > 0 ? err(invalid(...issues)) : ok({ ...fields, note: tidyLine(fields.note) })
}
