import type { Appointment } from '../appointment.ts'
import type { AppointmentId, ScopeRuleId } from '../ids.ts'
import { byText } from '../order.ts'
import { dateOfDay } from '../time/plainDate.ts'
import type { Board, Person } from './board.ts'
import { canAllBeAssigned } from './assignment.ts'
import { isLimited, limitsOn, withoutLimits } from './demand.ts'
import type { Demand, Ways } from './demand.ts'
import { companyLacking, inCompany, waysOf } from './company.ts'
import { candidacyOf, momentOf } from './eligibility.ts'
import type { Candidacy, Moment } from './eligibility.ts'
import { canJoin, poolOf } from './pool.ts'
import type { Pool } from './pool.ts'
import { proofOfShortage } from './shortage.ts'
import { firstToExpire } from './standing.ts'
import type { CannotVerifyCause, Fragility, Shortage, Verdict } from './types.ts'
import { readVisit } from './visit.ts'
import type { Visit } from './visit.ts'

type Judged = { readonly visit: Visit; readonly candidacy: Candidacy; readonly demand: Demand }

/** What is known of all standing visits: the pool is what simultaneous visits share. */
export type Judgement = {
  readonly judged: readonly Judged[]
  readonly failed: ReadonlyMap<AppointmentId, CannotVerifyCause>
  readonly pool: Pool
}

const unverified = (cause: CannotVerifyCause): Verdict => ({ state: 'cannot-verify', cause, reasons: [] })

/** What each time says of the people is asked once: many visits begin and end together. */
function momentsOn(board: Board): (visit: Visit) => Moment {
  const moments = new Map<string, Moment>()
  return (visit) => {
    const key = `${visit.site.id} ${visit.interval.start} ${visit.interval.end}`
    const before = moments.get(key)
    if (before !== undefined) return before
    const moment = momentOf(board, visit)
    moments.set(key, moment)
    return moment
  }
}

function judge(board: Board, appointment: Appointment, momentAt: (visit: Visit) => Moment): Judged | CannotVerifyCause {
  try {
    const visit = readVisit(board, appointment)
    if (typeof visit === 'string') return visit
    const candidacy = candidacyOf(board, visit, momentAt(visit))
    return { visit, candidacy, demand: demandOf(visit, candidacy) }
  } catch {
    // A rule that fails on one visit must not take the verdict on the others with it, and must never look like "staffed".
    return 'rule-failed'
  }
}

const noWays: ReadonlyMap<number, Ways> = new Map()

/** What a visit asks of the people that others want at its time, one of them counted out where that is asked. */
export function demandOf({ id, interval, rule, site, performerId }: Visit, { eligible, supervisors, companies }: Candidacy, away: Person | null = null): Demand {
  const atMost = rule.service.supervision?.atMost ?? null
  const left = away === null ? eligible : eligible.filter((person) => person !== away
    && (supervisors === null || supervisors.some((supervisor) => supervisor !== person && supervisor !== away))
    && companyLacking(companies.get(person) ?? [], away) === null)
  const limited = companies.size === 0 ? noWays : new Map(left.flatMap((person) => {
    const ways = waysOf(companies.get(person) ?? [], site, away)
    return ways === null ? [] : [[person.number, ways] as const]
  }))
  const demand: Demand = {
    id, interval, candidates: left.map((person) => person.number),
    ...(atMost === null || supervisors === null ? {} : { supervised: { by: supervisors.filter((person) => person !== away).map((person) => person.number), atMost } }),
    ...(limited.size === 0 ? {} : { limited }),
  }
  const named = left.find((person) => person.id === performerId)?.number
  return named === undefined || !isLimited(demand) ? demand : { ...demand, named }
}

const performerOf = ({ visit, candidacy }: Judged): Person | undefined =>
  candidacy.eligible.find((person) => person.id === visit.performerId)

/** Judges every visit by itself, then assigns those that have no eligible performer, or have to share those who must be there. */
export function judgeAll(board: Board, appointments: readonly Appointment[]): Judgement {
  const judged: Judged[] = []
  const failed = new Map<AppointmentId, CannotVerifyCause>()
  const momentAt = momentsOn(board)
  for (const appointment of appointments) {
    const outcome = judge(board, appointment, momentAt)
    if (typeof outcome === 'string') failed.set(appointment.id, outcome)
    else judged.push(outcome)
  }
  const open = judged.filter((one) => performerOf(one) === undefined || isLimited(one.demand)).map((one) => one.demand)
  return { judged, failed, pool: poolOf(open) }
}

/** Whether a visit could still be performed, everybody else served as before, if one person were away. */
const standsWithout = (pool: Pool, { visit, candidacy }: Judged, away: Person): boolean => canJoin(pool, demandOf(visit, candidacy, away))

/** On whom a covered visit hangs: on its performer when nobody could stand in, else on its only supervisor or company. */
function fragility(board: Board, pool: Pool, judged: Judged, performer: Person): Fragility | null {
  const { visit, candidacy } = judged
  const { performing, supervising } = visit.rule
  const company = new Set([...candidacy.companies.values()].flatMap(inCompany))
  const person = [performer, ...(candidacy.supervisors ?? []), ...[...company].sort((a, b) => a.number - b.number)].find((away) => !standsWithout(pool, judged, away))
  if (person === undefined) return null
  const needed = person === performer || supervising === null ? performing : supervising
  return { practitionerId: person.id, expiring: firstToExpire(person, needed, board.types, dateOfDay(visit.lastDay)) }
}

const performing = ({ id, interval, candidates }: Demand): Demand => ({ id, interval, candidates })
const underOne = (demand: Demand, key: string): Demand => ({
  ...performing(demand), limited: new Map([...demand.limited ?? []].map(([person, ways]) => [person, ways.map((limits) => limits.filter((limit) => limit.key === key))])),
})

/** Who are too few where those who perform are enough: the supervisors, or those who must be there by a rule of the place. */
function beyondPerformers(proof: readonly Demand[]): { readonly by: readonly number[]; readonly atMost: number; readonly scopeRuleId: ScopeRuleId | null } | null {
  if (!proof.some(isLimited) || canAllBeAssigned(proof.map(performing)) !== true) return null
  const limits = proof.flatMap(limitsOn)
  const supervised = proof.flatMap((one) => one.supervised ?? [])
  const rules = [...new Map(limits.map((limit) => [limit.key, limit])).values()]
  const alone = (supervised.length === 0 && rules.length === 1 ? rules[0] : rules.find(({ key }) => canAllBeAssigned(proof.map((demand) => underOne(demand, key))) === false))
  // Where no rule is enough by itself, the supervisors may be; else it is several rules together, of which one is told.
  const told = alone ?? (canAllBeAssigned(proof.map(withoutLimits)) === false ? undefined : rules[0])
  if (told !== undefined) return { by: limits.filter(({ key }) => key === told.key).flatMap(({ by }) => by), atMost: told.ratio, scopeRuleId: told.scopeRuleId }
  return { by: supervised.flatMap(({ by }) => by), atMost: Math.min(...supervised.map(({ atMost }) => atMost)), scopeRuleId: null }
}

function shortage(board: Board, pool: Pool, demand: Demand): Shortage | null {
  const group = pool.groupOf.get(demand.id)
  if (group === undefined) return null
  const proof = proofOfShortage(group, demand)
  const named = (numbers: readonly number[]) => board.people.filter((person) => numbers.includes(person.number)).map((person) => person.id)
  const short = beyondPerformers(proof)
  return {
    appointmentIds: proof.map((one) => one.id).sort(),
    practitionerIds: named(proof.flatMap((one) => one.candidates)),
    supervision: short === null ? null : { practitionerIds: named(short.by), atMost: short.atMost, scopeRuleId: short.scopeRuleId },
  }
}

function verdictOn(board: Board, pool: Pool, judged: Judged): Verdict {
  const { demand, candidacy: { reasons } } = judged
  const performer = performerOf(judged)
  const group = pool.groupOf.get(demand.id)
  const person = board.people[group?.assigned.get(demand.id) ?? -1]
  if (performer !== undefined && (!isLimited(demand) || person === performer)) return { state: 'covered', fragile: fragility(board, pool, judged, performer), reasons }
  if (person !== undefined) return { state: 'assignable', performerId: person.id, reasons }
  if (group !== undefined && !group.settled) return { state: 'cannot-verify', cause: 'search-limit', reasons }
  return { state: 'uncovered', shortage: shortage(board, pool, demand), reasons }
}

/** The visits of which it is not certain that they are staffed: those whose verdict is a flag, without the verdicts themselves. */
export function flaggedAmong({ judged, failed, pool }: Judgement): readonly AppointmentId[] {
  const isStaffed = (one: Judged): boolean =>
    (performerOf(one) !== undefined && !isLimited(one.demand)) || pool.groupOf.get(one.demand.id)?.assigned.has(one.demand.id) === true
  return [...failed.keys(), ...judged.filter((one) => !isStaffed(one)).map(({ visit }) => visit.id)].sort()
}

/** The verdict on every visit judged, or on those that are asked for, by id. */
export function verdictsOf(board: Board, { judged, failed, pool }: Judgement, asked: (id: AppointmentId) => boolean = () => true): ReadonlyMap<AppointmentId, Verdict> {
  const verdicts = new Map<AppointmentId, Verdict>()
  for (const [id, cause] of failed) if (asked(id)) verdicts.set(id, unverified(cause))
  for (const one of judged) {
    if (!asked(one.visit.id)) continue
    try {
      verdicts.set(one.visit.id, verdictOn(board, pool, one))
    } catch {
      verdicts.set(one.visit.id, unverified('rule-failed'))
    }
  }
  return new Map([...verdicts].sort(([a], [b]) => byText(a, b)))
}
