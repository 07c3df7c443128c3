import fc from 'fast-check'
import { type Appointment, appointmentStatuses } from '../../../shared/domain/appointment.ts'
import { certificationKinds, type CertificationType, type Competence, type Qualification, type Verification } from '../../../shared/domain/certification.ts'
import { numberForms } from '../../../shared/domain/numberForm.ts'
import { type AnyId, asId } from '../../../shared/domain/ids.ts'
import { languages } from '../../../shared/domain/language.ts'
import { type Account, accountRoles, type HumanName, type Identifier, type Patient, type Practitioner, type PractitionerRole, roles } from '../../../shared/domain/person.ts'
import type { Location, Practice, Room } from '../../../shared/domain/practice.ts'
import { jurisdictions, purposes } from '../../../shared/domain/rules/jurisdiction.ts'
import type { ServiceType, Supervision } from '../../../shared/domain/service.ts'
import type { Absence, ShiftException, ShiftPattern } from '../../../shared/domain/shift.ts'
import { instant, minuteMs } from '../../../shared/domain/time/instant.ts'
import { type Repeat, ruleOf } from '../../../shared/domain/time/recurrenceRule.ts'
import { dateOfDay } from '../../../shared/domain/time/plainDate.ts'
import type { Instant, Interval, PlainDate, WallTime, Weekday } from '../../../shared/domain/time/values.ts'
import { wallDateTime, wallTimeAt } from '../../../shared/domain/time/wallClock.ts'
import { competence, zone } from '../../support/builders.ts'

// Any value that the contract lets in. NUL is left out: PostgreSQL keeps no such text, and no person types it.

const text: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.constantFrom('', "O'Neil", '"; drop table patients; --', '%_\\', '{"a":1}', '\n\t', 'Ñandú', '山田太郎', 'محمد', '👩‍⚕️', 'x'.repeat(4000)),
).map(found => found.replaceAll('\0', ''))

export const anyId = <Id extends AnyId>(): fc.Arbitrary<Id> => fc.uuid({ version: 7 }).map(uuid => asId<Id>(uuid))
const anyDate: fc.Arbitrary<PlainDate> = fc.integer({ min: -40_000, max: 60_000 }).map(dateOfDay)
const anyTime: fc.Arbitrary<WallTime> = fc.integer({ min: 0, max: 1439 }).map(wallTimeAt)
const anyWall = fc.tuple(anyDate, anyTime).map(([date, time]) => wallDateTime(date, time))
const anyInstant: fc.Arbitrary<Instant> = fc.integer({ min: -4_000_000_000_000, max: 8_000_000_000_000 }).map(instant)
const anyZone = fc.constantFrom('America/Chicago', 'Europe/Berlin', 'Asia/Kolkata', 'UTC').map(zone)
const anyWeekday = fc.constantFrom<Weekday>(1, 2, 3, 4, 5, 6, 7)
const anyRule = fc.constantFrom<Repeat>({ kind: 'weeks', every: 2 }, { kind: 'month', which: -1 }).map(repeat => ruleOf(4, repeat))
const orNull = <T>(found: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(found, { nil: null })
const few = <T>(found: fc.Arbitrary<T>): fc.Arbitrary<readonly T[]> => fc.array(found, { maxLength: 4 })
const first = fc.constant(1)
const competences: fc.Arbitrary<readonly Competence[]> = few(fc.constantFrom('cervical-dystonia', 'chronic-migraine', 'x1').map(competence))
const presence = fc.constantFrom('on-site' as const, 'on-call' as const)
const anyName: fc.Arbitrary<HumanName> = fc.record({ given: text, family: text })

export const anyPractice: fc.Arbitrary<Practice> = fc.record({
  name: text, telephone: text, askFor: text, arriveEarlyMinutes: fc.nat(120), demo: fc.boolean(), version: first,
})

export const anyLocation: fc.Arbitrary<Location> = fc.record({
  id: anyId<Location['id']>(), version: first, name: text, address: text, telephone: text, zone: anyZone,
  openingHours: few(fc.record({ weekday: anyWeekday, opens: anyTime, closes: anyTime })),
  openingExceptions: few(fc.record({ date: anyDate, hours: few(fc.record({ opens: anyTime, closes: anyTime })), reason: text })),
  regulation: orNull(fc.record({ jurisdiction: fc.constantFrom(...jurisdictions), setting: fc.constantFrom('medical' as const, 'cosmetic' as const, 'both' as const) })), active: fc.boolean(),
})

export const anyRoom = (locationId: Room['locationId']): fc.Arbitrary<Room> =>
  fc.record({ id: anyId<Room['id']>(), version: first, locationId: fc.constant(locationId), name: text, active: fc.boolean() })

export const anyAccount = (practitionerId: Practitioner['id']): fc.Arbitrary<Account> => fc.record({
  id: anyId<Account['id']>(), version: first, username: text, displayName: text, role: fc.constantFrom(...accountRoles),
  practitionerId: orNull(fc.constant(practitionerId)), active: fc.boolean(),
})

const anyRole = (locationId: Location['id']): fc.Arbitrary<PractitionerRole> =>
  fc.record({ role: fc.constantFrom(...roles), locationId: orNull(fc.constant(locationId)), from: orNull(anyDate), through: orNull(anyDate) })

export const anyPractitioner = (locationId: Location['id']): fc.Arbitrary<Practitioner> =>
  fc.record({ id: anyId<Practitioner['id']>(), version: first, name: anyName, telephone: text, roles: few(anyRole(locationId)), active: fc.boolean() })

export const anyCertificationType: fc.Arbitrary<CertificationType> = fc.record({
  id: anyId<CertificationType['id']>(), version: first, name: text, issuer: text, competences, active: fc.boolean(),
  kind: fc.constantFrom(...certificationKinds), numberForm: orNull(fc.constantFrom(...numberForms)), reverifyMonths: orNull(fc.nat(120)),
  needsPrescriber: fc.boolean(), hours: orNull(fc.nat(1000)),
  expiry: fc.oneof(
    fc.constant({ kind: 'never' as const }), fc.record({ kind: fc.constant('months' as const), months: fc.nat(600) }),
    fc.record({ kind: fc.constant('fixed-date' as const), month: fc.nat(12), day: fc.nat(31) }),
  ),
})

const anyVerification: fc.Arbitrary<Verification> = fc.oneof(
  fc.constant({ state: 'unverified' as const }),
  fc.record({
    state: fc.constant('verified' as const), by: anyId<Account['id']>(), byName: text,
    method: fc.constantFrom('issuer-website' as const, 'letter' as const, 'telephone' as const, 'original-seen' as const), source: text, at: anyInstant, due: orNull(anyDate),
  }),
)

export const anyQualification = (practitionerId: Practitioner['id'], typeId: CertificationType['id']): fc.Arbitrary<Qualification> => fc.record({
  id: anyId<Qualification['id']>(), version: first, practitionerId: fc.constant(practitionerId), certificationTypeId: fc.constant(typeId),
  number: text, issuer: text, issued: anyDate, expires: orNull(anyDate),
  status: fc.constantFrom('active' as const, 'suspended' as const, 'revoked' as const, 'entered-in-error' as const), verification: anyVerification,
  jurisdiction: text, effective: orNull(anyDate), restrictions: text, prescriberId: orNull(fc.constant(practitionerId)), hours: orNull(fc.nat(10_000)),
  scope: fc.record({ competences: orNull(competences), products: few(text), youngest: orNull(fc.nat(150)), oldest: orNull(fc.nat(150)) }), renews: fc.constant(null), note: text,
})

const anySupervision: fc.Arbitrary<Supervision> = fc.record({ roles: few(fc.constantFrom(...roles)), competences, presence, atMost: orNull(fc.integer({ min: 1, max: 50 })) })

export const anyServiceType: fc.Arbitrary<ServiceType> = fc.record({
  id: anyId<ServiceType['id']>(), version: first, name: text, minutes: fc.integer({ min: 5, max: 720 }), competences,
  roles: few(fc.constantFrom(...roles)), supervision: orNull(anySupervision), needsRoom: fc.boolean(),
  minimumIntervalDays: orNull(fc.integer({ min: 1, max: 730 })), productIntervals: fc.array(fc.record({ product: text, days: fc.integer({ min: 1, max: 730 }) }), { maxLength: 2 }), labelStatus: fc.constantFrom('on-label' as const, 'off-label' as const, 'cosmetic' as const), purpose: fc.constantFrom(...purposes), physiotherapy: fc.boolean(),
  status: fc.constantFrom('draft' as const, 'approved' as const, 'retired' as const), note: text,
})

export const anyShiftPattern = (practitionerId: Practitioner['id'], locationId: Location['id']): fc.Arbitrary<ShiftPattern> => fc.record({
  id: anyId<ShiftPattern['id']>(), version: first, practitionerId: fc.constant(practitionerId), locationId: fc.constant(locationId),
  weekday: anyWeekday, rule: orNull(anyRule), start: anyTime, end: anyTime, from: anyDate, through: orNull(anyDate), presence,
})

export const anyShiftException = (practitionerId: Practitioner['id'], locationId: Location['id']): fc.Arbitrary<ShiftException> => fc.record({
  id: anyId<ShiftException['id']>(), version: first, practitionerId: fc.constant(practitionerId), locationId: fc.constant(locationId),
  date: anyDate, kind: fc.constantFrom('added' as const, 'removed' as const), start: anyTime, end: anyTime, presence, note: text,
})

export const anyAbsence = (practitionerId: Practitioner['id']): fc.Arbitrary<Absence> => fc.record({
  id: anyId<Absence['id']>(), version: first, practitionerId: fc.constant(practitionerId), start: anyWall, end: anyWall, zone: anyZone,
  reason: fc.constantFrom('sick' as const, 'leave' as const, 'training' as const, 'other' as const), note: text,
})

const anyIdentifier: fc.Arbitrary<Identifier> = fc.record({ system: text, value: fc.uuid() })

export const anyPatient: fc.Arbitrary<Patient> = fc.record({
  id: anyId<Patient['id']>(), version: first, name: anyName, birthDate: orNull(anyDate), telephone: text, email: text,
  identifiers: few(anyIdentifier), travelMinutes: orNull(fc.nat(2880)),
  card: fc.record({
    largePrint: fc.boolean(), doNotPrint: fc.boolean(), alternateName: orNull(text), envelopeOnly: fc.boolean(), language: fc.constantFrom(...languages), address: text,
  }),
  note: text,
  status: fc.constantFrom('active' as const, 'inactive' as const, 'entered-in-error' as const),
})

const anyInterval: fc.Arbitrary<Interval> = fc.tuple(anyInstant, fc.integer({ min: 1, max: 1440 }))
  .map(([start, minutes]) => ({ start, end: instant(start + minutes * minuteMs) }))

export type VisitTies = Pick<Appointment, 'patientId' | 'serviceTypeId' | 'locationId'> & { readonly roomId: Room['id']; readonly performerId: Practitioner['id'] }

export const anyAppointment = (ties: VisitTies): fc.Arbitrary<Appointment> => fc.record({
  id: anyId<Appointment['id']>(), version: first, patientId: fc.constant(ties.patientId), serviceTypeId: fc.constant(ties.serviceTypeId),
  locationId: fc.constant(ties.locationId), roomId: orNull(fc.constant(ties.roomId)), performerId: orNull(fc.constant(ties.performerId)),
  start: anyWall, minutes: fc.integer({ min: 1, max: 1440 }), zone: anyZone, interval: anyInterval, status: fc.constantFrom(...appointmentStatuses),
  override: orNull(fc.record({ reason: text, by: anyId<Account['id']>(), byName: text, at: anyInstant, against: orNull(few(text)), through: orNull(anyDate) })), cancelReason: orNull(text), note: text, series: fc.constant(null),
})
