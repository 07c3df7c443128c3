import type { CertificationType } from './certification.ts'
import { err, ok, type Result } from './result.ts'
import { invalid, type Invalid, tidyLine } from './typed.ts'

export type CertificationTypeFields = Omit<CertificationType, 'id' | 'version'>

/** A certification type's typed fields as they are kept: each competence once. */
export function tidyCertificationType(fields: CertificationTypeFields): Result<CertificationTypeFields, Invalid> {
  const name = tidyLine(fields.name)
  return name === ''
    ? err(invalid({ path: 'name', message: 'name-missing' }))
    : ok({ ...fields, name, issuer: tidyLine(fields.issuer), competences: [...new Set(fields.competences)] })
}
