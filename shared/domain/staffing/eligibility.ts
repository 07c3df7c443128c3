import { dayMs } from '../time/instant.ts'
import { firstEndingAfter, firstOverlap, holderOf } from '../time/interval.ts'
import { dayAt, wallAt } from '../time/wallClock.ts'
import type { Attendance, Board, Person, Standing } from './board.ts'
import { standingThrough } from './standing.ts'
import { meeting } from './timeline.ts'
import type { PractitionerReasons, Reason } from './types.ts'
import type { Visit } from './visit.ts'

/**
 * Who could perform one visit, the other visits that name nobody left aside, and why everybody else could not.
 * `supervisors`: those who could be the second person; null when none is asked for.
 */
export type Candidacy = {
  readonly eligible: readonly Person[]
  readonly supervisors: readonly Person[] | null
  readonly reasons: readonly PractitionerReasons[]
}

const offShiftForGood: Reason = { kind: 'off-shift', next: null }
const supervisorMissing: Reason = { kind: 'supervisor-missing' }
const nothing: readonly Reason[] = []

/** On shift: on site at the visit's location, by the shifts, for the whole visit. */
function offShift(attendance: Attendance | undefined, visit: Visit): Reason | null {
  if (attendance === undefined) return offShiftForGood
  if (holderOf(attendance.planned, visit.interval) !== null) return null
  const next = nextStart(attendance, visit)
  if (next === null) return offShiftForGood
  const before = attendance.offShift.get(next)
  if (before !== undefined) return before
  const reason: Reason = { kind: 'off-shift', next: wallAt(next, visit.site.zone) }
  attendance.offShift.set(next, reason)
  return reason
}

function nextStart(attendance: Attendance, visit: Visit): Attendance['onSite'][number]['start'] | null {
  const { onSite } = attendance
  for (let i = firstEndingAfter(onSite, visit.interval.start); i < onSite.length; i += 1) {
    const start = onSite[i]?.start
    if (start === undefined || start > visit.interval.start + 2 * dayMs) return null
    if (start > visit.interval.start) return dayAt(start, visit.site.zone) === visit.firstDay ? start : null
  }
  return null
}

/** Not absent: no absence touches the visit, wherever the person was to be. */
function absence(person: Person, visit: Visit): Reason | null {
  const away = firstOverlap(person.absences, visit.interval)
  return away === null ? null : { kind: 'absent', until: wallAt(away.end, visit.site.zone) }
}

/** Not busy: no other visit at the time names this person. */
function otherVisits(person: Person, visit: Visit): readonly Reason[] {
  const others = meeting(person.named, visit.interval)
  if (others.length === 0) return nothing
  const ids = others.flatMap(({ id }) => (id === visit.id ? [] : [id]))
  return (ids.length > 1 ? ids.sort() : ids).map((appointmentId): Reason => ({ kind: 'busy', appointmentId }))
}

/** The people who may be the second person of a visit: there, or on call where that is enough, for the whole of it. */
function supervisorsOf(board: Board, visit: Visit): readonly Person[] | null {
  const { supervising, service } = visit.rule
  if (supervising === null) return null
  return board.people.filter((person) => {
    const attendance = person.attendance.get(visit.site.id)
    if (attendance === undefined) return false
    const there = service.supervision?.presence === 'on-call' ? attendance.reachable : attendance.onSite
    return holderOf(there, visit.interval) !== null
      && standingThrough(person, supervising, visit.site, board.types, visit.firstDay, visit.lastDay).reasons.length === 0
  })
}

/** Supervised: somebody other than the performer is there to supervise. */
const unsupervised = (person: Person, supervisors: readonly Person[] | null): boolean =>
  supervisors !== null && !supervisors.some((supervisor) => supervisor !== person)

/** Most people are out for the same reasons visit after visit: that answer is made once and shared. */
function shared(person: Person, standing: Standing, off: Reason | null): PractitionerReasons {
  const before = standing.answers.get(off)
  if (before !== undefined) return before
  const answer = { practitionerId: person.id, reasons: off === null ? standing.reasons : [...standing.reasons, off] }
  standing.answers.set(off, answer)
  return answer
}

/** Every reason against one practitioner for one visit, or null when the practitioner is eligible. This is the rule. */
export function reasonsAgainst(
  board: Board, person: Person, visit: Visit, supervisors: readonly Person[] | null,
): PractitionerReasons | null {
  const standing = standingThrough(person, visit.rule.performing, visit.site, board.types, visit.firstDay, visit.lastDay)
  const off = offShift(person.attendance.get(visit.site.id), visit)
  const away = absence(person, visit)
  const busy = otherVisits(person, visit)
  const alone = unsupervised(person, supervisors)
  if (away === null && busy.length === 0 && !alone) {
    return standing.reasons.length === 0 && off === null ? null : shared(person, standing, off)
  }
  // In the fixed order of reasons, each once as it stands: sorting them again for every visit is what used to cost most.
  const reasons = [...standing.reasons]
  if (off !== null) reasons.push(off)
  if (away !== null) reasons.push(away)
  reasons.push(...busy)
  if (alone) reasons.push(supervisorMissing)
  return { practitionerId: person.id, reasons }
}

/** Judges every practitioner for one visit. */
export function candidacyOf(board: Board, visit: Visit): Candidacy {
  const supervisors = supervisorsOf(board, visit)
  const eligible: Person[] = []
  const reasons: PractitionerReasons[] = []
  for (const person of board.people) {
    const against = reasonsAgainst(board, person, visit, supervisors)
    if (against === null) eligible.push(person)
    else reasons.push(against)
  }
  return { eligible, supervisors, reasons }
}

