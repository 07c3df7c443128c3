import type { OpeningHours } from '../../shared/domain/practice.ts'
import { weekdays, weekdayShort } from '../../shared/text/en/dates.ts'
import { placeText } from '../../shared/text/en/settings.ts'

/** "Mon–Fri 08:00–17:00, Sat 09:00–12:00": days in a row with the same hours are told together. */
export function hoursInWords(hours: readonly OpeningHours[]): string {
  const byDay = weekdays.map(weekday => ({
    weekday,
    words: hours
      .filter(one => one.weekday === weekday)
      .map(one => `${one.opens}–${one.closes}`)
      .join(' and '),
  }))
  const runs: { first: (typeof byDay)[number]; last: (typeof byDay)[number] }[] = []
  for (const day of byDay) {
    const run = runs.at(-1)
    if (run !== undefined && run.last.words === day.words) run.last = day
    else runs.push({ first: day, last: day })
  }
  const told = runs
    .filter(run => run.first.words !== '')
    .map(
      ({ first, last }) =>
        `${weekdayShort(first.weekday)}${first === last ? '' : `–${weekdayShort(last.weekday)}`} ${first.words}`,
    )
  return told.length === 0 ? placeText.closed : told.join(', ')
}
