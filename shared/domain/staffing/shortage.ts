import { byId } from '../order.ts'
import { canAllBeAssigned } from './assignment.ts'
import type { Group } from './assignment.ts'
import { byTime, isLimited, rivalsOf, runningAt } from './demand.ts'
import type { Assigned, Demand } from './demand.ts'
import { proofAtOnce } from './matching.ts'

/** How many sets of visits are tried before a proof that is irreducible, though perhaps not the smallest, is good enough. */
const triesForSmallest = 500

/** The smallest proof whose visits all run at one moment of the visit's time. */
function proofAtOneMoment(served: readonly Demand[], by: Assigned, visit: Demand): readonly Demand[] | null {
  const { start, end } = visit.interval
  const moments = new Set([start, ...served.map((demand) => demand.interval.start).filter((at) => at > start && at < end)])
  let best: readonly Demand[] | null = null
  for (const at of [...moments].sort((a, b) => a - b)) {
    const running = runningAt(served, at)
    const proof = proofAtOnce(running, by, visit)
    if (proof !== null && (best === null || proof.length < best.length)) best = proof
  }
  return best
}

/** A proof of exactly so many visits that hang together, or null; `tries` is counted down. */
function proofOfSize(size: number, served: readonly Demand[], visit: Demand, tries: { left: number }): readonly Demand[] | null {
  // In a smallest proof everybody who could take a visit is wanted by another: it has at least as many rivals as people.
  const fitting = [visit, ...served.filter((demand) => isLimited(demand) || demand.candidates.length < size)]
  const rivals = rivalsOf(fitting)
  const rivalsWithin = (demand: Demand, chosen: readonly Demand[]): number =>
    (rivals.get(demand) ?? []).filter((rival) => chosen.includes(rival)).length

  const grow = (chosen: readonly Demand[], refused: ReadonlySet<Demand>): readonly Demand[] | null => {
    tries.left -= 1
    if (chosen.length === size) {
      if (chosen.some((demand) => !isLimited(demand) && demand.candidates.length > rivalsWithin(demand, chosen))) return null
      return canAllBeAssigned(chosen) === false ? chosen : null
    }
    const next = new Set(chosen.flatMap((demand) => rivals.get(demand) ?? []).filter((demand) => !chosen.includes(demand) && !refused.has(demand)))
    const passed = new Set(refused)
    for (const demand of [...next].sort(byTime)) {
      if (tries.left <= 0) return null
      const proof = grow([...chosen, demand], passed)
      if (proof !== null) return proof
      passed.add(demand)
    }
    return null
  }
  return grow([visit], new Set())
}

/** Takes visits out, later-made first, as long as what is left is still a proof. */
function irreducible(served: readonly Demand[], visit: Demand): readonly Demand[] {
  let proof = [...served]
  for (const demand of served.toSorted(byId).reverse()) {
    const without = proof.filter((one) => one !== demand)
    if (canAllBeAssigned([...without, visit]) === false) proof = without
  }
  return [visit, ...proof]
}

/**
 * Why a visit that somebody could perform is nevertheless left over: the smallest set of visits, this one and served ones,
 * that their people cannot perform together.
 */
export function proofOfShortage(group: Group, visit: Demand): readonly Demand[] {
  const by = group.assigned
  const served = group.demands.filter((demand) => by.has(demand.id))
  const atOnce = proofAtOneMoment(served, by, visit)
  const tries = { left: triesForSmallest }
  // Two visits that run at once and want one supervisor may be a proof; without supervision two are told by their one moment.
  const fewest = group.demands.some(isLimited) ? 2 : Math.max(3, visit.candidates.length + 1)
  for (let size = fewest; size < (atOnce?.length ?? served.length + 1) && tries.left > 0; size += 1) {
    const proof = proofOfSize(size, served, visit, tries)
    if (proof !== null) return proof
  }
  return atOnce ?? irreducible(served, visit)
}
