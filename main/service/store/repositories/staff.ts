import type { CertificationKind, CertificationType, Competence, ExpiryRule, Qualification, QualificationStatus, Scope, Verification } from '../../../../shared/domain/certification.ts'
import { asId, type CertificationTypeId, type PractitionerId, type QualificationId } from '../../../../shared/domain/ids.ts'
import type { NumberForm } from '../../../../shared/domain/numberForm.ts'
import type { Practitioner, PractitionerRole } from '../../../../shared/domain/person.ts'
import type { PlainDate } from '../../../../shared/domain/time/values.ts'
import { attempt } from '../attempt.ts'
import type { WriteTx } from '../store.ts'
import type { Tx } from '../transaction.ts'
import { flag, json, nameKey } from './cells.ts'
import { type Mapping, repositoryOf } from './versioned.ts'

export const practitionerMapping: Mapping<'practitioners', Practitioner> = {
  table: 'practitioners', noun: 'practitioner', unique: 'practitioner', staff: true, kept: true,
  toRow: row => ({
    id: row.id, version: row.version, given_name: row.name.given, family_name: row.name.family, telephone: row.telephone,
    roles: json(row.roles), active: flag(row.active),
  }),
  fromRow: row => ({
    id: asId<PractitionerId>(row.id), version: row.version, name: { given: row.given_name, family: row.family_name }, telephone: row.telephone,
    roles: JSON.parse(row.roles) as readonly PractitionerRole[], active: row.active === 1,
  }),
}

export const certificationTypeMapping: Mapping<'certification_types', CertificationType> = {
  table: 'certification_types', noun: 'certification type', unique: 'certification type', staff: true, kept: true,
  toRow: row => ({
    id: row.id, version: row.version, name: row.name, name_key: nameKey(row.name), issuer: row.issuer, competences: json(row.competences),
    expiry: json(row.expiry), active: flag(row.active), kind: row.kind, number_form: row.numberForm, reverify_months: row.reverifyMonths,
    needs_prescriber: flag(row.needsPrescriber), hours: row.hours,
  }),
  fromRow: row => ({
    id: asId<CertificationTypeId>(row.id), version: row.version, name: row.name, issuer: row.issuer,
    competences: JSON.parse(row.competences) as readonly Competence[], expiry: JSON.parse(row.expiry) as ExpiryRule, active: row.active === 1,
    kind: row.kind as CertificationKind, numberForm: row.number_form as NumberForm | null, reverifyMonths: row.reverify_months, needsPrescriber: row.needs_prescriber === 1,
    hours: row.hours,
  }),
}

/** Verifications made before they had a due day have none. */
function verificationIn(cell: string): Verification {
  const verification = JSON.parse(cell) as Verification
  return verification.state === 'verified' ? { ...verification, due: verification.due ?? null } : verification
}

export const qualificationMapping: Mapping<'qualifications', Qualification> = {
  table: 'qualifications', noun: 'certification', unique: 'certification', staff: true, kept: true,
  toRow: row => ({
    id: row.id, version: row.version, practitioner_id: row.practitionerId, certification_type_id: row.certificationTypeId, number: row.number,
    issuer: row.issuer, issued: row.issued, expires: row.expires, status: row.status, verification: json(row.verification),
    jurisdiction: row.jurisdiction, effective: row.effective, restrictions: row.restrictions, scope: json(row.scope), prescriber_id: row.prescriberId, hours: row.hours,
    renews: row.renews, note: row.note,
  }),
  fromRow: row => ({
    id: asId<QualificationId>(row.id), version: row.version, practitionerId: asId<PractitionerId>(row.practitioner_id),
    certificationTypeId: asId<CertificationTypeId>(row.certification_type_id), number: row.number, issuer: row.issuer,
    issued: row.issued as PlainDate, expires: row.expires as PlainDate | null, status: row.status as QualificationStatus,
    verification: verificationIn(row.verification), jurisdiction: row.jurisdiction, effective: row.effective as PlainDate | null, restrictions: row.restrictions,
    scope: JSON.parse(row.scope) as Scope, prescriberId: row.prescriber_id === null ? null : asId<PractitionerId>(row.prescriber_id), hours: row.hours,
    renews: row.renews === null ? null : asId<QualificationId>(row.renews), note: row.note,
  }),
}

export const practitionerRepository = (tx: Tx): WriteTx['practitioners'] => repositoryOf(tx, practitionerMapping)
export const certificationTypeRepository = (tx: Tx): WriteTx['certificationTypes'] => repositoryOf(tx, certificationTypeMapping)
export const qualificationRepository = (tx: Tx): WriteTx['qualifications'] => repositoryOf(tx, qualificationMapping)

/** The words for what a person can be certified to do. */
export const competenceRepository = (tx: Tx): WriteTx['competences'] => ({
  all: async () => {
    const rows = await tx.db.selectFrom('competences').selectAll().orderBy('code').execute()
    return rows.map(row => ({ code: row.code as Competence, label: row.label }))
  },
  insert: async (row) => {
    const done = await attempt(tx, 'competence', 'one', () => tx.db.insertInto('competences').values({ code: row.code, label: row.label }).execute())
    return done.ok ? { ok: true, value: null } : { ok: false, problem: { code: 'duplicate', what: 'competence' } }
  },
})
