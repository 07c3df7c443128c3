import type { Qualification } from '../../../shared/domain/certification.ts'
import { asId, type QualificationId } from '../../../shared/domain/ids.ts'
import { replaceRow } from '../../../shared/domain/impact.ts'
import type { Problem } from '../../../shared/domain/problem.ts'
import { amendQualification, recordQualification, verifyQualification } from '../../../shared/domain/qualificationEdit.ts'
import { err, ok, type Result } from '../../../shared/domain/result.ts'
import type { WriteTx } from '../store/store.ts'
import { type Edited, editStaffing } from './impact.ts'
import { unknownOf } from './known.ts'
import { missing } from './told.ts'
import type { Handlers } from './types.ts'

const edited = (before: Qualification | null, after: Qualification): Edited<Qualification> => ({
  before, after, facts: facts => ({ ...facts, qualifications: replaceRow(facts.qualifications, after.id, after) }),
})

/** Decides on the row as it stands, and stores it under the version that the caller saw. */
async function change(
  tx: WriteTx, { id, version }: { readonly id: QualificationId; readonly version: number },
  decide: (before: Qualification) => Result<Qualification, Problem>,
): Promise<Result<Edited<Qualification>, Problem>> {
  const before = await tx.qualifications.byId(id)
  if (before === null) return err(missing('certification'))
  const decided = decide(before)
  if (!decided.ok) return decided
  const after = await tx.qualifications.update({ ...decided.value, version })
  return after.ok ? ok(edited(before, after.value)) : after
}

/** The certifications that people hold. */
export const qualificationHandlers: Handlers['qualification'] = {
  record: ({ preview, ...fields }, context) => editStaffing<Qualification>(context, {
    action: 'qualification.record', entity: 'qualification', preview,
    apply: async tx => {
      const unknown = await unknownOf(tx, fields)
      if (unknown !== null) return err(unknown)
      const recorded = recordQualification(fields)
      if (!recorded.ok) return recorded
      const made = await tx.qualifications.insert({ ...recorded.value, id: asId<QualificationId>(context.newId()), version: 1 })
      return made.ok ? ok(edited(null, made.value)) : made
    },
  }),

  amend: ({ id, version, preview, ...fields }, context) => editStaffing<Qualification>(context, {
    action: 'qualification.amend', entity: 'qualification', preview,
    apply: async tx => {
      const unknown = await unknownOf(tx, fields)
      return unknown === null ? change(tx, { id, version }, before => amendQualification(before, fields)) : err(unknown)
    },
  }),

  verify: ({ id, version, preview, ...inquiry }, context) => editStaffing<Qualification>(context, {
    action: 'qualification.verify', entity: 'qualification', preview,
    apply: tx => change(tx, { id, version }, before => verifyQualification(before, context.account, inquiry, context.now)),
  }),
}
