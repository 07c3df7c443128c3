import type { CertificationType, Qualification } from '../../../shared/domain/certification.ts'
import { asId, type CertificationTypeId, type PractitionerId, type QualificationId } from '../../../shared/domain/ids.ts'
import { replaceRow } from '../../../shared/domain/impact.ts'
import type { Problem } from '../../../shared/domain/problem.ts'
import { amendQualification, recordQualification, renewQualification, verifyQualification } from '../../../shared/domain/qualificationEdit.ts'
import { todayOf } from '../../../shared/domain/days.ts'
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

type Paper = { readonly practitionerId: PractitionerId; readonly certificationTypeId: CertificationTypeId; readonly prescriberId: PractitionerId | null }

/** The type of a paper whose people are all known. */
async function typeFor(tx: WriteTx, { practitionerId, certificationTypeId, prescriberId }: Paper): Promise<Result<CertificationType, Problem>> {
  for (const person of [practitionerId, prescriberId]) {
    const unknown = person === null ? null : await unknownOf(tx, { practitionerId: person })
    if (unknown !== null) return err(unknown)
  }
  const type = await tx.certificationTypes.byId(certificationTypeId)
  return type === null ? err(missing('certification type')) : ok(type)
}

async function insert(
  tx: WriteTx, id: string, recorded: Result<Omit<Qualification, 'id' | 'version'>, Problem>,
): Promise<Result<Edited<Qualification>, Problem>> {
  if (!recorded.ok) return recorded
  const made = await tx.qualifications.insert({ ...recorded.value, id: asId<QualificationId>(id), version: 1 })
  return made.ok ? ok(edited(null, made.value)) : made
}

/** The certifications that people hold. */
export const qualificationHandlers: Handlers['qualification'] = {
  record: ({ preview, ...fields }, context) => editStaffing<Qualification>(context, {
    action: 'qualification.record', entity: 'qualification', preview,
    apply: async tx => {
      const type = await typeFor(tx, fields)
      if (!type.ok) return type
      return insert(tx, context.newId(), recordQualification(fields, type.value))
    },
  }),

  amend: ({ id, version, preview, ...fields }, context) => editStaffing<Qualification>(context, {
    action: 'qualification.amend', entity: 'qualification', preview,
    apply: async tx => {
      const type = await typeFor(tx, fields)
      return type.ok ? change(tx, { id, version }, before => amendQualification(before, fields, type.value)) : type
    },
  }),

  renew: ({ id, version, preview, ...fields }, context) => editStaffing<Qualification>(context, {
    action: 'qualification.renew', entity: 'qualification', preview,
    apply: async tx => {
      const old = await tx.qualifications.byId(id)
      if (old === null) return err(missing('certification'))
      if (old.version !== version) return err({ code: 'stale', yours: version, current: old.version })
      const type = await typeFor(tx, { ...fields, practitionerId: old.practitionerId, certificationTypeId: old.certificationTypeId })
      if (!type.ok) return type
      const followed = (await tx.qualifications.all()).some(other => other.renews === id && other.status !== 'entered-in-error')
      return insert(tx, context.newId(), renewQualification(old, followed, fields, type.value))
    },
  }),

  verify: ({ id, version, preview, ...inquiry }, context) => editStaffing<Qualification>(context, {
    action: 'qualification.verify', entity: 'qualification', preview,
    apply: async tx => {
      const today = todayOf(await tx.locations.all(), context.now)
      return change(tx, { id, version }, before => verifyQualification(before, context.account, inquiry, context.now, today))
    },
  }),
}
