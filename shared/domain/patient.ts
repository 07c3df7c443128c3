import { type Appointment, isStanding } from './appointment.ts'
import type { Patient } from './person.ts'
import type { Problem } from './problem.ts'
import { err, ok, type Result } from './result.ts'
import { dayMs } from './time/instant.ts'
import { addMonths, dateOfDay } from './time/plainDate.ts'
import type { Instant, PlainDate } from './time/values.ts'
import { invalid, type Invalid, isNamed, type Issue, tidyIdentifiers, tidyLine, tidyName, tidyWords } from './typed.ts'

export type PatientFields = Omit<Patient, 'id' | 'version' | 'status'>

/** The longest life on record is 122 years; nobody older comes to be registered. */
const oldestYears = 125

/** The date of the clocks that are furthest ahead (UTC+14): nobody anywhere can have been born after it. */
export const latestDateAt = (now: Instant): PlainDate => dateOfDay(Math.floor((now + 14 * 3_600_000) / dayMs))

function birthDateIssue(birthDate: PlainDate | null, today: PlainDate): readonly Issue[] {
  if (birthDate === null) return []
  if (birthDate > today) return [{ path: 'birthDate', message: 'birth-date-in-future' }]
  return birthDate < addMonths(today, -12 * oldestYears) ? [{ path: 'birthDate', message: 'birth-date-too-early' }] : []
}

function emailIssue(email: string): readonly Issue[] {
  return email === '' || /^[^\s@]+@[^\s@]+$/u.test(email) ? [] : [{ path: 'email', message: 'email-unreadable' }]
}

/** A patient's typed fields as they are kept; refused without a readable name, or with a birth date that nobody alive has. */
export function tidyPatient(fields: PatientFields, today: PlainDate): Result<PatientFields, Invalid> {
  const alternateName = fields.card.alternateName === null ? '' : tidyLine(fields.card.alternateName)
  const tidied: PatientFields = {
    name: tidyName(fields.name),
    birthDate: fields.birthDate,
    telephone: tidyLine(fields.telephone),
    email: tidyLine(fields.email),
    identifiers: tidyIdentifiers(fields.identifiers),
    travelMinutes: fields.travelMinutes,
    card: { ...fields.card, alternateName: alternateName === '' ? null : alternateName, address: tidyWords(fields.card.address) },
    note: tidyWords(fields.note),
  }
  const issues: readonly Issue[] = [
    ...(isNamed(tidied.name) ? [] : [{ path: 'name', message: 'name-missing' } as const]),
    ...birthDateIssue(tidied.birthDate, today),
    ...emailIssue(tidied.email),
  ]
  return issues.length === 0 ? ok(tidied) : err(invalid(...issues))
}

/**
 * Whether a patient's record may take a status: one with visits still to come stays active, one that visits were kept under
 * was not entered in error.
 */
export function decidePatientStatus(
  status: Patient['status'], visits: readonly Appointment[], now: Instant,
): Result<Patient['status'], Extract<Problem, { code: 'in-use' }>> {
  const inTheWay = visits.some(visit =>
    status === 'entered-in-error'
      ? visit.status !== 'cancelled' && visit.status !== 'entered-in-error'
      : status === 'inactive' && isStanding(visit.status) && visit.interval.end > now)
  return inTheWay ? err({ code: 'in-use', what: 'visits' }) : ok(status)
}
