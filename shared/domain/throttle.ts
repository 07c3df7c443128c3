import { instant } from './time/instant.ts'
import type { Instant } from './time/values.ts'

/** Wrong guesses so far, and until when no further one is looked at. */
export type Throttle = { readonly failures: number; readonly lockedUntil: Instant | null }

export const untried: Throttle = { failures: 0, lockedUntil: null }

const freeGuesses = 5
const firstWaitMs = 30_000
const longestWaitMs = 3_600_000

const waitMs = (failures: number): number =>
  failures < freeGuesses ? 0 : Math.min(longestWaitMs, firstWaitMs * 2 ** Math.min(failures - freeGuesses, 20))

/** Seconds until the next guess is looked at, rounded up; 0 when it is looked at now. */
export const secondsLeft = (throttle: Throttle, now: Instant): number =>
  throttle.lockedUntil === null ? 0 : Math.max(0, Math.ceil((throttle.lockedUntil - now) / 1000))

/**
 * The throttle after one more guess, counted before it is looked at so that guesses made at once all count.
 * From the fifth on each costs a wait: 30 seconds, doubled up to an hour (NIST SP 800-63B 3.2.2 asks for a limit).
 */
export function countGuess(throttle: Throttle, now: Instant): Throttle {
  const failures = throttle.failures + 1
  const wait = waitMs(failures)
  return { failures, lockedUntil: wait === 0 ? null : instant(now + wait) }
}

/** A wait cannot be longer than it was made: a clock set back must not lock somebody out for the difference. */
export function mendClock(throttle: Throttle, now: Instant): Throttle {
  const longest = now + waitMs(throttle.failures)
  return throttle.lockedUntil !== null && throttle.lockedUntil > longest ? { ...throttle, lockedUntil: instant(longest) } : throttle
}
