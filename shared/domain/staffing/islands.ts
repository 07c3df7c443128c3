import type { Appointment } from '../appointment.ts'
import { instant } from '../time/instant.ts'
import type { Interval } from '../time/values.ts'
import { timelineOf } from './timeline.ts'

/** Visits that overlap one another in time, with those that overlap these, and so on: nothing outside of it bears on them. */
export type Island = { readonly interval: Interval; readonly visits: readonly Appointment[] }

/** Divides things in time so that no two in different parts overlap, by start. */
export function apart<T extends { readonly interval: Interval }>(items: readonly T[]): readonly (readonly [T, ...T[]])[] {
  const parts: [T, ...T[]][] = []
  let end = -Infinity
  for (const item of timelineOf(items).items) {
    const part = item.interval.start >= end ? undefined : parts.at(-1)
    if (part === undefined) parts.push([item])
    else part.push(item)
    end = Math.max(end, item.interval.end)
  }
  return parts
}

/** Divides visits into islands, by start. */
export const islandsOf = (appointments: readonly Appointment[]): readonly Island[] => apart(appointments).map((visits) => {
  const { start } = visits[0].interval
  return { visits, interval: { start, end: instant(Math.max(start + 1, ...visits.map(({ interval }) => interval.end))) } }
})
