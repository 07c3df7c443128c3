import type { Appointment } from '../../shared/domain/appointment.ts'
import type { CertificationType } from '../../shared/domain/certification.ts'
import type { Location } from '../../shared/domain/practice.ts'
import type { Practitioner } from '../../shared/domain/person.ts'
import type { ServiceType } from '../../shared/domain/service.ts'
import type { StaffingFacts } from '../../shared/domain/staffing/types.ts'
import { minutesOfDay, timeOf, wallDateTime, wallTimeAt } from '../../shared/domain/time/wallClock.ts'
import { aCertificationType, aLocation, anAppointment, aPractitioner, aQualification, aServiceType, aShift, competence, idNumber, monday, someFacts } from './builders.ts'

export type ClinicDay = { readonly staff: number; readonly visits: number; readonly seed: number; readonly unnamed: number }

/** Repeatable numbers in [0, 1): mulberry32. */
export function repeatable(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

const words = ['cervical-dystonia', 'chronic-migraine', 'spasticity', 'facial-lines'].map(competence)
const location = aLocation({ id: idNumber<Location['id']>(0x1) })

/** One Monday of a practice: staff with two competences each at most, shifts of four to nine hours, visits all day. */
export function clinicDay({ staff, visits, seed, unnamed }: ClinicDay): StaffingFacts {
  const random = repeatable(seed)
  const upTo = (n: number): number => Math.floor(random() * n)
  const types = words.map((word, n) => aCertificationType({ id: idNumber<CertificationType['id']>(0x10 + n), competences: [word] }))
  const services = words.map((word, n) => aServiceType({ id: idNumber<ServiceType['id']>(0x20 + n), competences: [word], minutes: 30 }))
  const people = Array.from({ length: staff }, (_, n) => aPractitioner({ id: idNumber<Practitioner['id']>(0x100 + n) }))
  const appointments: Appointment[] = []
  for (let n = 0; n < visits; n += 1) {
    const start = wallTimeAt(480 + upTo(50) * 10)
    const minutes = 20 + upTo(5) * 10
    const named = random() < unnamed ? null : (people[upTo(staff)] ?? null)
    const free = named !== null && !appointments.some((other) => other.performerId === named.id
      && minutesOfDay(timeOf(other.start)) < minutesOfDay(start) + minutes && minutesOfDay(start) < minutesOfDay(timeOf(other.start)) + other.minutes)
    appointments.push(anAppointment({
      id: idNumber<Appointment['id']>(0x1000 + n), start: wallDateTime(monday, start), minutes, locationId: location.id,
      serviceTypeId: services[upTo(words.length)]?.id ?? idNumber(0x20), performerId: free ? named.id : null,
    }))
  }
  return someFacts({
    locations: [location], certificationTypes: types, serviceTypes: services, practitioners: people, appointments,
    qualifications: people.flatMap((person, n) => [upTo(4), upTo(4)].map((which, k) =>
      aQualification({ id: idNumber(0x200 + n * 2 + k), practitionerId: person.id, certificationTypeId: types[which]?.id ?? idNumber(0x10) }))),
    shiftPatterns: people.map((person, n) => {
      const from = 480 + upTo(5) * 60
      return aShift({ id: idNumber(0x300 + n), practitionerId: person.id, locationId: location.id, start: wallTimeAt(from), end: wallTimeAt(Math.min(1080, from + 240 + upTo(6) * 60)) })
    }),
  })
}
