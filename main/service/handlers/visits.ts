import { type Appointment, isStanding } from '../../../shared/domain/appointment.ts'
import type { AppointmentId } from '../../../shared/domain/ids.ts'
import { replaceRow } from '../../../shared/domain/impact.ts'
import type { Patient } from '../../../shared/domain/person.ts'
import { lawOf } from '../../../shared/domain/rules/editions.ts'
import type { Finding } from '../../../shared/domain/rules/finding.ts'
import { joinAll, type Said } from '../../../shared/domain/rules/joined.ts'
import { assessStaffing, assessVisits } from '../../../shared/domain/staffing/assessStaffing.ts'
import type { Staffing, StaffingFacts, Verdict } from '../../../shared/domain/staffing/types.ts'
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

/** Joins what the rules of each place say; birth dates are asked for only where a rule asks for an age. */
async function joined(tx: Pick<ReadTx, 'patients'>, facts: StaffingFacts, verdicts: Said['verdicts']): Promise<Said> {
  const standing = facts.appointments.filter(visit => verdicts.has(visit.id))
  const ids = lawOf(facts.rules).asksForAge ? [...new Set(standing.map(visit => visit.patientId))] : []
  const patients = await tx.patients.byIds(ids)
  return joinAll(facts, verdicts, new Map(patients.map(patient => [patient.id, patient.birthDate])))
}

/** What the engine and the rules say of the visits of a window. */
export const judgeVisits = (tx: Pick<ReadTx, 'patients'>, facts: StaffingFacts, window: Interval): Promise<Said> =>
  joined(tx, facts, assessVisits(facts, window))

/** What they say of one of them. */
const judgeVisit = (tx: Pick<ReadTx, 'patients'>, facts: StaffingFacts, { id, interval }: Appointment): Promise<Said> =>
  joined(tx, facts, assessVisits(facts, interval, asked => asked === id))

/** What is said of all visits of a window, with the hours around them. */
export async function judge(tx: Pick<ReadTx, 'patients'>, facts: StaffingFacts, window: Interval): Promise<Staffing & Said> {
  const staffing = assessStaffing(facts, window)
  return { ...staffing, ...await joined(tx, facts, staffing.verdicts) }
}

/** What the engine has not spoken of is not known to be safe. */
export const unspoken: Verdict = { state: 'cannot-verify', cause: 'rule-failed', reasons: [] }

/** Visits as the desk sees them: with the patient's name and telephone, and the verdict on those still to be performed. */
export async function shownVisits(tx: Pick<ReadTx, 'patients'>, appointments: readonly Appointment[], said: Said): Promise<readonly Visit[]> {
  const patients = new Map((await tx.patients.byIds([...new Set(appointments.map(visit => visit.patientId))])).map(patient => [patient.id, patient]))
  return appointments.map(appointment => shown(appointment, patients.get(appointment.patientId), said))
}

const shown = (appointment: Appointment, patient: Patient | undefined, { verdicts, findings }: Said): Visit => ({
  appointment,
  patientName: patient?.name ?? { given: '', family: '' },
  patientTelephone: patient?.telephone ?? '',
  verdict: isStanding(appointment.status) ? verdicts.get(appointment.id) ?? unspoken : null,
  findings: isStanding(appointment.status) ? findings.get(appointment.id) ?? [] : [],
})

/** A visit as whoever asks may see it: how a patient is reached is told only to those who may read patients. */
export const asAllowed = (visit: Visit, mayDo: RequestContext['mayDo']): Visit => (mayDo('patient.read') ? visit : { ...visit, patientTelephone: '' })

/** What is said of single visits, each judged with all that goes on around it. */
export async function saidOf(tx: Pick<ReadTx, 'staffingFacts' | 'patients'>, appointments: readonly Appointment[]): Promise<Said> {
  const verdicts = new Map<AppointmentId, Verdict>()
  const findings = new Map<AppointmentId, readonly Finding[]>()
  for (const visit of appointments.filter(each => isStanding(each.status))) {
    const judged = await judgeVisit(tx, await factsAround(tx, visit.interval), visit)
    const verdict = judged.verdicts.get(visit.id)
    if (verdict !== undefined) verdicts.set(visit.id, verdict)
    findings.set(visit.id, judged.findings.get(visit.id) ?? [])
  }
  return { verdicts, findings }
}

function onlyOne([visit]: readonly Visit[]): Visit {
  if (visit === undefined) throw new Error('a visit was lost on its way to the desk')
  return visit
}

/** One visit as the desk sees it, judged as the store has it now. */
export async function shownVisit(tx: Pick<ReadTx, 'patients' | 'staffingFacts'>, appointment: Appointment): Promise<Visit> {
  return onlyOne(await shownVisits(tx, [appointment], await saidOf(tx, [appointment])))
}

/** One visit of a patient just stored, judged among the facts that were loaded to decide on it. */
export async function shownAmong(tx: Pick<ReadTx, 'patients'>, facts: StaffingFacts, appointment: Appointment, patient: Patient): Promise<Visit> {
  const appointments = replaceRow(facts.appointments, appointment.id, appointment)
  return shown(appointment, patient, await judgeVisit(tx, { ...facts, appointments }, appointment))
}
