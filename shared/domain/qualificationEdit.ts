import type { CertificationType, Qualification, Verification, VerificationMethod } from './certification.ts'
import { hasForm } from './numberForm.ts'
import type { Account } from './person.ts'
import type { Problem } from './problem.ts'
import { err, ok, type Result } from './result.ts'
import type { Instant, PlainDate } from './time/values.ts'
import { invalid, type Invalid, type Issue, tidyLine, tidyWords } from './typed.ts'

export type QualificationFields = Omit<Qualification, 'id' | 'version' | 'verification' | 'renews'>
type Recorded = Omit<Qualification, 'id' | 'version'>
type NotNow = Extract<Problem, { code: 'not-allowed-now' }>
type Forbidden = Extract<Problem, { code: 'forbidden' }>

const unverified: Verification = { state: 'unverified' }

/** The faults of typed fields, beside what their shape already forbids. A number that is not known yet has no form to keep. */
function issuesOf(fields: QualificationFields, type: CertificationType): readonly Issue[] {
  const { expires, issued, effective, scope, number, prescriberId, practitionerId } = fields
  const issues: Issue[] = []
  if (expires !== null && expires < issued) issues.push({ path: 'expires', message: 'ends-before-it-begins' })
  else if (expires !== null && effective !== null && expires < effective) issues.push({ path: 'effective', message: 'ends-before-it-begins' })
  if (type.numberForm !== null && tidyLine(number) !== '' && !hasForm(type.numberForm, number)) issues.push({ path: 'number', message: 'number-form' })
  if (scope.youngest !== null && scope.oldest !== null && scope.youngest > scope.oldest) issues.push({ path: 'scope.oldest', message: 'ages-crossed' })
  if (scope.competences?.some(competence => !type.competences.includes(competence)) === true) issues.push({ path: 'scope.competences', message: 'scope-beyond-type' })
  if (prescriberId === practitionerId) issues.push({ path: 'prescriberId', message: 'own-prescriber' })
  return issues
}

/** A certification's typed fields as they are kept. */
function tidyQualification(fields: QualificationFields, type: CertificationType): Result<QualificationFields, Invalid> {
  const issues = issuesOf(fields, type)
  if (issues.length > 0) return err(invalid(...issues))
  const products = [...new Set(fields.scope.products.map(tidyLine).filter(product => product !== ''))]
  const competences = fields.scope.competences === null ? null : [...new Set(fields.scope.competences)]
  return ok({
    ...fields, number: tidyLine(fields.number), issuer: tidyLine(fields.issuer), jurisdiction: tidyLine(fields.jurisdiction),
    restrictions: tidyWords(fields.restrictions), note: tidyWords(fields.note), scope: { ...fields.scope, products, competences },
  })
}

/** What was verified is what the paper says: all of it except our own note and whether it counts at the moment. */
function sameClaim(a: QualificationFields, b: QualificationFields): boolean {
  const claim = ({ practitionerId, certificationTypeId, number, issuer, jurisdiction, issued, effective, expires, restrictions, scope, prescriberId, hours }: QualificationFields): string =>
    JSON.stringify([
      practitionerId, certificationTypeId, number, issuer, jurisdiction, issued, effective, expires, restrictions, prescriberId, hours,
      scope.products, scope.competences, scope.youngest, scope.oldest,
    ])
  return claim(a) === claim(b)
}

/**
 * A certification as its amendment leaves it. Another claim, or one counted again after it was suspended or revoked, has to be
 * verified anew; one entered in error stays so.
 */
export function amendQualification(current: Qualification, fields: QualificationFields, type: CertificationType): Result<Qualification, Invalid | NotNow> {
  if (current.status === 'entered-in-error') return err({ code: 'not-allowed-now', from: current.status, to: fields.status })
  const tidied = tidyQualification(fields, type)
  if (!tidied.ok) return tidied
  const reinstated = fields.status === 'active' && current.status !== 'active'
  const stands = sameClaim(current, tidied.value) && !reinstated
  return ok({ ...current, ...tidied.value, verification: stands ? current.verification : unverified })
}

/** A certification as it is first recorded: it counts for nothing until somebody has asked the issuer. */
export function recordQualification(fields: QualificationFields, type: CertificationType): Result<Recorded, Invalid> {
  if (fields.status === 'entered-in-error') return err(invalid({ path: 'status', message: 'entered-in-error-at-once' }))
  const tidied = tidyQualification(fields, type)
  return tidied.ok ? ok({ ...tidied.value, renews: null, verification: unverified }) : tidied
}

/**
 * A certification that follows another of the same kind and holder; both are kept, and it starts on a day of its own, so it may
 * be entered ahead. Refused where the other was entered in error, or `followed` by a renewal already.
 */
export function renewQualification(
  old: Qualification, followed: boolean, fields: Omit<QualificationFields, 'practitionerId' | 'certificationTypeId' | 'status'>, type: CertificationType,
): Result<Recorded, Invalid | NotNow> {
  if (old.status === 'entered-in-error') return err({ code: 'not-allowed-now', from: old.status, to: 'renewed' })
  if (followed) return err({ code: 'not-allowed-now', from: 'renewed', to: 'renewed' })
  const { practitionerId, certificationTypeId } = old
  const recorded = recordQualification({ ...fields, practitionerId, certificationTypeId, status: 'active' }, type)
  return recorded.ok ? ok({ ...recorded.value, renews: old.id }) : recorded
}

/** How the issuer was asked, and the last day for which the answer vouches. */
export type Inquiry = { readonly method: VerificationMethod; readonly source: string; readonly due: PlainDate | null }

/** A certification verified by an account at an instant; refused to its holder, and for one that is not active. */
export function verifyQualification(
  current: Qualification, verifier: Account, inquiry: Inquiry, now: Instant, today: PlainDate,
): Result<Qualification, Forbidden | NotNow | Invalid> {
  if (verifier.practitionerId === current.practitionerId) return err({ code: 'forbidden', permission: 'certification.verify' })
  if (current.status !== 'active') return err({ code: 'not-allowed-now', from: current.status, to: 'verified' })
  const source = tidyLine(inquiry.source)
  const { due } = inquiry
  const issues: Issue[] = []
  if (source === '') issues.push({ path: 'source', message: 'source-missing' })
  if (due !== null && due <= today) issues.push({ path: 'due', message: 'due-in-past' })
  if (issues.length > 0) return err(invalid(...issues))
  const verification: Verification = {
    state: 'verified', by: verifier.id, byName: verifier.displayName, method: inquiry.method, source, at: now, due,
  }
  return ok({ ...current, verification })
}
