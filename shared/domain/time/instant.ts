import type { Instant } from './values.ts'

export const minuteMs = 60_000
export const dayMs = 86_400_000

/** The bounds that ECMAScript gives to time. */
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

/** 0001-01-02T00:00Z and 9999-12-30T00:00Z: "always", within what every zone can write as a date of four-figure year. */
export const earliestInstant = instant(-62_135_510_400_000)
export const latestInstant = instant(253_402_128_000_000)
