import type { Appointment } from '../../../shared/domain/appointment.ts'
import { plainBooker } from '../../../shared/domain/booking.ts'
import { type AbsenceId, type AppointmentId, asId, type ShiftExceptionId } from '../../../shared/domain/ids.ts'
import { tooSoonFor } from '../../../shared/domain/minimumInterval.ts'
import type { Patient } from '../../../shared/domain/person.ts'
import type { Problem } from '../../../shared/domain/problem.ts'
import { err, ok, type Result } from '../../../shared/domain/result.ts'
import { lawOf } from '../../../shared/domain/rules/editions.ts'
import { blocksAt } from '../../../shared/domain/rules/joined.ts'
import type { Absence, ShiftException } from '../../../shared/domain/shift.ts'
import { decideAbsence } from '../../../shared/domain/shiftEdit.ts'
import { affectedBy } from '../../../shared/domain/sickCall/affected.ts'
import { decideMoves, type Wish } from '../../../shared/domain/sickCall/decideMoves.ts'
import { type Option, placeOf } from '../../../shared/domain/sickCall/option.ts'
import { type Hindrances, type PlaceFinder, placeFinder } from '../../../shared/domain/sickCall/places.ts'
import { mostSickDays, type SickSpell } from '../../../shared/domain/sickCall/sickCall.ts'
import type { StaffingFacts } from '../../../shared/domain/staffing/types.ts'
import { contains } from '../../../shared/domain/time/interval.ts'
import { dayMs, instant } from '../../../shared/domain/time/instant.ts'
import { dayNumber } from '../../../shared/domain/time/plainDate.ts'
import { dateOf, timeOf, wallAt } from '../../../shared/domain/time/wallClock.ts'
import { cancelVisit } from '../../../shared/domain/visitSteps.ts'
import { absenceInterval } from '../../../shared/domain/workingTime.ts'
import { sickCallSentence } from '../../../shared/text/en/issues.ts'
import type { ReadTx } from '../store/store.ts'
import { unknownOf } from './known.ts'
import { invalid } from './places.ts'
import { missing, told } from './told.ts'
import type { RequestContext } from './types.ts'

/** How many days after a visit's own are searched for another place. */
const lookedDays = 21
const stepMinutes = 10
const reachDays = 2

/** Everything that there is to know before a sick call is answered. */
export type SickSituation = {
  /** With the absence in them. */
  readonly facts: StaffingFacts
  readonly absence: Absence
  /** An absence on record covers it already. */
  readonly recorded: boolean
  readonly visits: readonly Appointment[]
  readonly patients: ReadonlyMap<Appointment['patientId'], Patient>
  readonly ofPatient: ReadonlyMap<Appointment['patientId'], readonly Appointment[]>
}

/** Whoever reads, reads with the same words as whoever writes. */
type Tx = Pick<ReadTx, 'practitioners' | 'certificationTypes' | 'locations' | 'competences' | 'staffingFacts' | 'patients'> & { readonly appointments: Pick<ReadTx['appointments'], 'ofPatient'> }

/** What a sick call finds: the absence, the visits that it affects, and their patients. */
export async function sickSituation(tx: Tx, { practitionerId, start, end, zone }: SickSpell, { now, newId }: Pick<RequestContext, 'now' | 'newId'>, note = ''): Promise<Result<SickSituation, Problem>> {
  const unknown = await unknownOf(tx, { practitionerId })
  if (unknown !== null) return err(unknown)
  const decided = decideAbsence({ practitionerId, start, end, zone, reason: 'sick', note })
  if (!decided.ok) return err(told(decided.problem))
  const absence = { ...decided.value, id: asId<AbsenceId>(newId()), version: 1 }
  const away = absenceInterval(absence)
  if (away.end <= now) return invalid([{ path: 'end', message: sickCallSentence.over }])
  if (dayNumber(dateOf(end)) - dayNumber(dateOf(start)) > mostSickDays) return invalid([{ path: 'end', message: sickCallSentence.tooLong(mostSickDays) }])
  const stored = await tx.staffingFacts({ start: instant(away.start - reachDays * dayMs), end: instant(away.end + (lookedDays + reachDays) * dayMs) })
  const theirs = stored.absences.filter(other => other.practitionerId === practitionerId)
  const visits = affectedBy({ ...stored, absences: stored.absences.filter(other => other.practitionerId !== practitionerId) }, absence, now)
  const ids = [...new Set(visits.map(visit => visit.patientId))]
  const ofPatient = new Map<Appointment['patientId'], readonly Appointment[]>()
  for (const id of ids) ofPatient.set(id, await tx.appointments.ofPatient(id))
  return ok({
    facts: { ...stored, absences: [...stored.absences, absence] }, absence, recorded: theirs.some(other => contains(absenceInterval(other), away)), visits,
    patients: new Map((await tx.patients.byIds(ids)).map(patient => [patient.id, patient])), ofPatient,
  })
}

const serviceOf = ({ facts }: SickSituation, visit: Appointment) => facts.serviceTypes.find(service => service.id === visit.serviceTypeId)

function tooSoon(situation: SickSituation, visit: Appointment): Hindrances['tooSoon'] {
  const soon = tooSoonFor(situation.ofPatient.get(visit.patientId) ?? [], serviceOf(situation, visit), visit)
  return date => soon(date) !== null
}

/** Looks for places for some of the visits, with everything else where the facts have it. */
export function finderFor(situation: SickSituation, visits: readonly Appointment[], now: RequestContext['now']): PlaceFinder & { readonly placesOf: (visit: Appointment) => ReturnType<PlaceFinder['places']> } {
  const gone = new Set(visits.map(visit => visit.id))
  const facts = { ...situation.facts, appointments: situation.facts.appointments.filter(visit => !gone.has(visit.id)) }
  const finder = placeFinder(facts, visits, { now, days: lookedDays, stepMinutes })
  const aged = lawOf(facts.rules).asksForAge
  return {
    ...finder,
    placesOf: visit => finder.places(visit, {
      tooSoon: tooSoon(situation, visit),
      blocked: place => aged && blocksAt(facts, visit.serviceTypeId, place, situation.patients.get(visit.patientId)?.birthDate ?? null).length > 0,
    }),
  }
}

/** What is chosen for one visit. */
export type Line = { readonly id: AppointmentId; readonly option: Option }

/** What lines make of the calendar: visits at their new places, visits taken out of it, and the shifts of those who come in. */
export type Settled = { readonly facts: StaffingFacts; readonly moved: readonly Appointment[]; readonly givenUp: readonly Appointment[]; readonly shifts: readonly ShiftException[] }

/** The hours of one visit as a shift of whoever comes in for it. */
function comesIn(visit: Appointment, { practitionerId, id }: Pick<ShiftException, 'practitionerId' | 'id'>): ShiftException {
  return {
    id, version: 1, practitionerId, locationId: visit.locationId, date: dateOf(visit.start), kind: 'added', start: timeOf(visit.start),
    end: timeOf(wallAt(visit.interval.end, visit.zone)), presence: 'on-site', note: sickCallSentence.comesIn,
  }
}

/** Whether all that was chosen can be done at once; refused, with the visit's own time, over the first that cannot. */
export function settleLines(situation: SickSituation, lines: readonly Line[], { now, newId, account, mayDo }: Pick<RequestContext, 'now' | 'newId' | 'account' | 'mayDo'>): Result<Settled, Problem> {
  const [wishes, givenUp, shifts]: [Wish[], Appointment[], ShiftException[]] = [[], [], []]
  for (const { id, option } of lines) {
    const visit = situation.visits.find(each => each.id === id)
    const patient = visit === undefined ? undefined : situation.patients.get(visit.patientId)
    if (visit === undefined || patient === undefined) return err(missing('visit'))
    if (option.kind === 'refer' || option.kind === 'wait') {
      if (option.kind === 'wait' && patient.status !== 'active') return err({ code: 'visit-refused', start: visit.start })
      const cancelled = cancelVisit(visit, option.kind === 'wait' ? sickCallSentence.waits : option.reason)
      if (!cancelled.ok) return err(told(cancelled.problem))
      givenUp.push(cancelled.value)
      continue
    }
    if (option.kind === 'ask') {
      if (!mayDo('shift.write')) return err({ code: 'forbidden', permission: 'shift.write' })
      shifts.push(comesIn(visit, { practitionerId: option.performerId, id: asId<ShiftExceptionId>(newId()) }))
    }
    if (tooSoon(situation, visit)(dateOf(option.start))) return err({ code: 'visit-refused', start: visit.start })
    wishes.push({ visit, patient, place: placeOf(visit, option) })
  }
  const replaced = new Map(givenUp.map(visit => [visit.id, visit]))
  const facts = {
    ...situation.facts, shiftExceptions: [...situation.facts.shiftExceptions, ...shifts],
    appointments: situation.facts.appointments.map(visit => replaced.get(visit.id) ?? visit),
  }
  const moved = decideMoves(facts, wishes, plainBooker(account), now)
  if (!moved.ok) return err({ code: 'visit-refused', start: situation.visits.find(({ id }) => id === moved.problem.id)?.start ?? situation.absence.start })
  const at = new Map(moved.value.map(visit => [visit.id, visit]))
  return ok({ facts: { ...facts, appointments: facts.appointments.map(visit => at.get(visit.id) ?? visit) }, moved: moved.value, givenUp, shifts })
}
