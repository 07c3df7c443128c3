declare const brand: unique symbol

/** A value that has been parsed as `B` and cannot be mistaken for another string or number. */
export type Branded<T, B extends string> = T & { readonly [brand]: B }

export type PatientId = Branded<string, 'PatientId'>
export type PractitionerId = Branded<string, 'PractitionerId'>
export type AccountId = Branded<string, 'AccountId'>
export type LocationId = Branded<string, 'LocationId'>
export type RoomId = Branded<string, 'RoomId'>
export type CertificationTypeId = Branded<string, 'CertificationTypeId'>
export type QualificationId = Branded<string, 'QualificationId'>
export type ServiceTypeId = Branded<string, 'ServiceTypeId'>
export type ShiftPatternId = Branded<string, 'ShiftPatternId'>
export type ShiftExceptionId = Branded<string, 'ShiftExceptionId'>
export type AbsenceId = Branded<string, 'AbsenceId'>
export type AvailabilityId = Branded<string, 'AvailabilityId'>
export type StaffingMinimumId = Branded<string, 'StaffingMinimumId'>
export type AppointmentId = Branded<string, 'AppointmentId'>
export type PrintJobId = Branded<string, 'PrintJobId'>
export type WaitingEntryId = Branded<string, 'WaitingEntryId'>
export type SickCallId = Branded<string, 'SickCallId'>
export type SeriesId = Branded<string, 'SeriesId'>
export type ScopeRuleId = Branded<string, 'ScopeRuleId'>
export type RegisterSnapshotId = Branded<string, 'RegisterSnapshotId'>
export type AuditEventId = Branded<string, 'AuditEventId'>
export type EvidenceId = Branded<string, 'EvidenceId'>
export type AlertId = Branded<string, 'AlertId'>
export type CalendarFeedId = Branded<string, 'CalendarFeedId'>

/** Every kind of id the product makes. */
export type AnyId =
  | PatientId | PractitionerId | AccountId | LocationId | RoomId | CertificationTypeId | QualificationId
  | ServiceTypeId | ShiftPatternId | ShiftExceptionId | AbsenceId | AppointmentId | PrintJobId | SeriesId | ScopeRuleId | AuditEventId | AlertId | CalendarFeedId | AvailabilityId | StaffingMinimumId
  | RegisterSnapshotId | SickCallId | WaitingEntryId | EvidenceId

/** Marks a UUID as the id of one kind of thing; call it only on a UUID just made, parsed or read from the store. */
export const asId = <Id extends AnyId>(uuid: string): Id => uuid as Id
