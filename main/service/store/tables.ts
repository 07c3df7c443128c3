import type { AbsenceRow, AvailabilityRow, ShiftExceptionRow, ShiftPatternRow, StaffingMinimumRow } from './shiftTables.ts'
import type { EvidenceRow } from './evidenceTable.ts'
import type { VersionedRow } from './versionedRow.ts'

/** Every table, the same on both engines: text, whole numbers (instants as epoch milliseconds, yes/no as 1/0), JSON text and, for files, bytes. */
export type Tables = {
  readonly schema_version: { readonly version: number }
  readonly store_state: StateRow
  readonly practice: PracticeRow
  readonly locations: LocationRow
  readonly rooms: RoomRow
  readonly accounts: AccountRow
  readonly credentials: CredentialRow
  readonly practitioners: PractitionerRow
  readonly competences: CompetenceRow
  readonly certification_types: CertificationTypeRow
  readonly qualifications: QualificationRow
  readonly record_versions: RecordVersionRow
  readonly register_snapshots: RegisterSnapshotRow
  readonly evidence: EvidenceRow
  readonly evidence_bytes: { readonly id: string; readonly body: Uint8Array }
  readonly service_types: ServiceTypeRow
  readonly shift_patterns: ShiftPatternRow
  readonly shift_exceptions: ShiftExceptionRow
  readonly absences: AbsenceRow
  readonly availabilities: AvailabilityRow
  readonly staffing_minimums: StaffingMinimumRow
  readonly staff_numbers: { readonly system: string; readonly value: string; readonly practitioner_id: string }
  readonly patients: PatientRow
  readonly patient_identifiers: { readonly system: string; readonly value: string; readonly patient_id: string }
  readonly appointments: AppointmentRow
  readonly appointment_identifiers: { readonly system: string; readonly value: string; readonly appointment_id: string }
  readonly alerts: { readonly id: string; readonly qualification_id: string; readonly kind: string; readonly ends: string; readonly days: number; readonly given_at: number }
  readonly alert_receipts: { readonly alert_id: string; readonly account_id: string; readonly step: string; readonly at: number }
  readonly alert_days: VersionedRow & { readonly days: string }
  readonly calendar_feeds: CalendarFeedRow
  readonly audit: AuditRow
  readonly paper_settings: PaperSettingsRow
  readonly print_jobs: PrintJobRow
  readonly series: SeriesRow
  readonly sick_calls: SickCallRow
  readonly waiting_entries: WaitingEntryRow
  readonly scope_rules: ScopeRuleRow
}

/** One row that counts commits; locking it is the writer's lock on PostgreSQL. */
export type StateRow = {
  readonly id: number
  readonly opens: number
  readonly commits: number
  /** The commit that last touched a table of which the staffing engine keeps a copy in memory. */
  readonly staff_changed: number
  readonly audit_sequence: number
  readonly audit_hash: string
  /** The latest time at which anything was saved: a clock set back does not bring it back. */
  readonly latest_at: number
}

export type PracticeRow = VersionedRow & {
  readonly name: string
  readonly telephone: string
  readonly ask_for: string
  readonly arrive_early_minutes: number
  readonly demo: number
}

export type LocationRow = VersionedRow & {
  readonly name: string
  readonly address: string
  readonly telephone: string
  readonly zone: string
  readonly opening_hours: string
  readonly opening_exceptions: string
  readonly regulation: string | null
  readonly active: number
}

export type RoomRow = VersionedRow & { readonly location_id: string; readonly name: string; readonly name_key: string; readonly active: number }

export type AccountRow = VersionedRow & {
  readonly username: string
  readonly username_key: string
  readonly display_name: string
  readonly role: string
  readonly practitioner_id: string | null
  readonly active: number
}

export type CredentialRow = {
  readonly account_id: string
  readonly hash: string
  readonly failures: number
  readonly locked_until: number | null
}

export type PractitionerRow = VersionedRow & {
  readonly given_name: string
  readonly family_name: string
  readonly telephone: string
  readonly roles: string
  readonly active: number
}

export type CompetenceRow = { readonly code: string; readonly label: string }

export type CertificationTypeRow = VersionedRow & {
  readonly name: string
  readonly name_key: string
  readonly issuer: string
  readonly competences: string
  readonly expiry: string
  readonly active: number
  readonly kind: string
  readonly number_form: string | null
  readonly reverify_months: number | null
  readonly needs_prescriber: number
  readonly hours: number | null
}

export type QualificationRow = VersionedRow & {
  readonly practitioner_id: string
  readonly certification_type_id: string
  readonly number: string
  readonly issuer: string
  readonly issued: string
  readonly expires: string | null
  readonly status: string
  readonly verification: string
  readonly jurisdiction: string
  readonly effective: string | null
  readonly restrictions: string
  readonly scope: string
  readonly prescriber_id: string | null
  readonly hours: number | null
  readonly renews: string | null
  readonly note: string
}

export type RegisterSnapshotRow = {
  readonly id: string
  readonly as_of: string
  readonly at: number
  readonly signed_by: string
  readonly statement: string
  readonly sha256: string
  readonly body: string
}

/** A row as one of its versions had it; never changed, so that what was known on a day can be told later. */
export type RecordVersionRow = {
  /** The row's table. */
  readonly kind: string
  readonly id: string
  readonly version: number
  readonly entered_at: number
  readonly entered_by: string
  /** The row, as JSON. */
  readonly body: string
}

export type ServiceTypeRow = VersionedRow & {
  readonly name: string
  readonly name_key: string
  readonly minutes: number
  readonly competences: string
  readonly roles: string
  readonly supervision: string | null
  readonly needs_room: number
  readonly minimum_interval_days: number | null
  readonly product_intervals: string
  readonly label_status: string
  readonly purpose: string
  readonly physiotherapy: number
  readonly status: string
  readonly note: string
}

export type PatientRow = VersionedRow & {
  readonly given_name: string
  readonly family_name: string
  readonly birth_date: string | null
  readonly telephone: string
  /** The telephone's last digits, for finding likely duplicates however it was written. */
  readonly telephone_key: string
  readonly email: string
  readonly identifiers: string
  readonly travel_minutes: number | null
  readonly card: string
  readonly note: string
  readonly status: string
  /** The commit that wrote this version. */
  readonly changed: number
}

export type AppointmentRow = VersionedRow & {
  readonly patient_id: string
  readonly service_type_id: string
  readonly location_id: string
  readonly room_id: string | null
  readonly performer_id: string | null
  readonly start_wall: string
  readonly minutes: number
  readonly zone: string
  readonly start_at: number
  readonly end_at: number
  readonly status: string
  readonly override: string | null
  readonly cancel_reason: string | null
  readonly note: string
  readonly series_id: string | null
  readonly series_number: number | null
  readonly series_of: number | null
  /** Written once, with the visit; no part of its value. */
  readonly request_key?: string | null | undefined
}

/** One row for each thing that is settled about paper; its body is JSON. */
export type PaperSettingsRow = VersionedRow & { readonly body: string }

export type PrintJobRow = VersionedRow & {
  readonly at: number
  readonly account_name: string
  readonly paper: string
  readonly request: string
  readonly reason: string
}

export type SeriesRow = VersionedRow & {
  readonly patient_id: string
  readonly service_type_id: string
  readonly location_id: string
  readonly terms: string
}

export type SickCallRow = VersionedRow & {
  readonly practitioner_id: string
  readonly start_wall: string
  readonly end_wall: string
  readonly zone: string
  readonly made_at: number
  readonly made_by: string
  readonly absence: string | null
  readonly shifts: string
  readonly moves: string
  readonly undone_at: number | null
}

export type WaitingEntryRow = VersionedRow & {
  readonly patient_id: string
  readonly service_type_id: string
  readonly location_id: string
  readonly performer_id: string | null
  readonly room_id: string | null
  readonly visit_id: string | null
  readonly weekdays: string
  readonly part_of_day: string | null
  readonly notice_minutes: number
  readonly note: string
  readonly since: number
  readonly status: string
  readonly lost_wall: string | null
  readonly offers: string
}

export type ScopeRuleRow = VersionedRow & {
  readonly rule_id: string
  readonly edition: number
  readonly terms: string
  readonly approval: string | null
  readonly retirement: string | null
}

export type CalendarFeedRow = VersionedRow & {
  /** SHA-256 of the secret part of the address; the part itself is kept nowhere. */
  readonly token_hash: string
  readonly made_at: number
  readonly made_by: string
  readonly revoked_at: number | null
}

export type AuditRow = {
  readonly sequence: number
  readonly at: number
  readonly account_id: string | null
  readonly account_name: string
  readonly action: string
  readonly entity: string
  readonly entity_id: string
  readonly outcome: string
  readonly detail: string
  readonly hash: string
}
