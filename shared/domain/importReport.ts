import type { LocationId, PractitionerId, ServiceTypeId } from './ids.ts'

/** What a column of a foreign file can mean to us. */
export const importFields = [
  'patient-number', 'given-name', 'family-name', 'full-name', 'birth-date', 'telephone', 'mobile', 'email', 'address', 'note',
  'visit-number', 'visit-start', 'visit-end', 'visit-date', 'visit-time', 'visit-minutes', 'zone', 'service', 'staff', 'room', 'status',
] as const
export type ImportField = (typeof importFields)[number]

/** How to read the file: which column is what, how its dates are written, and to what its own words are mapped. */
export type ImportMapping = {
  /** Which program the file comes from: its numbers are known under this name, so that importing again finds the same patients and visits. */
  readonly source: string
  readonly columns: readonly (ImportField | null)[]
  /** `null`: as the file's own dates prove it; asked for where they do not. */
  readonly dateOrder: 'year-first' | 'day-first' | 'month-first' | null
  readonly zone: string
  readonly locationId: LocationId | null
  /** `null`: leave these visits out (said in the report). `draft`: make a draft service type of that name, which stays flagged until approved. */
  readonly services: readonly { readonly name: string; readonly to: ServiceTypeId | 'draft' | null }[]
  /** `null`: nobody named. */
  readonly staff: readonly { readonly name: string; readonly to: PractitionerId | null }[]
}

/** What the file does not say, and what was not said for it: to be answered before it is imported. */
export const importQuestions = ['date-order', 'location'] as const
export type ImportQuestion = (typeof importQuestions)[number]

export const rowOutcomes = [
  'patient-new', 'patient-known', 'patient-possible-duplicate', 'visit-new', 'visit-known', 'double-booking', 'against-rule', 'too-soon', 'service-left-out', 'unreadable', 'no-such-time', 'ambiguous-time',
] as const
export type RowOutcome = (typeof rowOutcomes)[number]

/** What one row of the file becomes; `line` is 1 for the first line of the file. */
export type ImportRow = {
  readonly line: number
  readonly outcomes: readonly RowOutcome[]
  readonly patient: string
  readonly visit: string
  readonly messages: readonly string[]
}
export type ImportReport = {
  readonly encoding: string
  readonly delimiter: string
  readonly columns: readonly string[]
  /** Of each column, the first cell that is not empty. */
  readonly examples: readonly string[]
  readonly mapping: ImportMapping
  readonly questions: readonly ImportQuestion[]
  readonly rows: readonly ImportRow[]
  readonly counts: Readonly<Record<RowOutcome, number>>
  readonly notUnderstood: readonly string[]
  readonly saved: boolean
}
