import type { LocationId, PractitionerId } from '../ids.ts'
import type { HumanName, Role } from '../person.ts'
import type { StaffingFacts } from '../staffing/types.ts'
import { dayNumber, daySpan, spanHas } from '../time/plainDate.ts'
import type { PlainDate } from '../time/values.ts'

/** Somebody who may stand on a location's rota. */
export type RotaPerson = { readonly id: PractitionerId; readonly name: HumanName; readonly roles: readonly Role[] }

/** Everybody who works here and has a role at the location on some of the dates, by family name. */
export function rotaPeople(facts: StaffingFacts, locationId: LocationId, dates: readonly PlainDate[]): readonly RotaPerson[] {
  return facts.practitioners.filter(person => person.active).flatMap(({ id, name, roles }) => {
    const held = roles.filter(role => (role.locationId === null || role.locationId === locationId)
      && dates.some(date => spanHas(daySpan(role.from, role.through), dayNumber(date))))
    return held.length === 0 ? [] : [{ id, name, roles: [...new Set(held.map(role => role.role))] }]
  }).sort((a, b) => a.name.family.localeCompare(b.name.family) || a.name.given.localeCompare(b.name.given) || (a.id < b.id ? -1 : 1))
}
