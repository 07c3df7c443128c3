import { asId, type ShiftPatternId } from '../../../shared/domain/ids.ts'
import { replaceRow } from '../../../shared/domain/impact.ts'
import type { Problem } from '../../../shared/domain/problem.ts'
import { err, ok, type Result } from '../../../shared/domain/result.ts'
import type { ShiftPattern } from '../../../shared/domain/shift.ts'
import { decideShiftPattern, type ShiftPatternFields } from '../../../shared/domain/shiftEdit.ts'
import type { WriteTx } from '../store/store.ts'
import { type Edited, editStaffing } from './impact.ts'
import { unknownOf } from './known.ts'
import { missing } from './told.ts'
import type { Handlers } from './types.ts'

const edited = (id: ShiftPatternId, before: ShiftPattern | null, after: ShiftPattern | null): Edited<ShiftPattern> => ({
  before, after, facts: facts => ({ ...facts, shiftPatterns: replaceRow(facts.shiftPatterns, id, after) }),
})

async function decided(tx: WriteTx, fields: ShiftPatternFields, except: ShiftPatternId | null): Promise<Result<ShiftPatternFields, Problem>> {
  const unknown = await unknownOf(tx, { practitionerId: fields.practitionerId, locationIds: [fields.locationId] })
  if (unknown !== null) return err(unknown)
  return decideShiftPattern(fields, (await tx.shiftPatterns.all()).filter(other => other.id !== except))
}

/** Who is at work in which hours of the week. */
export const shiftPatternHandlers: Handlers['shiftPattern'] = {
  record: ({ preview, ...fields }, context) => editStaffing<ShiftPattern>(context, {
    action: 'shiftPattern.record', entity: 'shiftPattern', preview,
    apply: async tx => {
      const kept = await decided(tx, fields, null)
      if (!kept.ok) return kept
      const made = await tx.shiftPatterns.insert({ ...kept.value, id: asId<ShiftPatternId>(context.newId()), version: 1 })
      return made.ok ? ok(edited(made.value.id, null, made.value)) : made
    },
  }),

  amend: ({ id, version, preview, ...fields }, context) => editStaffing<ShiftPattern>(context, {
    action: 'shiftPattern.amend', entity: 'shiftPattern', preview,
    apply: async tx => {
      const before = await tx.shiftPatterns.byId(id)
      if (before === null) return err(missing('shift'))
      const kept = await decided(tx, fields, id)
      if (!kept.ok) return kept
      const after = await tx.shiftPatterns.update({ ...kept.value, id, version })
      return after.ok ? ok(edited(id, before, after.value)) : after
    },
  }),

  remove: ({ id, version, preview }, context) => editStaffing<ShiftPattern>(context, {
    action: 'shiftPattern.remove', entity: 'shiftPattern', preview,
    apply: async tx => {
      const before = await tx.shiftPatterns.byId(id)
      if (before === null) return err(missing('shift'))
      const removed = await tx.shiftPatterns.remove({ ...before, version })
      return removed.ok ? ok(edited(id, before, null)) : removed
    },
  }),
}
