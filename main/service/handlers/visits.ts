import { type Appointment, isStanding } from '../../../shared/domain/appointment.ts'
import type { AppointmentId } from '../../../shared/domain/ids.ts'
import { replaceRow } from '../../../shared/domain/impact.ts'
import { assessVisits } from '../../../shared/domain/staffing/assessStaffing.ts'
import type { StaffingFacts, Verdict } from '../../../shared/domain/staffing/types.ts'
import { dayMs, instant } from '../../../shared/domain/time/instant.ts'
import type { Interval } from '../../../shared/domain/time/values.ts'
import type { Visit } from '../../../shared/contract/schedule.ts'
import type { ReadTx } from '../store/store.ts'
import type { RequestContext } from './types.ts'

/** Visits hang on those that touch them, and those on others: two days each way hold any such chain that a clinic makes. */
const reachDays = 2

/** Everything that the verdicts on visits within an interval can hang on. */
export const factsAround = (tx: Pick<ReadTx, 'staffingFacts'>, interval: Interval): Promise<StaffingFacts> =>
  tx.staffingFacts({ start: instant(interval.start - reachDays * dayMs), end: instant(interval.end + reachDays * dayMs) })

/** What the engine has not spoken of is not known to be safe. */
export const unspoken: Verdict = { state: 'cannot-verify', cause: 'rule-failed', reasons: [] }

/** Visits as the desk sees them: with the patient's name and telephone, and the verdict on those still to be performed. */
export async function shownVisits(
  tx: Pick<ReadTx, 'patients'>, appointments: readonly Appointment[], verdicts: ReadonlyMap<AppointmentId, Verdict>,
): Promise<readonly Visit[]> {
  const patients = new Map((await tx.patients.byIds([...new Set(appointments.map(visit => visit.patientId))])).map(patient => [patient.id, patient]))
  return appointments.map(appointment => {
    const patient = patients.get(appointment.patientId)
    return {
      appointment,
      patientName: patient?.name ?? { given: '', family: '' },
      patientTelephone: patient?.telephone ?? '',
      verdict: isStanding(appointment.status) ? verdicts.get(appointment.id) ?? unspoken : null,
    }
  })
}

/** A visit as whoever asks may see it: how a patient is reached is told only to those who may read patients. */
export const asAllowed = (visit: Visit, mayDo: RequestContext['mayDo']): Visit => (mayDo('patient.read') ? visit : { ...visit, patientTelephone: '' })

/** What the engine says of single visits, each judged with all that goes on around it. */
export async function verdictsOn(
  tx: Pick<ReadTx, 'staffingFacts'>, appointments: readonly Appointment[],
): Promise<ReadonlyMap<AppointmentId, Verdict>> {
  const verdicts = new Map<AppointmentId, Verdict>()
  for (const visit of appointments.filter(each => isStanding(each.status))) {
    const verdict = assessVisits(await factsAround(tx, visit.interval), visit.interval).get(visit.id)
    if (verdict !== undefined) verdicts.set(visit.id, verdict)
  }
  return verdicts
}

function onlyOne([visit]: readonly Visit[]): Visit {
  if (visit === undefined) throw new Error('a visit was lost on its way to the desk')
  return visit
}

/** One visit as the desk sees it, judged as the store has it now. */
export async function shownVisit(tx: Pick<ReadTx, 'patients' | 'staffingFacts'>, appointment: Appointment): Promise<Visit> {
  return onlyOne(await shownVisits(tx, [appointment], await verdictsOn(tx, [appointment])))
}

/** One visit just stored, judged among the facts that were loaded to decide on it. */
export async function shownAmong(tx: Pick<ReadTx, 'patients'>, facts: StaffingFacts, appointment: Appointment): Promise<Visit> {
  const appointments = replaceRow(facts.appointments, appointment.id, appointment)
  const verdicts = assessVisits({ ...facts, appointments }, appointment.interval)
  return onlyOne(await shownVisits(tx, [appointment], verdicts))
}
