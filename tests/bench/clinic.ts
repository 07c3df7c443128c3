import type { Appointment } from '../../shared/domain/appointment.ts'
import { type Competence, plainPaper, plainType } from '../../shared/domain/certification.ts'
import { asId } from '../../shared/domain/ids.ts'
import type { LocationId, PatientId, PractitionerId, ServiceTypeId } from '../../shared/domain/ids.ts'
import type { StaffingFacts } from '../../shared/domain/staffing/types.ts'
import { addDays, dateFrom, weekdayOf } from '../../shared/domain/time/plainDate.ts'
import { instant, plusMinutes } from '../../shared/domain/time/instant.ts'
import type { PlainDate, Weekday, ZoneId } from '../../shared/domain/time/values.ts'
import { wallDateTime, wallInstant, wallTimeAt } from '../../shared/domain/time/wallClock.ts'

const zone = 'America/Chicago' as ZoneId
const uuid = (kind: number, n: number): string => `00000000-0000-7${kind.toString(16).padStart(3, '0')}-8000-${n.toString(16).padStart(12, '0')}`
const competence = (n: number): Competence => `competence-${n}` as Competence

/** A repeatable sequence of numbers in [0, 1). */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0
    return state / 4_294_967_296
  }
}

/**
 * A large practice: `staff` people in one location for 13 weeks from `from`, six service types, and `visits` visits without
 * overlaps of performers, one in twenty of them with nobody named.
 */
export function largeClinic(staff: number, visits: number, first: PlainDate = dateFrom(2026, 9, 7)): StaffingFacts {
  const random = randomFrom(7)
  const locationId = asId<LocationId>(uuid(1, 1))
  const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5]
  const people = Array.from({ length: staff }, (_, n) => asId<PractitionerId>(uuid(2, n)))
  const serviceTypeOf = (n: number): ServiceTypeId => asId(uuid(3, n))
  const serviceTypes = Array.from({ length: 6 }, (_, n) => serviceTypeOf(n))
  const busy = new Set<string>()
  const appointments: Appointment[] = []
  while (appointments.length < visits) {
    const date = addDays(first, Math.floor(random() * 91))
    if (weekdayOf(date) > 5) continue
    const person = Math.floor(random() * staff)
    const slot = Math.floor(random() * 16)
    const key = `${date} ${person} ${slot}`
    if (busy.has(key)) continue
    busy.add(key)
    const start = wallDateTime(date, wallTimeAt(480 + 30 * slot))
    const at = wallInstant(start, zone)
    appointments.push({
      id: asId(uuid(4, appointments.length)), version: 1, patientId: asId<PatientId>(uuid(5, appointments.length)),
      serviceTypeId: serviceTypeOf((person + Math.floor(random() * 3)) % 6), locationId, roomId: null,
      performerId: random() < 0.05 ? null : people[person] ?? null, start, minutes: 30, zone,
      interval: { start: at, end: plusMinutes(at, 30) }, status: 'booked', override: null, cancelReason: null, note: '', series: null,
    })
  }
  return {
    rules: [],
    practitioners: people.map((id, n) => ({
      id, version: 1, name: { given: 'Bench', family: `Person ${n}` }, telephone: '', active: true,
      roles: [{ role: n % 3 === 0 ? 'physician' : 'registered-nurse', locationId: null, from: null, through: null }],
    })),
    certificationTypes: Array.from({ length: 6 }, (_, n) => ({
      id: asId(uuid(6, n)), version: 1, name: `Certificate ${n}`, issuer: 'Board', competences: [competence(n)], expiry: { kind: 'months', months: 24 }, active: true, ...plainType,
    })),
    qualifications: people.flatMap((practitionerId, n) =>
      [0, 1, 2].map(k => ({
        id: asId(uuid(7, n * 3 + k)), version: 1, practitionerId, certificationTypeId: asId(uuid(6, (n + k) % 6)), number: '', issuer: 'Board',
        issued: addDays(first, -400), expires: addDays(first, 20 + Math.floor(random() * 400)), status: 'active',
        verification: { state: 'verified', by: asId(uuid(8, 1)), byName: 'Lead', method: 'issuer-website', source: '', at: instant(0), due: null }, ...plainPaper, renews: null,
      })),
    ),
    serviceTypes: serviceTypes.map((id, n) => ({
      id, version: 1, name: `Service ${n}`, minutes: 30, competences: [competence(n)], roles: ['physician', 'registered-nurse'], supervision: null,
      needsRoom: false, minimumIntervalDays: null, productIntervals: [], labelStatus: 'on-label', purpose: 'therapeutic', physiotherapy: false, status: 'approved', note: '',
    })),
    locations: [{
      id: locationId, version: 1, name: 'Main', address: '', telephone: '', zone, openingExceptions: [], regulation: null, active: true,
      openingHours: weekdays.map(weekday => ({ weekday, opens: wallTimeAt(480), closes: wallTimeAt(1020) })),
    }],
    rooms: [],
    shiftPatterns: people.flatMap((practitionerId, n) =>
      weekdays.filter(weekday => (weekday + n) % 5 !== 0).map(weekday => ({
        id: asId(uuid(9, n * 5 + weekday)), version: 1, practitionerId, locationId, weekday, rule: null, start: wallTimeAt(480),
        end: wallTimeAt(n % 2 === 0 ? 1020 : 780), from: addDays(first, -7), through: null, presence: 'on-site' as const,
      })),
    ),
    shiftExceptions: [],
    absences: [],
    appointments,
  }
}
