import type { Practitioner } from './person.ts'
import { err, ok, type Result } from './result.ts'
import { invalid, type Invalid, isNamed, type Issue, tidyLine, tidyName } from './typed.ts'

export type PractitionerFields = Omit<Practitioner, 'id' | 'version'>

/** A staff member's typed fields as they are kept; refused without a readable name, or with a role that ends before it begins. */
export function tidyPractitioner(fields: PractitionerFields): Result<PractitionerFields, Invalid> {
  const name = tidyName(fields.name)
  const issues: Issue[] = isNamed(name) ? [] : [{ path: 'name', message: 'name-missing' }]
  fields.roles.forEach(({ from, through }, n) => {
    if (from !== null && through !== null && through < from) issues.push({ path: `roles.${n}.through`, message: 'ends-before-it-begins' })
  })
  return issues.length > 0 ? err(invalid(...issues)) : ok({ ...fields, name, telephone: tidyLine(fields.telephone) })
}
