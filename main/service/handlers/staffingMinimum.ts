import { asId, type StaffingMinimumId } from '../../../shared/domain/ids.ts'
import { decideMinimum, type StaffingMinimumFields } from '../../../shared/domain/rota/minimum.ts'
import type { Problem } from '../../../shared/domain/problem.ts'
import { err, type Result } from '../../../shared/domain/result.ts'
import type { WriteTx } from '../store/store.ts'
import { unknownOf } from './known.ts'
import { decline, missing } from './told.ts'
import { type Handlers, refuse, saved } from './types.ts'

async function decided(tx: WriteTx, fields: StaffingMinimumFields): Promise<Result<StaffingMinimumFields, Problem>> {
  const unknown = await unknownOf(tx, { locationIds: [fields.locationId] })
  if (unknown !== null) return err(unknown)
  return await tx.serviceTypes.byId(fields.serviceTypeId) === null ? err(missing('service')) : decideMinimum(fields)
}

/** How many people must be there for a service. It changes no shift, so no visit hangs on it. */
export const staffingMinimumHandlers: Handlers['staffingMinimum'] = {
  record: (fields, { store, newId, audit }) => store.write(['staff'], async tx => {
    const kept = await decided(tx, fields)
    if (!kept.ok) return decline(kept.problem)
    const made = await tx.staffingMinimums.insert({ ...kept.value, id: asId<StaffingMinimumId>(newId()), version: 1 })
    if (!made.ok) return refuse(made.problem)
    await audit(tx, { action: 'staffingMinimum.record', entity: 'staffingMinimum', entityId: made.value.id, after: made.value })
    return saved(made.value)
  }),

  amend: ({ id, version, ...fields }, { store, audit }) => store.write(['staff'], async tx => {
    const before = await tx.staffingMinimums.byId(id)
    if (before === null) return refuse(missing('minimum'))
    const kept = await decided(tx, fields)
    if (!kept.ok) return decline(kept.problem)
    const after = await tx.staffingMinimums.update({ ...kept.value, id, version })
    if (!after.ok) return refuse(after.problem)
    await audit(tx, { action: 'staffingMinimum.amend', entity: 'staffingMinimum', entityId: id, before, after: after.value })
    return saved(after.value)
  }),

  remove: ({ id, version }, { store, audit }) => store.write(['staff'], async tx => {
    const before = await tx.staffingMinimums.byId(id)
    if (before === null) return refuse(missing('minimum'))
    const removed = await tx.staffingMinimums.remove({ ...before, version })
    if (!removed.ok) return refuse(removed.problem)
    await audit(tx, { action: 'staffingMinimum.remove', entity: 'staffingMinimum', entityId: id, before })
    return saved(removed.value)
  }),
}
