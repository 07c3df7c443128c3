import type { Assigned, Demand } from './demand.ts'

/** A matching that can be enlarged one visit at a time; `blockers` is the proof when it cannot. */
type Matching = { readonly takenBy: Map<number, Demand> }

function enlarge(matching: Matching, demand: Demand, tried: Set<number>, visited: Set<Demand>): boolean {
  visited.add(demand)
  for (const person of demand.candidates) {
    if (tried.has(person)) continue
    tried.add(person)
    const holder = matching.takenBy.get(person)
    if (holder !== undefined && !enlarge(matching, holder, tried, visited)) continue
    matching.takenBy.set(person, demand)
    return true
  }
  return false
}

const asAssigned = (matching: Matching): Assigned => new Map([...matching.takenBy].map(([person, demand]) => [demand.id, person]))

/**
 * The most visits that can be assigned when all of them run at once, earlier-made visits first: augmenting paths (H. Kuhn,
 * 1955). Taking them in order of making is exact because sets of visits that can be matched form a matroid.
 */
export function matchAtOnce(demands: readonly Demand[]): Assigned {
  const matching: Matching = { takenBy: new Map() }
  for (const demand of demands) enlarge(matching, demand, new Set(), new Set())
  return asAssigned(matching)
}

/**
 * The smallest set of visits, `extra` among them, that shows why `extra` cannot join the assigned ones when all run at once:
 * its people are fewer than its visits (P. Hall, 1935). Null when it can join.
 */
export function proofAtOnce(assigned: readonly Demand[], by: Assigned, extra: Demand): readonly Demand[] | null {
  const takenBy = new Map<number, Demand>()
  for (const demand of assigned) {
    const person = by.get(demand.id)
    if (person !== undefined) takenBy.set(person, demand)
  }
  // Every visit reached by alternating paths from `extra` lies in every set that proves it, and together they prove it.
  const visited = new Set<Demand>()
  return enlarge({ takenBy }, extra, new Set(), visited) ? null : [...visited]
}
