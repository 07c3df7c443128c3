import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AppointmentId } from '../../../../shared/domain/ids.ts'
import { assign, canAllBeAssigned } from '../../../../shared/domain/staffing/assignment.ts'
import type { Demand } from '../../../../shared/domain/staffing/demand.ts'
import { overlaps } from '../../../../shared/domain/time/interval.ts'
import { cases } from '../../../support/cases.ts'
import { anyDemands, bestByTrying, demand, demandId as id, feasible } from '../../../support/demands.ts'

const assignedIn = (demands: readonly Demand[]): ReadonlyMap<AppointmentId, number> =>
  new Map(assign(demands).flatMap((group) => [...group.assigned]))
const servedIn = (demands: readonly Demand[]): readonly string[] => [...assignedIn(demands).keys()].sort()

describe('assignment', { timeout: 60_000 }, () => {
  test('two visits at one time and one person leave the later-made visit over', () => {
    expect(servedIn([demand(2, 0, 10, [7]), demand(1, 0, 10, [7])])).toEqual([id(1)])
  })
  test('visits that touch can have the same person', () => {
    expect(servedIn([demand(1, 0, 10, [7]), demand(2, 10, 20, [7])])).toEqual([id(1), id(2)])
  })
  test('a person whom somebody else needs more is left to them', () => {
    expect([...assignedIn([demand(1, 0, 10, [1, 2]), demand(2, 5, 15, [1])])].sort()).toEqual([[id(1), 2], [id(2), 1]])
  })
  test('more visits served goes before earlier-made visits served', () => {
    // One long early-made visit, or two short later-made ones.
    expect(servedIn([demand(1, 0, 20, [1]), demand(2, 0, 10, [1]), demand(3, 10, 20, [1])])).toEqual([id(2), id(3)])
  })
  test('nobody is given to a visit that nobody can do', () => { expect(assign([demand(1, 0, 10, [])])).toEqual([]) })
  test('a search that is cut short says that it does not know, and what it gives out is sound all the same', () => {
    let cutShort = 0
    fc.assert(fc.property(anyDemands(12, 3, 8), (demands) => {
      const hasty = assign(demands, 0)
      const served = hasty.flatMap((group) => [...group.assigned.keys()])
      expect(feasible(demands.filter((one) => served.includes(one.id)))).toBe(true)
      if (hasty.every((group) => group.settled)) expect([...served].sort()).toEqual(servedIn(demands))
      else cutShort += 1
      expect([canAllBeAssigned(demands), null]).toContain(canAllBeAssigned(demands, 0))
    }), { numRuns: 500 })
    expect(cutShort).toBeGreaterThan(0)
  })
  test('is the best of all possible ones', () => {
    fc.assert(fc.property(anyDemands(8, 3, 10), (demands) => { expect(servedIn(demands)).toEqual(bestByTrying(demands)) }), { numRuns: cases(3000) })
    fc.assert(fc.property(anyDemands(9, 5, 6), (demands) => { expect(servedIn(demands)).toEqual(bestByTrying(demands)) }), { numRuns: cases(500) })
  })
  test('gives nobody two visits at once, and to each only one of its own people', () => {
    fc.assert(fc.property(anyDemands(30, 6, 30), (demands) => {
      const assigned = assignedIn(demands)
      for (const one of demands) {
        const person = assigned.get(one.id)
        if (person === undefined) continue
        expect(one.candidates).toContain(person)
        for (const other of demands) if (other !== one && overlaps(one.interval, other.interval)) expect(assigned.get(other.id)).not.toBe(person)
      }
    }))
  })
  test.each<[string, boolean, readonly Demand[]]>([
    ['a long visit and two short ones that want one person', true, [demand(1, 0, 10, [1]), demand(2, 0, 20, [1, 2]), demand(3, 10, 20, [1])]],
    ['a long visit and two short ones that want both people', false, [demand(1, 0, 10, [1]), demand(2, 0, 20, [1, 2]), demand(3, 10, 20, [2])]],
    ['three at once who each could have two of three people', true, [demand(1, 0, 10, [1, 2]), demand(2, 0, 10, [2, 3]), demand(3, 0, 10, [1, 3])]],
    ['three at once and two people', false, [demand(1, 0, 10, [1, 2]), demand(2, 0, 10, [1, 2]), demand(3, 0, 10, [1, 2])]],
    ['one that nobody can do', false, [demand(1, 0, 10, [])]],
    ['none', true, []],
  ])('%s: can all be served, %s', (_, expected, demands) => {
    expect(canAllBeAssigned(demands)).toBe(expected)
    expect(canAllBeAssigned(demands)).toBe(feasible(demands))
  })
  test('needs no search where people abound, and says so where it needs one that it may not make', () => {
    const plenty = Array.from({ length: 50 }, (_one, n) => demand(n + 1, n * 5, n * 5 + 10, [1, 2, 3]))
    expect(canAllBeAssigned(plenty, 0)).toBe(true)
    expect(canAllBeAssigned([demand(1, 0, 10, [1]), demand(2, 0, 20, [1, 2]), demand(3, 10, 20, [1])], 0)).toBeNull()
  })
  test('does not depend on the order of the visits', () => {
    fc.assert(fc.property(anyDemands(20, 5, 20), (demands) => {
      expect([...assignedIn([...demands].reverse())].sort()).toEqual([...assignedIn(demands)].sort())
    }))
  })
  test('all can be assigned when trying says so', () => {
    fc.assert(fc.property(anyDemands(8, 4, 8), (demands) => { expect(canAllBeAssigned(demands)).toBe(feasible(demands)) }), { numRuns: cases(2000) })
  })
})
