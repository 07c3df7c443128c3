import { minuteMs } from './instant.ts'
import type { Instant, Interval } from './values.ts'

// Half-open algebra: `[start, end)`. A list is "normal" when sorted by start, with no empty, overlapping or touching members.

/** True when time passes between the bounds; a reversed, empty or unreadable interval holds nothing. */
export const isProper = (interval: Interval): boolean => interval.start < interval.end

/** True when some instant lies in both; touching is not overlap. */
export const overlaps = (a: Interval, b: Interval): boolean => a.start < b.end && b.start < a.end && isProper(a) && isProper(b)

/** True when all of `inner` lies in `outer`. */
export const contains = (outer: Interval, inner: Interval): boolean => outer.start <= inner.start && inner.end <= outer.end

/** True when the instant lies in the interval; the end does not. */
export const holds = (interval: Interval, at: Instant): boolean => interval.start <= at && at < interval.end

/** What lies in both, or null. */
export function intersect(a: Interval, b: Interval): Interval | null {
  const start = a.start > b.start ? a.start : b.start
  const end = a.end < b.end ? a.end : b.end
  return start < end ? { start, end } : null
}

/** The same instants as a normal list. */
export function normalize(intervals: readonly Interval[]): readonly Interval[] {
  const sorted = intervals.filter(isProper).sort((a, b) => a.start - b.start)
  const normal: Interval[] = []
  for (const next of sorted) {
    const last = normal.at(-1)
    if (last === undefined || next.start > last.end) normal.push(next)
    else if (next.end > last.end) normal[normal.length - 1] = { start: last.start, end: next.end }
  }
  return normal
}

/** Every instant of either list, as a normal list. */
export const union = (a: readonly Interval[], b: readonly Interval[]): readonly Interval[] => normalize([...a, ...b])

/** Every instant of `whole` that is not in `taken`, as a normal list. */
export function subtract(whole: readonly Interval[], taken: readonly Interval[]): readonly Interval[] {
  const holes = normalize(taken)
  const left: Interval[] = []
  for (const piece of normalize(whole)) {
    let start = piece.start
    for (let i = firstEndingAfter(holes, start); i < holes.length; i += 1) {
      const hole = holes[i]
      if (hole === undefined || hole.start >= piece.end) break
      if (hole.start > start) left.push({ start, end: hole.start })
      if (hole.end > start) start = hole.end
    }
    if (start < piece.end) left.push({ start, end: piece.end })
  }
  return left
}

/** The parts of a list that lie in the window, in the same order. */
export const clip = (intervals: readonly Interval[], window: Interval): readonly Interval[] =>
  intervals.flatMap((interval) => intersect(interval, window) ?? [])

/** In a normal list, the position of the first interval that ends after the instant; the list's length when none does. */
export function firstEndingAfter(normal: readonly Interval[], at: number): number {
  let low = 0
  let high = normal.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const candidate = normal[middle]
    if (candidate !== undefined && candidate.end > at) high = middle
    else low = middle + 1
  }
  return low
}

/** The member of a normal list in which all of `inner` lies; being without gaps, only one member can hold it. */
export function holderOf(normal: readonly Interval[], inner: Interval): Interval | null {
  const candidate = normal[firstEndingAfter(normal, inner.start)]
  return candidate !== undefined && contains(candidate, inner) ? candidate : null
}

/** The first member of a normal list that overlaps the interval, or null. */
export function firstOverlap(normal: readonly Interval[], interval: Interval): Interval | null {
  const candidate = normal[firstEndingAfter(normal, interval.start)]
  return candidate !== undefined && candidate.start < interval.end ? candidate : null
}

/** The minutes in a normal list. */
export const minutesIn = (normal: readonly Interval[]): number =>
  normal.reduce((sum, interval) => sum + (interval.end - interval.start) / minuteMs, 0)
