import type { AppointmentId } from '../ids.ts'
import { assign, canAllBeAssigned } from './assignment.ts'
import type { Group } from './assignment.ts'
import { isLimited, shareSomebody } from './demand.ts'
import type { Demand } from './demand.ts'
import { meeting, timelineOf } from './timeline.ts'
import type { Timeline } from './timeline.ts'

/** All visits that are still to be given to somebody, and who gets which. */
export type Pool = {
  readonly groups: readonly Group[]
  readonly groupOf: ReadonlyMap<AppointmentId, Group>
  /** The visits that somebody was found for. */
  readonly served: Timeline<Demand>
}

/** Assigns the visits that name nobody who may perform them. */
export function poolOf(demands: readonly Demand[]): Pool {
  const groups = assign(demands)
  return {
    groups,
    groupOf: new Map(groups.flatMap((group) => group.demands.map((demand) => [demand.id, group] as const))),
    served: timelineOf(groups.flatMap(servedOf)),
  }
}

/** The visits of a group that somebody was found for; one that keeps who is named for it is that person's alone. */
const servedOf = ({ demands, assigned }: Group): readonly Demand[] => demands.flatMap((demand) => {
  const person = assigned.get(demand.id)
  if (person === undefined) return []
  return [person === demand.named ? { ...demand, candidates: [person] } : demand]
})

/** The served visits of every group that one of these belongs to. */
function servedWith(pool: Pool, touched: readonly Demand[]): readonly Demand[] {
  const groups = new Set(touched.map((demand) => pool.groupOf.get(demand.id)))
  return [...groups].flatMap((group) => (group === undefined ? [] : servedOf(group)))
}

/** Whether one more visit could be given to one of its candidates with every served visit still served. */
export function canJoin(pool: Pool, visit: Demand): boolean {
  if (visit.candidates.length === 0) return false
  const wanting = meeting(pool.served, visit.interval).filter((demand) => demand.id !== visit.id)
  if (!isLimited(visit) && visit.candidates.some((person) => !wanting.some((demand) => demand.candidates.includes(person)))) return true
  return canAllBeAssigned([...servedWith(pool, wanting).filter((demand) => demand.id !== visit.id), visit]) === true
}

/** The served visits that would be left without anybody if one person were taken for one more visit; none when all can be served still. */
export function strandedBy(pool: Pool, visit: Demand, person: number): readonly Demand[] {
  const taken: Demand = { ...visit, candidates: [person] }
  const wanting = meeting(pool.served, visit.interval).filter((demand) => shareSomebody(demand, taken))
  return wanting.length === 0 || canAllBeAssigned([...servedWith(pool, wanting), taken]) === true ? [] : wanting
}
