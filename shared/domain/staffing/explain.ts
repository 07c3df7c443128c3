import type { PractitionerId } from '../ids.ts'
import { byPractitioner, byText } from '../order.ts'
import { competenceIn } from './reasons.ts'
import type { PractitionerReasons, Reason, Verdict } from './types.ts'

/** Somebody who would be eligible if one thing changed, and the thing. */
export type NearMiss = { readonly practitionerId: PractitionerId; readonly reason: Reason }

// What is quickest to put right comes first: waiting for a shift or freeing an hour, then paperwork, then training.
const effort: Readonly<Record<Reason['kind'], number>> = {
  'off-shift': 0, busy: 1, unverified: 2, 'verification-overdue': 3, 'expiry-unknown': 4, 'prescriber-missing': 5, 'hours-short': 6, expired: 7,
  'not-yet-effective': 8, absent: 9, 'supervisor-missing': 10, 'supervisor-busy': 1.5, 'company-missing': 10, suspended: 11, inactive: 12, 'role-not-allowed': 13, 'role-barred': 13, 'not-certified': 14, superseded: 15,
  revoked: 16,
}

const effortOf = (reason: Reason): number => (reason.kind === 'off-shift' && reason.next === null ? effort.absent + 0.5 : effort[reason.kind])

/** Reasons about one competence are alternatives: any one of the certificates put right would do. */
function obstacles(reasons: readonly Reason[]): readonly Reason[] {
  const easiest = new Map<string, Reason>()
  reasons.forEach((reason, i) => {
    const obstacle = competenceIn(reason) ?? `#${i}`
    const before = easiest.get(obstacle)
    if (before === undefined || effortOf(reason) < effortOf(before)) easiest.set(obstacle, reason)
  })
  return [...easiest.values()]
}

function onlyObstacle({ practitionerId, reasons }: PractitionerReasons): NearMiss | null {
  const [reason, ...more] = obstacles(reasons)
  return reason === undefined || more.length > 0 ? null : { practitionerId, reason }
}

const nextOf = (reason: Reason): string => (reason.kind === 'off-shift' ? (reason.next ?? '') : '')

/** The practitioners whom only one thing keeps from performing a visit, the most easily removed first. */
export function nearMisses(verdict: Verdict): readonly NearMiss[] {
  return verdict.reasons.flatMap((entry) => onlyObstacle(entry) ?? []).sort((a, b) =>
    effortOf(a.reason) - effortOf(b.reason)
    || byText(nextOf(a.reason), nextOf(b.reason))
    || byPractitioner(a, b))
}

/** Whether a verdict is shown as a flag: nobody may perform the visit, or it is not known that somebody may. */
export const isFlagged = (verdict: Verdict): boolean => verdict.state === 'uncovered' || verdict.state === 'cannot-verify' || verdict.state === 'against-rule'
