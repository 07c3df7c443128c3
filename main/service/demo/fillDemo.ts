import type { Appointment } from '../../../shared/domain/appointment.ts'
import { type Competence, plainPaper, plainType, type Verification } from '../../../shared/domain/certification.ts'
import { parseCompetence } from '../../../shared/domain/competence.ts'
import {
  type AbsenceId, type AccountId, type AppointmentId, asId, type AvailabilityId, type StaffingMinimumId, type CertificationTypeId, type EvidenceId, type LocationId, type PatientId, type PractitionerId, type QualificationId, type RoomId,
  type ServiceTypeId, type ShiftExceptionId, type ShiftPatternId, type WaitingEntryId,
} from '../../../shared/domain/ids.ts'
import { usualRestMinutes } from '../../../shared/domain/rota/availability.ts'
import type { Result } from '../../../shared/domain/result.ts'
import { dayMs, instant } from '../../../shared/domain/time/instant.ts'
import { addDays, weekdayOf } from '../../../shared/domain/time/plainDate.ts'
import type { Instant, PlainDate, WallTime, Weekday, ZoneId } from '../../../shared/domain/time/values.ts'
import { dateAt, minutesAt, spanOf, wallDateTime, wallInstant, wallTimeAt } from '../../../shared/domain/time/wallClock.ts'
import { parseZoneId } from '../../../shared/domain/time/zone.ts'
import { hashPassword } from '../password.ts'
import type { Ports } from '../ports.ts'
import type { Store, WriteTx } from '../store/store.ts'
import { demoPassword, demoSignIns } from './demoSignIns.ts'
import { demoRules } from './demoRules.ts'
import { demoEvidence } from './demoCertificate.ts'
import { demoOverrides } from './demoOverrides.ts'
import { demoPatients } from './demoPatients.ts'
import { demoCertificationTypes, demoCompetences, demoServices, type ServiceKey } from './demoServices.ts'
import { type Day, demoAbsences, demoExceptions, demoStaff, type PersonKey, type PlaceKey } from './demoStaff.ts'
import { type PlannedVisit, planVisits } from './demoVisits.ts'
import { demoWaiting } from './demoWaiting.ts'

const patientCount = 400
/** A year and a little: a series of four visits twelve weeks apart begins any time in the first three months and still finds people at work. */
const lastShiftDay = 371
const everyDay: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7]

/** What the parts of the practice are called by: ids for keys, and the days counted from today. */
type Names = {
  readonly now: Instant
  readonly today: PlainDate
  readonly day: (offset: Day) => PlainDate
  readonly newId: () => string
  readonly zone: Readonly<Record<PlaceKey, ZoneId>>
  readonly location: Readonly<Record<PlaceKey, LocationId>>
  readonly person: (key: PersonKey) => PractitionerId
  readonly type: (key: ServiceKey) => CertificationTypeId
  readonly service: (key: ServiceKey) => ServiceTypeId
  readonly rooms: Readonly<Record<PlaceKey, readonly RoomId[]>>
  readonly lead: { readonly id: AccountId; readonly name: string }
}

const known = <T>(value: T | null | undefined, what: string): T => {
  if (value === null || value === undefined) throw new Error(`the demo practice names something that is not there: ${what}`)
  return value
}
/** A made-up practice never breaks the store's rules; if it does, that is a fault. */
const put = async <T, P>(writing: Promise<Result<T, P>>): Promise<T> => {
  const result = await writing
  if (!result.ok) throw new Error(`the demo practice was refused: ${JSON.stringify(result.problem)}`)
  return result.value
}
const competence = (code: string): Competence => known(parseCompetence(code), code)
const zoneNamed = (name: string): ZoneId => known(parseZoneId(name), name)
/** 24:00 is midnight, as closing times are written. */
const time = (minutes: number): WallTime => wallTimeAt(minutes % 1440)

function naming(now: Instant, newId: () => string): Names {
  const zone = { main: zoneNamed('America/Chicago'), branch: zoneNamed('America/Indiana/Indianapolis') }
  const today = dateAt(now, zone.main)
  const people = new Map(demoStaff.map(person => [person.key, asId<PractitionerId>(newId())]))
  const types = new Map(demoCertificationTypes.map(type => [type.key, asId<CertificationTypeId>(newId())]))
  const services = new Map(demoServices.map(service => [service.key, asId<ServiceTypeId>(newId())]))
  const roomIds = (count: number): readonly RoomId[] => Array.from({ length: count }, () => asId<RoomId>(newId()))
  return {
    now, today, newId, zone,
    day: offset => addDays(today, offset),
    location: { main: asId<LocationId>(newId()), branch: asId<LocationId>(newId()) },
    person: key => known(people.get(key), key),
    type: key => known(types.get(key), key),
    service: key => known(services.get(key), key),
    rooms: { main: roomIds(6), branch: roomIds(2) },
    lead: { id: asId<AccountId>(newId()), name: known(demoSignIns.find(account => account.role === 'clinical-lead'), 'lead').displayName },
  }
}

async function writePlaces(tx: WriteTx, names: Names): Promise<void> {
  await put(tx.practice.insert({
    name: 'Demo practice (made-up data)', telephone: '+1 312 555 0100', askFor: 'the front desk', arriveEarlyMinutes: 15, demo: true, version: 1,
  }))
  await put(tx.locations.insert({
    id: names.location.main, version: 1, name: 'Lakeside', address: '100 Demonstration Avenue\nChicago, IL 60600', telephone: '+1 312 555 0100', zone: names.zone.main,
    openingHours: everyDay.map(weekday => ({ weekday, opens: time(480), closes: time(1080) })), openingExceptions: [],
    regulation: { jurisdiction: 'US-IL', setting: 'both' }, active: true,
  }))
  await put(tx.locations.insert({
    id: names.location.branch, version: 1, name: 'Riverbend', address: '25 Sample Street\nSouth Bend, IN 46600', telephone: '+1 574 555 0125', zone: names.zone.branch,
    openingHours: [{ weekday: weekdayOf(names.today), opens: time(540), closes: time(1020) }],
    openingExceptions: [{ date: names.day(21), hours: [], reason: 'Repainting' }], regulation: { jurisdiction: 'US-IN', setting: 'medical' }, active: true,
  }))
  for (const place of ['main', 'branch'] as const) {
    for (const [index, id] of names.rooms[place].entries()) {
      await put(tx.rooms.insert({ id, version: 1, locationId: names.location[place], name: `Room ${index + 1}`, active: true }))
    }
  }
}

async function writeServices(tx: WriteTx, names: Names): Promise<void> {
  for (const { code, label } of demoCompetences) await put(tx.competences.insert({ code: competence(code), label }))
  for (const { key, competences, ...fields } of demoCertificationTypes) {
    await put(tx.certificationTypes.insert({ id: names.type(key), version: 1, ...plainType, ...fields, competences: competences.map(competence) }))
  }
  for (const { key, competences, ...fields } of demoServices) {
    await put(tx.serviceTypes.insert({ id: names.service(key), version: 1, needsRoom: true, minimumIntervalDays: fields.physiotherapy === true ? null : 84, productIntervals: [], physiotherapy: false, ...fields, competences: competences.map(competence) }))
  }
}

async function writeRules(tx: WriteTx, names: Names): Promise<void> {
  const approval = { by: names.lead.id, byName: names.lead.name, at: instant(names.now - 28 * dayMs) }
  for (const rule of demoRules({ newId: names.newId, approval, read: names.day(-30), since: names.day(-28), next: names.day(30) })) await put(tx.rules.insert(rule))
}

async function writeStaff(tx: WriteTx, names: Names): Promise<void> {
  for (const { key, given, family, role } of demoStaff) {
    await put(tx.practitioners.insert({
      id: names.person(key), version: 1, name: { given, family }, telephone: '', roles: [{ role, locationId: null, from: null, through: null }], active: true,
    }))
  }
  // One cheap hash for all: the password stands on the sign-in screen, and there is nothing to protect by taking time and memory.
  const hash = await hashPassword(demoPassword, 10)
  for (const { person, role, ...account } of demoSignIns) {
    const id = role === 'clinical-lead' ? names.lead.id : asId<AccountId>(names.newId())
    await put(tx.accounts.insert({ id, version: 1, ...account, role, practitionerId: person === null ? null : names.person(person), active: true }))
    await tx.accounts.setCredential(id, { hash, failures: 0, lockedUntil: null })
  }
  let number = 0
  let last: QualificationId | null = null
  for (const { key, qualifications } of demoStaff) {
    for (const { type, issued, expires, status, verified, effective = null, renewsLast = false, more = {} } of qualifications) {
      number += 1
      const verification: Verification = verified
        ? { state: 'verified', by: names.lead.id, byName: names.lead.name, method: 'issuer-website', source: 'https://register.example.org', at: instant(names.now - 40 * dayMs), due: null }
        : { state: 'unverified' }
      const id = asId<QualificationId>(names.newId())
      await put(tx.qualifications.insert({
        id, version: 1, practitionerId: names.person(key), certificationTypeId: names.type(type), number: `DEMO-${1000 + number}`,
        issuer: known(demoCertificationTypes.find(other => other.key === type), type).issuer, issued: names.day(issued), expires: expires === null ? null : names.day(expires),
        status, verification, ...plainPaper, effective: effective === null ? null : names.day(effective), renews: renewsLast ? last : null, ...more,
      }))
      if (verified && number % 4 === 1) {
        const { evidence, bytes } = demoEvidence({ id: asId<EvidenceId>(names.newId()), qualificationId: id, number: `DEMO-${1000 + number}`, at: instant(names.now - 40 * dayMs), byName: names.lead.name })
        await tx.evidence.attach(evidence, bytes)
      }
      last = id
    }
  }
}

async function writeRota(tx: WriteTx, names: Names, openOn: (place: PlaceKey, day: Day) => boolean): Promise<void> {
  for (const { key, shifts } of demoStaff) {
    for (const { place, offset, start, end } of shifts) {
      if (!openOn(place, offset)) continue
      await put(tx.shiftPatterns.insert({
        id: asId<ShiftPatternId>(names.newId()), version: 1, practitionerId: names.person(key), locationId: names.location[place], weekday: weekdayOf(names.day(offset)), rule: null,
        start: time(start), end: time(end), from: names.day(-28), through: names.day(lastShiftDay), presence: 'on-site',
      }))
    }
  }
  for (const { person, day, kind, start, end, note } of demoExceptions) {
    await put(tx.shiftExceptions.insert({
      id: asId<ShiftExceptionId>(names.newId()), version: 1, practitionerId: names.person(person), locationId: names.location.main, date: names.day(day), kind,
      start: time(start), end: time(end), presence: 'on-site', note,
    }))
  }
  for (const { person, from, until, reason, note } of demoAbsences) {
    await put(tx.absences.insert({
      id: asId<AbsenceId>(names.newId()), version: 1, practitionerId: names.person(person), start: wallDateTime(names.day(from), time(0)),
      end: wallDateTime(names.day(until), time(0)), zone: names.zone.main, reason, note,
    }))
  }
}

/** A minimum that some days do not meet, and people who could fill them. */
async function writeMinimums(tx: WriteTx, names: Names): Promise<void> {
  await put(tx.staffingMinimums.insert({
    id: asId<StaffingMinimumId>(names.newId()), version: 1, locationId: names.location.main, serviceTypeId: names.service('dystonia'), people: 1, weekdays: everyDay,
    hours: null, from: names.day(-28), through: null, apart: false,
  }))
  const wish = (wished: 'could' | 'rather-not') => everyDay.map(weekday => ({ weekday, start: time(480), end: time(1080), wish: wished }))
  for (const [person, wished, maxWeekMinutes] of [['ortiz', 'could', 2700], ['lindqvist', 'rather-not', 3000]] as const) {
    await put(tx.availabilities.insert({
      id: asId<AvailabilityId>(names.newId()), version: 1, practitionerId: names.person(person), weekly: wish(wished), dated: [], maxWeekMinutes,
      restMinutes: usualRestMinutes, note: '',
    }))
  }
}

/** Nobody comes twice a day, nor twice for the same injections within the weeks that the demo shows. */
function whoMayCome(): (id: PatientId, visit: Pick<PlannedVisit, 'service' | 'day'>) => boolean {
  const taken = new Set<string>()
  return (id, { service, day }) => {
    const [ofDay, ofService] = [`${id} ${day}`, `${id} ${service}`]
    if (taken.has(ofDay) || (service !== 'physiotherapy' && taken.has(ofService))) return false
    taken.add(ofDay)
    taken.add(ofService)
    return true
  }
}

async function writeVisits(tx: WriteTx, names: Names, openOn: (place: PlaceKey, day: Day) => boolean): Promise<readonly Appointment[]> {
  const patients = demoPatients(patientCount, names.today, names.newId)
  for (const patient of patients) await put(tx.patients.insert(patient))
  const written: Appointment[] = []
  const mayCome = whoMayCome()
  const planned = planVisits(minutesAt(names.now, names.zone.main), openOn)
  for (const [index, visit] of planned.entries()) {
    const zone = names.zone[visit.place]
    const start = wallDateTime(names.day(visit.day), wallTimeAt(visit.start))
    // A step that shares no factor with their number goes round all patients before anybody comes again.
    const inTurn = patients.map((_, turn) => known(patients[((index + turn) * 147) % patientCount], 'a patient'))
    const patient = known(inTurn.find(({ id }) => mayCome(id, visit)), 'a patient whose interval is kept')
    const row: Appointment = {
      id: asId<AppointmentId>(names.newId()), version: 1, patientId: patient.id, serviceTypeId: names.service(visit.service), locationId: names.location[visit.place],
      roomId: known(names.rooms[visit.place][visit.room], 'a room'), performerId: visit.performer === null ? null : names.person(visit.performer), start, minutes: visit.minutes,
      zone, interval: spanOf(wallInstant(start, zone), visit.minutes), status: visit.status, override: null,
      cancelReason: visit.status === 'cancelled' ? 'Called to say they cannot come' : null, note: '', series: null,
    }
    written.push(await put(tx.appointments.insert(row, { requestKey: null, identifier: null })))
  }
  return written
}

/** Patients with visits in some weeks who would come sooner, and what each asks for. */
async function writeWaiting(tx: WriteTx, names: Names, visits: readonly Appointment[]): Promise<void> {
  const later = visits.filter(visit => visit.status === 'booked' && visit.locationId === names.location.main && dateAt(visit.interval.start, visit.zone) > names.day(10))
  const ofOnePatient = [...new Map(later.map(visit => [visit.patientId, visit])).values()]
  for (const [index, { partOfDay, noticeMinutes, days, note }] of demoWaiting.entries()) {
    const visit = known(ofOnePatient[index * 5], 'a later visit')
    await put(tx.waiting.insert({
      id: asId<WaitingEntryId>(names.newId()), version: 1, patientId: visit.patientId, serviceTypeId: visit.serviceTypeId, locationId: visit.locationId, performerId: null, roomId: null,
      weekdays: [], partOfDay, noticeMinutes, visitId: visit.id, note, since: instant(names.now - days * dayMs), status: 'waiting', lost: null, offers: [],
    }))
  }
  const facts = await tx.staffingFacts({ start: instant(names.now - dayMs), end: instant(names.now + 64 * dayMs) })
  for (const visit of demoOverrides(facts, names.lead, names.now, names.today)) await put(tx.appointments.update(visit))
}

/** What the sign-in screen of a made-up practice offers. */
export const demoAccounts = demoSignIns.map(({ username, displayName, role }) => ({ username, displayName, role, password: demoPassword }))

/** Fills an empty store with a made-up practice, marked as one, whose today shows every kind of verdict whatever today is. */
export async function fillDemo(store: Store, ports: Pick<Ports, 'now' | 'newId'>): Promise<void> {
  const names = naming(ports.now(), ports.newId)
  // The branch opens one day a week, today's, and is closed once.
  const openOn = (place: PlaceKey, day: Day): boolean => place === 'main' || (day % 7 === 0 && day !== 21)
  await store.write(['practice', 'staff', 'patients', 'appointments', 'accounts'], async tx => {
    // What is on record about the staff was entered long ago: the register can be asked for days gone by.
    await tx.audit.append({
      at: instant(names.now - 60 * dayMs), accountId: names.lead.id, accountName: names.lead.name, action: 'system.create', entity: 'practice', entityId: 'demo', outcome: 'success', detail: '{}',
    })
    await writePlaces(tx, names)
    await writeServices(tx, names)
    await writeRules(tx, names)
    await writeStaff(tx, names)
    await writeRota(tx, names, openOn)
    await writeMinimums(tx, names)
    await writeWaiting(tx, names, await writeVisits(tx, names, openOn))
    await tx.audit.append({
      at: names.now, accountId: null, accountName: 'Demo practice', action: 'system.create', entity: 'practice', entityId: 'demo', outcome: 'success',
      detail: JSON.stringify({ demo: true, patients: patientCount }),
    })
    return { keep: true, value: null }
  })
}
