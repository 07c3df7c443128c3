import { asId } from '../ids.ts'
import type { AppointmentId, ScopeRuleId } from '../ids.ts'
import { byId } from '../order.ts'
import { overlaps } from '../time/interval.ts'
import type { Interval } from '../time/values.ts'

/** Sorts after every id that the product makes: the visit that is not there yet is the latest made. */
export const idOfNewVisit = asId<AppointmentId>('ffffffff-ffff-7fff-bfff-ffffffffffff')

/** Who may supervise a visit, in ascending order, where each of them may look after so many at a time and no more. */
export type Supervised = { readonly by: readonly number[]; readonly atMost: number }

/** How many may inject at a time at one place under one of its rules: `ratio` for each of those who are there for it. */
export type Limit = { readonly key: string; readonly scopeRuleId: ScopeRuleId; readonly ratio: number; readonly by: readonly number[]; readonly atMost: number }

/** The ways in which somebody may perform, each with all the limits that then bind: never empty, and none of them unlimited. */
export type Ways = readonly (readonly Limit[])[]

/** A visit that somebody is still to be found for, and the numbers of those who could, in ascending order. */
export type Demand = {
  readonly id: AppointmentId
  readonly interval: Interval
  readonly candidates: readonly number[]
  readonly supervised?: Supervised
  /** The ways open to those of the candidates who may perform it only beside so many others. */
  readonly limited?: ReadonlyMap<number, Ways>
  /** Who is named for it and could perform it: such a visit is only here because it has to share those who must be there. */
  readonly named?: number
}

/** Whether a visit takes a place, with a supervisor or under a rule, that others want as well. */
export const isLimited = ({ supervised, limited }: Demand): boolean => supervised !== undefined || limited !== undefined

/** The same visit as if no rule limited it. */
export function withoutLimits(demand: Demand): Demand {
  const { limited: _, ...rest } = demand
  return rest
}

const onlyWay: Ways = [[]]

/** The ways in which one of its candidates may perform a visit. */
export const waysFor = ({ limited }: Demand, person: number): Ways => limited?.get(person) ?? onlyWay

/** Every limit that a visit might come under. */
export const limitsOn = (demand: Demand): readonly Limit[] =>
  (demand.limited === undefined ? [] : demand.candidates.flatMap((person) => waysFor(demand, person).flat()))

/** Who performs which visit; nobody performs two that overlap. */
export type Assigned = ReadonlyMap<AppointmentId, number>

/** Earlier visits first, then shorter, then earlier-made. */
export const byTime = (a: Demand, b: Demand): number =>
  a.interval.start - b.interval.start || a.interval.end - b.interval.end || byId(a, b)

/** The visits that run at a moment. */
export const runningAt = (demands: readonly Demand[], at: number): readonly Demand[] =>
  demands.filter(({ interval }) => interval.start <= at && at < interval.end)

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

function shareLimit(a: Demand, b: Demand): boolean {
  if (a.limited === undefined || b.limited === undefined) return false
  const keys = new Set(limitsOn(a).map(({ key }) => key))
  return limitsOn(b).some(({ key }) => keys.has(key))
}

/** Whether two visits want one of the same people, to perform them or to supervise them, or come under one limit. */
export const shareSomebody = (a: Demand, b: Demand): boolean =>
  shareOne(a.candidates, b.candidates) || (a.supervised !== undefined && shareOne(a.supervised.by, b.supervised?.by ?? none)) || shareLimit(a, b)

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
