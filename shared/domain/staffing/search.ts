import { byTime } from './demand.ts'
import type { Demand } from './demand.ts'
import type { Order, Prices } from './prices.ts'

export type Search = Order & {
  readonly demands: readonly Demand[]
  /** `nextUse[i * people + p]`: the first demand from i on that p could take. */
  readonly nextUse: Int32Array
  /** People wanted by exactly the same demands have the same kind; which of them is free makes no difference. */
  readonly kinds: readonly number[]
  readonly numbers: readonly number[]
}

/** What is left of the limit; below zero the search has given up and its "no" means nothing. */
export type Budget = { left: number }

/** Demands that must have somebody, and prices for the case that each of them counts double; null to count heads only. */
export type Demanded = { readonly forced: ReadonlySet<number>; readonly prices: Prices | null }

/** Arranges demands for a search. */
export function prepare(demands: readonly Demand[]): Search {
  const sorted = demands.toSorted(byTime)
  const count = sorted.length
  const wantedBy = new Map<number, number[]>()
  sorted.forEach((demand, i) => {
    for (const person of demand.candidates) wantedBy.set(person, [...(wantedBy.get(person) ?? []), i])
  })
  const kindNames = [...new Set([...wantedBy.values()].map((wanting) => wanting.join()))]
  const listed = [...wantedBy].map(([number, wanting]) => ({ number, wanting, kind: kindNames.indexOf(wanting.join()) }))
    .sort((a, b) => a.kind - b.kind || a.number - b.number)
  const position = new Map(listed.map((person, p) => [person.number, p]))
  const people = listed.length
  const nextUse = new Int32Array((count + 1) * people).fill(count)
  for (let i = count - 1; i >= 0; i -= 1) {
    for (let p = 0; p < people; p += 1) nextUse[i * people + p] = nextUse[(i + 1) * people + p] ?? count
    for (const number of sorted[i]?.candidates ?? []) nextUse[i * people + (position.get(number) ?? 0)] = i
  }
  const sought = (p: number): number => listed[p]?.wanting.length ?? 0
  return {
    demands: sorted, count, people, nextUse,
    // The least sought-after first: the others are left for those who need them.
    candidates: sorted.map((demand) => demand.candidates.map((number) => position.get(number) ?? 0).sort((a, b) => sought(a) - sought(b) || a - b)),
    freeAgainAt: sorted.map((demand) => {
      const next = sorted.findIndex((later) => later.interval.start >= demand.interval.end)
      return next === -1 ? count : next
    }),
    kinds: listed.map((person) => person.kind),
    numbers: listed.map((person) => person.number),
  }
}

/** Looks for an assignment of at least `need` demands in which every forced one has somebody; per demand the person, or null. */
export function reach(search: Search, need: number, { forced, prices }: Demanded, budget: Budget): readonly number[] | null {
  const { count, people, candidates, freeAgainAt, nextUse, kinds } = search
  const lastForced = Math.max(-1, ...forced)
  const forcedFrom = new Int32Array(count + 1)
  for (let i = count - 1; i >= 0; i -= 1) forcedFrom[i] = (forcedFrom[i + 1] ?? 0) + (forced.has(i) ? 1 : 0)
  const failed = new Map<string, number>()
  const freeAt = new Int32Array(people)
  const choice: number[] = new Array<number>(count).fill(-1)

  // Of a person's engagements matters until which place they last, and only if somebody wants the person before that.
  const until = (i: number, p: number): number => {
    const free = freeAt[p] ?? 0
    return free > (nextUse[i * people + p] ?? 0) ? free : 0
  }
  const stateAt = (i: number): string => {
    const state: number[] = [i]
    for (let from = 0; from < people;) {
      let to = from + 1
      while (to < people && kinds[to] === kinds[from]) to += 1
      const alike: number[] = []
      for (let p = from; p < to; p += 1) alike.push(until(i, p))
      state.push(...(alike.length > 1 ? alike.sort((a, b) => a - b) : alike))
      from = to
    }
    return String.fromCharCode(...state)
  }
  /** At most this much can still be had from place i on, forced demands counting double. */
  const within = (i: number): number => {
    if (prices === null) return count - i + (forcedFrom[i] ?? 0)
    let most = prices.visits[i] ?? 0
    for (let p = 0; p < people; p += 1) most += prices.people[p * (count + 1) + Math.max(i, freeAt[p] ?? 0)] ?? 0
    return most + 1e-6
  }

  /** Where there are prices, the cheapest person first. */
  const cost = (i: number, p: number): number => (prices === null ? 0
    : (prices.people[p * (count + 1) + i] ?? 0) - (prices.people[p * (count + 1) + (freeAgainAt[i] ?? count)] ?? 0))
  const cheapestFirst = candidates.map((people, i) => [...people].sort((a, b) => cost(i, a) - cost(i, b)))
  /** A demand that costs more than it counts is better left over, unless it must have somebody. */
  const dear = (i: number): boolean => prices !== null && !forced.has(i) && (prices.visits[i] ?? 0) - (prices.visits[i + 1] ?? 0) <= 0

  const from = (i: number, left: number): boolean => {
    if (left <= 0 && i > lastForced) {
      choice.fill(-1, i)
      return true
    }
    if (i === count || within(i) < left + (forcedFrom[i] ?? 0)) return false
    budget.left -= 1
    if (budget.left < 0) return false
    const state = stateAt(i)
    if ((failed.get(state) ?? Infinity) <= left) return false
    const leaveFirst = dear(i)
    choice[i] = -1
    if (leaveFirst && from(i + 1, left)) return true
    const triedKinds = new Set<number>()
    for (const p of cheapestFirst[i] ?? []) {
      const before = freeAt[p] ?? 0
      const kind = kinds[p] ?? 0
      if (before > i || triedKinds.has(kind)) continue
      triedKinds.add(kind)
      freeAt[p] = freeAgainAt[i] ?? 0
      choice[i] = p
      const reached = from(i + 1, left - 1)
      freeAt[p] = before
      if (reached) return true
    }
    choice[i] = -1
    if (!leaveFirst && !forced.has(i) && from(i + 1, left)) return true
    failed.set(state, left)
    return false
  }
  return from(0, need) ? choice : null
}
