import type { AccountId, LocationId, PatientId, PractitionerId } from './ids.ts'
import type { Language } from './language.ts'
import type { PlainDate } from './time/values.ts'

/** A name as its bearer writes it; either part may be empty, never both. */
export type HumanName = { readonly given: string; readonly family: string }

/** A number given by somebody else (chart, licence, export row), unique within its system. */
export type Identifier = { readonly system: string; readonly value: string }

export type CardPreference = {
  readonly largePrint: boolean
  readonly doNotPrint: boolean
  /** Printed in place of the real name when the patient asked for that. */
  readonly alternateName: string | null
  /** Paper goes out in a closed envelope, never openly. */
  readonly envelopeOnly: boolean
  /** The language in which paper for this patient is printed. */
  readonly language: Language
  /** Where post goes: for envelopes only, never on a card. */
  readonly address: string
}

/** What holds for a patient who asked for nothing special. */
export const plainCard: CardPreference = { largePrint: false, doNotPrint: false, alternateName: null, envelopeOnly: false, language: 'en', address: '' }

export type Patient = {
  readonly id: PatientId
  readonly version: number
  readonly name: HumanName
  readonly birthDate: PlainDate | null
  readonly telephone: string
  readonly email: string
  readonly identifiers: readonly Identifier[]
  /** One-way travel in minutes, when known: patients come far. */
  readonly travelMinutes: number | null
  readonly card: CardPreference
  readonly note: string
  readonly status: 'active' | 'inactive' | 'entered-in-error'
}

/** What somebody is here; the law and the service type say what a role may do. */
export const roles = [
  'physician', 'dentist', 'nurse-practitioner', 'physician-assistant', 'registered-nurse', 'practical-nurse',
  'pharmacist-prescriber', 'physiotherapist', 'medical-assistant', 'receptionist',
] as const
export type Role = (typeof roles)[number]

/** FHIR PractitionerRole: what a practitioner is at this practice, where, and from when to when (both dates count). */
export type PractitionerRole = {
  readonly role: Role
  /** `null`: at every location. */
  readonly locationId: LocationId | null
  readonly from: PlainDate | null
  readonly through: PlainDate | null
}

export type Practitioner = {
  readonly id: PractitionerId
  readonly version: number
  readonly name: HumanName
  readonly telephone: string
  readonly roles: readonly PractitionerRole[]
  readonly active: boolean
}

export const accountRoles = ['front-desk', 'injector', 'clinical-lead', 'administrator', 'auditor'] as const
export type AccountRole = (typeof accountRoles)[number]

/** A person who may sign in; not every practitioner has one and not every account is a practitioner. */
export type Account = {
  readonly id: AccountId
  readonly version: number
  readonly username: string
  readonly displayName: string
  readonly role: AccountRole
  readonly practitionerId: PractitionerId | null
  readonly active: boolean
}
