import { z } from 'zod'
import { certificationKinds, type CertificationType, type ExpiryRule, type Qualification, type Scope, type Verification } from '../domain/certification.ts'
import { numberForms } from '../domain/numberForm.ts'
import type { AccountId, CertificationTypeId, LocationId, PatientId, PractitionerId, QualificationId } from '../domain/ids.ts'
import { languages } from '../domain/language.ts'
import { type Account, accountRoles, type CardPreference, type HumanName, type Identifier, type Patient, type Practitioner, type PractitionerRole, roles } from '../domain/person.ts'
import { competence, id, instant, line, list, plainDate, type Schema, version, words } from './scalars.ts'

export const role = z.enum(roles)
export const humanName: Schema<HumanName> = z.strictObject({ given: line, family: line })
export const identifier: Schema<Identifier> = z.strictObject({ system: line, value: line })
const cardPreference: Schema<CardPreference> = z.strictObject({
  largePrint: z.boolean(), doNotPrint: z.boolean(), alternateName: line.nullable(), envelopeOnly: z.boolean(), language: z.enum(languages), address: z.string().max(500),
})

export const patientFields = {
  name: humanName,
  birthDate: plainDate.nullable(),
  telephone: line,
  email: line,
  identifiers: list(identifier, 20),
  travelMinutes: z.int().min(0).max(2880).nullable(),
  card: cardPreference,
  note: words,
}
export const patient: Schema<Patient> = z.strictObject({
  id: id<PatientId>(), version, ...patientFields, status: z.enum(['active', 'inactive', 'entered-in-error']),
})

const practitionerRole: Schema<PractitionerRole> = z.strictObject({
  role, locationId: id<LocationId>().nullable(), from: plainDate.nullable(), through: plainDate.nullable(),
})
export const practitionerFields = { name: humanName, telephone: line, roles: list(practitionerRole, 20), active: z.boolean() }
export const practitioner: Schema<Practitioner> = z.strictObject({ id: id<PractitionerId>(), version, ...practitionerFields })

export const accountRole = z.enum(accountRoles)
export const accountFields = { username: line, displayName: line, role: accountRole, practitionerId: id<PractitionerId>().nullable(), active: z.boolean() }
export const account: Schema<Account> = z.strictObject({ id: id<AccountId>(), version, ...accountFields })

const expiryRule: Schema<ExpiryRule> = z.union([
  z.strictObject({ kind: z.literal('never') }),
  z.strictObject({ kind: z.literal('months'), months: z.int().min(1).max(600) }),
  z.strictObject({ kind: z.literal('fixed-date'), month: z.int().min(1).max(12), day: z.int().min(1).max(31) }),
])
export const certificationTypeFields = {
  name: line, issuer: line, competences: list(competence, 50), expiry: expiryRule, active: z.boolean(), kind: z.enum(certificationKinds),
  numberForm: z.enum(numberForms).nullable(), reverifyMonths: z.int().min(1).max(120).nullable(), needsPrescriber: z.boolean(), hours: z.int().min(1).max(1000).nullable(),
}
export const certificationType: Schema<CertificationType> = z.strictObject({ id: id<CertificationTypeId>(), version, ...certificationTypeFields })

export const verificationMethod = z.enum(['issuer-website', 'letter', 'telephone', 'original-seen'])
const verification: Schema<Verification> = z.union([
  z.strictObject({ state: z.literal('unverified') }),
  z.strictObject({ state: z.literal('verified'), by: id<AccountId>(), byName: line, method: verificationMethod, source: line, at: instant, due: plainDate.nullable() }),
])
const age = z.int().min(0).max(150).nullable()
const scope: Schema<Scope> = z.strictObject({ competences: list(competence, 50).nullable(), products: list(line, 50), youngest: age, oldest: age })
/** What a paper says, whoever holds it and whatever became of it. */
export const paperFields = {
  number: line, issuer: line, jurisdiction: line, issued: plainDate, effective: plainDate.nullable(), expires: plainDate.nullable(), restrictions: words, scope,
  prescriberId: id<PractitionerId>().nullable(), hours: z.int().min(0).max(10_000).nullable(), note: words,
}
export const qualificationFields = {
  practitionerId: id<PractitionerId>(),
  certificationTypeId: id<CertificationTypeId>(),
  ...paperFields,
  status: z.enum(['active', 'suspended', 'revoked', 'entered-in-error']),
}
export const qualification: Schema<Qualification> = z.strictObject({ id: id<QualificationId>(), version, ...qualificationFields, renews: id<QualificationId>().nullable(), verification })
