import { asId, type ServiceTypeId } from '../../../shared/domain/ids.ts'
import { replaceRow } from '../../../shared/domain/impact.ts'
import type { Problem } from '../../../shared/domain/problem.ts'
import { err, ok, type Result } from '../../../shared/domain/result.ts'
import type { ServiceType } from '../../../shared/domain/service.ts'
import { type ServiceTypeFields, tidyServiceType } from '../../../shared/domain/serviceTypeEdit.ts'
import type { WriteTx } from '../store/store.ts'
import { type Edited, editStaffing } from './impact.ts'
import { unknownOf } from './known.ts'
import { decline, missing } from './told.ts'
import { type Handlers, saved } from './types.ts'

async function decided(tx: WriteTx, fields: ServiceTypeFields, status: ServiceType['status']): Promise<Result<ServiceTypeFields, Problem>> {
  const unknown = await unknownOf(tx, { competences: [...fields.competences, ...(fields.supervision?.competences ?? [])] })
  return unknown === null ? tidyServiceType(fields, status) : err(unknown)
}

/** Decides on the row as it stands, and stores it under the version that the caller saw. */
async function change(
  tx: WriteTx, { id, version }: { readonly id: ServiceTypeId; readonly version: number },
  wanted: (before: ServiceType) => { readonly fields: ServiceTypeFields; readonly status: ServiceType['status'] },
): Promise<Result<Edited<ServiceType>, Problem>> {
  const before = await tx.serviceTypes.byId(id)
  if (before === null) return err(missing('service'))
  const { fields, status } = wanted(before)
  const kept = await decided(tx, fields, status)
  if (!kept.ok) return kept
  const after = await tx.serviceTypes.update({ ...kept.value, status, id, version })
  if (!after.ok) return after
  return ok({ before, after: after.value, facts: facts => ({ ...facts, serviceTypes: replaceRow(facts.serviceTypes, id, after.value) }) })
}

/** What is offered, and what it takes to perform it. */
export const serviceTypeHandlers: Handlers['serviceType'] = {
  list: async (_input, { store }) => ok(await store.read(tx => tx.serviceTypes.all())),

  record: (fields, { store, newId, audit }) => store.write(['practice', 'staff'], async tx => {
    const kept = await decided(tx, fields, 'draft')
    if (!kept.ok) return decline(kept.problem)
    const made = await tx.serviceTypes.insert({ ...kept.value, status: 'draft', id: asId<ServiceTypeId>(newId()), version: 1 })
    if (!made.ok) return decline(made.problem)
    await audit(tx, { action: 'serviceType.record', entity: 'serviceType', entityId: made.value.id, after: made.value })
    return saved(made.value)
  }),

  amend: ({ id, version, preview, ...fields }, context) => editStaffing<ServiceType>(context, {
    action: 'serviceType.amend', entity: 'serviceType', preview, also: ['practice'],
    apply: tx => change(tx, { id, version }, before => ({ fields, status: before.status })),
  }),

  setStatus: ({ id, version, preview, status }, context) => editStaffing<ServiceType>(context, {
    action: 'serviceType.setStatus', entity: 'serviceType', preview, also: ['practice'],
    apply: tx => change(tx, { id, version }, before => ({ fields: before, status })),
  }),
}
