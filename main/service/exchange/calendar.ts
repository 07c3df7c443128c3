import ical, { ICalCalendarMethod, ICalEventTransparency } from 'ical-generator'
import type { Ending } from '../../../shared/domain/alert.ts'
import { calendarText } from '../../../shared/text/en/alerts.ts'
import { addDays } from '../../../shared/domain/time/plainDate.ts'
import type { Instant } from '../../../shared/domain/time/values.ts'

export type CalendarEntry = { readonly ending: Ending; readonly holder: string; readonly certification: string }

/** The ends as an iCalendar document (RFC 5545): whole days, no alarms, no patients. */
export function calendarDocument(entries: readonly CalendarEntry[], now: Instant): string {
  const calendar = ical({ name: calendarText.name, prodId: { company: 'Injection Desk', product: 'Certifications', language: 'EN' }, method: ICalCalendarMethod.PUBLISH, ttl: 6 * 60 * 60 })
  for (const { ending, holder, certification } of entries) {
    calendar.createEvent({
      id: `${ending.qualificationId}-${ending.kind}@injection-desk`, start: `${ending.ends}T00:00:00Z`, end: `${addDays(ending.ends, 1)}T00:00:00Z`, allDay: true,
      stamp: new Date(now), summary: calendarText.title(ending.kind, holder, certification), transparency: ICalEventTransparency.TRANSPARENT,
    })
  }
  return calendar.toString()
}
