import type { AppointmentCard } from '../../shared/domain/card.ts'
import { parseZoneId } from '../../shared/domain/time/zone.ts'
import { wallAt } from '../../shared/domain/time/wallClock.ts'
import type { Instant } from '../../shared/domain/time/values.ts'
import { calendarTitle } from '../../shared/text/paper/cardWords.ts'

const utc = parseZoneId('UTC')

/** RFC 5545's form for an instant in UTC: `20261208T202000Z`. Every calendar shows it in its own zone's time, without a table of zones. */
const stamp = (at: Instant): string | null => (utc === null ? null : `${wallAt(at, utc).replaceAll(/[-:]/g, '')}00Z`)

/** An iCalendar text that puts the visit into somebody's calendar under a title that says nothing; it names no one and no place. */
export function calendarEntry({ visit: { interval } }: AppointmentCard): string | null {
  const [start, end] = [stamp(interval.start), stamp(interval.end)]
  if (start === null || end === null) return null
  return [
    'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Desk//EN', 'BEGIN:VEVENT', `UID:${start}@card`, `DTSTAMP:${start}`, `DTSTART:${start}`, `DTEND:${end}`,
    `SUMMARY:${calendarTitle}`, 'END:VEVENT', 'END:VCALENDAR', '',
  ].join('\r\n')
}
