import type { Appointment } from '../appointment.ts'
import type { AppointmentId } from '../ids.ts'
import { byText } from '../order.ts'
import { dateOfDay } from '../time/plainDate.ts'
import type { Board, Person } from './board.ts'
import { canAllBeAssigned } from './assignment.ts'
import { isLimited } from './demand.ts'
import type { Demand } from './demand.ts'
import { candidacyOf, unaccompanied } from './eligibility.ts'
import type { Candidacy } from './eligibility.ts'
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

function judge(board: Board, appointment: Appointment): Judged | CannotVerifyCause {
  try {
    const visit = readVisit(board, appointment)
    if (typeof visit === 'string') return visit
    const candidacy = candidacyOf(board, visit)
    return { visit, candidacy, demand: demandOf(visit, candidacy) }
  } catch {
    // A rule that fails on one visit must not take the verdict on the others with it, and must never look like "staffed".
    return 'rule-failed'
  }
}

/** What a visit asks of the people that others want at its time. */
export function demandOf({ id, interval, rule, performerId }: Visit, { eligible, supervisors }: Candidacy): Demand {
  const atMost = rule.service.supervision?.atMost ?? null
  const named = eligible.find((person) => person.id === performerId)?.number
  const demand = { id, interval, candidates: eligible.map((person) => person.number) }
  if (atMost === null || supervisors === null) return demand
  return { ...demand, supervised: { by: supervisors.map((person) => person.number), atMost }, ...(named === undefined ? {} : { named }) }
}

const performerOf = ({ visit, candidacy }: Judged): Person | undefined =>
  candidacy.eligible.find((person) => person.id === visit.performerId)

/** Judges every visit by itself, then assigns those that have no eligible performer, or have to share a supervisor. */
export function judgeAll(board: Board, appointments: readonly Appointment[]): Judgement {
  const judged: Judged[] = []
  const failed = new Map<AppointmentId, CannotVerifyCause>()
  for (const appointment of appointments) {
    const outcome = judge(board, appointment)
    if (typeof outcome === 'string') failed.set(appointment.id, outcome)
    else judged.push(outcome)
  }
  const open = judged.filter((one) => performerOf(one) === undefined || isLimited(one.demand)).map((one) => one.demand)
  return { judged, failed, pool: poolOf(open) }
}

/** Whether a visit could still be performed, everybody else served as before, if one person were away. */
function standsWithout(board: Board, pool: Pool, { visit, candidacy: { eligible, supervisors }, demand }: Judged, away: Person): boolean {
  const left = eligible.filter((person) => person !== away
    && (supervisors === null || supervisors.some((supervisor) => supervisor !== person && supervisor !== away))
    && unaccompanied(board, person, visit, away) === null)
  const supervised = demand.supervised === undefined ? {} : { supervised: { ...demand.supervised, by: demand.supervised.by.filter((number) => number !== away.number) } }
  return canJoin(pool, { ...demand, ...supervised, candidates: left.map((person) => person.number) })
}

/** On whom a covered visit hangs: on its performer when nobody could stand in, else on its only supervisor. */
function fragility(board: Board, pool: Pool, judged: Judged, performer: Person): Fragility | null {
  const { visit, candidacy } = judged
  const { performing, supervising } = visit.rule
  const company = board.law.asksForCompany ? board.people : []
  const person = [performer, ...(candidacy.supervisors ?? []), ...company].find((away) => !standsWithout(board, pool, judged, away))
  if (person === undefined) return null
  const needed = person === performer || supervising === null ? performing : supervising
  return { practitionerId: person.id, expiring: firstToExpire(person, needed, board.types, dateOfDay(visit.lastDay)) }
}

function shortage(board: Board, pool: Pool, demand: Demand): Shortage | null {
  const group = pool.groupOf.get(demand.id)
  if (group === undefined) return null
  const proof = proofOfShortage(group, demand)
  const named = (numbers: readonly number[]) => board.people.filter((person) => numbers.includes(person.number)).map((person) => person.id)
  const limited = proof.flatMap((one) => one.supervised ?? [])
  // Who performs is enough for all of them: then it is the supervisors that are too few.
  const supervisorsShort = limited.length > 0 && canAllBeAssigned(proof.map(({ id, interval, candidates }) => ({ id, interval, candidates }))) === true
  return {
    appointmentIds: proof.map((one) => one.id).sort(),
    practitionerIds: named(proof.flatMap((one) => one.candidates)),
    supervision: supervisorsShort ? { practitionerIds: named(limited.flatMap((one) => one.by)), atMost: Math.min(...limited.map((one) => one.atMost)) } : null,
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

/** The verdict on every visit judged, by id. */
export function verdictsOf(board: Board, { judged, failed, pool }: Judgement): ReadonlyMap<AppointmentId, Verdict> {
  const verdicts = new Map<AppointmentId, Verdict>()
  for (const [id, cause] of failed) verdicts.set(id, unverified(cause))
  for (const one of judged) {
    try {
      verdicts.set(one.visit.id, verdictOn(board, pool, one))
    } catch {
      verdicts.set(one.visit.id, unverified('rule-failed'))
    }
  }
  return new Map([...verdicts].sort(([a], [b]) => byText(a, b)))
}
