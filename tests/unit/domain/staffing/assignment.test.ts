import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AppointmentId } from '../../../../shared/domain/ids.ts'
import { assign, canAllBeAssigned } from '../../../../shared/domain/staffing/assignment.ts'
import type { Demand } from '../../../../shared/domain/staffing/demand.ts'
import { proofOfShortage } from '../../../../shared/domain/staffing/shortage.ts'
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

describe('the proof of a shortage', { timeout: 60_000 }, () => {
  const proofs = (demands: readonly Demand[]) => assign(demands).flatMap((group) =>
    group.demands.filter((one) => !group.assigned.has(one.id)).map((one) => ({ left: one, group, proof: proofOfShortage(group, one) })))
  const idsOf = (demands: readonly Demand[]): readonly string[] => demands.map((one) => one.id).sort()

  test('is the pair that wants one person', () => {
    const found = proofs([demand(1, 0, 10, [1]), demand(2, 0, 10, [1]), demand(3, 0, 10, [1, 2])])
    expect(found.map(({ proof }) => idsOf(proof))).toEqual([[id(1), id(2)]])
  })
  test('is three visits when two people can do them', () => {
    const found = proofs([demand(1, 0, 10, [1, 2]), demand(2, 5, 12, [1, 2]), demand(3, 8, 20, [1, 2])])
    expect(found.map(({ proof }) => idsOf(proof))).toEqual([[id(1), id(2), id(3)]])
  })
  test('may be a chain of visits that do not all run at once', () => {
    // 2 needs somebody from 5 to 15, but 1 has the one until 10 and 3 the other from 10 on.
    const found = proofs([demand(1, 0, 10, [1]), demand(2, 5, 15, [1, 2]), demand(3, 10, 20, [2])])
    expect(found.map(({ proof }) => idsOf(proof))).toEqual([[id(1), id(2), id(3)]])
  })
  test('is as small as any, for every visit left over', () => {
    fc.assert(fc.property(anyDemands(9, 3, 8), (demands) => {
      for (const { left, group, proof } of proofs(demands)) {
        const others = group.demands.filter((one) => group.assigned.has(one.id))
        expect(proof).toContain(left)
        expect(feasible(proof)).toBe(false)
        for (let mask = 0; mask < 2 ** others.length; mask += 1) {
          const chosen = others.filter((_, i) => (mask >> i) & 1)
          if (chosen.length + 1 < proof.length) expect(feasible([left, ...chosen])).toBe(true)
        }
      }
    }), { numRuns: cases(600) })
  })
  test('is at least irreducible where the smallest would take too long to find', () => {
    // Twelve people, one kept busy by each short visit in turn, and a long visit that any of them could do: no shorter proof.
    const shorts = Array.from({ length: 12 }, (_, n) => demand(n + 1, n * 10, n * 10 + 10, [n]))
    const long = demand(99, 0, 120, shorts.map((_, n) => n))
    expect(proofs([...shorts, long]).map(({ proof }) => proof.length)).toEqual([13])
  })
})
