import { asId, type AvailabilityId } from '../../../shared/domain/ids.ts'
import { type AvailabilityFields, decideAvailability } from '../../../shared/domain/rota/availability.ts'
import type { Problem } from '../../../shared/domain/problem.ts'
import { err, type Result } from '../../../shared/domain/result.ts'
import type { WriteTx } from '../store/store.ts'
import { unknownOf } from './known.ts'
import { decline, missing } from './told.ts'
import { type Handlers, refuse, saved } from './types.ts'

async function decided(tx: WriteTx, fields: AvailabilityFields): Promise<Result<AvailabilityFields, Problem>> {
  const unknown = await unknownOf(tx, { practitionerId: fields.practitionerId })
  return unknown === null ? decideAvailability(fields) : err(unknown)
}

/** When people could work. It changes no shift, so no visit hangs on it. */
export const availabilityHandlers: Handlers['availability'] = {
  record: (fields, { store, newId, audit }) => store.write(['staff'], async tx => {
    const kept = await decided(tx, fields)
    if (!kept.ok) return decline(kept.problem)
    const made = await tx.availabilities.insert({ ...kept.value, id: asId<AvailabilityId>(newId()), version: 1 })
    if (!made.ok) return refuse(made.problem)
    await audit(tx, { action: 'availability.record', entity: 'availability', entityId: made.value.id, after: made.value })
    return saved(made.value)
  }),

  amend: ({ id, version, ...fields }, { store, audit }) => store.write(['staff'], async tx => {
    const before = await tx.availabilities.byId(id)
    if (before === null) return refuse(missing('availability'))
    const kept = await decided(tx, fields)
    if (!kept.ok) return decline(kept.problem)
    const after = await tx.availabilities.update({ ...kept.value, id, version })
    if (!after.ok) return refuse(after.problem)
    await audit(tx, { action: 'availability.amend', entity: 'availability', entityId: id, before, after: after.value })
    return saved(after.value)
  }),

  remove: ({ id, version }, { store, audit }) => store.write(['staff'], async tx => {
    const before = await tx.availabilities.byId(id)
    if (before === null) return refuse(missing('availability'))
    const removed = await tx.availabilities.remove({ ...before, version })
    if (!removed.ok) return refuse(removed.problem)
    await audit(tx, { action: 'availability.remove', entity: 'availability', entityId: id, before })
    return saved(removed.value)
  }),
}
