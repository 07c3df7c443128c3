import type { Instant } from './values.ts'

export const minuteMs = 60_000
export const dayMs = 86_400_000

/** The outermost instants, for "always": the bounds that ECMAScript gives to time. */
const outermost = 8_640_000_000_000_000

const isInstant = (ms: number): ms is Instant => Number.isSafeInteger(ms) && Math.abs(ms) <= outermost

/** Milliseconds since the epoch as an instant, or null when they are none (not whole, not finite, out of range). */
export const parseInstant = (ms: number): Instant | null => (isInstant(ms) ? ms : null)

/** Milliseconds since the epoch that are known to be an instant; anything else is a fault. */
export function instant(ms: number): Instant {
  if (!isInstant(ms)) throw new RangeError(`not an instant: ${ms}`)
  return ms
}

/** The instant so many minutes later (earlier when negative). */
export const plusMinutes = (at: Instant, minutes: number): Instant => instant(at + minutes * minuteMs)

export const earliestInstant = instant(-outermost)
export const latestInstant = instant(outermost)
