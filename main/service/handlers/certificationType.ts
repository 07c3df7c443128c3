import type { CertificationType } from '../../../shared/domain/certification.ts'
import { type CertificationTypeFields, tidyCertificationType } from '../../../shared/domain/certificationTypeEdit.ts'
import { asId, type CertificationTypeId } from '../../../shared/domain/ids.ts'
import { replaceRow } from '../../../shared/domain/impact.ts'
import type { Problem } from '../../../shared/domain/problem.ts'
import { err, ok, type Result } from '../../../shared/domain/result.ts'
import type { WriteTx } from '../store/store.ts'
import { editStaffing } from './impact.ts'
import { unknownOf } from './known.ts'
import { decline, missing } from './told.ts'
import { type Handlers, saved } from './types.ts'

async function decided(tx: WriteTx, fields: CertificationTypeFields): Promise<Result<CertificationTypeFields, Problem>> {
  const unknown = await unknownOf(tx, { competences: fields.competences })
  return unknown === null ? tidyCertificationType(fields) : err(unknown)
}

/** The kinds of certification, and what each grants. */
export const certificationTypeHandlers: Handlers['certificationType'] = {
  record: (fields, { store, newId, audit }) => store.write(['staff'], async tx => {
    const kept = await decided(tx, fields)
    if (!kept.ok) return decline(kept.problem)
    const made = await tx.certificationTypes.insert({ ...kept.value, id: asId<CertificationTypeId>(newId()), version: 1 })
    if (!made.ok) return decline(made.problem)
    await audit(tx, { action: 'certificationType.record', entity: 'certificationType', entityId: made.value.id, after: made.value })
    return saved(made.value)
  }),

  amend: ({ id, version, preview, ...fields }, context) => editStaffing<CertificationType>(context, {
    action: 'certificationType.amend', entity: 'certificationType', preview,
    apply: async tx => {
      const before = await tx.certificationTypes.byId(id)
      if (before === null) return err(missing('certification type'))
      const kept = await decided(tx, fields)
      if (!kept.ok) return kept
      const after = await tx.certificationTypes.update({ ...kept.value, id, version })
      if (!after.ok) return after
      return ok({
        before, after: after.value,
        facts: facts => ({ ...facts, certificationTypes: replaceRow(facts.certificationTypes, id, after.value) }),
      })
    },
  }),
}
