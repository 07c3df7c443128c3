import { overlaps } from '../time/interval.ts'
import type { Interval } from '../time/values.ts'

/** Things in time, which may overlap one another, sorted by start; `longest` bounds how far back one may reach. */
export type Timeline<T> = { readonly items: readonly T[]; readonly longest: number }

/** Sorts things by their start (then as they were), so that those at one time are found without looking at all. */
export function timelineOf<T extends { readonly interval: Interval }>(items: readonly T[]): Timeline<T> {
  const sorted = items.toSorted((a, b) => a.interval.start - b.interval.start)
  return { items: sorted, longest: sorted.reduce((most, item) => Math.max(most, item.interval.end - item.interval.start), 0) }
}

/** The things that overlap an interval, by start. */
export function meeting<T extends { readonly interval: Interval }>(timeline: Timeline<T>, interval: Interval): readonly T[] {
  const { items, longest } = timeline
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const item = items[middle]
    if (item !== undefined && item.interval.start <= interval.start - longest) low = middle + 1
    else high = middle
  }
  let found: T[] | null = null
  for (let i = low; i < items.length; i += 1) {
    const item = items[i]
    if (item === undefined || item.interval.start >= interval.end) break
    if (overlaps(item.interval, interval)) (found ??= []).push(item)
  }
  return found ?? none
}

const none: readonly never[] = []
