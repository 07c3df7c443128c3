import fc from 'fast-check'
import type { Appointment } from '../../shared/domain/appointment.ts'
import type { CertificationType, Qualification } from '../../shared/domain/certification.ts'
import type { Practitioner } from '../../shared/domain/person.ts'
import type { Location } from '../../shared/domain/practice.ts'
import type { ServiceType } from '../../shared/domain/service.ts'
import type { Absence, ShiftPattern } from '../../shared/domain/shift.ts'
import type { StaffingFacts } from '../../shared/domain/staffing/types.ts'
import { addDays, weekdayOf } from '../../shared/domain/time/plainDate.ts'
import type { Interval, PlainDate, WallTime } from '../../shared/domain/time/values.ts'
import { dayInterval, instantsOf, wallDateTime, wallTimeAt } from '../../shared/domain/time/wallClock.ts'
import {
  aCertificationType, aLocation, anAbsence, anAppointment, aPractitioner, aQualification, aRole, aRule, aServiceType, aShift, aShiftException,
  clinicZone, competence, date, idNumber, someFacts, verified,
} from './builders.ts'

/** A small random practice around one date, the window to ask about, and the minutes on which everything in it falls. */
export type Case = { readonly facts: StaffingFacts; readonly window: Interval; readonly day: PlainDate; readonly stepMinutes: number }

export type Scale = {
  readonly people: number
  readonly visits: number
  /** Ordinary days, and the two on which the clocks change. */
  readonly days: readonly PlainDate[]
  /** Whether rules that ask for company always hold, and visits begin close to one another. */
  readonly crowded?: boolean
}

export const smallScale: Scale = { people: 4, visits: 6, days: ['2026-05-04', '2026-03-08', '2026-11-01'].map(date) }
export const crowdedScale: Scale = { ...smallScale, people: 5, visits: 5, crowded: true }

const competences = ['cervical-dystonia', 'chronic-migraine'].map(competence)
const some = <T>(items: readonly T[], options: { minLength?: number } = {}): fc.Arbitrary<T[]> => fc.subarray([...items], options)
const mostly = <T>(usual: T, others: readonly T[], weight = 6): fc.Arbitrary<T> => fc.oneof({ weight, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: fc.constantFrom(usual, ...others) })

const locationIds = [idNumber<Location['id']>(0x101), idNumber<Location['id']>(0x102)] as const
const typeIds = [1, 2, 3].map((n) => idNumber<CertificationType['id']>(0x200 + n))
const serviceIds = [idNumber<ServiceType['id']>(0x301), idNumber<ServiceType['id']>(0x302)] as const
const personIds = (scale: Scale): Practitioner['id'][] => Array.from({ length: scale.people }, (_, n) => idNumber<Practitioner['id']>(0x400 + n))

function factsOn(day: PlainDate, step: number, scale: Scale): fc.Arbitrary<StaffingFacts> {
  const people = personIds(scale)
  const { crowded = false } = scale
  const anyPerson = fc.constantFrom(...people)
  const anyTime: fc.Arbitrary<WallTime> = fc.integer({ min: 0, max: 1440 / step - 1 }).map((n) => wallTimeAt(n * step))
  const workTime: fc.Arbitrary<WallTime> = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(0, 60, 120, 180, 1320).map((minutes) => wallTimeAt(minutes - (minutes % step))) },
    { weight: 2, arbitrary: anyTime },
  )
  const nearDate = fc.constantFrom(-1, 0, 1).map((days) => addDays(day, days))
  const location = fc.record({
    long: fc.boolean(), exception: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.tuple(workTime, workTime) }), active: mostly(true, [false], 12),
  }).map(({ long, exception, active }) => ({
    openingHours: [weekdayOf(day), weekdayOf(addDays(day, -1))].map((weekday) => ({ weekday, opens: wallTimeAt(0), closes: wallTimeAt(long ? 0 : 240) })),
    openingExceptions: exception === null ? [] : [{ date: day, hours: [{ opens: exception[0], closes: exception[1] }], reason: '' }],
    active,
  }))
  const practitioner = fc.record({
    // Most people are there all night and certified for everything; the rest of the facts take from that or add to it.
    works: mostly(true, [false], crowded ? 12 : 3), certified: mostly(true, [false], crowded ? 12 : 3),
    active: mostly(true, [false], 10),
    roles: fc.array(fc.record({
      role: fc.constantFrom('physician' as const, 'registered-nurse' as const, ...(crowded ? ['registered-nurse' as const] : [])), locationId: mostly<Practitioner['roles'][number]['locationId']>(null, locationIds),
      from: mostly<PlainDate | null>(null, [day, addDays(day, 1)]), through: mostly<PlainDate | null>(null, [addDays(day, -1), day]),
    }).map(aRole), { minLength: 1, maxLength: crowded ? 1 : 2 }),
  })
  const certificationType = fc.record({
    competences: some(competences, { minLength: 1 }), active: mostly(true, [false], 12),
    expiry: mostly<CertificationType['expiry']>({ kind: 'months', months: 24 }, [{ kind: 'never' }], 3),
  })
  const qualification = fc.record({
    practitionerId: anyPerson, certificationTypeId: fc.constantFrom(...typeIds),
    issued: mostly(addDays(day, -100), [addDays(day, -1), day, addDays(day, 1)]),
    expires: mostly<PlainDate | null>(addDays(day, 100), [null, addDays(day, -1), day, addDays(day, 1)], 3),
    status: mostly<Qualification['status']>('active', ['suspended', 'revoked', 'entered-in-error'], 9),
    verification: mostly<Qualification['verification']>(verified, [{ state: 'unverified' }], 9),
  })
  const supervision = fc.record({
    roles: some(['physician' as const]), competences: some(competences.slice(0, 1)), presence: fc.constantFrom('on-site' as const, 'on-call' as const),
    atMost: fc.constantFrom(null, 1, 2),
  })
  const serviceType = fc.record({
    competences: some(competences), roles: mostly<ServiceType['roles']>(['physician', 'registered-nurse'], [['physician'], []]),
    supervision: mostly<ServiceType['supervision'] | 'some'>(null, ['some'], 2).chain((one) => (one === 'some' ? supervision : fc.constant(null))), status: mostly<ServiceType['status']>('approved', ['draft', 'retired'], 12),
  })
  const ruleOfCompany = fc.record({
    roles: fc.constantFrom<ServiceType['roles'][]>(['registered-nurse'], ['registered-nurse'], ['physician'], []), presence: fc.constantFrom('on-site' as const, 'on-call' as const),
    presentRoles: fc.constantFrom<ServiceType['roles'][]>(['physician'], ['registered-nurse', 'physician']), ratio: fc.constantFrom(1, 1, 2, null),
  })
  const presence = mostly<ShiftPattern['presence']>('on-site', ['on-call'], 4)
  const anyLocation = mostly(locationIds[0], [locationIds[1]], crowded ? 20 : 4)
  const shift = fc.record({
    practitionerId: anyPerson, locationId: anyLocation, rule: fc.constant(null), weekday: fc.constantFrom(weekdayOf(day), weekdayOf(day), weekdayOf(addDays(day, -1))),
    start: workTime, end: workTime, from: mostly(addDays(day, -30), [day, addDays(day, 1)], 9), through: mostly<PlainDate | null>(null, [addDays(day, -1), day], 9), presence,
  })
  const exception = fc.record({
    practitionerId: anyPerson, locationId: anyLocation, date: nearDate, kind: fc.constantFrom('added' as const, 'removed' as const), start: workTime, end: workTime, presence,
  })
  const absence: fc.Arbitrary<Pick<Absence, 'practitionerId' | 'start' | 'end'>> = fc.tuple(anyPerson, nearDate, anyTime, nearDate, anyTime)
    .filter(([, from, start, to, end]) => from < to || (from === to && start < end && instantsOf(wallDateTime(from, start), clinicZone).length === 1))
    .map(([practitionerId, from, start, to, end]) => ({ practitionerId, start: wallDateTime(from, start), end: wallDateTime(to, end) }))
  const visit = fc.record({
    hour: fc.integer({ min: 0, max: (crowded ? 60 : 300) / step - 1 }), length: fc.integer({ min: 1, max: Math.ceil(75 / step) }), before: fc.boolean(),
    performerId: fc.option(anyPerson, { freq: 2 }), serviceTypeId: mostly(serviceIds[0], [serviceIds[1]], 2), locationId: anyLocation,
    status: mostly<Appointment['status']>('booked', ['proposed', 'arrived', 'fulfilled', 'cancelled', 'noshow'], 5),
  }).map(({ hour, length, before, ...rest }) => ({
    ...rest, minutes: length * step,
    start: before && hour * step < 60 ? wallDateTime(addDays(day, -1), wallTimeAt(1380 + hour * step)) : wallDateTime(day, wallTimeAt(hour * step)),
  })).filter(({ start }) => instantsOf(start, clinicZone).length > 0)

  return fc.record({
    locations: fc.tuple(location, location), practitioners: fc.array(practitioner, { minLength: crowded ? scale.people - 1 : 1, maxLength: scale.people }),
    certificationTypes: fc.tuple(certificationType, certificationType, certificationType), qualifications: fc.array(qualification, { maxLength: scale.people * 2 }),
    serviceTypes: fc.tuple(serviceType, serviceType), shiftPatterns: fc.array(shift, { minLength: 1, maxLength: scale.people * 2 }),
    shiftExceptions: fc.array(exception, { maxLength: 2 }), absences: fc.array(absence, { maxLength: 2 }),
    appointments: fc.array(visit, { minLength: crowded ? scale.visits - 2 : 1, maxLength: scale.visits }), shuffle: fc.integer(),
    rules: fc.tuple(mostly(crowded, [true], 1), fc.array(ruleOfCompany, { minLength: 1, maxLength: 2 })).map(([hold, rules]) => (hold ? rules : [])),
  }).map((made) => someFacts({
    locations: made.locations.map((one, n) => aLocation({ ...one, id: locationIds[n === 0 ? 0 : 1], regulation: { jurisdiction: 'US-TX', setting: 'both' } })),
    rules: made.rules.map((terms, n) => aRule({ id: idNumber(0xa00 + n), terms: { jurisdiction: 'US-TX', ...terms } })),
    practitioners: made.practitioners.map(({ active, roles }, n) => aPractitioner({ active, roles, id: people[n] ?? idNumber(1) })),
    certificationTypes: made.certificationTypes.map((one, n) => aCertificationType({ ...one, ...(n === 0 ? { competences } : {}), id: typeIds[n] ?? idNumber(1) })),
    qualifications: [
      ...made.qualifications.map((one, n) => aQualification({ ...one, id: idNumber(0x500 + n) })),
      ...made.practitioners.flatMap(({ certified }, n) => (certified
        ? [aQualification({ id: idNumber(0x580 + n), practitionerId: people[n] ?? idNumber(1), certificationTypeId: typeIds[0] ?? idNumber(1), issued: addDays(day, -90), expires: addDays(day, 90 + n) })]
        : [])),
    ],
    serviceTypes: made.serviceTypes.map((one, n) => aServiceType({ ...one, id: serviceIds[n] ?? idNumber(1) })),
    shiftPatterns: [
      ...made.shiftPatterns.map((one, n) => aShift({ ...one, id: idNumber(0x600 + n) })),
      ...made.practitioners.flatMap(({ works }, n) => (works
        ? [aShift({ id: idNumber(0x680 + n), practitionerId: people[n] ?? idNumber(1), locationId: locationIds[0], weekday: weekdayOf(addDays(day, -1)), start: wallTimeAt(1260), end: wallTimeAt(600), from: addDays(day, -60) })]
        : [])),
    ],
    shiftExceptions: made.shiftExceptions.map((one, n) => aShiftException({ ...one, id: idNumber(0x700 + n) })),
    absences: made.absences.map((one, n) => anAbsence({ ...one, id: idNumber(0x800 + n) })),
    // Ids in another order than times: earlier-made is not earlier in the day.
    appointments: made.appointments.map((one, n) => anAppointment({ ...one, id: idNumber(0x900 + ((n * 7 + made.shuffle) & 0xff) * 16 + n) })),
  }))
}

/** Random small practices, with windows that cut through shifts and visits. */
export const anyCase = (scale: Scale = smallScale): fc.Arbitrary<Case> =>
  fc.record({ day: fc.constantFrom(...scale.days), stepMinutes: mostly(15, [1], 60) }).chain(({ day, stepMinutes }) => fc.record({
    facts: factsOn(day, stepMinutes, scale), day: fc.constant(day), stepMinutes: fc.constant(stepMinutes),
    window: fc.tuple(fc.integer({ min: -4, max: 8 }), fc.integer({ min: 4, max: stepMinutes === 1 ? 8 : 24 })).map(([from, length]) => {
      const midnight = dayInterval(day, clinicZone).start
      const start = midnight + from * 900_000
      return { start, end: start + length * 900_000 }
    }).map(asInterval),
  }))

const isInterval = (bounds: { readonly start: number; readonly end: number }): bounds is Interval => bounds.start < bounds.end
function asInterval(bounds: { readonly start: number; readonly end: number }): Interval {
  if (!isInterval(bounds)) throw new Error('the test made no interval')
  return bounds
}
