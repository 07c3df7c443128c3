import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Appointment } from '../../../../shared/domain/appointment.ts'
import { islandsOf } from '../../../../shared/domain/staffing/islands.ts'
import { instant } from '../../../../shared/domain/time/instant.ts'
import { overlaps } from '../../../../shared/domain/time/interval.ts'
import { anAppointment, idNumber } from '../../../support/builders.ts'
import { cases } from '../../../support/cases.ts'

const visit = (n: number, start: number, minutes: number): Appointment =>
  anAppointment({ id: idNumber(n), interval: { start: instant(start), end: instant(start + minutes) } })
const numbers = (visits: readonly Appointment[]): readonly number[] => visits.map(each => Number.parseInt(each.id.slice(-4), 16))
const shown = (...spans: readonly (readonly [start: number, minutes: number])[]) =>
  islandsOf(spans.map(([start, minutes], n) => visit(n + 1, start, minutes))).map(island => [island.interval.start, island.interval.end, numbers(island.visits)])

test('visits that touch are apart, and those between which others reach are together', () => {
  expect(shown([0, 10], [10, 10], [25, 5])).toEqual([[0, 10, [1]], [10, 20, [2]], [25, 30, [3]]])
  expect(shown([0, 11], [10, 10], [19, 5])).toEqual([[0, 24, [1, 2, 3]]])
  expect(shown([0, 30], [5, 5], [12, 5], [29, 4])).toEqual([[0, 33, [1, 2, 3, 4]]])
  expect(shown([40, 5], [0, 5])).toEqual([[0, 5, [2]], [40, 45, [1]]])
  expect(shown()).toEqual([])
})

test('a visit without any length is found at its start all the same', () => {
  expect(shown([10, 0], [20, 5])).toEqual([[10, 11, [1]], [20, 25, [2]]])
})

test('nothing outside of an island overlaps anything in it, and nothing in it could be left out', () => {
  const spans = fc.array(fc.record({ start: fc.nat(60), minutes: fc.integer({ min: 1, max: 12 }) }), { maxLength: 12 })
  fc.assert(fc.property(spans, all => {
    const visits = all.map(({ start, minutes }, n) => visit(n + 1, start, minutes))
    const islands = islandsOf(visits)
    expect(islands.flatMap(island => numbers(island.visits)).sort((a, b) => a - b)).toEqual(numbers(visits))
    for (const { visits: inside, interval } of islands) {
      const outside = visits.filter(each => !inside.includes(each))
      expect(inside.some(one => outside.some(other => overlaps(one.interval, other.interval)))).toBe(false)
      expect(interval).toEqual({ start: Math.min(...inside.map(each => each.interval.start)), end: Math.max(...inside.map(each => each.interval.end)) })
      // Every moment of it belongs to one of its visits.
      for (let at = interval.start; at < interval.end; at = instant(at + 1)) expect(inside.some(each => each.interval.start <= at && at < each.interval.end)).toBe(true)
    }
  }), { numRuns: cases(300) })
})
