import type { CertificationTypeId } from './ids.ts'
import type { Role } from './person.ts'

/** What a column of a staff list can mean to us. */
export const staffFields = [
  'staff-number', 'given-name', 'family-name', 'full-name', 'telephone', 'role', 'certification', 'number', 'issuer', 'jurisdiction', 'issued', 'effective', 'expires', 'status', 'restrictions', 'note',
] as const
export type StaffField = (typeof staffFields)[number]

/** How a staff list is written: lines of a table, HL7 v2 master file messages, or FHIR R4 resources. */
export const staffFormats = ['csv', 'hl7v2', 'fhir'] as const
export type StaffFormat = (typeof staffFormats)[number]

/** How to read a staff list: what its columns are (of a table only), and what its own words are here. */
export type StaffMapping = {
  /** Which program the list comes from: its numbers are known under this name, so that importing again finds the same people. */
  readonly source: string
  readonly columns: readonly (StaffField | null)[]
  readonly dateOrder: 'year-first' | 'day-first' | 'month-first' | null
  /** `null`: the word says nothing about what somebody may do here. */
  readonly roles: readonly { readonly name: string; readonly to: Role | null }[]
  /** `new`: a certification type of that name, which grants nothing until the lead says what. `null`: left out (said in the report). */
  readonly types: readonly { readonly name: string; readonly to: CertificationTypeId | 'new' | null }[]
}

export const staffOutcomes = ['person-new', 'person-known', 'certification-new', 'certification-known', 'left-out', 'unreadable'] as const
export type StaffOutcome = (typeof staffOutcomes)[number]

/** What one certification of the list becomes, or one person who has none in it. */
export type StaffRow = {
  /** Where it stands: the line of a table, the message of a master file, the resource of a bundle, counted from 1. */
  readonly at: number
  readonly outcomes: readonly StaffOutcome[]
  readonly person: string
  readonly certification: string
  readonly messages: readonly string[]
}
export type StaffReport = {
  readonly format: StaffFormat
  readonly encoding: string
  readonly columns: readonly string[]
  /** Of each column, the first cell that is not empty. */
  readonly examples: readonly string[]
  readonly mapping: StaffMapping
  readonly questions: readonly 'date-order'[]
  readonly rows: readonly StaffRow[]
  readonly counts: Readonly<Record<StaffOutcome, number>>
  /** Each field that was not understood or has no place here, by its name in the format. */
  readonly notUnderstood: readonly string[]
  readonly saved: boolean
}
