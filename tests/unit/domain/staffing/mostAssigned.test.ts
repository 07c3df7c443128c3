import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assignEvery, assignMost, searchLimit } from '../../../../shared/domain/staffing/mostAssigned.ts'
import type { Demand } from '../../../../shared/domain/staffing/demand.ts'
import { overlaps } from '../../../../shared/domain/time/interval.ts'
import { anyDemands, bestByTrying, demand, demandId as id, feasible } from '../../../support/demands.ts'

/** The same hard little clinics every time: many visits, few people. */
const clinics = fc.sample(anyDemands(8, 3, 6), { numRuns: 60, seed: 11 })

function expectSound(demands: readonly Demand[], assigned: ReadonlyMap<Demand['id'], number>): void {
  const served = demands.filter((one) => assigned.has(one.id))
  for (const one of served) {
    expect(one.candidates).toContain(assigned.get(one.id))
    for (const other of served) if (other !== one && overlaps(one.interval, other.interval)) expect(assigned.get(other.id)).not.toBe(assigned.get(one.id))
  }
}

describe('the most visits that can be served', () => {
  test('are as many as by trying, and of the sets of that size the one with the earlier-made visits', () => {
    for (const demands of clinics) {
      const { assigned, settled } = assignMost(demands, searchLimit)
      expectSound(demands, assigned)
      expect({ served: [...assigned.keys()].sort(), settled }).toEqual({ served: bestByTrying(demands), settled: true })
    }
  })

  test('are found where taking each in turn serves too few', () => {
    // In turn, the first visit takes the one person whom the second could have.
    const demands = [demand(1, 0, 10, [1, 2]), demand(2, 2, 12, [1]), demand(3, 12, 20, [2]), demand(4, 4, 14, [2, 3]), demand(5, 6, 16, [3])]
    expect(assignMost(demands, searchLimit).assigned.size).toBe(bestByTrying(demands).length)
  })

  test('give an earlier-made visit somebody although in turn a later-made one was served', () => {
    const { assigned } = assignMost([demand(2, 0, 10, [1]), demand(1, 5, 15, [1])], searchLimit)
    expect([...assigned]).toEqual([[id(1), 1]])
  })

  test('leave no earlier-made visit in that would cost more than one other', () => {
    const { assigned } = assignMost([demand(1, 0, 20, [1]), demand(2, 0, 10, [1]), demand(3, 10, 20, [1])], searchLimit)
    expect([...assigned.keys()].sort()).toEqual([id(2), id(3)])
  })

  test('with no search allowed are whom each in turn found free, soundly, and nobody says that it is the most', () => {
    const demands = [demand(1, 0, 20, [1]), demand(2, 2, 10, [1]), demand(3, 10, 20, [1])]
    const { assigned, settled } = assignMost(demands, 0)
    expect({ served: [...assigned.keys()], settled }).toEqual({ served: [id(1)], settled: false })
  })
})

describe('every visit served', () => {
  test('or not, as by trying', () => {
    let both = 0
    for (const demands of clinics) {
      const assigned = assignEvery(demands, searchLimit)
      if (assigned === 'limit') throw new Error('a little clinic was not settled')
      expect(assigned !== null).toBe(feasible(demands))
      if (assigned === null) continue
      expectSound(demands, assigned)
      expect(assigned.size).toBe(demands.length)
      both += 1
    }
    expect(both).toBeGreaterThan(0)
    expect(both).toBeLessThan(clinics.length)
  })

  test('cannot be told without a search, where one is needed', () => {
    expect(assignEvery([demand(1, 0, 10, [1]), demand(2, 0, 20, [1, 2]), demand(3, 10, 20, [1])], 0)).toBe('limit')
  })
})
