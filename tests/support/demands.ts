import fc from 'fast-check'
import type { AppointmentId } from '../../shared/domain/ids.ts'
import type { Demand } from '../../shared/domain/staffing/demand.ts'
import { instant } from '../../shared/domain/time/instant.ts'
import { bruteForceFeasible } from './bruteForceStaffing.ts'
import { idNumber } from './builders.ts'

export const demandId = (n: number): AppointmentId => idNumber<AppointmentId>(n)

/** A visit that wants one of these people, by their numbers, from a start to an end in bare instants. */
export const demand = (n: number, start: number, end: number, candidates: readonly number[]): Demand =>
  ({ id: demandId(n), interval: { start: instant(start), end: instant(end) }, candidates })

/** Whether all of them can have somebody, found out by trying. */
export const feasible = (demands: readonly Demand[]): boolean =>
  bruteForceFeasible(demands.map((one) => ({ interval: one.interval, eligible: one.candidates.map(String) })))

/** Every subset tried, largest first, earlier-made visits first among equals. */
export function bestByTrying(demands: readonly Demand[]): readonly string[] {
  const sorted = [...demands].sort((a, b) => (a.id < b.id ? -1 : 1))
  const subsets = Array.from({ length: 2 ** sorted.length }, (_, mask) => sorted.filter((_one, i) => (mask >> i) & 1))
    .sort((a, b) => b.length - a.length || (a.map((one) => one.id).join() < b.map((one) => one.id).join() ? -1 : 1))
  return (subsets.find(feasible) ?? []).map((one) => one.id)
}

/** Up to so many visits that want some of so many people within so many hours. */
export const anyDemands = (most: number, people: number, hours: number): fc.Arbitrary<readonly Demand[]> => fc.array(fc.record({
  start: fc.integer({ min: 0, max: hours }), length: fc.integer({ min: 1, max: 4 }),
  candidates: fc.subarray(Array.from({ length: people }, (_, person) => person)),
}), { maxLength: most }).chain((made) => fc.shuffledSubarray(made.map((_, n) => n + 1), { minLength: made.length, maxLength: made.length })
  .map((numbers) => made.map((one, i) => demand(numbers[i] ?? 0, one.start, one.start + one.length, one.candidates))))
