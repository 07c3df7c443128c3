import type { PractitionerId } from '../ids.ts'
import { byId } from '../order.ts'
import { contains, firstEndingAfter, firstOverlap, holderOf } from '../time/interval.ts'
import type { Instant, Interval } from '../time/values.ts'
import { dayAt, wallAt } from '../time/wallClock.ts'
import type { Attendance, Board, Person, Standing } from './board.ts'
import { companyAt, companyLacking } from './company.ts'
import type { Company } from './company.ts'
import { standingThrough } from './standing.ts'
import { meeting } from './timeline.ts'
import type { PractitionerReasons, Reason } from './types.ts'
import type { Visit } from './visit.ts'

/**
 * Who could perform one visit, the other visits that name nobody left aside, and why everybody else could not.
 * `supervisors`: those who could be the second person; null when none is asked for. `companies`: who is there for each of the
 * eligible, where a rule of the place asks for company.
 */
export type Candidacy = {
  readonly eligible: readonly Person[]
  readonly supervisors: readonly Person[] | null
  readonly companies: ReadonlyMap<Person, Company>
  readonly reasons: readonly PractitionerReasons[]
}

type BusyReason = Extract<Reason, { readonly kind: 'busy' }>

const offShiftForGood: Reason = { kind: 'off-shift', next: null }
const supervisorMissing: Reason = { kind: 'supervisor-missing' }

/** On shift: on site at the visit's location, by the shifts, for the whole visit. */
function offShift(attendance: Attendance | undefined, visit: Visit): Reason | null {
  if (attendance === undefined) return offShiftForGood
  const from = firstEndingAfter(attendance.planned, visit.interval.start)
  const running = attendance.planned[from]
  if (running !== undefined && contains(running, visit.interval)) return null
  const next = nextStart(attendance, visit)
  if (next === null) return offShiftForGood
  const before = attendance.offShift.get(next)
  if (before !== undefined) return before
  const reason: Reason = { kind: 'off-shift', next: wallAt(next, visit.site.zone) }
  attendance.offShift.set(next, reason)
  return reason
}

/** When the person is next on site that day, absences taken out: nobody is sent to wait for somebody who will not come. */
function nextStart({ onSite }: Attendance, { interval, site, firstDay }: Visit): Instant | null {
  const from = firstEndingAfter(onSite, interval.start)
  const running = onSite[from]
  const next = running !== undefined && running.start > interval.start ? running : onSite[from + 1]
  return next !== undefined && dayAt(next.start, site.zone) === firstDay ? next.start : null
}

/** Not absent: no absence touches the visit, wherever the person was to be. */
function absence(person: Person, visit: Visit): Reason | null {
  const away = firstOverlap(person.absences, visit.interval)
  return away === null ? null : { kind: 'absent', until: wallAt(away.end, visit.site.zone) }
}

/** Who is named for visits at a time, and for which. */
type Busy = ReadonlyMap<PractitionerId, readonly BusyReason[]>

function busyDuring(board: Board, interval: Interval): Busy {
  const busy = new Map<PractitionerId, BusyReason[]>()
  const others = meeting(board.named, interval)
  for (const other of others.length > 1 ? others.toSorted(byId) : others) {
    const reason: BusyReason = { kind: 'busy', appointmentId: other.id }
    const before = busy.get(other.performerId)
    if (before === undefined) busy.set(other.performerId, [reason])
    else before.push(reason)
  }
  return busy
}

/** Not busy: no other visit at the time names this person, who may perform it or not. */
function busyElsewhere(busy: Busy, person: Person, visit: Visit): readonly Reason[] {
  const reasons = busy.get(person.id) ?? none
  return reasons.some((reason) => reason.appointmentId === visit.id) ? reasons.filter((reason) => reason.appointmentId !== visit.id) : reasons
}
const none: readonly never[] = []

type Presence = { readonly off: Reason | null; readonly away: Reason | null }

/** Of whom nothing is said is not there. */
const notThere: Presence = { off: offShiftForGood, away: null }

/** What an hour at a site says of the people, whatever is to be done in it; who is there by the numbers of the people. */
export type Moment = { readonly there: readonly Presence[]; readonly busy: Busy }

/** What the time of a visit says of everybody. */
export const momentOf = (board: Board, visit: Visit): Moment => ({
  there: board.people.map((person) => ({ off: offShift(person.attendance.get(visit.site.id), visit), away: absence(person, visit) })),
  busy: busyDuring(board, visit.interval),
})

/** The people who may be the second person of a visit: there, or on call where that is enough, for the whole of it. */
function supervisorsOf(board: Board, visit: Visit): readonly Person[] | null {
  const { supervising, callSuffices } = visit.rule
  if (supervising === null) return null
  return board.people.filter((person) => {
    const attendance = person.attendance.get(visit.site.id)
    if (attendance === undefined) return false
    const there = callSuffices ? attendance.reachable : attendance.onSite
    return holderOf(there, visit.interval) !== null
      && standingThrough(person, supervising, visit.site, board.types, visit.firstDay, visit.lastDay).reasons.length === 0
  })
}

/** Supervised: somebody other than the performer is there to supervise. */
const unsupervised = (person: Person, supervisors: readonly Person[] | null): boolean =>
  supervisors !== null && !supervisors.some((supervisor) => supervisor !== person)

/** Who is there all through a visit that a rule of the place asks for. */
const companyDuring = (board: Board, { rule, site, interval, firstDay, lastDay }: Visit): ((person: Person) => Company) =>
  companyAt(board, rule, site, [...new Set([firstDay, lastDay])], (other, callSuffices) => {
    const attendance = other.attendance.get(site.id)
    return attendance !== undefined && holderOf(callSuffices ? attendance.reachable : attendance.onSite, interval) !== null
  })

/** Accompanied: whoever a rule of the place asks for is there. */
function unaccompanied(company: Company): Reason | null {
  const scopeRuleId = companyLacking(company, null)
  return scopeRuleId === null ? null : { kind: 'company-missing', scopeRuleId }
}

/** Most people are out for the same reasons visit after visit: that answer is made once and shared. */
function shared(person: Person, standing: Standing, off: Reason | null): PractitionerReasons {
  const before = standing.answers.get(off)
  if (before !== undefined) return before
  const answer = { practitionerId: person.id, reasons: off === null ? standing.reasons : [...standing.reasons, off] }
  standing.answers.set(off, answer)
  return answer
}

/** Every reason against one practitioner for one visit, or null when the practitioner is eligible. This is the rule. */
function reasonsAgainst(board: Board, person: Person, visit: Visit, moment: Moment, supervisors: readonly Person[] | null, company: Company): PractitionerReasons | null {
  const standing = standingThrough(person, visit.rule.performing, visit.site, board.types, visit.firstDay, visit.lastDay)
  const { off, away } = moment.there[person.number] ?? notThere
  const busy = busyElsewhere(moment.busy, person, visit)
  const alone = unsupervised(person, supervisors)
  const lacking = unaccompanied(company)
  if (away === null && busy.length === 0 && !alone && lacking === null) {
    return standing.reasons.length === 0 && off === null ? null : shared(person, standing, off)
  }
  // In the fixed order of reasons, so that nothing is left to sort.
  const reasons = [...standing.reasons]
  if (off !== null) reasons.push(off)
  if (away !== null) reasons.push(away)
  reasons.push(...busy)
  if (alone) reasons.push(supervisorMissing)
  if (lacking !== null) reasons.push(lacking)
  return { practitionerId: person.id, reasons }
}

const noCompanies: Candidacy['companies'] = new Map()

/** Judges every practitioner for one visit; `moment` is what its time says of them, where that is known from another visit. */
export function candidacyOf(board: Board, visit: Visit, moment: Moment = momentOf(board, visit)): Candidacy {
  const supervisors = supervisorsOf(board, visit)
  const companyOf = companyDuring(board, visit)
  const eligible: Person[] = []
  let companies: Map<Person, Company> | null = null
  const reasons: PractitionerReasons[] = []
  for (const person of board.people) {
    const company = companyOf(person)
    const against = reasonsAgainst(board, person, visit, moment, supervisors, company)
    if (against !== null) {
      reasons.push(against)
      continue
    }
    eligible.push(person)
    if (company.length > 0) (companies ??= new Map()).set(person, company)
  }
  return { eligible, supervisors, companies: companies ?? noCompanies, reasons }
}
