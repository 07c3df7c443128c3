import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fits, lacksAtMostOne, lettersOf, likeness } from '../../../main/service/store/search/likeness.ts'

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'д'), maxLength: 7 })
const letters = ['a', 'b', 'c', 'д']

/** Every word that is one slip away. */
function oneSlipFrom(typed: string): ReadonlySet<string> {
  const found = new Set<string>()
  for (let at = 0; at <= typed.length; at++) {
    const [before, after] = [typed.slice(0, at), typed.slice(at)]
    for (const letter of letters) {
      found.add(before + letter + after)
      if (after !== '') found.add(before + letter + after.slice(1))
    }
    if (after !== '') found.add(before + after.slice(1))
    if (after.length > 1) found.add(before + after.slice(1, 2) + after.slice(0, 1) + after.slice(2))
  }
  return found
}

function theSlowWay(typed: string, stored: string): number {
  if (typed === stored) return fits.whole
  if (stored.startsWith(typed)) return fits.start
  const near = [...oneSlipFrom(typed)]
  if (near.includes(stored)) return fits.typo
  return near.some(each => stored.startsWith(each)) ? fits.typoAtStart : fits.not
}

describe('likeness', () => {
  test('is what trying every single slip says', () => {
    fc.assert(fc.property(word, word, (typed, stored) => {
      expect(likeness(typed, stored)).toBe(theSlowWay(typed, stored))
    }), { numRuns: 3000 })
  })

  test('is what trying every single slip says of words that are near', () => {
    fc.assert(fc.property(word, fc.nat(), word, (stored, which, rest) => {
      const near = [...oneSlipFrom(stored)]
      const typed = near[which % near.length] ?? ''
      expect(likeness(typed, stored)).toBe(theSlowWay(typed, stored))
      expect(likeness(typed, stored)).toBeLessThan(fits.not)
      expect(likeness(typed, stored + rest)).toBe(theSlowWay(typed, stored + rest))
    }), { numRuns: 3000 })
  })

  test('is never missed by the letters alone', () => {
    fc.assert(fc.property(word, word, (typed, stored) => {
      if (likeness(typed, stored) !== fits.not) expect(lacksAtMostOne(lettersOf(typed), lettersOf(stored))).toBe(true)
    }), { numRuns: 3000 })
  })
})
