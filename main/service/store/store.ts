import type { Alert, AlertDays } from '../../../shared/domain/alert.ts'
import type { Appointment } from '../../../shared/domain/appointment.ts'
import type { CardDesign } from '../../../shared/domain/cardDesign.ts'
import type { CertificationType, Competence, Qualification } from '../../../shared/domain/certification.ts'
import type {
  AbsenceId, AccountId, AlertId, AppointmentId, AvailabilityId, CalendarFeedId, CertificationTypeId, EvidenceId, LocationId, PatientId, PractitionerId, PrintJobId, QualificationId, RegisterSnapshotId, RoomId, ServiceTypeId,
  ScopeRuleId, SeriesId, SickCallId, ShiftExceptionId, ShiftPatternId, StaffingMinimumId, WaitingEntryId,
} from '../../../shared/domain/ids.ts'
import type { KeptPrintJob, PrintSettings } from '../../../shared/domain/paper/printing.ts'
import type { Evidence } from '../../../shared/domain/evidence.ts'
import type { Account, Identifier, Patient, Practitioner } from '../../../shared/domain/person.ts'
import type { Location, Practice, Room } from '../../../shared/domain/practice.ts'
import type { Problem } from '../../../shared/domain/problem.ts'
import type { Entered } from '../../../shared/domain/register.ts'
import type { Result } from '../../../shared/domain/result.ts'
import type { ScopeRule } from '../../../shared/domain/rules/scopeRule.ts'
import type { Availability } from '../../../shared/domain/rota/availability.ts'
import type { StaffingMinimum } from '../../../shared/domain/rota/minimum.ts'
import type { Series } from '../../../shared/domain/series.ts'
import type { ServiceType } from '../../../shared/domain/service.ts'
import type { Absence, ShiftException, ShiftPattern } from '../../../shared/domain/shift.ts'
import type { SickCall } from '../../../shared/domain/sickCall/sickCall.ts'
import type { StaffingFacts } from '../../../shared/domain/staffing/types.ts'
import type { WaitingEntry } from '../../../shared/domain/waiting/entry.ts'
import type { Instant, Interval, PlainDate } from '../../../shared/domain/time/values.ts'

export type Stale = Extract<Problem, { code: 'stale' }>
export type NotFound = Extract<Problem, { code: 'not-found' }>
export type Duplicate = Extract<Problem, { code: 'duplicate' }>
export type SlotTaken = Extract<Problem, { code: 'slot-taken' }>

export type Reads<Row, Id> = {
  readonly byId: (id: Id) => Promise<Row | null>
  readonly all: () => Promise<readonly Row[]>
}

/**
 * A row is inserted at version 1; an update names the row as it shall be, with the version that was seen, and answers the row
 * at the next version. Constraint violations come back as refusals, told by constraint, never by message text.
 */
export type Writes<Row> = {
  readonly insert: (row: Row) => Promise<Result<Row, Duplicate | SlotTaken>>
  readonly update: (row: Row) => Promise<Result<Row, Stale | NotFound | Duplicate | SlotTaken>>
}
/** Only for plans that never happened (a shift, an absence): clinical rows are never deleted. */
export type Removes<Row> = { readonly remove: (row: Row) => Promise<Result<Row, Stale | NotFound>> }

export type AuditEntry = {
  readonly sequence: number
  readonly at: Instant
  readonly accountId: AccountId | null
  readonly accountName: string
  readonly action: string
  readonly entity: string
  readonly entityId: string
  readonly outcome: 'success' | 'refused'
  /** JSON; never a password or key. `before` and `after` of a row where one changed. */
  readonly detail: string
}

/** A register that was signed off: its text is kept for good under its SHA-256. */
export type RegisterSnapshot = {
  readonly id: RegisterSnapshotId
  readonly asOf: PlainDate
  readonly at: Instant
  readonly signedBy: string
  readonly statement: string
  readonly sha256: string
}

export type Area = 'practice' | 'staff' | 'patients' | 'appointments' | 'accounts' | 'paper'

/** An address under which a calendar reads the coming ends; only a hash of its secret part is kept. */
export type CalendarFeed = {
  readonly id: CalendarFeedId
  readonly version: number
  readonly tokenHash: string
  readonly madeAt: Instant
  readonly madeBy: string
  readonly revokedAt: Instant | null
}

export type StaffNumber = Identifier & { readonly practitionerId: PractitionerId }

/** What may be read, within one consistent view of the store. */
export type ReadTx = {
  readonly practice: { readonly read: () => Promise<Practice> }
  readonly locations: Reads<Location, LocationId>
  readonly rooms: Reads<Room, RoomId>
  readonly accounts: Reads<Account, AccountId> & {
    readonly byUsername: (username: string) => Promise<Account | null>
    /** Encoded password hash, and the guessing throttle. */
    readonly credential: (id: AccountId) => Promise<{ readonly hash: string; readonly failures: number; readonly lockedUntil: Instant | null } | null>
  }
  readonly practitioners: Reads<Practitioner, PractitionerId>
  readonly competences: { readonly all: () => Promise<readonly { readonly code: Competence; readonly label: string }[]> }
  readonly certificationTypes: Reads<CertificationType, CertificationTypeId>
  readonly qualifications: Reads<Qualification, QualificationId>
  readonly serviceTypes: Reads<ServiceType, ServiceTypeId>
  readonly shiftPatterns: Reads<ShiftPattern, ShiftPatternId>
  readonly shiftExceptions: Reads<ShiftException, ShiftExceptionId>
  readonly absences: Reads<Absence, AbsenceId>
  readonly rules: Reads<ScopeRule, ScopeRuleId>
  readonly alerts: {
    readonly all: () => Promise<readonly Alert[]>
    /** Of which alerts an account was notified, and which it has put away. */
    readonly receipts: (accountId: AccountId) => Promise<{ readonly notified: ReadonlySet<AlertId>; readonly acknowledged: ReadonlySet<AlertId> }>
  }
  readonly alertDays: Reads<AlertDays, CertificationTypeId>
  readonly calendarFeeds: Reads<CalendarFeed, CalendarFeedId> & { readonly byTokenHash: (hash: string) => Promise<CalendarFeed | null> }
  readonly availabilities: Reads<Availability, AvailabilityId>
  readonly staffingMinimums: Reads<StaffingMinimum, StaffingMinimumId>
  readonly patients: Reads<Patient, PatientId> & {
    readonly byIds: (ids: readonly PatientId[]) => Promise<readonly Patient[]>
    /** Forgives typing errors; best first. Empty text: those changed last. */
    readonly find: (text: string, limit: number) => Promise<readonly Patient[]>
    readonly byIdentifier: (system: string, value: string) => Promise<Patient | null>
    /** Same birth date or telephone and a like name: for a warning, never for a merge. */
    readonly likely: (patient: Pick<Patient, 'name' | 'birthDate' | 'telephone' | 'identifiers'>) => Promise<readonly Patient[]>
  }
  readonly appointments: Pick<Reads<Appointment, AppointmentId>, 'byId'> & {
    /** Every status, touching the interval, sorted by start then id. */
    readonly within: (interval: Interval, locationId: LocationId | null) => Promise<readonly Appointment[]>
    readonly ofPatient: (id: PatientId) => Promise<readonly Appointment[]>
    readonly ofSeries: (id: SeriesId) => Promise<readonly Appointment[]>
    readonly byRequestKey: (key: string) => Promise<Appointment | null>
    /** Visits imported earlier, by the number that the other system gave them. */
    readonly byIdentifier: (system: string, value: string) => Promise<Appointment | null>
  }
  readonly paper: {
    readonly design: () => Promise<CardDesign>
    readonly printing: () => Promise<PrintSettings>
  }
  readonly printJobs: Reads<KeptPrintJob, PrintJobId>
  readonly series: Pick<Reads<Series, SeriesId>, 'byId'>
  readonly sickCalls: Pick<Reads<SickCall, SickCallId>, 'byId'> & {
    /** Answered at or after a time, latest first. */
    readonly since: (at: Instant) => Promise<readonly SickCall[]>
  }
  readonly waiting: Pick<Reads<WaitingEntry, WaitingEntryId>, 'byId'> & {
    /** Those who still wait, longest first. */
    readonly waiting: () => Promise<readonly WaitingEntry[]>
    readonly ofPatient: (id: PatientId) => Promise<readonly WaitingEntry[]>
  }
  readonly evidence: Pick<Reads<Evidence, EvidenceId>, 'byId'> & {
    readonly ofQualification: (id: QualificationId) => Promise<readonly Evidence[]>
    /** What is in the file. */
    readonly bytes: (id: EvidenceId) => Promise<Uint8Array | null>
  }
  /** Numbers by which other programs know the staff, so that a list imported again finds the same people. */
  readonly staffNumbers: { readonly all: () => Promise<readonly StaffNumber[]> }
  readonly audit: {
    readonly list: (query: { readonly before: number | null; readonly limit: number; readonly entityId: string | null }) => Promise<readonly AuditEntry[]>
    /** True when no record was altered, cut out or reordered. */
    readonly intact: () => Promise<boolean>
    /** When an action was last done to each of these rows; rows to which it never was are left out. */
    readonly lastOf: (action: string, entityIds: readonly string[]) => Promise<ReadonlyMap<string, Instant>>
    readonly latest: () => Promise<{ readonly sequence: number; readonly at: Instant } | null>
  }
  readonly registerSnapshots: {
    /** Latest first. */
    readonly list: () => Promise<readonly RegisterSnapshot[]>
    readonly text: (id: RegisterSnapshotId) => Promise<{ readonly body: string; readonly sha256: string } | null>
  }
  /** What the store held at an earlier time: each version of what decides on who is certified is kept for good. */
  readonly versions: {
    readonly known: (at: Instant) => Promise<Pick<StaffingFacts, 'practitioners' | 'certificationTypes' | 'qualifications' | 'serviceTypes'> & { readonly entered: ReadonlyMap<QualificationId, Entered> }>
    /** Latest first. */
    readonly ofQualification: (id: QualificationId) => Promise<readonly { readonly at: Instant; readonly by: string; readonly qualification: Qualification }[]>
  }
  /** Everything that the staffing engine needs for the interval; appointments only those that touch it. */
  readonly staffingFacts: (interval: Interval) => Promise<StaffingFacts>
}

/** What may be written, in one transaction that takes the writer's lock at once. */
export type WriteTx = Omit<ReadTx, 'practice' | 'locations' | 'rooms' | 'accounts' | 'practitioners' | 'competences' | 'certificationTypes' | 'qualifications' | 'serviceTypes' | 'shiftPatterns' | 'shiftExceptions' | 'absences' | 'availabilities' | 'staffingMinimums' | 'rules' | 'patients' | 'appointments' | 'paper' | 'printJobs' | 'audit' | 'registerSnapshots' | 'series' | 'sickCalls' | 'waiting' | 'alerts' | 'alertDays' | 'calendarFeeds' | 'staffNumbers' | 'evidence'> & {
  readonly practice: ReadTx['practice'] & Writes<Practice>
  readonly locations: ReadTx['locations'] & Writes<Location>
  readonly rooms: ReadTx['rooms'] & Writes<Room>
  readonly accounts: ReadTx['accounts'] & Writes<Account> & {
    readonly setCredential: (id: AccountId, credential: { readonly hash: string; readonly failures: number; readonly lockedUntil: Instant | null }) => Promise<void>
  }
  readonly practitioners: ReadTx['practitioners'] & Writes<Practitioner>
  readonly competences: ReadTx['competences'] & { readonly insert: (row: { readonly code: Competence; readonly label: string }) => Promise<Result<null, Duplicate>> }
  readonly certificationTypes: ReadTx['certificationTypes'] & Writes<CertificationType>
  readonly qualifications: ReadTx['qualifications'] & Writes<Qualification>
  readonly serviceTypes: ReadTx['serviceTypes'] & Writes<ServiceType>
  readonly shiftPatterns: ReadTx['shiftPatterns'] & Writes<ShiftPattern> & Removes<ShiftPattern>
  readonly shiftExceptions: ReadTx['shiftExceptions'] & Writes<ShiftException> & Removes<ShiftException>
  readonly absences: ReadTx['absences'] & Writes<Absence> & Removes<Absence>
  readonly rules: ReadTx['rules'] & Writes<ScopeRule>
  /** Alerts that were given, and who heard of them, are never changed. */
  readonly alerts: ReadTx['alerts'] & {
    readonly give: (alert: Alert) => Promise<Result<Alert, Duplicate | SlotTaken>>
    readonly receive: (accountId: AccountId, step: 'notified' | 'acknowledged', ids: readonly AlertId[], at: Instant) => Promise<void>
  }
  readonly alertDays: ReadTx['alertDays'] & Writes<AlertDays>
  readonly calendarFeeds: ReadTx['calendarFeeds'] & Writes<CalendarFeed>
  readonly availabilities: ReadTx['availabilities'] & Writes<Availability> & Removes<Availability>
  readonly staffingMinimums: ReadTx['staffingMinimums'] & Writes<StaffingMinimum> & Removes<StaffingMinimum>
  readonly patients: ReadTx['patients'] & Writes<Patient>
  readonly appointments: ReadTx['appointments'] & {
    readonly insert: (row: Appointment, keys: { readonly requestKey: string | null; readonly identifier: { readonly system: string; readonly value: string } | null }) => Promise<Result<Appointment, Duplicate | SlotTaken>>
    readonly update: Writes<Appointment>['update']
    /** Several at once, which may take each other's places; after a refusal nothing of the transaction may be kept. */
    readonly updateAll: (rows: readonly Appointment[]) => Promise<Result<readonly Appointment[], Stale | NotFound | Duplicate | SlotTaken>>
  }
  readonly paper: ReadTx['paper'] & {
    /** Version 0 is what holds until somebody settles something. */
    readonly saveDesign: (design: CardDesign) => Promise<Result<CardDesign, Stale>>
    readonly savePrinting: (settings: PrintSettings) => Promise<Result<PrintSettings, Stale>>
  }
  readonly printJobs: ReadTx['printJobs'] & Pick<Writes<KeptPrintJob>, 'insert'> & Removes<KeptPrintJob>
  readonly registerSnapshots: ReadTx['registerSnapshots'] & { readonly add: (snapshot: RegisterSnapshot, body: string) => Promise<void> }
  readonly evidence: ReadTx['evidence'] & Pick<Writes<Evidence>, 'update'> & { readonly attach: (evidence: Evidence, bytes: Uint8Array) => Promise<void> }
  readonly staffNumbers: ReadTx['staffNumbers'] & { readonly add: (number: StaffNumber) => Promise<void> }
  readonly series: ReadTx['series'] & Pick<Writes<Series>, 'insert'>
  readonly sickCalls: ReadTx['sickCalls'] & Writes<SickCall>
  readonly waiting: ReadTx['waiting'] & Writes<WaitingEntry>
  readonly audit: ReadTx['audit'] & { readonly append: (entry: Omit<AuditEntry, 'sequence'>) => Promise<void> }
}

/** A transaction's end: keep it, or undo all of it and still hand back a value (a preview, a refusal). */
export type Ending<T> = { readonly keep: boolean; readonly value: T }

/** An open store. One transaction per request; nothing outlives its callback. */
export type Store = {
  readonly engine: 'sqlite' | 'postgresql'
  /** The time now, never before anything that was saved: a clock set back makes nothing valid again. */
  readonly now: () => Instant
  /** How far this machine's clock lies behind what was saved, in milliseconds; 0 when it does not. */
  readonly clockBehind: () => number
  readonly read: <T>(work: (tx: ReadTx) => Promise<T>) => Promise<T>
  /** `areas` tells other windows what moved, once it is committed. */
  readonly write: <T>(areas: readonly Area[], work: (tx: WriteTx) => Promise<Ending<T>>) => Promise<T>
  /** Called after each commit, this process's and (PostgreSQL) other desks'. Returns how to stop. */
  readonly onCommit: (listener: (sequence: number, areas: readonly Area[]) => void) => () => void
  readonly close: () => Promise<void>
}

/** Why a store could not be opened or used; thrown, caught by the router, told as `store-unavailable`. */
export class StoreUnavailable extends Error {
  readonly why: Extract<Problem, { code: 'store-unavailable' }>['why']
  constructor(why: Extract<Problem, { code: 'store-unavailable' }>['why']) {
    super(`store unavailable: ${why}`)
    this.why = why
  }
}

/** Opens, makes and unlocks the practice's store in one data folder. */
export type StoreHouse = {
  readonly state: () => Promise<'first-run' | 'locked'>
  readonly hasPassphrase: () => Promise<boolean>
  /** Makes keys and an empty store (or a schema on the PostgreSQL server). A made-up (demo) practice keeps its key beside the file and opens by itself. */
  readonly create: (options: { readonly passphrase: string | null; readonly postgresUrl: string | null }) => Promise<{ readonly store: Store; readonly recoveryKey: string }>
  /** Opens without asking anybody, where the key store (or a demo) allows it; `null` when a secret is needed. */
  readonly openByItself: () => Promise<Store | null>
  readonly open: (secret: string, kind: 'passphrase' | 'recovery-key') => Promise<Store | null>
  readonly setPassphrase: (passphrase: string) => Promise<void>
}
