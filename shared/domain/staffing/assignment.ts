import type { AppointmentId } from '../ids.ts'
import { allAtOnce, groupsOf, isLimited, rivalsOf } from './demand.ts'
import type { Assigned, Demand } from './demand.ts'
import { matchAtOnce } from './matching.ts'
import { assignEvery, assignMost, searchLimit } from './mostAssigned.ts'
import { withoutSlack } from './slack.ts'
import { assignSupervised, canAllBeSupervised } from './supervised.ts'

/** Visits that compete for people, and who gets which; unless settled, there may be a better way that serves more. */
export type Group = { readonly demands: readonly Demand[]; readonly assigned: Assigned; readonly settled: boolean }

/**
 * Sets aside, last to be set aside first, every visit for which more people could be had than it has rivals left: whatever
 * the rest do, one of its people stays free. (G. Chaitin's way of colouring register graphs, 1982.) One that wants a place
 * with a supervisor, or under a limit, is set aside only when nobody is left who wants the same. What is left is the knot in which people are
 * really short.
 */
function peel(demands: readonly Demand[], rivals: ReadonlyMap<Demand, readonly Demand[]>): { readonly knot: readonly Demand[]; readonly easy: readonly Demand[] } {
  const left = new Set(demands)
  const easy: Demand[] = []
  for (let found = true; found;) {
    found = false
    for (const demand of left) {
      const rivalsLeft = (rivals.get(demand) ?? []).filter((rival) => left.has(rival)).length
      if (isLimited(demand) ? rivalsLeft > 0 : demand.candidates.length <= rivalsLeft) continue
      left.delete(demand)
      easy.unshift(demand)
      found = true
    }
  }
  return { knot: [...left], easy }
}

function withEasy(assigned: Map<AppointmentId, number>, easy: readonly Demand[], rivals: ReadonlyMap<Demand, readonly Demand[]>): Assigned {
  for (const demand of easy) {
    const taken = new Set((rivals.get(demand) ?? []).map((rival) => assigned.get(rival.id)))
    const free = demand.named ?? demand.candidates.find((person) => !taken.has(person))
    if (free !== undefined) assigned.set(demand.id, free)
  }
  return assigned
}

function assignPart(part: readonly Demand[], limit: number): Pick<Group, 'assigned' | 'settled'> {
  if (part.some(isLimited)) return assignSupervised(part, limit)
  return allAtOnce(part) ? { assigned: matchAtOnce(part), settled: true } : assignMost(part, limit)
}

function assignGroup(demands: readonly Demand[], rivals: ReadonlyMap<Demand, readonly Demand[]>, limit: number): Pick<Group, 'assigned' | 'settled'> {
  const { knot, easy } = peel(demands, rivals)
  const assigned = new Map<AppointmentId, number>()
  let settled = true
  for (const part of groupsOf(knot, rivals)) {
    const found = assignPart(part, limit)
    for (const [id, person] of found.assigned) assigned.set(id, person)
    settled &&= found.settled
  }
  return { assigned: withEasy(assigned, easy, rivals), settled }
}

/**
 * Assigns visits to people so that as many as possible have somebody and nobody has two at once; among equals the
 * earlier-made visits are served. The order in which the demands come makes no difference.
 */
export function assign(demands: readonly Demand[], limit: number = searchLimit): readonly Group[] {
  const tight = withoutSlack(demands)
  const rivals = rivalsOf(tight)
  const asGiven = new Map(demands.map((demand) => [demand.id, demand]))
  return groupsOf(tight.filter((demand) => demand.candidates.length > 0), rivals).map((group) => ({
    ...assignGroup(group, rivals, limit), demands: group.map((demand) => asGiven.get(demand.id) ?? demand),
  }))
}

/** Whether all of the demands can be assigned together; null when that could not be settled. */
export function canAllBeAssigned(demands: readonly Demand[], limit: number = searchLimit): boolean | null {
  const tight = withoutSlack(demands)
  const rivals = rivalsOf(tight)
  const { knot } = peel(tight, rivals)
  let settled: boolean | null = true
  for (const part of groupsOf(knot, rivals)) {
    if (part.some(isLimited)) {
      const possible = canAllBeSupervised(part, limit)
      if (possible === false) return false
      if (possible === null) settled = null
      continue
    }
    if (allAtOnce(part)) {
      if (matchAtOnce(part).size < part.length) return false
      continue
    }
    const found = assignEvery(part, limit)
    if (found === null) return false
    if (found === 'limit') settled = null
  }
  return settled
}
