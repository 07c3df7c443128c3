import { asId, type ShiftExceptionId } from '../../../shared/domain/ids.ts'
import { replaceRow } from '../../../shared/domain/impact.ts'
import { err, ok } from '../../../shared/domain/result.ts'
import type { ShiftException } from '../../../shared/domain/shift.ts'
import { tidyLine } from '../../../shared/domain/typed.ts'
import { type Edited, editStaffing } from './impact.ts'
import { unknownOf } from './known.ts'
import { missing } from './told.ts'
import type { Handlers } from './types.ts'

const edited = (id: ShiftExceptionId, before: ShiftException | null, after: ShiftException | null): Edited<ShiftException> => ({
  before, after, facts: facts => ({ ...facts, shiftExceptions: replaceRow(facts.shiftExceptions, id, after) }),
})

/** Hours added to a day's shifts, or taken out of them. */
export const shiftExceptionHandlers: Handlers['shiftException'] = {
  record: ({ preview, ...fields }, context) => editStaffing<ShiftException>(context, {
    action: 'shiftException.record', entity: 'shiftException', preview,
    apply: async tx => {
      const unknown = await unknownOf(tx, { practitionerId: fields.practitionerId, locationIds: [fields.locationId] })
      if (unknown !== null) return err(unknown)
      const row = { ...fields, note: tidyLine(fields.note), id: asId<ShiftExceptionId>(context.newId()), version: 1 }
      const made = await tx.shiftExceptions.insert(row)
      return made.ok ? ok(edited(made.value.id, null, made.value)) : made
    },
  }),

  remove: ({ id, version, preview }, context) => editStaffing<ShiftException>(context, {
    action: 'shiftException.remove', entity: 'shiftException', preview,
    apply: async tx => {
      const before = await tx.shiftExceptions.byId(id)
      if (before === null) return err(missing('shift'))
      const removed = await tx.shiftExceptions.remove({ ...before, version })
      return removed.ok ? ok(edited(id, before, null)) : removed
    },
  }),
}
