import { byMade, byTime } from './demand.ts'
import type { Assigned, Demand } from './demand.ts'

/** How many places of one search are looked at before it gives up; a clinic's day needs a few hundred. */
export const searchLimit = 200_000

type Search = {
  readonly demands: readonly Demand[]
  readonly people: number
  /** Per demand, the people who could, least sought-after first, as positions 0 to `people` - 1. */
  readonly candidates: readonly (readonly number[])[]
  /** Per demand, the position of the first demand that starts when it is over. */
  readonly freeAgainAt: readonly number[]
  /** `nextUse[i * people + p]`: the first demand from i on that p could take. */
  readonly nextUse: Int32Array
  /** People wanted by exactly the same demands have the same kind; which of them is free makes no difference. */
  readonly kinds: readonly number[]
  readonly numbers: readonly number[]
}

function prepare(demands: readonly Demand[]): Search {
  const sorted = demands.toSorted(byTime)
  const wantedBy = new Map<number, number[]>()
  sorted.forEach((demand, i) => {
    for (const person of demand.candidates) wantedBy.set(person, [...(wantedBy.get(person) ?? []), i])
  })
  const kindNames = new Map<string, number>()
  const kindOf = (wanting: readonly number[]): number => {
    const name = wanting.join()
    const kind = kindNames.get(name) ?? kindNames.size
    kindNames.set(name, kind)
    return kind
  }
  const listed = [...wantedBy].map(([number, wanting]) => ({ number, wanting, kind: kindOf(wanting) }))
    .sort((a, b) => a.kind - b.kind || a.number - b.number)
  const position = new Map(listed.map((person, p) => [person.number, p]))
  const people = listed.length
  const nextUse = new Int32Array((sorted.length + 1) * people).fill(sorted.length)
  for (let i = sorted.length - 1; i >= 0; i -= 1) {
    for (let p = 0; p < people; p += 1) nextUse[i * people + p] = nextUse[(i + 1) * people + p] ?? sorted.length
    for (const number of sorted[i]?.candidates ?? []) nextUse[i * people + (position.get(number) ?? 0)] = i
  }
  const starts = sorted.map((demand) => demand.interval.start)
  const sought = (p: number): number => listed[p]?.wanting.length ?? 0
  return {
    demands: sorted, people, nextUse,
    candidates: sorted.map((demand) => demand.candidates.map((number) => position.get(number) ?? 0).sort((a, b) => sought(a) - sought(b) || a - b)),
    freeAgainAt: sorted.map((demand) => {
      const next = starts.findIndex((start) => start >= demand.interval.end)
      return next === -1 ? sorted.length : next
    }),
    kinds: listed.map((person) => person.kind),
    numbers: listed.map((person) => person.number),
  }
}

/** What is left of the limit; below zero the search has given up and its "no" means nothing. */
type Budget = { left: number }

/** Looks for an assignment of at least `need` demands from the i-th on, in which every demand of `forced` has somebody. */
function explore(search: Search, bound: readonly number[], forced: ReadonlySet<number>, budget: Budget) {
  const { demands, people, candidates, freeAgainAt, nextUse, kinds } = search
  const lastForced = Math.max(-1, ...forced)
  const failed = new Map<string, number>()
  const freeAt = new Int32Array(people)
  const choice: number[] = new Array<number>(demands.length).fill(-1)

  // What matters of a person's engagements is until which place in the order they last, and only if somebody wants the person before that.
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

  const reach = (i: number, need: number): boolean => {
    if (need <= 0 && i > lastForced) {
      choice.fill(-1, i)
      return true
    }
    if (i === demands.length || need > (bound[i] ?? 0)) return false
    budget.left -= 1
    if (budget.left < 0) return false
    const state = stateAt(i)
    if ((failed.get(state) ?? Infinity) <= need) return false
    const triedKinds = new Set<number>()
    for (const p of candidates[i] ?? []) {
      const before = freeAt[p] ?? 0
      const kind = kinds[p] ?? 0
      if (before > i || triedKinds.has(kind)) continue
      triedKinds.add(kind)
      freeAt[p] = freeAgainAt[i] ?? 0
      choice[i] = p
      const reached = reach(i + 1, need - 1)
      freeAt[p] = before
      if (reached) return true
    }
    choice[i] = -1
    if (!forced.has(i) && reach(i + 1, need)) return true
    failed.set(state, need)
    return false
  }
  return { reach, choice }
}

const asAssigned = (search: Search, choice: readonly number[]): Assigned => new Map(
  search.demands.flatMap((demand, i) => {
    const number = search.numbers[choice[i] ?? -1]
    return number === undefined ? [] : [[demand.id, number] as const]
  }),
)

/** Everything assigned, null when that cannot be done, `limit` when it could not be settled. */
export function assignEvery(demands: readonly Demand[], limit: number): Assigned | null | 'limit' {
  const search = prepare(demands)
  const budget = { left: limit }
  const { reach, choice } = explore(search, demands.map((_, i) => demands.length - i), new Set(), budget)
  if (reach(0, demands.length)) return asAssigned(search, choice)
  return budget.left < 0 ? 'limit' : null
}

/** The most demands that can be assigned from each place in the order to its end: the best for the last bounds the last two, and so on. */
function bounds(search: Search, budget: Budget): readonly number[] {
  const count = search.demands.length
  const bound = new Array<number>(count + 1).fill(0)
  const { reach } = explore(search, bound, new Set(), budget)
  for (let i = count - 1; i >= 0 && budget.left >= 0; i -= 1) {
    const more = (bound[i + 1] ?? 0) + 1
    bound[i] = more
    if (!reach(i, more)) bound[i] = more - 1
  }
  return bound
}

/**
 * The most demands that can be assigned, and of all the sets of that size the one with the earlier-made visits; `limit` when
 * it could not be settled. Exact: "Russian doll search" (G. Verfaillie et al., 1996) finds the count; then visits are forced
 * in, in order of making, while the count stands.
 */
export function assignMost(demands: readonly Demand[], limit: number): Assigned | 'limit' {
  const search = prepare(demands)
  const budget = { left: limit }
  const bound = bounds(search, budget)
  const most = bound[0] ?? 0
  const forced = new Set<number>()
  const first = explore(search, bound, forced, budget)
  first.reach(0, most)
  let best = first.choice
  for (const demand of demands.toSorted(byMade)) {
    const i = search.demands.indexOf(demand)
    if ((best[i] ?? -1) < 0) {
      const attempt = explore(search, bound, new Set([...forced, i]), budget)
      if (!attempt.reach(0, most)) continue
      best = attempt.choice
    }
    forced.add(i)
  }
  return budget.left < 0 ? 'limit' : asAssigned(search, best)
}
