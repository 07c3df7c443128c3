import { type Appointment, type AppointmentStatus, isStanding, mayBecome } from './appointment.ts'
import type { Patient } from './person.ts'
import type { Problem } from './problem.ts'
import { err, ok, type Result } from './result.ts'
import type { Instant } from './time/values.ts'
import { dateAt, dateOf } from './time/wallClock.ts'
import { invalid, type Invalid, tidyLine } from './typed.ts'

type NotNow = Extract<Problem, { code: 'not-allowed-now' }>

const notNow = (from: string, to: string): { readonly ok: false; readonly problem: NotNow } => err({ code: 'not-allowed-now', from, to })

/** Whether a step is tried too soon: nobody is checked in on an earlier day, and nobody has stayed away before the hour has struck. */
export const tooEarly = (visit: Appointment, to: AppointmentStatus, now: Instant): boolean =>
  (to === 'arrived' && dateAt(now, visit.zone) < dateOf(visit.start)) || (to === 'noshow' && now < visit.interval.start)

/** The visit checked in, completed, or missed; refused where its status or the clock does not allow it. */
export const markVisit = (visit: Appointment, to: 'arrived' | 'fulfilled' | 'noshow', now: Instant): Result<Appointment, NotNow> =>
  !mayBecome(visit.status, to) || tooEarly(visit, to, now) ? notNow(visit.status, to) : ok({ ...visit, status: to })

/** The visit cancelled for a reason; one that was performed, missed or cancelled before stays as it is. */
export function cancelVisit(visit: Appointment, typedReason: string): Result<Appointment, NotNow | Invalid> {
  if (!mayBecome(visit.status, 'cancelled')) return notNow(visit.status, 'cancelled')
  const cancelReason = tidyLine(typedReason)
  return cancelReason === '' ? err(invalid({ path: 'reason', message: 'reason-missing' })) : ok({ ...visit, status: 'cancelled', cancelReason })
}

/** The visit without the reason for which it might stand although it is flagged: flagged as anybody's. */
export const withdrawOverride = (visit: Appointment): Result<Appointment, NotNow> =>
  visit.override === null || !isStanding(visit.status) ? notNow(visit.status, 'withdrawn') : ok({ ...visit, override: null })

/** What is known of the last change of a visit: the row before it (`null`: there was none) and the version it made. */
export type LastChange = { readonly before: Appointment | null; readonly version: number }

/**
 * The visit as it was before its last change; a booking taken back becomes entered-in-error, for a visit is never deleted.
 * Nothing is taken back once something else has happened, and no visit comes back for a patient who is no longer one.
 */
export function undoVisit(visit: Appointment, last: LastChange | null, patientStatus: Patient['status']): Result<Appointment, NotNow> {
  if (last === null || last.version !== visit.version) return notNow(visit.status, 'undone')
  const earlier: Appointment = last.before === null
    ? { ...visit, status: 'entered-in-error' }
    : { ...last.before, id: visit.id, version: visit.version }
  const revived = isStanding(earlier.status) && !isStanding(visit.status)
  return revived && patientStatus !== 'active' ? notNow(patientStatus, earlier.status) : ok(earlier)
}
