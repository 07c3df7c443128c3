import { z } from 'zod'
import type { AppointmentId, CertificationTypeId, LocationId, PractitionerId, QualificationId, RoomId, ScopeRuleId, ServiceTypeId } from '../domain/ids.ts'
import type { ClosedSlot, Companion, FragileStretch, Fragility, PairedSlot, PractitionerReasons, Reason, Shortage, Slot, StaffingGap, Verdict, WorkingInterval } from '../domain/staffing/types.ts'
import type { TooSoon } from '../domain/tooSoon.ts'
import type { EndedHours, WhatEnds } from '../domain/staffing/whatEnds.ts'
import { role } from './people.ts'
import { finding } from './rules.ts'
import { competence, id, interval, list, plainDate, type Schema, wallDateTime } from './scalars.ts'

const held = { competence, qualificationId: id<QualificationId>(), certificationTypeId: id<CertificationTypeId>() }
export const reason: Schema<Reason> = z.union([
  z.strictObject({ kind: z.literal('inactive') }),
  z.strictObject({ kind: z.literal('role-not-allowed'), roles: list(role) }),
  z.strictObject({ kind: z.literal('not-certified'), competence }),
  z.strictObject({ kind: z.literal('expired'), ...held, lastDay: plainDate }),
  z.strictObject({ kind: z.literal('not-yet-effective'), ...held, firstDay: plainDate }),
  z.strictObject({ kind: z.enum(['suspended', 'revoked', 'superseded', 'unverified', 'verification-overdue', 'expiry-unknown', 'prescriber-missing', 'hours-short']), ...held }),
  z.strictObject({ kind: z.literal('off-shift'), next: wallDateTime.nullable() }),
  z.strictObject({ kind: z.literal('absent'), until: wallDateTime }),
  z.strictObject({ kind: z.literal('busy'), appointmentId: id<AppointmentId>() }),
  z.strictObject({ kind: z.enum(['supervisor-missing', 'supervisor-busy']) }),
  z.strictObject({ kind: z.enum(['role-barred', 'company-missing']), scopeRuleId: id<ScopeRuleId>() }),
])
const practitionerReasons: Schema<PractitionerReasons> = z.strictObject({ practitionerId: id<PractitionerId>(), reasons: list(reason) })
const reasons = list(practitionerReasons)
const fragile = {
  practitionerId: id<PractitionerId>(),
  expiring: z.strictObject({ qualificationId: id<QualificationId>(), certificationTypeId: id<CertificationTypeId>(), lastDay: plainDate }).nullable(),
}
export const fragility: Schema<Fragility> = z.strictObject(fragile)
const shortage: Schema<Shortage> = z.strictObject({
  appointmentIds: list(id<AppointmentId>()), practitionerIds: list(id<PractitionerId>()),
  supervision: z.strictObject({ practitionerIds: list(id<PractitionerId>()), atMost: z.int(), scopeRuleId: id<ScopeRuleId>().nullable() }).nullable(),
})
const cause = z.enum(['service-type-unknown', 'service-type-not-approved', 'location-unknown', 'time-invalid', 'search-limit', 'rule-failed'])

export const verdict: Schema<Verdict> = z.union([
  z.strictObject({ state: z.literal('covered'), fragile: fragility.nullable(), reasons }),
  z.strictObject({ state: z.literal('assignable'), performerId: id<PractitionerId>(), reasons }),
  z.strictObject({ state: z.literal('uncovered'), shortage: shortage.nullable(), reasons }),
  z.strictObject({ state: z.literal('against-rule'), findings: list(finding), reasons }),
  z.strictObject({ state: z.literal('cannot-verify'), cause, reasons }),
])

const stretch = { locationId: id<LocationId>(), serviceTypeId: id<ServiceTypeId>(), interval }
export const staffingGap: Schema<StaffingGap> = z.strictObject(stretch)
export const fragileStretch: Schema<FragileStretch> = z.strictObject({ ...stretch, ...fragile })
export const workingInterval: Schema<WorkingInterval> = z.strictObject({
  practitionerId: id<PractitionerId>(), locationId: id<LocationId>(), presence: z.enum(['on-site', 'on-call']), interval,
})
const endedHours: Schema<EndedHours> = z.strictObject({ locationId: id<LocationId>(), serviceTypeId: id<ServiceTypeId>(), minutes: z.int(), cleared: z.int() })
export const whatEnds: Schema<WhatEnds> = z.strictObject({
  qualificationId: id<QualificationId>(), practitionerId: id<PractitionerId>(), certificationTypeId: id<CertificationTypeId>(),
  kind: z.enum(['certification', 'verification', 'unverified']), ends: plainDate.nullable(), uncovered: list(id<AppointmentId>()), cleared: list(id<AppointmentId>()), hours: list(endedHours),
})
const place = { locationId: id<LocationId>(), start: wallDateTime, interval }
const slotFields = { ...place, performerId: id<PractitionerId>(), roomId: id<RoomId>().nullable() }
export const slot: Schema<Slot> = z.strictObject(slotFields)
const companion: Schema<Companion> = z.strictObject({ ...slotFields, performerId: id<PractitionerId>().nullable(), appointmentId: id<AppointmentId>().nullable() })
export const pairedSlot: Schema<PairedSlot> = z.strictObject({ ...slotFields, companion: companion.nullable() })
export const tooSoonFields = { service: z.string(), minimumDays: z.int(), other: plainDate, from: plainDate }
export const tooSoon: Schema<TooSoon> = z.strictObject(tooSoonFields)
export const closedSlot: Schema<ClosedSlot> = z.strictObject({ ...place, outsideOpeningHours: z.boolean(), freeRoom: z.boolean(), patientBusy: z.boolean(), companionMissing: z.boolean(), tooSoon: tooSoon.nullable(), findings: list(finding), reasons })
