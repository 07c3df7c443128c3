import { badgesOn, type CompetenceBadge } from './badges.ts'
import type { LocationId, PractitionerId } from './ids.ts'
import { byId } from './order.ts'
import type { HumanName, Role } from './person.ts'
import type { StaffingFacts } from './staffing/types.ts'
import { dayNumber, daySpan, spanHas } from './time/plainDate.ts'
import type { PlainDate } from './time/values.ts'

/** Somebody on the schedule: what they are at a location on a date, and what they are certified for. */
export type PersonOnDay = {
  readonly id: PractitionerId
  readonly name: HumanName
  readonly roles: readonly Role[]
  readonly badges: readonly CompetenceBadge[]
}

const byName = (a: PersonOnDay, b: PersonOnDay): number =>
  a.name.family.localeCompare(b.name.family) || a.name.given.localeCompare(b.name.given) || byId(a, b)

/** The people with these ids as they are at a location on a date, by name. */
export function peopleOn(facts: StaffingFacts, ids: ReadonlySet<PractitionerId>, locationId: LocationId, date: PlainDate): readonly PersonOnDay[] {
  const types = new Map(facts.certificationTypes.map(type => [type.id, type]))
  return facts.practitioners.filter(practitioner => ids.has(practitioner.id)).map(({ id, name, roles }) => {
    const held = roles.filter(role =>
      (role.locationId === null || role.locationId === locationId) && spanHas(daySpan(role.from, role.through), dayNumber(date)))
    return {
      id, name, roles: [...new Set(held.map(role => role.role))],
      badges: badgesOn(facts.qualifications.filter(qualification => qualification.practitionerId === id), types, date),
    }
  }).sort(byName)
}
