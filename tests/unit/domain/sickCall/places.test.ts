import { expect, test } from 'vitest'
import type { Appointment } from '../../../../shared/domain/appointment.ts'
import type { RoomId } from '../../../../shared/domain/ids.ts'
import { type Horizon, placeFinder, unhindered } from '../../../../shared/domain/sickCall/places.ts'
import type { StaffingFacts } from '../../../../shared/domain/staffing/types.ts'
import { aCertificationType, aLocation, anAbsence, anAppointment, aPractitioner, aQualification, aRoom, aServiceType, aShift, at, competence, date, idNumber, newId, openDaily, time, wall } from '../../../support/builders.ts'
import { aVisit, clinic, khan, khansShift, lakeside, ortiz, ortizsShift, room, service } from '../../../support/smallClinic.ts'

// Khan is away on Monday 4 May; Ortiz is there from 14:00 to 17:00, every Monday.

const away = [anAbsence({ practitionerId: khan.id })]
const early = at('2026-05-04T07:00')
const today: Horizon = { now: early, days: 0, stepMinutes: 30 }
const visit = aVisit()
const needsRoom = aServiceType({ ...service, needsRoom: true })
const second: RoomId = idNumber(0x99)
const find = (overrides: Partial<StaffingFacts> = {}, horizon: Partial<Horizon> = {}, visits: readonly Appointment[] = [visit]) =>
  placeFinder(clinic({ absences: away, ...overrides }), visits, { ...today, ...horizon })
const placesFor = (overrides: Partial<StaffingFacts> = {}, horizon: Partial<Horizon> = {}, of = visit, hindrances = unhindered) =>
  find(overrides, horizon, [of]).places(of, hindrances)
const starts = (...asked: Parameters<typeof placesFor>): readonly string[] => placesFor(...asked).map(({ start }) => start.slice(8))
const afternoon = ['04T14:00', '04T14:30', '04T15:00', '04T15:30', '04T16:00', '04T16:30']
const ortizAllDay = { shiftPatterns: [khansShift, { ...ortizsShift, start: time('09:00') }] }
const roundTheClock = {
  locations: [{ ...lakeside, openingHours: openDaily('00:00', '00:00') }],
  shiftPatterns: ([1, 2] as const).map(weekday => aShift({ practitionerId: ortiz.id, locationId: lakeside.id, weekday, start: time('00:00'), end: time('00:00') })),
}

test('a visit can go wherever somebody certified is at work for all of it, while the location is open', () => {
  expect(placesFor()[0]).toEqual({ locationId: lakeside.id, start: '2026-05-04T14:00', interval: aVisit({ start: wall('2026-05-04T14:00') }).interval, performerIds: [ortiz.id], roomIds: null })
  expect(starts()).toEqual(afternoon)
  expect(starts({ locations: [{ ...lakeside, openingHours: openDaily('08:00', '16:15') }] })).toEqual(afternoon.slice(0, 4))
})

test('its own time comes first, once, even where it lies on no step', () => {
  expect(starts(ortizAllDay, { stepMinutes: 120 })).toEqual(['04T10:00', '04T12:00', '04T14:00', '04T16:00'])
  expect(starts(ortizAllDay, { stepMinutes: 120 }, aVisit({ start: wall('2026-05-04T13:10') }))).toEqual(['04T13:10', '04T10:00', '04T12:00', '04T14:00', '04T16:00'])
})

test('no place begins before now, and its own time counts until it has begun', () => {
  const odd = aVisit({ start: wall('2026-05-04T15:10') })
  expect(starts({}, { now: at('2026-05-04T15:10') }, odd)).toEqual(['04T15:10', ...afternoon.slice(3)])
  expect(starts({}, { now: at('2026-05-04T15:11') }, odd)).toEqual(afternoon.slice(3))
  expect(starts({}, { now: at('2026-05-04T15:30') }, odd)).toEqual(afternoon.slice(3))
})

test('as many days are looked at as are asked for, all of each', () => {
  const onlyOrtiz = { shiftPatterns: [ortizsShift] }
  expect(starts(onlyOrtiz, { days: 6, stepMinutes: 60 })).toEqual(['04T14:00', '04T15:00', '04T16:00'])
  expect(starts(onlyOrtiz, { days: 7, stepMinutes: 60 })).toEqual(['04T14:00', '04T15:00', '04T16:00', '11T14:00', '11T15:00', '11T16:00'])
  expect(starts(roundTheClock, { now: at('2026-05-04T21:00') }, aVisit({ start: wall('2026-05-04T20:00') }))).toEqual(['04T21:00', '04T21:30', '04T22:00', '04T22:30', '04T23:00', '04T23:30'])
})

test('several visits that are looked for at once each have their own days, length, service and location', () => {
  const spasticity = competence('spasticity')
  const [paper, other] = [aCertificationType({ competences: [spasticity] }), aServiceType({ competences: [spasticity] })]
  const lind = aPractitioner()
  const hillside = aLocation()
  const facts = {
    absences: away, locations: [lakeside, hillside], serviceTypes: [service, other], practitioners: [khan, ortiz, lind], certificationTypes: [...clinic().certificationTypes, paper],
    qualifications: [...clinic().qualifications, aQualification({ practitionerId: lind.id, certificationTypeId: paper.id })],
    shiftPatterns: [ortizsShift, aShift({ practitionerId: lind.id, locationId: lakeside.id, start: time('16:00') }), aShift({ practitionerId: khan.id, locationId: hillside.id, start: time('11:00'), end: time('12:00') })],
  }
  const visits = [visit, aVisit({ minutes: 60 }), aVisit({ serviceTypeId: other.id }), aVisit({ start: wall('2026-05-11T10:00') }), aVisit({ locationId: hillside.id, start: wall('2026-05-11T10:00') })]
  const finder = find(facts, {}, visits)
  expect(visits.map(each => finder.places(each, unhindered).map(({ start }) => start.slice(8)))).toEqual([
    afternoon, afternoon.slice(0, 5), ['04T16:00', '04T16:30'], afternoon.map(start => start.replace('04', '11')), ['11T11:00', '11T11:30'],
  ])
  expect(visits.map(each => [...new Set(finder.places(each, unhindered).flatMap(({ performerIds }) => performerIds))])).toEqual([[ortiz.id], [ortiz.id], [lind.id], [ortiz.id], [khan.id]])
})

test('the patient is not sent where they are elsewhere already', () => {
  const elsewhere = (status: Appointment['status'], patientId = visit.patientId) => starts({ appointments: [anAppointment({ patientId, status, start: wall('2026-05-04T15:00') })] })
  expect(elsewhere('booked')).toEqual(afternoon.filter(start => start !== '04T15:00'))
  expect(elsewhere('fulfilled')).toEqual(afternoon.filter(start => start !== '04T15:00'))
  for (const gone of ['cancelled', 'noshow', 'entered-in-error'] as const) expect(elsewhere(gone)).toEqual(afternoon)
  expect(elsewhere('booked', newId())).toEqual(afternoon)
})

test('a shortest interval bars other days, never the visit’s own, and a rule bars a place', () => {
  const tooSoon = () => true
  expect(starts({}, { days: 7 }, visit, { ...unhindered, tooSoon })).toEqual(afternoon)
  expect(starts({}, {}, visit, { ...unhindered, blocked: ({ locationId, start }) => locationId === lakeside.id && start < '2026-05-04T16:00' })).toEqual(['04T16:00', '04T16:30'])
})

test('there is no place for a service that is not approved or not known, nor at a location that is closed for good', () => {
  const nowhere = [
    { of: visit, facts: { serviceTypes: [{ ...needsRoom, status: 'draft' as const }] } }, { of: aVisit({ serviceTypeId: newId() }), facts: {} },
    { of: aVisit({ locationId: newId() }), facts: {} }, { of: visit, facts: { serviceTypes: [needsRoom], locations: [{ ...lakeside, active: false }] } },
  ]
  for (const { of, facts } of nowhere) {
    const finder = find(facts, {}, [of])
    expect([finder.places(of, unhindered), finder.askable(of), finder.rooms(of)]).toEqual([[], [], null])
  }
})

test('a visit that needs a room goes only where one is free', () => {
  const taken = (roomId: RoomId) => anAppointment({ roomId, start: wall('2026-05-04T14:00'), minutes: 60 })
  const rooms = [room, aRoom({ id: second, locationId: lakeside.id })]
  const facts = { serviceTypes: [needsRoom], rooms }
  expect(placesFor({ ...facts, appointments: [taken(room.id)] }).map(({ roomIds }) => roomIds)).toEqual([[second], [second], ...afternoon.slice(2).map(() => [room.id, second])])
  expect(starts({ ...facts, appointments: [taken(room.id), taken(second)] })).toEqual(afternoon.slice(2))
  expect(starts({ appointments: [taken(room.id), taken(second)] })).toEqual(afternoon)
})

test('a room that is taken after midnight does not do for a visit that runs into it', () => {
  const [short, long] = [aVisit({ minutes: 30 }), aVisit({ minutes: 90 })]
  const finder = find({ ...roundTheClock, serviceTypes: [needsRoom], appointments: [anAppointment({ roomId: room.id, start: wall('2026-05-05T00:45') })] }, {}, [long, short])
  const latest = (of: Appointment) => finder.places(of, unhindered).map(({ start }) => start).toSorted().at(-1)
  expect([latest(short), latest(long)]).toEqual(['2026-05-04T23:30', '2026-05-04T23:00'])
})

test('the rooms at a visit’s own time are those that nobody else has then, also once it has begun', () => {
  const facts = { serviceTypes: [needsRoom], rooms: [room, aRoom({ id: second, locationId: lakeside.id })], appointments: [anAppointment({ roomId: room.id, start: wall('2026-05-04T09:45') })] }
  expect(find(facts).rooms(visit)).toEqual([second])
  expect(find(facts, { now: at('2026-05-04T10:20') }).rooms(visit)).toEqual([second])
  expect(find({ ...facts, serviceTypes: [service] }).rooms(visit)).toBeNull()
})

test('whoever is the last one for a visit that names nobody is not offered for another at that time', () => {
  const waiting = aVisit({ performerId: null, start: wall('2026-05-04T15:00') })
  const finder = find({ appointments: [waiting] })
  expect(finder.places(visit, unhindered).map(({ start }) => start.slice(8))).toEqual(afternoon.filter(start => start !== '04T15:00'))
  expect(finder.claims).toEqual([{ interval: waiting.interval, performerIds: [ortiz.id] }])
})

test('what names somebody who can do it, or what nobody can do, claims nobody', () => {
  expect(find({ appointments: [aVisit({ performerId: ortiz.id, start: wall('2026-05-04T15:00') }), aVisit({ performerId: null, start: wall('2026-05-04T11:00') })] }).claims).toEqual([])
})

test('a certificate has to hold on every day that a visit touches, and midnight is the end of a day', () => {
  const qualifications = [aQualification({ practitionerId: ortiz.id, certificationTypeId: clinic().certificationTypes[0]?.id ?? newId(), expires: date('2026-05-04') })]
  const last = (minutes: number) => starts({ ...roundTheClock, qualifications }, {}, aVisit({ minutes })).toSorted().at(-1)
  expect([last(30), last(60), last(31)]).toEqual(['04T23:30', '04T23:00', '04T23:00'])
})

test('whoever lacks nothing but the shift can be asked to come in, unless they are at work at another place then', () => {
  const hillside = aLocation()
  const asked = (overrides: Partial<StaffingFacts> = {}) => find({ locations: [lakeside, hillside], ...overrides }).askable(visit)
  expect(asked()).toEqual([ortiz.id])
  const alsoAt = (start: string, end: string) => asked({ shiftPatterns: [khansShift, ortizsShift, aShift({ practitionerId: ortiz.id, locationId: hillside.id, start: time(start), end: time(end) })] })
  expect([alsoAt('09:00', '10:00'), alsoAt('09:00', '10:01'), alsoAt('10:30', '12:00')]).toEqual([[ortiz.id], [], [ortiz.id]])
  expect(asked({ absences: [...away, anAbsence({ practitionerId: ortiz.id })] })).toEqual([])
  expect(asked({ qualifications: [] })).toEqual([])
  expect(asked(ortizAllDay)).toEqual([])
  expect(asked({ shiftPatterns: [] })).toEqual([ortiz.id])
})

test('for no visits there is nothing to find', () => {
  const finder = find({ serviceTypes: [needsRoom] }, {}, [])
  expect([finder.claims, finder.places(visit, unhindered), finder.askable(visit), finder.rooms(visit)]).toEqual([[], [], [], null])
})
