import type { Appointment } from '../appointment.ts'
import { instant } from '../time/instant.ts'
import type { Interval } from '../time/values.ts'
import { timelineOf } from './timeline.ts'

/** Visits that overlap one another in time, with those that overlap these, and so on: nothing outside of it bears on them. */
export type Island = { readonly interval: Interval; readonly visits: readonly Appointment[] }

/** Divides visits into islands, by start. */
export function islandsOf(appointments: readonly Appointment[]): readonly Island[] {
  const islands: Island[] = []
  let visits: Appointment[] = []
  let end = -Infinity
  const close = (): void => {
    const [first] = visits
    if (first !== undefined) islands.push({ visits, interval: { start: first.interval.start, end: instant(Math.max(end, first.interval.start + 1)) } })
    visits = []
  }
  for (const visit of timelineOf(appointments).items) {
    if (visit.interval.start >= end) close()
    end = Math.max(end, visit.interval.end)
    visits.push(visit)
  }
  close()
  return islands
}
