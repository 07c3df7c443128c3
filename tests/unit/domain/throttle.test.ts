import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countGuess, mendClock, secondsLeft, type Throttle, untried } from '../../../shared/domain/throttle.ts'
import { instant } from '../../../shared/domain/time/instant.ts'
import { cases } from '../../support/cases.ts'

const now = instant(1_767_225_600_000)
const after = (ms: number) => instant(now + ms)
/** The throttle after so many guesses, all made at once. */
const guessed = (times: number): Throttle => Array.from({ length: times }).reduce<Throttle>(throttle => countGuess(throttle, now), untried)

describe('wrong guesses', () => {
  test.each([[1, 0], [2, 0], [3, 0], [4, 0], [5, 30], [6, 60], [7, 120], [8, 240], [9, 480], [10, 960], [11, 1920], [12, 3600], [13, 3600], [40, 3600], [5000, 3600]])(
    'after %i of them the next is looked at in %i seconds', (times, seconds) => {
      expect(secondsLeft(guessed(times), now)).toBe(seconds)
      expect(guessed(times).failures).toBe(times)
    },
  )

  test('cost nothing before the first of them', () => { expect(secondsLeft(untried, now)).toBe(0) })

  test('never shorten a wait by being more', () => {
    fc.assert(fc.property(fc.nat(60), times => {
      expect(secondsLeft(guessed(times + 1), now)).toBeGreaterThanOrEqual(secondsLeft(guessed(times), now))
    }), { numRuns: cases(100) })
  })
})

test('the wait runs down in whole seconds, of which a begun one counts, and ends', () => {
  const five = guessed(5)
  expect([1, 1000, 29_000, 29_001, 29_999, 30_000, 60_000].map(ms => secondsLeft(five, after(ms)))).toEqual([30, 29, 1, 1, 1, 0, 0])
})

describe('a clock set back', () => {
  test('locks nobody out for longer than the wait was made', () => {
    const earlier = after(-86_400_000)
    expect(secondsLeft(guessed(5), earlier)).toBe(86_430)
    expect(secondsLeft(mendClock(guessed(5), earlier), earlier)).toBe(30)
    expect(secondsLeft(mendClock(guessed(30), earlier), earlier)).toBe(3600)
    expect(mendClock(guessed(6), earlier).failures).toBe(6)
  })
  test('is nothing to a wait that is no longer than it was made, or to none', () => {
    for (const throttle of [untried, guessed(4), guessed(5), guessed(12)]) {
      expect(mendClock(throttle, now)).toEqual(throttle)
      expect(mendClock(throttle, after(10_000))).toEqual(throttle)
    }
  })
})
