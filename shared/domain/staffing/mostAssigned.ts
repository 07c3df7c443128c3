import { byId } from '../order.ts'
import type { Assigned, Demand } from './demand.ts'
import { matchAtOnce } from './matching.ts'
import { findPrices } from './prices.ts'
import { prepare, reach } from './search.ts'
import type { Budget, Demanded, Search } from './search.ts'

/** How many places of one search are looked at before it gives up; a clinic's day needs a few hundred. */
export const searchLimit = 100_000

/** How far a search goes by counting heads before it is worth finding prices. */
const unpricedLimit = 500

/** Prices for a search in which the forced demands count double, good enough when they show that `need` cannot be reached. */
function priced(search: Search, forced: ReadonlySet<number>, need: number): Demanded & { readonly total: number } {
  const weights = search.demands.map((_, i) => (forced.has(i) ? 2 : 1))
  return { forced, ...findPrices(search, weights, need + forced.size - 1, need + forced.size) }
}

/** What comes of it when each in turn takes the first of its people who is free. */
function assignedInTurn({ count, people, candidates, freeAgainAt }: Search): readonly number[] {
  const freeAt = new Int32Array(people)
  return candidates.map((wanted, i) => {
    const free = wanted.find((p) => (freeAt[p] ?? 0) <= i)
    if (free === undefined) return -1
    freeAt[free] = freeAgainAt[i] ?? count
    return free
  })
}

const heads = (choice: readonly number[]): number => choice.filter((person) => person >= 0).length

/** Whether demands that must all have somebody are too many for their people at some one moment of one of them. */
function tooManyAtOnce(search: Search, forced: ReadonlySet<number>, at: number): boolean {
  const overlapping = [...forced].filter((i) => i < (search.freeAgainAt[at] ?? 0) && (search.freeAgainAt[i] ?? 0) > at)
  return overlapping.filter((moment) => moment >= at).some((moment) => {
    const running = overlapping.flatMap((i) => (i <= moment && (search.freeAgainAt[i] ?? 0) > moment ? (search.demands[i] ?? []) : []))
    return matchAtOnce(running).size < running.length
  })
}

const asAssigned = (search: Search, choice: readonly number[]): Assigned => new Map(
  search.demands.flatMap((demand, i) => {
    const number = search.numbers[choice[i] ?? -1]
    return number === undefined ? [] : [[demand.id, number] as const]
  }),
)

const nobody: ReadonlySet<number> = new Set()

/** Everything assigned, null when that cannot be done, `limit` when it could not be settled. */
export function assignEvery(demands: readonly Demand[], limit: number): Assigned | null | 'limit' {
  const search = prepare(demands)
  const quick = { left: Math.min(limit, unpricedLimit) }
  const first = reach(search, search.count, { forced: nobody, prices: null }, quick)
  if (first !== null) return asAssigned(search, first)
  if (quick.left >= 0) return null
  const budget = { left: limit - unpricedLimit }
  const choice = reach(search, search.count, priced(search, nobody, search.count), budget)
  if (choice !== null) return asAssigned(search, choice)
  return budget.left < 0 ? 'limit' : null
}

/** The most that can be assigned: from the count that prices allow downwards, the first that the search reaches. */
function largest(search: Search, budget: Budget): readonly number[] {
  const inTurn = assignedInTurn(search)
  const free = priced(search, nobody, heads(inTurn) + 1)
  for (let most = Math.min(search.count, Math.floor(free.total + 1e-6)); most > heads(inTurn) && budget.left >= 0; most -= 1) {
    const choice = reach(search, most, free, budget)
    if (choice !== null) return choice
  }
  return inTurn
}

/**
 * The most demands that can be assigned, and of all the sets of that size the one with the earlier-made visits: the count
 * is proved first, then visits are forced in, in order of making, while it stands. `settled: false` when the limit came
 * first: what is assigned is assigned soundly, but more may be possible.
 */
export function assignMost(demands: readonly Demand[], limit: number): { readonly assigned: Assigned; readonly settled: boolean } {
  const search = prepare(demands)
  const budget = { left: limit }
  let best = largest(search, budget)
  const forced = new Set<number>()
  for (const demand of demands.toSorted(byId)) {
    if (budget.left < 0) break
    const i = search.demands.indexOf(demand)
    const wanted = new Set([...forced, i])
    if ((best[i] ?? -1) < 0) {
      const other = tooManyAtOnce(search, wanted, i) ? null : reach(search, heads(best), priced(search, wanted, heads(best)), budget)
      if (other === null) continue
      best = other
    }
    forced.add(i)
  }
  return { assigned: asAssigned(search, best), settled: budget.left >= 0 }
}
