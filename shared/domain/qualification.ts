import type { CertificationType, Competence, ExpiryRule, Qualification } from './certification.ts'
import type { CertificationTypeId } from './ids.ts'
import { byId } from './order.ts'
import type { Reason } from './staffing/types.ts'
import { addDays, addMonths, compareDates, dateFrom, dayNumber, daySpan, parsePlainDate, spanHas, yearOf } from './time/plainDate.ts'
import type { PlainDate } from './time/values.ts'

export type CertificationTypes = ReadonlyMap<CertificationTypeId, CertificationType>

/** Whether a person holds a competence on a date: by which qualifications, or why by none. */
export type Grant =
  | { readonly granted: true; readonly by: readonly Qualification[] }
  | { readonly granted: false; readonly reasons: readonly Reason[] }

// The obstacle that is hardest to remove is named: verifying a revoked certificate would help nobody.
function obstacle(qualification: Qualification, type: CertificationType, competence: Competence, date: PlainDate): Reason | null {
  const { status, issued, expires, verification } = qualification
  const of = { competence, qualificationId: qualification.id, certificationTypeId: type.id }
  if (status === 'revoked' || status === 'suspended') return { kind: status, ...of }
  const endKnown = expires === null ? type.expiry.kind === 'never' : parsePlainDate(expires) !== null
  if (!endKnown || parsePlainDate(issued) === null) return { kind: 'expiry-unknown', ...of }
  const period = daySpan(issued, expires)
  if (dayNumber(date) < period.start) return { kind: 'not-yet-effective', ...of, firstDay: issued }
  if (expires !== null && !spanHas(period, dayNumber(date))) return { kind: 'expired', ...of, lastDay: expires }
  return verification.state === 'verified' ? null : { kind: 'unverified', ...of }
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
  const ends = granting.flatMap((qualification) => (qualification.expires === null ? [] : [{ qualification, lastDay: qualification.expires }]))
  if (ends.length < granting.length) return null
  return ends.sort((a, b) => compareDates(b.lastDay, a.lastDay) || byId(a.qualification, b.qualification))[0] ?? null
}

/** The last day proposed for a certificate issued on a date; null when it never expires. The month that completes counts to its eve. */
export function expiryFor(rule: ExpiryRule, issued: PlainDate): PlainDate | null {
  if (rule.kind === 'never') return null
  if (rule.kind === 'months') return addDays(addMonths(issued, rule.months), -1)
  const thisYear = dateFrom(yearOf(issued), rule.month, rule.day)
  return compareDates(thisYear, issued) >= 0 ? thisYear : dateFrom(yearOf(issued) + 1, rule.month, rule.day)
}
