import type { OpeningHours } from '../../shared/domain/practice.ts'
import type { WallTime, Weekday } from '../../shared/domain/time/values.ts'
import { wallTimeAt } from '../../shared/domain/time/wallClock.ts'

/** Opening hours while they are typed: a time that is not one yet is null. */
export type HoursDraft = { readonly weekday: Weekday; readonly opens: WallTime | null; readonly closes: WallTime | null }

/** Monday to Friday, 08:00 to 17:00. */
export const usualHours = (): readonly HoursDraft[] => {
  const workdays: readonly Weekday[] = [1, 2, 3, 4, 5]
  return workdays.map(weekday => ({ weekday, opens: wallTimeAt(8 * 60), closes: wallTimeAt(17 * 60) }))
}

/** The hours when all of them are times; null while one is not. */
export function hoursOf(draft: readonly HoursDraft[]): readonly OpeningHours[] | null {
  const whole = draft.flatMap(({ weekday, opens, closes }) =>
    opens === null || closes === null ? [] : [{ weekday, opens, closes }],
  )
  return whole.length === draft.length ? whole : null
}
