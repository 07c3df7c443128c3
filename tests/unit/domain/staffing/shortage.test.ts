import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assign } from '../../../../shared/domain/staffing/assignment.ts'
import type { Demand } from '../../../../shared/domain/staffing/demand.ts'
import { proofOfShortage } from '../../../../shared/domain/staffing/shortage.ts'
import { cases } from '../../../support/cases.ts'
import { anyDemands, demand, demandId as id, feasible } from '../../../support/demands.ts'

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
    }), { numRuns: cases(600, 100) })
  })
  test('is at least irreducible where the smallest would take too long to find', () => {
    // Twelve people, one kept busy by each short visit in turn, and a long visit that any of them could do: no shorter proof.
    const shorts = Array.from({ length: 12 }, (_, n) => demand(n + 1, n * 10, n * 10 + 10, [n]))
    const long = demand(99, 0, 120, shorts.map((_, n) => n))
    expect(proofs([...shorts, long]).map(({ proof }) => proof.length)).toEqual([13])
  })
  test('is told by the moment at which the fewest are enough', () => {
    // At 2 three want two people; from 10 on two want one.
    const found = proofs([demand(1, 0, 10, [1, 2]), demand(2, 2, 10, [1, 2]), demand(4, 1, 20, [1, 2]), demand(3, 10, 20, [2]), demand(5, 10, 20, [2])])
    expect(found.map(({ left, proof }) => [left.id, idsOf(proof)])).toEqual([[id(4), [id(1), id(2), id(4)]], [id(5), [id(3), id(5)]]])
  })
  test('keeps the earlier-made of the visits that would do', () => {
    const found = proofs([demand(1, 0, 10, [1]), demand(2, 10, 20, [1]), demand(3, 0, 20, [1])])
    expect(found.map(({ proof }) => idsOf(proof))).toEqual([[id(1), id(3)]])
  })
})
