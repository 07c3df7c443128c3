import { type AbsenceId, asId } from '../../../shared/domain/ids.ts'
import { replaceRow } from '../../../shared/domain/impact.ts'
import type { Problem } from '../../../shared/domain/problem.ts'
import { err, ok, type Result } from '../../../shared/domain/result.ts'
import type { Absence } from '../../../shared/domain/shift.ts'
import { type AbsenceFields, decideAbsence } from '../../../shared/domain/shiftEdit.ts'
import type { WriteTx } from '../store/store.ts'
import { type Edited, editStaffing } from './impact.ts'
import { unknownOf } from './known.ts'
import { missing } from './told.ts'
import type { Handlers } from './types.ts'

const edited = (id: AbsenceId, before: Absence | null, after: Absence | null): Edited<Absence> => ({
  before, after, facts: facts => ({ ...facts, absences: replaceRow(facts.absences, id, after) }),
})

async function decided(tx: WriteTx, fields: AbsenceFields): Promise<Result<AbsenceFields, Problem>> {
  const unknown = await unknownOf(tx, { practitionerId: fields.practitionerId })
  return unknown === null ? decideAbsence(fields) : err(unknown)
}

/** Who is away, whatever the shifts say. */
export const absenceHandlers: Handlers['absence'] = {
  record: ({ preview, ...fields }, context) => editStaffing<Absence>(context, {
    action: 'absence.record', entity: 'absence', preview,
    apply: async tx => {
      const kept = await decided(tx, fields)
      if (!kept.ok) return kept
      const made = await tx.absences.insert({ ...kept.value, id: asId<AbsenceId>(context.newId()), version: 1 })
      return made.ok ? ok(edited(made.value.id, null, made.value)) : made
    },
  }),

  amend: ({ id, version, preview, ...fields }, context) => editStaffing<Absence>(context, {
    action: 'absence.amend', entity: 'absence', preview,
    apply: async tx => {
      const before = await tx.absences.byId(id)
      if (before === null) return err(missing('absence'))
      const kept = await decided(tx, fields)
      if (!kept.ok) return kept
      const after = await tx.absences.update({ ...kept.value, id, version })
      return after.ok ? ok(edited(id, before, after.value)) : after
    },
  }),

  remove: ({ id, version, preview }, context) => editStaffing<Absence>(context, {
    action: 'absence.remove', entity: 'absence', preview,
    apply: async tx => {
      const before = await tx.absences.byId(id)
      if (before === null) return err(missing('absence'))
      const removed = await tx.absences.remove({ ...before, version })
      return removed.ok ? ok(edited(id, before, null)) : removed
    },
  }),
}
