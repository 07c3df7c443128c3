import type { AccountId, Branded, CertificationTypeId, PractitionerId, QualificationId } from './ids.ts'
import type { Instant, PlainDate } from './time/values.ts'

/** Short stable word for something a person can be certified to do, for example `cervical-dystonia`. */
export type Competence = Branded<string, 'Competence'>

export type ExpiryRule =
  | { readonly kind: 'never' }
  | { readonly kind: 'months'; readonly months: number }
  /** Ends on this day of the year, whenever it was issued. */
  | { readonly kind: 'fixed-date'; readonly month: number; readonly day: number }

export type CertificationType = {
  readonly id: CertificationTypeId
  readonly version: number
  readonly name: string
  readonly issuer: string
  readonly competences: readonly Competence[]
  readonly expiry: ExpiryRule
  readonly active: boolean
}

export type VerificationMethod = 'issuer-website' | 'letter' | 'telephone' | 'original-seen'

export type Verification =
  | { readonly state: 'unverified' }
  | {
      readonly state: 'verified'
      readonly by: AccountId
      readonly byName: string
      readonly method: VerificationMethod
      /** Web address, letter reference, or name of the person spoken to. */
      readonly source: string
      readonly at: Instant
    }

export type QualificationStatus = 'active' | 'suspended' | 'revoked' | 'entered-in-error'

/** FHIR Practitioner.qualification: one certification held by one person. */
export type Qualification = {
  readonly id: QualificationId
  readonly version: number
  readonly practitionerId: PractitionerId
  readonly certificationTypeId: CertificationTypeId
  readonly number: string
  readonly issuer: string
  readonly issued: PlainDate
  /** Last day on which it counts; `null` is "expiry unknown" unless the type says that it never expires. */
  readonly expires: PlainDate | null
  readonly status: QualificationStatus
  readonly verification: Verification
}
