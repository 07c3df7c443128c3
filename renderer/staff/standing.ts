import type { CertificationType, Qualification } from '../../shared/domain/certification.ts'
import type { Practitioner } from '../../shared/domain/person.ts'
import { dayNumber } from '../../shared/domain/time/plainDate.ts'
import type { PlainDate } from '../../shared/domain/time/values.ts'
import type { CertificationStanding } from '../../shared/text/en/staff.ts'
import type { Register } from './register.ts'

/** From how many days before its end a certification is shown as ending soon. */
const soonDays = 60

/** Where a certification stands on a date. The hardest obstacle is named first, as the staffing engine does. */
export function standingOf(
  qualification: Qualification,
  type: CertificationType | undefined,
  today: PlainDate,
): CertificationStanding {
  const { status, issued, expires, verification } = qualification
  if (status !== 'active') return { kind: status }
  if (type === undefined || !type.active) return { kind: 'type-retired' }
  if (expires !== null && expires < today) return { kind: 'ended', on: expires }
  if (verification.state === 'unverified') return { kind: 'unverified' }
  if (expires === null && type.expiry.kind !== 'never') return { kind: 'expiry-unknown' }
  if (issued > today) return { kind: 'not-started', from: issued }
  if (expires === null) return { kind: 'counts', through: null, days: null }
  const days = dayNumber(expires) - dayNumber(today)
  return days <= soonDays ? { kind: 'ends-soon', through: expires, days } : { kind: 'counts', through: expires, days }
}

/** One certification of a person, with where it stands and how many visits need it. */
export type HeldCertification = {
  readonly qualification: Qualification
  readonly type: CertificationType | undefined
  readonly standing: CertificationStanding
  readonly visits: number
}

export type StaffLine = {
  readonly practitioner: Practitioner
  readonly held: readonly HeldCertification[]
  /** Coming visits that the person performs. */
  readonly visits: number
}

const counting = (standing: CertificationStanding): boolean => standing.kind === 'counts' || standing.kind === 'ends-soon'

/** Low comes first: what no longer counts though visits need it, then what soon will not. */
function urgency({ standing, visits }: HeldCertification): number {
  if (standing.kind === 'entered-in-error') return 90
  if (!counting(standing)) return visits > 0 ? 0 : 50
  if (standing.kind === 'ends-soon') return visits > 0 ? 10 : 30
  return 60
}

function lastDay({ qualification }: HeldCertification): string {
  return qualification.expires ?? '9999'
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** A person's certifications, the most pressing first. Another one of the same kind that counts takes the visits off an old one. */
export function heldBy(practitioner: Practitioner, register: Register): readonly HeldCertification[] {
  const types = new Map(register.certificationTypes.map(type => [type.id, type]))
  const own = register.qualifications.filter(one => one.practitionerId === practitioner.id)
  const standings = own.map(qualification => {
    const type = types.get(qualification.certificationTypeId)
    return { qualification, type, standing: standingOf(qualification, type, register.today) }
  })
  const counted = new Set(standings.filter(one => counting(one.standing)).map(one => one.qualification.certificationTypeId))
  return standings
    .map(one => {
      const stake = register.atStake.find(
        at => at.practitionerId === practitioner.id && at.certificationTypeId === one.qualification.certificationTypeId,
      )
      const superseded = !counting(one.standing) && counted.has(one.qualification.certificationTypeId)
      return { ...one, visits: superseded ? 0 : (stake?.visits ?? 0) }
    })
    .toSorted(
      (a, b) => urgency(a) - urgency(b) || compare(lastDay(a), lastDay(b)) || compare(a.type?.name ?? '', b.type?.name ?? ''),
    )
}

/** Everybody, those with something at stake first. */
export function staffLines(register: Register): readonly StaffLine[] {
  const rank = (line: StaffLine): number => {
    const first = line.held[0]
    if (!line.practitioner.active) return 99
    return first === undefined ? 70 : urgency(first)
  }
  return register.practitioners
    .map(practitioner => ({
      practitioner,
      held: heldBy(practitioner, register),
      visits: register.atStake.find(at => at.practitionerId === practitioner.id && at.certificationTypeId === null)?.visits ?? 0,
    }))
    .toSorted(
      (a, b) =>
        rank(a) - rank(b) ||
        Math.max(0, ...b.held.map(one => one.visits)) - Math.max(0, ...a.held.map(one => one.visits)) ||
        a.practitioner.name.family.localeCompare(b.practitioner.name.family) ||
        a.practitioner.name.given.localeCompare(b.practitioner.name.given),
    )
}

/** How loudly a standing is shown. */
export function markOf(standing: CertificationStanding): 'good' | 'fragile' | 'flag' | 'off' {
  if (standing.kind === 'counts') return 'good'
  if (standing.kind === 'ends-soon' || standing.kind === 'not-started') return 'fragile'
  return standing.kind === 'entered-in-error' || standing.kind === 'type-retired' ? 'off' : 'flag'
}
