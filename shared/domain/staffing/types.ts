import type { Appointment } from '../appointment.ts'
import type { CertificationType, Competence, Qualification } from '../certification.ts'
import type { AppointmentId, CertificationTypeId, LocationId, PractitionerId, QualificationId, RoomId, ScopeRuleId, ServiceTypeId } from '../ids.ts'
import type { Practitioner, Role } from '../person.ts'
import type { Location, Room } from '../practice.ts'
import type { TooSoon } from '../tooSoon.ts'
import type { Finding } from '../rules/finding.ts'
import type { ScopeRule } from '../rules/scopeRule.ts'
import type { ServiceType } from '../service.ts'
import type { Absence, ShiftException, ShiftPattern } from '../shift.ts'
import type { Interval, PlainDate, WallDateTime } from '../time/values.ts'

/** Everything the staffing engine may look at; it asks nobody else. */
export type StaffingFacts = {
  readonly practitioners: readonly Practitioner[]
  readonly certificationTypes: readonly CertificationType[]
  readonly qualifications: readonly Qualification[]
  readonly serviceTypes: readonly ServiceType[]
  readonly locations: readonly Location[]
  readonly rooms: readonly Room[]
  readonly shiftPatterns: readonly ShiftPattern[]
  readonly shiftExceptions: readonly ShiftException[]
  readonly absences: readonly Absence[]
  readonly appointments: readonly Appointment[]
  /** Every version of every rule; drafts among them never act. */
  readonly rules: readonly ScopeRule[]
}

/** Why one practitioner cannot perform one visit; a practitioner may have several. */
export type Reason =
  | { readonly kind: 'inactive' }
  | { readonly kind: 'role-not-allowed'; readonly roles: readonly Role[] }
  | { readonly kind: 'not-certified'; readonly competence: Competence }
  | { readonly kind: 'expired'; readonly competence: Competence; readonly qualificationId: QualificationId; readonly certificationTypeId: CertificationTypeId; readonly lastDay: PlainDate }
  | { readonly kind: 'not-yet-effective'; readonly competence: Competence; readonly qualificationId: QualificationId; readonly certificationTypeId: CertificationTypeId; readonly firstDay: PlainDate }
  | { readonly kind: 'suspended' | 'revoked' | 'superseded' | 'unverified' | 'verification-overdue' | 'expiry-unknown' | 'prescriber-missing' | 'hours-short'; readonly competence: Competence; readonly qualificationId: QualificationId; readonly certificationTypeId: CertificationTypeId }
  /** `next`: the start of this person's next shift at the location that day, when there is one. */
  | { readonly kind: 'off-shift'; readonly next: WallDateTime | null }
  | { readonly kind: 'absent'; readonly until: WallDateTime }
  | { readonly kind: 'busy'; readonly appointmentId: AppointmentId }
  /** `supervisor-busy`: whoever may supervise has as many visits at the time as the service allows. */
  | { readonly kind: 'supervisor-missing' | 'supervisor-busy' }
  /** `scopeRuleId`: the version of the rule by which none of the person's roles may inject here, or not without somebody there. */
  | { readonly kind: 'role-barred' | 'company-missing'; readonly scopeRuleId: ScopeRuleId }

export type PractitionerReasons = { readonly practitionerId: PractitionerId; readonly reasons: readonly Reason[] }

/** What one absence, or one expiry, would undo: the person on whom it hangs, and that person's earliest-ending certificate for it. */
export type Fragility = {
  readonly practitionerId: PractitionerId
  readonly expiring: { readonly qualificationId: QualificationId; readonly certificationTypeId: CertificationTypeId; readonly lastDay: PlainDate } | null
}

/** The smallest set of overlapping visits that its people cannot perform together: more visits than people can do, or can be there for. */
export type Shortage = {
  readonly appointmentIds: readonly AppointmentId[]
  readonly practitionerIds: readonly PractitionerId[]
  /** Who would supervise, or be there by the rule of the place that is named, and for how many at a time each, where that is what is short. */
  readonly supervision: { readonly practitionerIds: readonly PractitionerId[]; readonly atMost: number; readonly scopeRuleId: ScopeRuleId | null } | null
}

export type CannotVerifyCause =
  | 'service-type-unknown' | 'service-type-not-approved' | 'location-unknown' | 'time-invalid' | 'search-limit' | 'rule-failed'

/** What the engine says of one visit. `reasons` has an entry for every practitioner who is not eligible, in practitioner-id order. */
export type Verdict =
  | { readonly state: 'covered'; readonly fragile: Fragility | null; readonly reasons: readonly PractitionerReasons[] }
  | { readonly state: 'assignable'; readonly performerId: PractitionerId; readonly reasons: readonly PractitionerReasons[] }
  | { readonly state: 'uncovered'; readonly shortage: Shortage | null; readonly reasons: readonly PractitionerReasons[] }
  /** A rule of the place blocks it, whoever is there. */
  | { readonly state: 'against-rule'; readonly findings: readonly Finding[]; readonly reasons: readonly PractitionerReasons[] }
  | { readonly state: 'cannot-verify'; readonly cause: CannotVerifyCause; readonly reasons: readonly PractitionerReasons[] }

/** Opening hours of a location in which nobody on shift may perform a service type. */
export type StaffingGap = { readonly locationId: LocationId; readonly serviceTypeId: ServiceTypeId; readonly interval: Interval }

/** Opening hours staffed by one person alone, and which certificate of that person ends first. */
export type FragileStretch = StaffingGap & Fragility

/** A stretch in which a practitioner is at work: shifts and exceptions applied, absences taken out. */
export type WorkingInterval = {
  readonly practitionerId: PractitionerId
  readonly locationId: LocationId
  readonly presence: 'on-site' | 'on-call'
  readonly interval: Interval
}

export type Staffing = {
  /** One entry per standing visit whose interval touches the window, by id. */
  readonly verdicts: ReadonlyMap<AppointmentId, Verdict>
  /** Clipped to the window, sorted by location, service type, start; adjoining stretches merged. */
  readonly gaps: readonly StaffingGap[]
  readonly fragile: readonly FragileStretch[]
  readonly working: readonly WorkingInterval[]
}

/** A place in the calendar for a service, with the person who would perform it. */
export type Slot = {
  readonly locationId: LocationId
  readonly start: WallDateTime
  readonly interval: Interval
  readonly performerId: PractitionerId
  readonly roomId: RoomId | null
}

/** The second visit that goes with a slot: one that the patient has already, or a place that stays free when the slot is taken. */
export type Companion = Omit<Slot, 'performerId'> & { readonly performerId: PractitionerId | null; readonly appointmentId: AppointmentId | null }

/** A slot with the visit that goes with it, where one was asked for. */
export type PairedSlot = Slot & { readonly companion: Companion | null }

/** A start time that cannot be offered, and why, per practitioner. `freeRoom: false` when every room is taken. */
export type ClosedSlot = {
  readonly locationId: LocationId
  readonly start: WallDateTime
  readonly interval: Interval
  readonly outsideOpeningHours: boolean
  readonly freeRoom: boolean
  /** The patient has another visit then. */
  readonly patientBusy: boolean
  /** It is free itself, but no place is for the visit that was to go with it. */
  readonly companionMissing: boolean
  /** It is nearer to another visit of the patient than the service allows. */
  readonly tooSoon: TooSoon | null
  /** The rules that block it for this patient. */
  readonly findings: readonly Finding[]
  readonly reasons: readonly PractitionerReasons[]
}

