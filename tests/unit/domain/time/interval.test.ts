import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { earliestInstant, instant, latestInstant, parseInstant, plusMinutes } from '../../../../shared/domain/time/instant.ts'
import {
  clip, contains, firstEndingAfter, firstOverlap, holderOf, holds, intersect, isProper, minutesIn, normalize, overlaps, subtract, union,
} from '../../../../shared/domain/time/interval.ts'
import type { Interval } from '../../../../shared/domain/time/values.ts'

const span = (start: number, end: number): Interval => ({ start: instant(start), end: instant(end) })
const anySpan = fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 30 })).map(([start, end]) => span(start, end))
const anyList = fc.array(anySpan, { maxLength: 8 })
const ticks = Array.from({ length: 31 }, (_, tick) => instant(tick))
/** The plainest model of a set of instants: which ticks are in it. */
const ticksIn = (list: readonly Interval[]): readonly number[] => ticks.filter((tick) => list.some((one) => holds(one, tick)))

describe('instants', () => {
  test('are whole and in range', () => {
    expect(parseInstant(5)).toBe(5)
    expect([0.5, NaN, Infinity, 8.65e15].map(parseInstant)).toEqual([null, null, null, null])
    expect(() => instant(0.5)).toThrow('not an instant: 0.5')
    expect([earliestInstant, latestInstant].map((at) => new Date(at).toISOString())).toEqual(['0001-01-02T00:00:00.000Z', '9999-12-30T00:00:00.000Z'])
    expect(plusMinutes(instant(0), 2)).toBe(120_000)
  })
})

describe('two intervals', () => {
  test('that touch do not overlap', () => {
    expect(overlaps(span(0, 10), span(10, 20))).toBe(false)
    expect(overlaps(span(10, 20), span(0, 10))).toBe(false)
    expect(overlaps(span(0, 11), span(10, 20))).toBe(true)
    expect(intersect(span(0, 10), span(10, 20))).toBeNull()
    expect(intersect(span(0, 11), span(10, 20))).toEqual(span(10, 11))
  })
  test('one empty overlap nothing', () => {
    expect(overlaps(span(5, 5), span(0, 10))).toBe(false)
    expect(overlaps(span(0, 10), span(5, 5))).toBe(false)
    expect([isProper(span(5, 5)), isProper(span(6, 5)), isProper(span(5, 6))]).toEqual([false, false, true])
  })
  test('contain one another to the edge', () => {
    expect(contains(span(0, 10), span(0, 10))).toBe(true)
    expect(contains(span(0, 10), span(0, 11))).toBe(false)
    expect(contains(span(1, 10), span(0, 10))).toBe(false)
  })
  test('hold their start and not their end', () => {
    expect([-1, 0, 9, 10].map((tick) => holds(span(0, 10), instant(tick)))).toEqual([false, true, true, false])
  })
})

describe('a normal list', () => {
  const list = [span(0, 10), span(20, 30), span(40, 50)]
  test('is searched by what ends after an instant', () => {
    expect([-5, 0, 9, 10, 29, 30, 50].map((tick) => firstEndingAfter(list, tick))).toEqual([0, 0, 0, 1, 1, 2, 3])
  })
  test('knows which member holds an interval', () => {
    expect(holderOf(list, span(20, 30))).toEqual(span(20, 30))
    expect(holderOf(list, span(20, 31))).toBeNull()
    expect(holderOf(list, span(15, 25))).toBeNull()
    expect(holderOf(list, span(60, 70))).toBeNull()
  })
  test('knows what an interval first meets', () => {
    expect(firstOverlap(list, span(5, 45))).toEqual(span(0, 10))
    expect(firstOverlap(list, span(10, 20))).toBeNull()
    expect(firstOverlap(list, span(10, 21))).toEqual(span(20, 30))
    expect(firstOverlap(list, span(50, 60))).toBeNull()
  })
  test('has its minutes', () => { expect(minutesIn([span(0, 60_000), span(120_000, 210_000)])).toBe(2.5) })
})

test('normalizing merges what touches, drops what is empty, and changes no instant', () => {
  expect(normalize([span(10, 20), span(0, 10), span(25, 25), span(30, 40), span(32, 35)])).toEqual([span(0, 20), span(30, 40)])
  fc.assert(fc.property(anyList, (list) => {
    const normal = normalize(list)
    expect(ticksIn(normal)).toEqual(ticksIn(list))
    expect(normalize(normal)).toEqual(normal)
    normal.forEach((one, i) => {
      expect(isProper(one)).toBe(true)
      const before = normal[i - 1]
      if (before !== undefined) expect(before.end).toBeLessThan(one.start)
    })
  }))
})

test('the order of a list changes nothing', () => {
  fc.assert(fc.property(anyList, (list) => { expect(normalize([...list].reverse())).toEqual(normalize(list)) }))
})

test('union, difference and clipping do to intervals what they do to instants', () => {
  fc.assert(fc.property(anyList, anyList, anySpan, (a, b, window) => {
    const inA = new Set(ticksIn(a))
    const inB = new Set(ticksIn(b))
    expect(ticksIn(union(a, b))).toEqual(ticks.filter((tick) => inA.has(tick) || inB.has(tick)))
    expect(ticksIn(subtract(a, b))).toEqual(ticks.filter((tick) => inA.has(tick) && !inB.has(tick)))
    expect(ticksIn(clip(a, window))).toEqual(ticks.filter((tick) => inA.has(tick) && holds(window, tick)))
    expect(normalize(subtract(a, b))).toEqual(subtract(a, b))
  }), { numRuns: 500 })
})

test('what is taken away and put back is what was there', () => {
  fc.assert(fc.property(anyList, anyList, (a, b) => {
    expect(union(subtract(a, b), union(a, b).flatMap((one) => clip(normalize(b), one)))).toEqual(union(a, b))
  }))
})

test('overlapping is sharing an instant, both ways round', () => {
  fc.assert(fc.property(anySpan, anySpan, (a, b) => {
    expect(overlaps(a, b)).toBe(ticksIn([a]).some((tick) => ticksIn([b]).includes(tick)))
    expect(overlaps(b, a)).toBe(overlaps(a, b))
    expect(intersect(a, b) !== null).toBe(overlaps(a, b))
  }), { numRuns: 500 })
})
