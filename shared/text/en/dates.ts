import { dayOfMonth, monthOf, weekdayOf, yearOf } from '../../domain/time/plainDate.ts'
import type { Instant, PlainDate, WallDateTime, Weekday, ZoneId } from '../../domain/time/values.ts'
import { dateOf, timeOf, wallAt } from '../../domain/time/wallClock.ts'

/** Monday first, as everywhere in the program. */
export const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7]
const weekdayWords: Readonly<Record<Weekday, string>> = {
  1: 'Monday',
  2: 'Tuesday',
  3: 'Wednesday',
  4: 'Thursday',
  5: 'Friday',
  6: 'Saturday',
  7: 'Sunday',
}
export const monthWords: readonly string[] = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** "Tuesday" */
export const weekdayWord = (weekday: Weekday): string => weekdayWords[weekday]
/** "Tue" */
export const weekdayShort = (weekday: Weekday): string => weekdayWords[weekday].slice(0, 3)
const monthWord = (date: PlainDate): string => monthWords[monthOf(date) - 1] ?? ''

/** "8 Dec 2026" */
export const dateWords = (date: PlainDate): string => `${dayOfMonth(date)} ${monthWord(date).slice(0, 3)} ${yearOf(date)}`
/** "Tue 8 Dec" */
export const dayWords = (date: PlainDate): string =>
  `${weekdayShort(weekdayOf(date))} ${dayOfMonth(date)} ${monthWord(date).slice(0, 3)}`
/** "Tue 8 Dec 2026" */
export const dayWordsWithYear = (date: PlainDate): string => `${dayWords(date)} ${yearOf(date)}`
/** "Tuesday 8 December 2026", for where it is read aloud. */
export const dayInFull = (date: PlainDate): string =>
  `${weekdayWord(weekdayOf(date))} ${dayOfMonth(date)} ${monthWord(date)} ${yearOf(date)}`

/** "Tue 8 Dec 10:20" */
export const wallWords = (wall: WallDateTime): string => `${dayWords(dateOf(wall))} ${timeOf(wall)}`
/** "Tue 8 Dec 2026 10:20" */
export const wallWordsWithYear = (wall: WallDateTime): string => `${dayWordsWithYear(dateOf(wall))} ${timeOf(wall)}`
/** "8 Dec 2026" on the calendars of a zone. */
export const instantDate = (at: Instant, zone: ZoneId): string => dateWords(dateOf(wallAt(at, zone)))
/** "10:20" on the clocks of a zone. */
export const instantTime = (at: Instant, zone: ZoneId): string => timeOf(wallAt(at, zone))
/** "Tue 8 Dec 2026 10:20" on the calendars and clocks of a zone. */
export const instantWords = (at: Instant, zone: ZoneId): string => wallWordsWithYear(wallAt(at, zone))
