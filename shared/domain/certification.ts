import type { AccountId, Branded, CertificationTypeId, PractitionerId, QualificationId } from './ids.ts'
import type { NumberForm } from './numberForm.ts'
import type { Instant, PlainDate } from './time/values.ts'

/** Short stable word for something a person can be certified to do, for example `cervical-dystonia`. */
export type Competence = Branded<string, 'Competence'>

export type ExpiryRule =
  | { readonly kind: 'never' }
  | { readonly kind: 'months'; readonly months: number }
  /** Ends on this day of the year, whenever it was issued. */
  | { readonly kind: 'fixed-date'; readonly month: number; readonly day: number }

/** What a record of this type is about; all are kept, verified, renewed and ended in the same way. */
export const certificationKinds = ['licence', 'training', 'competence-review', 'cpd', 'indemnity', 'exclusion-check'] as const
export type CertificationKind = (typeof certificationKinds)[number]

export type CertificationType = {
  readonly id: CertificationTypeId
  readonly version: number
  readonly name: string
  readonly issuer: string
  readonly competences: readonly Competence[]
  readonly expiry: ExpiryRule
  readonly active: boolean
  readonly kind: CertificationKind
  /** The form that its numbers are known to have. Form is not proof: it finds typing errors only. */
  readonly numberForm: NumberForm | null
  /** Months after which the issuer has to be asked again; `null`: once is enough until it ends. */
  readonly reverifyMonths: number | null
  /** Does not count without a named prescriber who supervises. */
  readonly needsPrescriber: boolean
  /** Hours of continuing education that a record has to show before it counts. */
  readonly hours: number | null
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
      /** When it was entered; nobody can choose it, so nothing is verified after the fact. */
      readonly at: Instant
      /** Last day for which it vouches; the issuer has to be asked again by then. */
      readonly due: PlainDate | null
    }

export type QualificationStatus = 'active' | 'suspended' | 'revoked' | 'entered-in-error'

/** What a certification is limited to. What a visit does not tell (the product) is shown; what it does tell is enforced. */
export type Scope = {
  /** Those of the type's competences (indications, techniques) that this paper covers; `null`: all of them. */
  readonly competences: readonly Competence[] | null
  /** As written on the paper; none: not limited. */
  readonly products: readonly string[]
  /** Patients' ages in whole years, both bounds counted. */
  readonly youngest: number | null
  readonly oldest: number | null
}

/** FHIR Practitioner.qualification: one certification held by one person. */
export type Qualification = {
  readonly id: QualificationId
  readonly version: number
  readonly practitionerId: PractitionerId
  readonly certificationTypeId: CertificationTypeId
  readonly number: string
  readonly issuer: string
  /** Whose law it is good under: an ISO 3166 code such as `US-AL` or `GB-ENG`; empty when the paper does not say. */
  readonly jurisdiction: string
  readonly issued: PlainDate
  /** First day on which it counts when that is not the day of issue. */
  readonly effective: PlainDate | null
  /** Last day on which it counts; `null` is "expiry unknown" unless the type says that it never expires. */
  readonly expires: PlainDate | null
  readonly status: QualificationStatus
  /** Conditions that the issuer attached, as written. */
  readonly restrictions: string
  readonly scope: Scope
  readonly prescriberId: PractitionerId | null
  /** Hours of continuing education that it shows. */
  readonly hours: number | null
  /** The certification that this one follows; both are kept. */
  readonly renews: QualificationId | null
  readonly note: string
  readonly verification: Verification
}

/** What a certification type has unless somebody says otherwise. */
export const plainType = {
  kind: 'training', numberForm: null, reverifyMonths: null, needsPrescriber: false, hours: null,
} as const satisfies Partial<CertificationType>

/** What a paper says unless it says more: no limits, nothing attached. */
export const plainPaper = {
  jurisdiction: '', effective: null, restrictions: '', scope: { competences: null, products: [], youngest: null, oldest: null }, prescriberId: null,
  hours: null, note: '',
} as const satisfies Partial<Qualification>
