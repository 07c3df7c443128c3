import type { Instant } from '../../shared/domain/time/values.ts'
import type { Guesses } from './handlers/inside.ts'
import { countGuess, mendClock, secondsLeft, type Throttle, untried } from '../../shared/domain/throttle.ts'

const remembered = 10_000

/** Counts in memory, so that a guess at a user name that nobody has is answered like a guess at one that somebody has. */
export function createGuesses(now: () => Instant): Guesses {
  const throttles = new Map<string, Throttle>()
  return {
    count: of => {
      const at = now()
      const throttle = mendClock(throttles.get(of) ?? untried, at)
      const wait = secondsLeft(throttle, at)
      throttles.delete(of)
      throttles.set(of, wait > 0 ? throttle : countGuess(throttle, at))
      const oldest = throttles.keys().next()
      if (throttles.size > remembered && !oldest.done) throttles.delete(oldest.value)
      return wait
    },
    forget: of => void throttles.delete(of),
  }
}
