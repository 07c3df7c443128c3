import type { Absence, ShiftException, ShiftPattern } from '../../shared/domain/shift.ts'
import { repeatOf } from '../../shared/domain/time/recurrenceRule.ts'
import { addDays } from '../../shared/domain/time/plainDate.ts'
import { dateOf, timeOf } from '../../shared/domain/time/wallClock.ts'
import { dayWordsWithYear, wallWordsWithYear, weekdayWord } from '../../shared/text/en/dates.ts'
import { absenceReasons, exceptionText, repeatWords, shiftText } from '../../shared/text/en/shifts.ts'

type Hours = Pick<ShiftPattern, 'start' | 'end'>

/** "08:00–16:00", with a word where it ends on the next day. */
export const hoursWords = ({ start, end }: Hours): string => `${start}–${end}${end <= start ? ` (${shiftText.nextDay})` : ''}`

/** "Monday 08:00–16:00", and how it comes round where that is not every week. */
export const patternWords = (pattern: ShiftPattern): string => `${weekdayWord(pattern.weekday)} ${hoursWords(pattern)}${pattern.rule === null ? '' : `, ${ruleWords(pattern)}`}`

/** "every second week" */
export const ruleWords = (pattern: Pick<ShiftPattern, 'rule'>): string => repeatWords(repeatOf(pattern.rule)).toLowerCase()

/** "Tue 8 Dec 2026 08:00–12:00, extra" */
export const exceptionWords = (exception: ShiftException): string =>
  `${dayWordsWithYear(exception.date)} ${hoursWords(exception)}, ${exceptionText.kindWords[exception.kind]}`

/** Whether an absence begins and ends at midnight, so that days say it all. */
export const isWholeDays = (absence: Pick<Absence, 'start' | 'end'>): boolean =>
  timeOf(absence.start) === '00:00' && timeOf(absence.end) === '00:00'

/** "Mon 7 Dec 2026 – Fri 11 Dec 2026, leave" */
export function absenceWords(absence: Absence): string {
  const reason = absenceReasons[absence.reason].toLowerCase()
  if (!isWholeDays(absence)) return `${wallWordsWithYear(absence.start)} – ${wallWordsWithYear(absence.end)}, ${reason}`
  const first = dateOf(absence.start)
  const last = addDays(dateOf(absence.end), -1)
  return `${dayWordsWithYear(first)}${last === first ? '' : ` – ${dayWordsWithYear(last)}`}, ${reason}`
}
