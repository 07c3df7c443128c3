import { asId, type PractitionerId } from '../../../shared/domain/ids.ts'
import { replaceRow } from '../../../shared/domain/impact.ts'
import type { Practitioner } from '../../../shared/domain/person.ts'
import { type PractitionerFields, tidyPractitioner } from '../../../shared/domain/practitionerEdit.ts'
import type { Problem } from '../../../shared/domain/problem.ts'
import { err, ok, type Result } from '../../../shared/domain/result.ts'
import type { WriteTx } from '../store/store.ts'
import { editStaffing } from './impact.ts'
import { unknownOf } from './known.ts'
import { decline, missing } from './told.ts'
import { type Handlers, saved } from './types.ts'

async function decided(tx: WriteTx, fields: PractitionerFields): Promise<Result<PractitionerFields, Problem>> {
  const unknown = await unknownOf(tx, { locationIds: fields.roles.flatMap(role => role.locationId ?? []) })
  return unknown === null ? tidyPractitioner(fields) : err(unknown)
}

/** The staff, and what each is here. */
export const practitionerHandlers: Handlers['practitioner'] = {
  record: (fields, { store, newId, audit }) => store.write(['staff'], async tx => {
    const kept = await decided(tx, fields)
    if (!kept.ok) return decline(kept.problem)
    const made = await tx.practitioners.insert({ ...kept.value, id: asId<PractitionerId>(newId()), version: 1 })
    if (!made.ok) return decline(made.problem)
    await audit(tx, { action: 'practitioner.record', entity: 'practitioner', entityId: made.value.id, after: made.value })
    return saved(made.value)
  }),

  amend: ({ id, version, preview, ...fields }, context) => editStaffing<Practitioner>(context, {
    action: 'practitioner.amend', entity: 'practitioner', preview,
    apply: async tx => {
      const before = await tx.practitioners.byId(id)
      if (before === null) return err(missing('staff member'))
      const kept = await decided(tx, fields)
      if (!kept.ok) return kept
      const after = await tx.practitioners.update({ ...kept.value, id, version })
      if (!after.ok) return after
      return ok({ before, after: after.value, facts: facts => ({ ...facts, practitioners: replaceRow(facts.practitioners, id, after.value) }) })
    },
  }),
}
