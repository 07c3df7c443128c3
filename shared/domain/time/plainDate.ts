import type { DateRange, PlainDate, Weekday } from './values.ts'

/** A day counted from 1970-01-01; arithmetic on it is plain arithmetic, which keeps thirteen weeks of shifts cheap. */
export type DayNumber = number

/** Days `start` up to but not including `end`; either may be infinite. */
export type DaySpan = { readonly start: DayNumber; readonly end: DayNumber }

const monthLengths: readonly number[] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

/** The number of days in a month (1 to 12) of a year. */
export const daysInMonth = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : (monthLengths[month - 1] ?? 0)

/** The number that so many digits of a text write; NaN where anything else stands among them. Dates are read far too often for pieces of text to be cut out of them. */
export function digitsAt(text: string, from: number, count: number): number {
  let number = 0
  for (let at = from; at < from + count; at += 1) {
    const digit = (text.codePointAt(at) ?? NaN) - 48
    if (!(digit >= 0 && digit <= 9)) return NaN
    number = number * 10 + digit
  }
  return number
}

export const yearOf = (date: PlainDate): number => digitsAt(date, 0, 4)
export const monthOf = (date: PlainDate): number => digitsAt(date, 5, 2)
export const dayOfMonth = (date: PlainDate): number => digitsAt(date, 8, 2)

function isPlainDate(text: string): text is PlainDate {
  if (text.length !== 10 || text[4] !== '-' || text[7] !== '-') return false
  const year = digitsAt(text, 0, 4)
  const day = digitsAt(text, 8, 2)
  return !Number.isNaN(year) && day >= 1 && day <= daysInMonth(year, digitsAt(text, 5, 2))
}

/** A `YYYY-MM-DD` that names a day of the calendar, or null. */
export const parsePlainDate = (text: string): PlainDate | null => (isPlainDate(text) ? text : null)

/** The date with this year, month and day; a day beyond the month's end becomes its last day. */
export function dateFrom(year: number, month: number, day: number): PlainDate {
  const kept = Math.min(day, daysInMonth(year, month))
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(kept).padStart(2, '0')}`
  if (!isPlainDate(text)) throw new RangeError(`not a date: ${text}`)
  return text
}

// Days before 1970-01-01 in the proleptic Gregorian calendar, years starting in March: H. Hinnant, "chrono-compatible
// low-level date algorithms", days_from_civil and civil_from_days.
const daysTo1970 = 719_468
const daysPerEra = 146_097

/** The day number of a date; NaN for text that is no date, so that every comparison with it fails. */
export function dayNumber(date: PlainDate): DayNumber {
  const month = monthOf(date)
  const year = month <= 2 ? yearOf(date) - 1 : yearOf(date)
  const era = Math.floor(year / 400)
  const yearOfEra = year - era * 400
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + dayOfMonth(date) - 1
  return era * daysPerEra + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - daysTo1970
}

const written = new Map<DayNumber, PlainDate>()

/** The date of a day number. */
export function dateOfDay(day: DayNumber): PlainDate {
  const known = written.get(day)
  if (known !== undefined) return known
  const shifted = day + daysTo1970
  const era = Math.floor(shifted / daysPerEra)
  const dayOfEra = shifted - era * daysPerEra
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  const date = dateFrom(
    yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  )
  if (written.size > 20_000) written.clear()
  written.set(day, date)
  return date
}

/** The date so many days later (earlier when negative). */
export const addDays = (date: PlainDate, days: number): PlainDate => dateOfDay(dayNumber(date) + days)

/** The same day of the month so many months later, or that month's last day when it is shorter. */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const count = yearOf(date) * 12 + monthOf(date) - 1 + months
  return dateFrom(Math.floor(count / 12), (count % 12) + 1, dayOfMonth(date))
}

/** Negative, zero or positive as `a` is before, on or after `b`. */
export const compareDates = (a: PlainDate, b: PlainDate): number => (a < b ? -1 : a > b ? 1 : 0)

const isWeekday = (n: number): n is Weekday => Number.isInteger(n) && n >= 1 && n <= 7

/** The ISO weekday of a day number: 1970-01-01 was a Thursday. */
export function weekdayOfDay(day: DayNumber): Weekday {
  const weekday = ((((day + 3) % 7) + 7) % 7) + 1
  if (!isWeekday(weekday)) throw new RangeError(`not a day: ${day}`)
  return weekday
}

/** The ISO weekday of a date. */
export const weekdayOf = (date: PlainDate): Weekday => weekdayOfDay(dayNumber(date))

/** The Monday of a date's week. */
export const mondayOf = (date: PlainDate): PlainDate => addDays(date, 1 - weekdayOf(date))

/** The one place where "valid through" becomes half-open: both dates count, null has no bound on that side. */
export const daySpan = (from: PlainDate | null, through: PlainDate | null): DaySpan => ({
  start: from === null ? -Infinity : dayNumber(from),
  end: through === null ? Infinity : dayNumber(through) + 1,
})

/** Whether a day lies in a half-open span of days. */
export const spanHas = (span: DaySpan, day: DayNumber): boolean => day >= span.start && day < span.end

/** Every date of a range, both bounds included; none when it ends before it begins. */
export function eachDate(range: DateRange): readonly PlainDate[] {
  const span = daySpan(range.from, range.through)
  return Array.from({ length: Math.max(0, span.end - span.start) }, (_, offset) => dateOfDay(span.start + offset))
}
