import type { Qualification, Verification, VerificationMethod } from './certification.ts'
import type { Account } from './person.ts'
import type { Problem } from './problem.ts'
import { err, ok, type Result } from './result.ts'
import type { Instant } from './time/values.ts'
import { invalid, type Invalid, type Issue, tidyLine } from './typed.ts'

export type QualificationFields = Omit<Qualification, 'id' | 'version' | 'verification'>
type NotNow = Extract<Problem, { code: 'not-allowed-now' }>
type Forbidden = Extract<Problem, { code: 'forbidden' }>

const unverified: Verification = { state: 'unverified' }

/** A certification's typed fields as they are kept; refused when it would end before it was issued. */
function tidyQualification(fields: QualificationFields): Result<QualificationFields, Invalid> {
  const issues: Issue[] = []
  if (fields.expires !== null && fields.expires < fields.issued) issues.push({ path: 'expires', message: 'ends-before-it-begins' })
  return issues.length > 0
    ? err(invalid(...issues))
    : ok({ ...fields, number: tidyLine(fields.number), issuer: tidyLine(fields.issuer) })
}

/** What was verified is what the paper says: whose it is, what for, from whom, its number and its dates. */
const sameClaim = (a: QualificationFields, b: QualificationFields): boolean =>
  a.practitionerId === b.practitionerId && a.certificationTypeId === b.certificationTypeId && a.number === b.number
  && a.issuer === b.issuer && a.issued === b.issued && a.expires === b.expires

/**
 * A certification as its amendment leaves it. Another claim, or one counted again after it was suspended or revoked, has to be
 * verified anew; one entered in error stays so.
 */
export function amendQualification(current: Qualification, fields: QualificationFields): Result<Qualification, Invalid | NotNow> {
  if (current.status === 'entered-in-error') return err({ code: 'not-allowed-now', from: current.status, to: fields.status })
  const tidied = tidyQualification(fields)
  if (!tidied.ok) return tidied
  const reinstated = fields.status === 'active' && current.status !== 'active'
  const stands = sameClaim(current, tidied.value) && !reinstated
  return ok({ ...current, ...tidied.value, verification: stands ? current.verification : unverified })
}

/** A certification as it is first recorded: it counts for nothing until somebody has asked the issuer. */
export function recordQualification(fields: QualificationFields): Result<Omit<Qualification, 'id' | 'version'>, Invalid> {
  if (fields.status === 'entered-in-error') return err(invalid({ path: 'status', message: 'entered-in-error-at-once' }))
  const tidied = tidyQualification(fields)
  return tidied.ok ? ok({ ...tidied.value, verification: unverified }) : tidied
}

/** A certification verified by an account at an instant; refused to its holder, and for one that is not active. */
export function verifyQualification(
  current: Qualification, verifier: Account, inquiry: { readonly method: VerificationMethod; readonly source: string }, now: Instant,
): Result<Qualification, Forbidden | NotNow | Invalid> {
  if (verifier.practitionerId === current.practitionerId) return err({ code: 'forbidden', permission: 'certification.verify' })
  if (current.status !== 'active') return err({ code: 'not-allowed-now', from: current.status, to: 'verified' })
  const source = tidyLine(inquiry.source)
  if (source === '') return err(invalid({ path: 'source', message: 'source-missing' }))
  const verification: Verification = {
    state: 'verified', by: verifier.id, byName: verifier.displayName, method: inquiry.method, source, at: now,
  }
  return ok({ ...current, verification })
}
