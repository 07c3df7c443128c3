import { byText } from '../order.ts'
import type { Reason } from './types.ts'

// The order in which reasons are given: what the person is, what the person holds, then where the person is.
const ranks: Readonly<Record<Reason['kind'], number>> = {
  inactive: 0, 'role-not-allowed': 1, 'role-barred': 1,
  'not-certified': 2, revoked: 3, suspended: 4, expired: 5, 'not-yet-effective': 6, 'expiry-unknown': 7,
  'prescriber-missing': 8, 'hours-short': 9, 'verification-overdue': 10, unverified: 11, superseded: 12,
  'off-shift': 13, absent: 14, busy: 15, 'supervisor-missing': 16, 'supervisor-busy': 17, 'company-missing': 18,
}

/** The competence that a reason is about, for those that are about one. */
export const competenceIn = (reason: Reason): string | null => ('competence' in reason ? reason.competence : null)

const place = (reason: Reason): number => (competenceIn(reason) === null ? ranks[reason.kind] : 2)

const details = (reason: Reason): string => {
  if ('qualificationId' in reason) return reason.qualificationId
  return reason.kind === 'busy' ? reason.appointmentId : ''
}

/** The fixed order of one practitioner's reasons; certification reasons of one competence stay together. */
export const compareReasons = (a: Reason, b: Reason): number =>
  place(a) - place(b)
  || byText(competenceIn(a) ?? '', competenceIn(b) ?? '')
  || ranks[a.kind] - ranks[b.kind]
  || byText(details(a), details(b))

/** The same reasons in their fixed order, each once. */
export function tidyReasons(reasons: readonly Reason[]): readonly Reason[] {
  const seen = new Map(reasons.map((reason) => [JSON.stringify(reason), reason]))
  return [...seen.values()].sort(compareReasons)
}
