import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Demand } from '../../../../shared/domain/staffing/demand.ts'
import { findPrices, type Order } from '../../../../shared/domain/staffing/prices.ts'
import { prepare } from '../../../../shared/domain/staffing/search.ts'
import { anyDemands, demand } from '../../../support/demands.ts'


/** The most weight that can be had from place `from` on by people who are free from their places on, found by trying everything. */
function mostByTrying(order: Order, weights: readonly number[], from: number, freeAt: readonly number[]): number {
  const { count, candidates, freeAgainAt } = order
  if (from === count) return 0
  const without = mostByTrying(order, weights, from + 1, freeAt)
  return (candidates[from] ?? []).filter((p) => (freeAt[p] ?? 0) <= from).reduce((most, p) => {
    const taken = freeAt.map((at, person) => (person === p ? freeAgainAt[from] ?? count : at))
    return Math.max(most, (weights[from] ?? 1) + mostByTrying(order, weights, from + 1, taken))
  }, without)
}
const evenly = (order: Order): readonly number[] => order.candidates.map(() => 1)
const everybodyFree = (order: Order): readonly number[] => new Array<number>(order.people).fill(0)
/** What the prices say can be had at most from a place on, by people who are free from their places on. */
const boundAt = ({ count, people }: Order, { prices }: ReturnType<typeof findPrices>, from: number, freeAt: readonly number[]): number =>
  Array.from({ length: people }, (_, p) => prices.people[p * (count + 1) + Math.max(from, freeAt[p] ?? 0)] ?? 0).reduce((sum, each) => sum + each, prices.visits[from] ?? 0)
const clinics = fc.sample(anyDemands(8, 3, 6), { numRuns: 60, seed: 5 }).filter((demands) => demands.some((one) => one.candidates.length > 0)).map(prepare)
const pricesOf = (demands: readonly Demand[], enough = 0) => findPrices(prepare(demands), demands.map(() => 1), 0, enough)

describe('prices on the time of people', () => {
  test('never say that less can be had than can, at the beginning or further on, whoever is taken until when', () => {
    for (const order of clinics) {
      const weights = order.candidates.map((_, i) => 1 + (i % 2))
      const most = mostByTrying(order, weights, 0, everybodyFree(order))
      const found = findPrices(order, weights, most, 0)
      expect(found.total).toBeCloseTo(boundAt(order, found, 0, everybodyFree(order)), 9)
      for (let from = 0; from <= order.count; from += 1) {
        const freeAt = everybodyFree(order).map((_, p) => Math.min(order.count, from + p))
        expect(boundAt(order, found, from, freeAt)).toBeGreaterThanOrEqual(mostByTrying(order, weights, from, freeAt) - 1e-9)
      }
    }
  })

  test('say nearly always exactly what can be had', () => {
    const exact = clinics.filter((order) => {
      const most = mostByTrying(order, evenly(order), 0, everybodyFree(order))
      return Math.floor(findPrices(order, evenly(order), most, most + 1).total + 1e-6) === most
    })
    expect(exact.length).toBeGreaterThan(clinics.length * 0.9)
  })

  test('see that one person cannot serve three visits at once, which counting them would not', () => {
    const three = [demand(1, 0, 10, [1]), demand(2, 0, 10, [1]), demand(3, 0, 10, [1])]
    expect(pricesOf(three, 2).total).toBeLessThan(2)
    expect(pricesOf(three, 2).total).toBeGreaterThanOrEqual(1)
  })

  test('are free where nobody is wanted twice at once: every visit counts', () => {
    const { prices, total } = pricesOf([demand(1, 0, 10, [1]), demand(2, 10, 20, [1])])
    expect(total).toBe(2)
    expect([...prices.people].every((price) => price === 0)).toBe(true)
    expect([...prices.visits]).toEqual([2, 1, 0])
  })

  test('are not sought any further once they say little enough', () => {
    const three = [demand(1, 0, 10, [1]), demand(2, 0, 10, [1]), demand(3, 0, 10, [1])]
    expect(pricesOf(three, 4).total).toBe(3)
  })
})
