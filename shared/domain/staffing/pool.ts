import type { AppointmentId } from '../ids.ts'
import { overlaps } from '../time/interval.ts'
import type { Interval } from '../time/values.ts'
import { assign, canAllBeAssigned } from './assignment.ts'
import type { Group } from './assignment.ts'
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
    served: timelineOf(groups.flatMap((group) => group.demands.filter((demand) => group.assigned.has(demand.id)))),
  }
}

/** The served visits of every group that one of these belongs to. */
function servedWith(pool: Pool, touched: readonly Demand[]): readonly Demand[] {
  const groups = new Set(touched.map((demand) => pool.groupOf.get(demand.id)))
  return [...groups].flatMap((group) => group?.demands.filter((demand) => group.assigned.has(demand.id)) ?? [])
}

/** Whether one more visit could be given to one of its candidates with every served visit still served. */
export function canJoin(pool: Pool, visit: Demand): boolean {
  if (visit.candidates.length === 0) return false
  const wanting = meeting(pool.served, visit.interval)
  if (visit.candidates.some((person) => !wanting.some((demand) => demand.candidates.includes(person)))) return true
  return canAllBeAssigned([...servedWith(pool, wanting), visit]) === true
}

/** The served visits that would be left without anybody if a person were taken for an interval; none when all can be served still. */
export function strandedBy(pool: Pool, person: number, interval: Interval): readonly Demand[] {
  const wanting = meeting(pool.served, interval).filter((demand) => demand.candidates.includes(person))
  if (wanting.length === 0) return []
  const rest = servedWith(pool, wanting).map((demand) => (overlaps(demand.interval, interval)
    ? { ...demand, candidates: demand.candidates.filter((candidate) => candidate !== person) }
    : demand))
  return canAllBeAssigned(rest) === true ? [] : wanting
}
