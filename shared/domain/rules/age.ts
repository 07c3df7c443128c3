import { dateFrom, dayOfMonth, daysInMonth, monthOf, yearOf, addDays } from '../time/plainDate.ts'
import type { PlainDate } from '../time/values.ts'

/**
 * The first day on which somebody has lived so many full years. Born on 29 February, that is 1 March where the year has no such
 * day: a day late rather than a day early.
 */
export function dayOfAge(birthDate: PlainDate, years: number): PlainDate {
  const [year, month, day] = [yearOf(birthDate) + years, monthOf(birthDate), dayOfMonth(birthDate)]
  const date = dateFrom(year, month, day)
  return day > daysInMonth(year, month) ? addDays(date, 1) : date
}
