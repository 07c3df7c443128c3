import type { Role } from '../person.ts'
import { competenceOn, endsLast } from '../qualification.ts'
import type { CertificationTypes } from '../qualification.ts'
import { barOf } from '../rules/narrowing.ts'
import { compareDates, dateOfDay, daySpan, spanHas } from '../time/plainDate.ts'
import type { DayNumber } from '../time/plainDate.ts'
import type { PlainDate } from '../time/values.ts'
import type { Person, Requirement, Site, Standing } from './board.ts'
import { tidyReasons } from './reasons.ts'
import type { Fragility, Reason } from './types.ts'

/** The roles that a person has at a site on a day, or those of them that are asked for. */
export function rolesOn(person: Person, asked: readonly Role[] | null, site: Site, day: DayNumber): readonly Role[] {
  const held = person.practitioner.roles.filter(
    (role) => (role.locationId === null || role.locationId === site.id) && spanHas(daySpan(role.from, role.through), day),
  )
  const names = [...new Set(held.map((role) => role.role))].sort()
  return asked === null ? names : names.filter((role) => asked.includes(role))
}

function rolesReason(person: Person, requirement: Requirement, site: Site, day: DayNumber): Reason | null {
  if (requirement.roles === null) return null
  const allowed = rolesOn(person, requirement.roles, site, day)
  if (allowed.length === 0) return { kind: 'role-not-allowed', roles: rolesOn(person, null, site, day) }
  if (requirement.injecting === null) return null
  const { law, purpose } = requirement.injecting
  const scopeRuleId = barOf(law.on(site.location.regulation, purpose, dateOfDay(day)), allowed)
  return scopeRuleId === null ? null : { kind: 'role-barred', scopeRuleId }
}

function reasonsOn(person: Person, requirement: Requirement, site: Site, types: CertificationTypes, day: DayNumber): readonly Reason[] {
  const reasons: Reason[] = []
  if (!person.practitioner.active) reasons.push({ kind: 'inactive' })
  const role = rolesReason(person, requirement, site, day)
  if (role !== null) reasons.push(role)
  for (const competence of requirement.competences) {
    const grant = competenceOn(person.held, types, competence, dateOfDay(day))
    if (!grant.granted) reasons.push(...grant.reasons)
  }
  return tidyReasons(reasons)
}

/** How many of the person's turning days lie on or before a day. */
function stretchOf(person: Person, day: DayNumber): number {
  let stretch = 0
  for (const turning of person.turningDays) {
    if (turning > day) break
    stretch += 1
  }
  return stretch
}

/** Whether a person's roles and qualifications meet a requirement at a site on one of its days, and if not, why. */
export function standingOn(person: Person, requirement: Requirement, site: Site, types: CertificationTypes, day: DayNumber): Standing {
  let people = requirement.found.get(site.id)
  if (people === undefined) requirement.found.set(site.id, (people = []))
  const stretches = (people[person.number] ??= [])
  return (stretches[stretchOf(person, day)] ??= { reasons: reasonsOn(person, requirement, site, types, day), answers: new Map() })
}

/** As `standingOn`, for every day that a visit touches: a visit past midnight needs the certificate on both dates. */
export function standingThrough(
  person: Person, requirement: Requirement, site: Site, types: CertificationTypes, firstDay: DayNumber, lastDay: DayNumber,
): Standing {
  const first = standingOn(person, requirement, site, types, firstDay)
  if (firstDay === lastDay) return first
  const reasons = [...first.reasons]
  for (let day = firstDay + 1; day <= lastDay; day += 1) reasons.push(...standingOn(person, requirement, site, types, day).reasons)
  return { reasons: tidyReasons(reasons), answers: new Map() }
}

/** The certificate whose end first takes one of the required competences away from a person who holds them all. */
export function firstToExpire(person: Person, requirement: Requirement, types: CertificationTypes, on: PlainDate): Fragility['expiring'] {
  let first: Fragility['expiring'] = null
  for (const competence of requirement.competences) {
    const grant = competenceOn(person.held, types, competence, on)
    const last = grant.granted ? endsLast(grant.by) : null
    if (last === null || (first !== null && compareDates(first.lastDay, last.lastDay) <= 0)) continue
    first = {
      qualificationId: last.qualification.id, certificationTypeId: last.qualification.certificationTypeId, lastDay: last.lastDay,
    }
  }
  return first
}
