import type { CertificationType, Qualification } from '../../shared/domain/certification.ts'
import type { Practitioner } from '../../shared/domain/person.ts'
import { firstDayOf, lastDayOf, stateOn } from '../../shared/domain/qualification.ts'
import { addDays, dayNumber } from '../../shared/domain/time/plainDate.ts'
import type { PlainDate } from '../../shared/domain/time/values.ts'
import type { CertificationStanding } from '../../shared/text/en/standing.ts'
import type { Register } from './register.ts'

/** From how many days before its end a certification is shown as ending soon. */
const soonDays = 60

/** A renewal that is verified and goes on where the old paper ends leaves nothing to be done. */
const isFollowedOn = (qualification: Qualification, held: readonly Qualification[], lastDay: PlainDate): boolean =>
  held.some(
    other =>
      other.renews === qualification.id &&
      other.status === 'active' &&
      other.verification.state === 'verified' &&
      firstDayOf(other) <= addDays(lastDay, 1),
  )

/** Where a certification stands on a date. `held`: all that its holder has. */
export function standingOf(
  qualification: Qualification,
  type: CertificationType | undefined,
  held: readonly Qualification[],
  today: PlainDate,
): CertificationStanding {
  const state = stateOn(qualification, type, held, today)
  const { expires } = qualification
  if (state === 'not-yet-effective') return { kind: 'not-started', from: firstDayOf(qualification) }
  if (state === 'expired' && expires !== null) return { kind: 'ended', on: expires }
  if (state === 'recorded' || state === 'expired') return { kind: 'unverified' }
  if (state !== 'verified') return { kind: state }
  const through = lastDayOf(qualification)
  if (through === null) return { kind: 'counts', through: null, days: null }
  const days = dayNumber(through) - dayNumber(today)
  if (days > soonDays || isFollowedOn(qualification, held, through)) return { kind: 'counts', through, days }
  return { kind: through === expires ? 'ends-soon' : 'due-soon', through, days }
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

const isEndingSoon = (standing: CertificationStanding): boolean => standing.kind === 'ends-soon' || standing.kind === 'due-soon'
const counting = (standing: CertificationStanding): boolean => standing.kind === 'counts' || isEndingSoon(standing)

/** Low comes first: what no longer counts though visits need it, then what soon will not. */
function urgency({ standing, visits }: HeldCertification): number {
  if (standing.kind === 'entered-in-error' || standing.kind === 'superseded') return 90
  if (!counting(standing)) return visits > 0 ? 0 : 50
  if (isEndingSoon(standing)) return visits > 0 ? 10 : 30
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
    return { qualification, type, standing: standingOf(qualification, type, own, register.today) }
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
  if (isEndingSoon(standing) || standing.kind === 'not-started') return 'fragile'
  return standing.kind === 'entered-in-error' || standing.kind === 'type-retired' || standing.kind === 'superseded' ? 'off' : 'flag'
}
