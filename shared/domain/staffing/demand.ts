import { asId } from '../ids.ts'
import type { AppointmentId } from '../ids.ts'
import { byId } from '../order.ts'
import { overlaps } from '../time/interval.ts'
import type { Interval } from '../time/values.ts'

/** Sorts after every id that the product makes: the visit that is not there yet is the latest made. */
export const idOfNewVisit = asId<AppointmentId>('ffffffff-ffff-7fff-bfff-ffffffffffff')

/** Who may supervise a visit, in ascending order, where each of them may look after so many at a time and no more. */
export type Supervised = { readonly by: readonly number[]; readonly atMost: number }

/** A visit that somebody is still to be found for, and the numbers of those who could, in ascending order. */
export type Demand = {
  readonly id: AppointmentId
  readonly interval: Interval
  readonly candidates: readonly number[]
  readonly supervised?: Supervised
  /** Who is named for it and could perform it: such a visit is only here because it has to share a supervisor. */
  readonly named?: number
}

/** Whether supervision of a visit takes a place that others want as well. */
export const isLimited = ({ supervised }: Demand): boolean => supervised !== undefined

/** Who performs which visit; nobody performs two that overlap. */
export type Assigned = ReadonlyMap<AppointmentId, number>

/** Earlier visits first, then shorter, then earlier-made. */
export const byTime = (a: Demand, b: Demand): number =>
  a.interval.start - b.interval.start || a.interval.end - b.interval.end || byId(a, b)

const shareOne = (a: readonly number[], b: readonly number[]): boolean => {
  let i = 0
  let j = 0
  while (i < a.length && j < b.length) {
    const one = a[i] ?? 0
    const other = b[j] ?? 0
    if (one === other) return true
    if (one < other) i += 1
    else j += 1
  }
  return false
}

const none: readonly number[] = []

/** Whether two visits want one of the same people, to perform them or to supervise them. */
export const shareSomebody = (a: Demand, b: Demand): boolean =>
  shareOne(a.candidates, b.candidates) || (a.supervised !== undefined && shareOne(a.supervised.by, b.supervised?.by ?? none))

/** For each demand, the others that overlap it and want one of the same people. */
export function rivalsOf(demands: readonly Demand[]): ReadonlyMap<Demand, readonly Demand[]> {
  const rivals = new Map<Demand, Demand[]>(demands.map((demand) => [demand, []]))
  let running: Demand[] = []
  for (const demand of demands.toSorted(byTime)) {
    running = running.filter((earlier) => earlier.interval.end > demand.interval.start)
    for (const earlier of running) {
      if (!overlaps(earlier.interval, demand.interval) || !shareSomebody(earlier, demand)) continue
      rivals.get(earlier)?.push(demand)
      rivals.get(demand)?.push(earlier)
    }
    running.push(demand)
  }
  return rivals
}

/** Demands divided so that no two in different groups are rivals, each group in the order of making. */
export function groupsOf(demands: readonly Demand[], rivals: ReadonlyMap<Demand, readonly Demand[]>): readonly (readonly Demand[])[] {
  const within = new Set(demands)
  const groups: Demand[][] = []
  for (const seed of demands.toSorted(byId)) {
    if (!within.delete(seed)) continue
    const group = [seed]
    for (let i = 0; i < group.length; i += 1) {
      const member = group[i]
      for (const rival of (member === undefined ? undefined : rivals.get(member)) ?? []) if (within.delete(rival)) group.push(rival)
    }
    groups.push(group.sort(byId))
  }
  return groups
}

/** True when all of the demands run at one same time. */
export function allAtOnce(demands: readonly Demand[]): boolean {
  const lastStart = Math.max(...demands.map((demand) => demand.interval.start))
  return demands.every((demand) => demand.interval.end > lastStart)
}
