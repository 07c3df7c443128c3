import type { CertificationType, Competence, ExpiryRule, Qualification } from './certification.ts'
import type { CertificationTypeId } from './ids.ts'
import type { Reason } from './staffing/types.ts'
import { addDays, addMonths, compareDates, dateFrom, dayNumber, daySpan, parsePlainDate, spanHas, yearOf } from './time/plainDate.ts'
import type { DaySpan } from './time/plainDate.ts'
import type { PlainDate } from './time/values.ts'

export type CertificationTypes = ReadonlyMap<CertificationTypeId, CertificationType>

/** Whether a person holds a competence on a date: by which qualifications, or why by none. */
export type Grant =
  | { readonly granted: true; readonly by: readonly Qualification[] }
  | { readonly granted: false; readonly reasons: readonly Reason[] }

/** The last day of a qualification: a date, `never`, or `unknown` when none is given and its type does expire. */
const lastDayOf = (qualification: Qualification, type: CertificationType): PlainDate | 'never' | 'unknown' =>
  qualification.expires ?? (type.expiry.kind === 'never' ? 'never' : 'unknown')

/** The days on which a qualification can count, status and verification aside; none while its period cannot be read. */
export function periodOf(qualification: Qualification, type: CertificationType): DaySpan {
  const last = lastDayOf(qualification, type)
  return last === 'unknown' ? { start: Infinity, end: -Infinity } : daySpan(qualification.issued, last === 'never' ? null : last)
}

// The obstacle that is hardest to remove is named: verifying a revoked certificate would help nobody.
function obstacle(qualification: Qualification, type: CertificationType, competence: Competence, date: PlainDate): Reason | null {
  const of = { competence, qualificationId: qualification.id, certificationTypeId: type.id }
  if (qualification.status === 'revoked' || qualification.status === 'suspended') return { kind: qualification.status, ...of }
  const last = lastDayOf(qualification, type)
  const readable = parsePlainDate(qualification.issued) !== null && (last === 'never' || parsePlainDate(last) !== null)
  if (!readable) return { kind: 'expiry-unknown', ...of }
  const period = periodOf(qualification, type)
  const day = dayNumber(date)
  if (day < period.start) return { kind: 'not-yet-effective', ...of, firstDay: qualification.issued }
  if (last !== 'never' && last !== 'unknown' && !spanHas(period, day)) return { kind: 'expired', ...of, lastDay: last }
  return qualification.verification.state === 'verified' ? null : { kind: 'unverified', ...of }
}

/**
 * Whether one person's qualifications grant a competence on a date of the clinic. Any one that grants suffices; otherwise
 * there is one reason for each that would have, or `not-certified` when there is none. A certification type that is no
 * longer active grants nothing, nor does a qualification entered in error.
 */
export function competenceOn(held: readonly Qualification[], types: CertificationTypes, competence: Competence, date: PlainDate): Grant {
  const by: Qualification[] = []
  const reasons: Reason[] = []
  for (const qualification of held) {
    if (qualification.status === 'entered-in-error') continue
    const type = types.get(qualification.certificationTypeId)
    if (type === undefined || !type.active || !type.competences.includes(competence)) continue
    const reason = obstacle(qualification, type, competence, date)
    if (reason === null) by.push(qualification)
    else reasons.push(reason)
  }
  if (by.length > 0) return { granted: true, by }
  return { granted: false, reasons: reasons.length > 0 ? reasons : [{ kind: 'not-certified', competence }] }
}

/** The granting qualification that ends last: the day after it the competence is gone. Null when one of them never ends. */
export function endsLast(granting: readonly Qualification[]): { readonly qualification: Qualification; readonly lastDay: PlainDate } | null {
  let last: { readonly qualification: Qualification; readonly lastDay: PlainDate } | null = null
  for (const qualification of granting) {
    const lastDay = qualification.expires
    if (lastDay === null) return null
    const order = last === null ? 1 : compareDates(lastDay, last.lastDay)
    if (last === null || order > 0 || (order === 0 && qualification.id < last.qualification.id)) last = { qualification, lastDay }
  }
  return last
}

/** The last day proposed for a certificate issued on a date; null when it never expires. The month that completes counts to its eve. */
export function expiryFor(rule: ExpiryRule, issued: PlainDate): PlainDate | null {
  if (rule.kind === 'never') return null
  if (rule.kind === 'months') return addDays(addMonths(issued, rule.months), -1)
  const thisYear = dateFrom(yearOf(issued), rule.month, rule.day)
  return compareDates(thisYear, issued) >= 0 ? thisYear : dateFrom(yearOf(issued) + 1, rule.month, rule.day)
}
