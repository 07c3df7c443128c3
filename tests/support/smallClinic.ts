import type { Appointment } from '../../shared/domain/appointment.ts'
import { assessStaffing } from '../../shared/domain/staffing/assessStaffing.ts'
import type { Reason, Staffing, StaffingFacts, Verdict } from '../../shared/domain/staffing/types.ts'
import type { Interval } from '../../shared/domain/time/values.ts'
import {
  aCertificationType, aLocation, anAppointment, aPractitioner, aQualification, aRoom, aServiceType, aShift, competence, idNumber, someFacts, time, wholeDay,
} from './builders.ts'

// One location, one service, and on Monday 4 May 2026: A. Khan from 9 to 17 and M. Ortiz from 14 to 17, both certified for it.

export const dystonia = competence('cervical-dystonia')
export const lakeside = aLocation({ id: idNumber(0x11) })
export const room = aRoom({ id: idNumber(0x12), locationId: lakeside.id })
export const certificate = aCertificationType({ id: idNumber(0x21), competences: [dystonia] })
export const service = aServiceType({ id: idNumber(0x31), competences: [dystonia] })
export const khan = aPractitioner({ id: idNumber(0x41), name: { given: 'Asma', family: 'Khan' } })
export const ortiz = aPractitioner({ id: idNumber(0x42), name: { given: 'Marta', family: 'Ortiz' } })
export const khansCertificate = aQualification({ id: idNumber(0x51), practitionerId: khan.id, certificationTypeId: certificate.id })
export const ortizsCertificate = aQualification({ id: idNumber(0x52), practitionerId: ortiz.id, certificationTypeId: certificate.id })
export const khansShift = aShift({ id: idNumber(0x61), practitionerId: khan.id, locationId: lakeside.id })
export const ortizsShift = aShift({ id: idNumber(0x62), practitionerId: ortiz.id, locationId: lakeside.id, start: time('14:00') })

/** The small clinic with some of its facts changed. */
export const clinic = (overrides: Partial<StaffingFacts> = {}): StaffingFacts => someFacts({
  locations: [lakeside], rooms: [room], certificationTypes: [certificate], serviceTypes: [service], practitioners: [khan, ortiz],
  qualifications: [khansCertificate, ortizsCertificate], shiftPatterns: [khansShift, ortizsShift],
  ...overrides,
})

/** A visit for the clinic's service, at its location, naming Khan unless said otherwise. */
export const aVisit = (overrides: Partial<Appointment> = {}): Appointment =>
  anAppointment({ serviceTypeId: service.id, locationId: lakeside.id, performerId: khan.id, ...overrides })

/** What is said of one visit when it is the clinic's only one, or stands beside those in the overrides. */
export function verdictOn(visit: Appointment, overrides: Partial<StaffingFacts> = {}, window: Interval = wholeDay()): Verdict {
  const facts = clinic({ ...overrides, appointments: [visit, ...(overrides.appointments ?? [])] })
  const verdict = assessStaffing(facts, window).verdicts.get(visit.id)
  if (verdict === undefined) throw new Error('the visit is not in the window')
  return verdict
}

/** The reasons against one practitioner in a verdict; none when eligible. */
export const reasonsFor = (verdict: Verdict, practitioner: { readonly id: string }): readonly Reason[] =>
  verdict.reasons.find((entry) => entry.practitionerId === practitioner.id)?.reasons ?? []

/** Staffing of the clinic's Monday with some of its facts changed. */
export const monday4May = (overrides: Partial<StaffingFacts> = {}, window: Interval = wholeDay()): Staffing => assessStaffing(clinic(overrides), window)
