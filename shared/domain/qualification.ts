import type { CertificationType, Competence, ExpiryRule, Qualification } from './certification.ts'
import type { CertificationTypeId } from './ids.ts'
import { byId } from './order.ts'
import type { Reason } from './staffing/types.ts'
import { addDays, addMonths, compareDates, dateFrom, type DayNumber, dayNumber, daySpan, parsePlainDate, spanHas, yearOf } from './time/plainDate.ts'
import type { PlainDate } from './time/values.ts'

export type CertificationTypes = ReadonlyMap<CertificationTypeId, CertificationType>

/** Whether a person holds a competence on a date: by which qualifications, or why by none. */
export type Grant =
  | { readonly granted: true; readonly by: readonly Qualification[] }
  | { readonly granted: false; readonly reasons: readonly Reason[] }

/** The first day on which a certification can count: nothing counts before it was issued, whatever it says of itself. */
export const firstDayOf = ({ issued, effective }: Pick<Qualification, 'issued' | 'effective'>): PlainDate =>
  effective !== null && effective > issued ? effective : issued

/** The last day on which a verified certification counts: its own, or the day by which its issuer has to be asked again. */
export function lastDayOf({ expires, verification }: Pick<Qualification, 'expires' | 'verification'>): PlainDate | null {
  const due = verification.state === 'verified' ? verification.due : null
  return due !== null && (expires === null || due < expires) ? due : expires
}

/** The days on which what a certification grants may change, apart from those of its renewals. */
export const turningDaysOf = (qualification: Qualification): readonly DayNumber[] => {
  const own = daySpan(firstDayOf(qualification), qualification.expires)
  return [own.start, own.end, daySpan(null, lastDayOf(qualification)).end]
}

/**
 * Whether a renewal has taken a certification's place by a date. From the day on which a renewal that was verified, suspended
 * or revoked starts, the old paper counts no more, whatever becomes of the new one: a licence withdrawn after it was renewed
 * is withdrawn. A renewal not yet verified takes nothing away.
 */
export const isSuperseded = (qualification: Qualification, held: readonly Qualification[], date: PlainDate): boolean =>
  held.some(other => other.renews === qualification.id && other.status !== 'entered-in-error'
    && (other.verification.state === 'verified' || other.status !== 'active') && !(dayNumber(date) < dayNumber(firstDayOf(other))))

/** What a certification grants while it counts: its type's competences, or those of them that the paper covers. */
export const competencesOf = ({ scope }: Qualification, type: CertificationType): readonly Competence[] =>
  (scope.competences === null ? type.competences : type.competences.filter(competence => scope.competences?.includes(competence)))

type Obstacle =
  | { readonly kind: 'expired'; readonly lastDay: PlainDate }
  | { readonly kind: 'not-yet-effective'; readonly firstDay: PlainDate }
  | { readonly kind: 'suspended' | 'revoked' | 'superseded' | 'expiry-unknown' | 'unverified' | 'verification-overdue' | 'prescriber-missing' | 'hours-short' }

/**
 * Why a certification does not count on a date; `null`: it counts. The obstacle that is hardest to remove is named: verifying
 * a revoked certificate would help nobody. `held`: all that its holder has, for a renewal takes an old one's place.
 */
export function obstacleOn(qualification: Qualification, type: CertificationType, held: readonly Qualification[], date: PlainDate): Obstacle | null {
  const { status, issued, effective, expires, verification } = qualification
  if (status === 'revoked' || status === 'suspended') return { kind: status }
  const endKnown = expires === null ? type.expiry.kind === 'never' : parsePlainDate(expires) !== null
  const startKnown = parsePlainDate(issued) !== null && (effective === null || parsePlainDate(effective) !== null)
  if (!endKnown || !startKnown) return { kind: 'expiry-unknown' }
  if (isSuperseded(qualification, held, date)) return { kind: 'superseded' }
  const firstDay = firstDayOf(qualification)
  const period = daySpan(firstDay, expires)
  if (dayNumber(date) < period.start) return { kind: 'not-yet-effective', firstDay }
  if (expires !== null && !spanHas(period, dayNumber(date))) return { kind: 'expired', lastDay: expires }
  if (verification.state !== 'verified') return { kind: 'unverified' }
  if (type.needsPrescriber && qualification.prescriberId === null) return { kind: 'prescriber-missing' }
  if (type.hours !== null && (qualification.hours ?? 0) < type.hours) return { kind: 'hours-short' }
  // A day that cannot be read vouches for nothing.
  return verification.due === null || dayNumber(date) <= dayNumber(verification.due) ? null : { kind: 'verification-overdue' }
}

/** Where a certification stands on a date, in one word for the register. */
export const qualificationStates = [
  'recorded', 'verified', 'verification-overdue', 'not-yet-effective', 'expired', 'expiry-unknown', 'prescriber-missing', 'hours-short',
  'suspended', 'revoked', 'superseded', 'type-retired', 'entered-in-error',
] as const
export type QualificationState = (typeof qualificationStates)[number]

/** A certification's state on a date; only one that is `verified` counts. */
export function stateOn(qualification: Qualification, type: CertificationType | undefined, held: readonly Qualification[], date: PlainDate): QualificationState {
  if (qualification.status === 'entered-in-error') return 'entered-in-error'
  if (type === undefined) return 'type-retired'
  const obstacle = obstacleOn(qualification, type, held, date)
  if (obstacle === null) return type.active ? 'verified' : 'type-retired'
  // Whoever reads that it starts soon must not think that nothing is left to be done.
  const waiting = obstacle.kind === 'unverified' || (obstacle.kind === 'not-yet-effective' && qualification.verification.state === 'unverified')
  return waiting ? 'recorded' : obstacle.kind
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
    if (type === undefined || !type.active || !competencesOf(qualification, type).includes(competence)) continue
    const obstacle = obstacleOn(qualification, type, held, date)
    if (obstacle === null) by.push(qualification)
    else reasons.push({ ...obstacle, competence, qualificationId: qualification.id, certificationTypeId: type.id })
  }
  if (by.length > 0) return { granted: true, by }
  return { granted: false, reasons: reasons.length > 0 ? reasons : [{ kind: 'not-certified', competence }] }
}

/** The granting qualification that ends last: the day after it the competence is gone. Null when one of them never ends. */
export function endsLast(granting: readonly Qualification[]): { readonly qualification: Qualification; readonly lastDay: PlainDate } | null {
  const ends = granting.flatMap((qualification) => {
    const lastDay = lastDayOf(qualification)
    return lastDay === null ? [] : [{ qualification, lastDay }]
  })
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
