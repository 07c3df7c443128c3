import type { CertificationKind, QualificationStatus } from '../../../../shared/domain/certification.ts'
import type { HumanName, Identifier } from '../../../../shared/domain/person.ts'
import type { PlainDate } from '../../../../shared/domain/time/values.ts'

/** One certification as a list writes it. A date that it does not say, or not to the day, is null. */
export type WrittenPaper = {
  /** The list's own word for what kind of certification it is. */
  readonly type: string
  readonly kind: CertificationKind
  /** Whether this is a certification for certain; what is not is left out until somebody says what it is. */
  readonly certain: boolean
  readonly number: string
  readonly issuer: string
  readonly jurisdiction: string
  readonly issued: PlainDate | null
  readonly effective: PlainDate | null
  readonly expires: PlainDate | null
  readonly status: Exclude<QualificationStatus, 'entered-in-error'>
  readonly restrictions: string
  readonly note: string
  readonly messages: readonly string[]
}

/** One office that a person holds: the list's own words for it, of which the first that means something here is taken. */
export type WrittenRole = { readonly words: readonly string[]; readonly from: PlainDate | null; readonly through: PlainDate | null }

/** One person as a list writes them. */
export type WrittenPerson = {
  readonly at: number
  /** Null: it does not say whom it is about. */
  readonly name: HumanName | null
  readonly telephone: string
  readonly active: boolean
  readonly numbers: readonly Identifier[]
  readonly roles: readonly WrittenRole[]
  readonly papers: readonly WrittenPaper[]
  readonly messages: readonly string[]
}

export type WrittenStaff = { readonly people: readonly WrittenPerson[]; readonly notUnderstood: readonly string[] }

/** What a certification says unless the list says more. */
export const plainWritten = {
  kind: 'training', certain: true, number: '', issuer: '', jurisdiction: '', issued: null, effective: null, expires: null, status: 'active', restrictions: '', note: '', messages: [],
} as const satisfies Partial<WrittenPaper>
