import type { Appointment } from '../../shared/domain/appointment.ts'
import { type CertificationType, type Competence, plainPaper, plainType, type Qualification, type Verification } from '../../shared/domain/certification.ts'
import { parseCompetence } from '../../shared/domain/competence.ts'
import { asId } from '../../shared/domain/ids.ts'
import type { AnyId } from '../../shared/domain/ids.ts'
import { type Account, type Patient, plainCard, type Practitioner, type PractitionerRole } from '../../shared/domain/person.ts'
import type { Location, OpeningHours, Practice, Room } from '../../shared/domain/practice.ts'
import type { RuleTerms, ScopeRule } from '../../shared/domain/rules/scopeRule.ts'
import type { ServiceType } from '../../shared/domain/service.ts'
import type { Absence, ShiftException, ShiftPattern } from '../../shared/domain/shift.ts'
import type { StaffingFacts } from '../../shared/domain/staffing/types.ts'
import { instant } from '../../shared/domain/time/instant.ts'
import { parsePlainDate } from '../../shared/domain/time/plainDate.ts'
import type { Instant, Interval, PlainDate, WallDateTime, WallTime, Weekday, ZoneId } from '../../shared/domain/time/values.ts'
import { dayInterval, parseWallDateTime, parseWallTime, spanOf, wallInstant } from '../../shared/domain/time/wallClock.ts'
import { parseZoneId } from '../../shared/domain/time/zone.ts'

// Values with sensible defaults; name what the test is about in the overrides and leave the rest.

function sure<T>(value: T | null | undefined, text: string): T {
  if (value === null || value === undefined) throw new Error(`the test wrote an unreadable value: ${text}`)
  return value
}

export const date = (text: string): PlainDate => sure(parsePlainDate(text), text)
export const time = (text: string): WallTime => sure(parseWallTime(text), text)
export const wall = (text: string): WallDateTime => sure(parseWallDateTime(text), text)
export const zone = (text: string): ZoneId => sure(parseZoneId(text), text)
export const competence = (text: string): Competence => sure(parseCompetence(text), text)

const pretends = <T extends string>(text: string): text is T => text.length < 1000
/** Text where a parsed value belongs: what a damaged row would bring. */
export function unreadable<T extends string>(text: string): T {
  if (!pretends<T>(text)) throw new Error('too long')
  return text
}

/** The zone of every builder, and the Monday on which its visits lie. */
export const clinicZone = zone('America/Chicago')
export const monday = date('2026-05-04')

let made = 0

/** A fresh id; later ones sort after earlier ones, as UUIDv7 do. */
export const newId = <Id extends AnyId>(): Id => idNumber<Id>((made += 1))

/** The id with this number: for tests in which the order of ids matters. */
export const idNumber = <Id extends AnyId>(n: number): Id => asId<Id>(`00000000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`)

/** The first instant at which clocks in the clinic's zone show `text`. */
export const at = (text: string, tz: ZoneId = clinicZone): Instant => wallInstant(wall(text), tz)

/** From one wall date-time to another in the clinic's zone. */
export const between = (start: string, end: string, tz: ZoneId = clinicZone): Interval => ({ start: at(start, tz), end: at(end, tz) })

/** All of one date in the clinic's zone. */
export const wholeDay = (day: PlainDate = monday, tz: ZoneId = clinicZone): Interval => dayInterval(day, tz)

const everyWeekday: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7]

/** The same hours every day of the week. */
export const openDaily = (opens: string, closes: string): readonly OpeningHours[] =>
  everyWeekday.map((weekday) => ({ weekday, opens: time(opens), closes: time(closes) }))

export const aPractice = (overrides: Partial<Practice> = {}): Practice => ({
  name: 'Lakeside Pain & Movement', telephone: '+1 312 555 0100', askFor: 'the front desk', arriveEarlyMinutes: 10, demo: false, version: 1,
  ...overrides,
})

export const aLocation = (overrides: Partial<Location> = {}): Location => ({
  id: newId(), version: 1, name: 'Lakeside', address: '1 Lake Street', telephone: '+1 312 555 0101', zone: clinicZone,
  openingHours: openDaily('08:00', '18:00'), openingExceptions: [], regulation: null, active: true,
  ...overrides,
})

export const aRoom = (overrides: Partial<Room> = {}): Room => ({
  id: newId(), version: 1, locationId: newId(), name: 'Room 1', active: true,
  ...overrides,
})

export const aRole = (overrides: Partial<PractitionerRole> = {}): PractitionerRole => ({
  role: 'physician', locationId: null, from: null, through: null,
  ...overrides,
})

export const aPractitioner = (overrides: Partial<Practitioner> = {}): Practitioner => ({
  id: newId(), version: 1, name: { given: 'Asma', family: 'Khan' }, telephone: '+1 312 555 0102', roles: [aRole()], active: true,
  ...overrides,
})

export const aCertificationType = (overrides: Partial<CertificationType> = {}): CertificationType => ({
  id: newId(), version: 1, name: 'Botulinum toxin for dystonia', issuer: 'Movement Disorder Board', competences: [competence('cervical-dystonia')],
  expiry: { kind: 'months', months: 24 }, active: true, ...plainType,
  ...overrides,
})

export const verified: Extract<Verification, { state: 'verified' }> = {
  state: 'verified', by: idNumber(0xacc), byName: 'J. Lee', method: 'issuer-website', source: 'https://board.example/lookup', at: instant(1_767_225_600_000), due: null,
}

export const aQualification = (overrides: Partial<Qualification> = {}): Qualification => ({
  id: newId(), version: 1, practitionerId: newId(), certificationTypeId: newId(), number: 'C-1', issuer: 'Movement Disorder Board',
  issued: date('2025-01-01'), expires: date('2026-12-31'), status: 'active', verification: verified,
  ...plainPaper, renews: null,
  ...overrides,
})

export const aServiceType = (overrides: Partial<ServiceType> = {}): ServiceType => ({
  id: newId(), version: 1, name: 'Cervical dystonia', minutes: 30, competences: [competence('cervical-dystonia')], roles: ['physician'],
  supervision: null, needsRoom: false, minimumIntervalDays: null, productIntervals: [], labelStatus: 'on-label', purpose: 'therapeutic', physiotherapy: false, status: 'approved', note: '',
  ...overrides,
})

/** Every Monday 09:00 to 17:00 on site, without end, unless said otherwise. */
export const aShift = (overrides: Partial<ShiftPattern> = {}): ShiftPattern => ({
  id: newId(), version: 1, practitionerId: newId(), locationId: newId(), weekday: 1, rule: null, start: time('09:00'), end: time('17:00'),
  from: date('2026-01-01'), through: null, presence: 'on-site',
  ...overrides,
})

export const aShiftException = (overrides: Partial<ShiftException> = {}): ShiftException => ({
  id: newId(), version: 1, practitionerId: newId(), locationId: newId(), date: monday, kind: 'removed', start: time('09:00'), end: time('17:00'),
  presence: 'on-site', note: '',
  ...overrides,
})

export const anAbsence = (overrides: Partial<Absence> = {}): Absence => ({
  id: newId(), version: 1, practitionerId: newId(), start: wall('2026-05-04T00:00'), end: wall('2026-05-05T00:00'), zone: clinicZone,
  reason: 'leave', note: '',
  ...overrides,
})

export const aPatient = (overrides: Partial<Patient> = {}): Patient => ({
  id: newId(), version: 1, name: { given: 'Rosa', family: 'Ortega' }, birthDate: date('1961-07-09'), telephone: '+1 312 555 0199', email: '',
  identifiers: [], travelMinutes: null, card: plainCard, note: '', status: 'active',
  ...overrides,
})

export const anAccount = (overrides: Partial<Account> = {}): Account => ({
  id: newId(), version: 1, username: 'jlee', displayName: 'J. Lee', role: 'clinical-lead', practitionerId: null, active: true,
  ...overrides,
})

/** A booked visit on Monday 4 May 2026 at 10:00 for 30 minutes; its interval follows from start, minutes and zone unless given. */
export const anAppointment = (overrides: Partial<Appointment> = {}): Appointment => {
  const start = overrides.start ?? wall('2026-05-04T10:00')
  const minutes = overrides.minutes ?? 30
  const tz = overrides.zone ?? clinicZone
  return {
    id: newId(), version: 1, patientId: newId(), serviceTypeId: newId(), locationId: newId(), roomId: null, performerId: null,
    start, minutes, zone: tz, interval: overrides.interval ?? spanOf(wallInstant(start, tz), minutes), status: 'booked', override: null, cancelReason: null, note: '', series: null,
    ...overrides,
  }
}

/** A rule in force in England since the start of 2026 that says nothing yet; name in `terms` what it says. */
export const aRule = ({ terms, ...overrides }: Partial<Omit<ScopeRule, 'terms'>> & { readonly terms?: Partial<RuleTerms> } = {}): ScopeRule => {
  const id = overrides.id ?? newId<ScopeRule['id']>()
  return {
    id, version: 1, ruleId: id, edition: 1, approval: { by: idNumber(0xacc), byName: 'J. Lee', at: instant(1_767_225_600_000) }, retirement: null,
    ...overrides,
    terms: {
      jurisdiction: 'GB-ENG', setting: 'any', purpose: 'any', roles: [], mayPrescribe: 'silent', mayInject: 'silent', order: 'silent', examination: 'silent', presence: 'silent',
      presentRoles: [], ratio: null, minimumAge: null, severity: 'block', law: false, words: 'As the board says.', source: 'The board’s page', sourceDate: date('2025-12-01'),
      effectiveFrom: date('2026-01-01'), ...terms,
    },
  }
}

export const someFacts = (overrides: Partial<StaffingFacts> = {}): StaffingFacts => ({
  practitioners: [], certificationTypes: [], qualifications: [], serviceTypes: [], locations: [], rooms: [], shiftPatterns: [],
  shiftExceptions: [], absences: [], appointments: [], rules: [],
  ...overrides,
})
