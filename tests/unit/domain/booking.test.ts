import { expect, test } from 'vitest'
import { wallDateTime } from '../../../shared/contract/scalars.ts'
import type { Appointment, Override } from '../../../shared/domain/appointment.ts'
import { type Booker, type BookingRequest, decideBooking, decideMove } from '../../../shared/domain/booking.ts'
import { type AskedPlace, describePlace } from '../../../shared/domain/place.ts'
import type { StaffingFacts } from '../../../shared/domain/staffing/types.ts'
import {
  aCertificationType, aLocation, anAbsence, anAccount, anAppointment, aPatient, aPractitioner, aQualification, aRoom, aServiceType, aShift, at, date, newId,
  someFacts, time, wall,
} from '../../support/builders.ts'

const now = at('2026-05-01T09:00')
const lakeside = aLocation()
const dystonia = aServiceType()
const training = aCertificationType()
const khan = aPractitioner()
const ortiz = aPractitioner({ name: { given: 'Mar', family: 'Ortiz' } })
const certificateOf = (who: typeof khan) => aQualification({ practitionerId: who.id, certificationTypeId: training.id })
const shiftOf = (who: typeof khan) => aShift({ practitionerId: who.id, locationId: lakeside.id })

const clinic = (overrides: Partial<StaffingFacts> = {}): StaffingFacts => someFacts({
  practitioners: [khan, ortiz], certificationTypes: [training], qualifications: [certificateOf(khan)], serviceTypes: [dystonia],
  locations: [lakeside], shiftPatterns: [shiftOf(khan), shiftOf(ortiz)], ...overrides,
})
const account = anAccount()
const booker: Booker = { by: account.id, byName: account.displayName, mayOverride: false, reason: null, through: null }
const lead: Booker = { ...booker, mayOverride: true }
const rosa = aPatient()
const place = (overrides: Partial<AskedPlace> = {}): AskedPlace =>
  ({ locationId: lakeside.id, start: wall('2026-05-04T10:00'), fold: null, performerId: null, roomId: null, ...overrides })
const asked = (overrides: Partial<BookingRequest> = {}): BookingRequest =>
  ({ id: newId(), patient: aPatient(), serviceTypeId: dystonia.id, place: place(), note: '', booker, ...overrides })
const held = (overrides: Partial<Appointment> = {}): Appointment =>
  anAppointment({ serviceTypeId: dystonia.id, locationId: lakeside.id, performerId: khan.id, ...overrides })

/** The visit, or the code of the refusal. */
const outcome = (facts: StaffingFacts, request: BookingRequest): Appointment | string => {
  const booking = decideBooking(facts, request, now)
  return booking.ok ? booking.value.visit : booking.problem.code
}

test('with nobody named, whoever is certified and on shift performs the visit', () => {
  expect(outcome(clinic(), asked())).toMatchObject({
    performerId: khan.id, start: '2026-05-04T10:00', minutes: 30, status: 'booked', override: null, version: 1,
    interval: { start: at('2026-05-04T10:00'), end: at('2026-05-04T10:30') },
  })
})

test('somebody who is not certified is refused, with who could do it instead', () => {
  const booking = decideBooking(clinic(), asked({ place: place({ performerId: ortiz.id }) }), now)
  expect(booking).toMatchObject({ ok: false, problem: { code: 'not-staffed', mayOverride: false, verdict: { state: 'assignable', performerId: khan.id } } })
})

test('a time with nobody certified on shift is refused, and a reason from somebody who may not give one changes nothing', () => {
  const early = place({ start: wall('2026-05-04T08:30') })
  expect(outcome(clinic(), asked({ place: early }))).toBe('not-staffed')
  expect(outcome(clinic(), asked({ place: early, booker: { ...booker, reason: 'came from afar' } }))).toBe('not-staffed')
  expect(outcome(clinic(), asked({ place: early, booker: { ...lead, reason: ' ' } }))).toBe('not-staffed')
})

test('somebody who may, says why, and the visit carries it', () => {
  const early = place({ start: wall('2026-05-04T08:30') })
  expect(outcome(clinic(), asked({ place: early, booker: { ...lead, reason: ' Dr Khan comes early ' } }))).toMatchObject({
    performerId: null, override: { reason: 'Dr Khan comes early', by: account.id, byName: 'J. Lee', at: now, against: ['uncovered'], through: null },
  })
})

test('how long a reason stands is kept with it, and cannot be over already', () => {
  const early = place({ start: wall('2026-05-04T08:30') })
  const through = (day: string) => outcome(clinic(), asked({ place: early, booker: { ...lead, reason: 'Dr Khan comes early', through: date(day) } }))
  expect(through('2026-05-03')).toMatchObject({ override: { through: '2026-05-03' } })
  expect(through('2026-04-01')).toBe('invalid')
})

test('a reason given where none was needed is not kept', () => {
  expect(outcome(clinic(), asked({ booker: { ...lead, reason: 'to be sure' } }))).toMatchObject({ performerId: khan.id, override: null })
})

test('neither drafts nor overlaps can be talked away', () => {
  const why = { ...lead, reason: 'it must be' }
  expect(outcome(clinic({ serviceTypes: [{ ...dystonia, status: 'draft' }] }), asked({ booker: why }))).toBe('service-not-approved')
  expect(outcome(clinic({ appointments: [held()] }), asked({ place: place({ performerId: khan.id }), booker: why }))).toBe('slot-taken')
})

test('no patient, performer or room is in two visits at once; touching is not overlapping', () => {
  const patient = aPatient()
  const room = aRoom({ locationId: lakeside.id })
  const facts = clinic({ rooms: [room], appointments: [held({ patientId: patient.id, roomId: room.id })] })
  const refusal = (request: Partial<BookingRequest>) => {
    const booking = decideBooking(facts, asked(request), now)
    return booking.ok ? null : booking.problem
  }
  expect(refusal({ patient })).toEqual({ code: 'slot-taken', overlap: 'patient' })
  expect(refusal({ place: place({ performerId: khan.id, start: wall('2026-05-04T10:29') }) })).toEqual({ code: 'slot-taken', overlap: 'performer' })
  expect(refusal({ place: place({ roomId: room.id }) })).toEqual({ code: 'slot-taken', overlap: 'room' })
  expect(refusal({ patient, place: place({ performerId: khan.id, start: wall('2026-05-04T10:30'), roomId: room.id }) })).toBeNull()
})

test('a visit that was cancelled, missed or entered in error takes up nothing', () => {
  for (const status of ['cancelled', 'noshow', 'entered-in-error'] as const) {
    expect(outcome(clinic({ appointments: [held({ status })] }), asked())).toMatchObject({ performerId: khan.id })
  }
  expect(outcome(clinic({ appointments: [held({ status: 'fulfilled' })] }), asked())).toBe('not-staffed')
})

test('naming the only person who could do another visit is refused: both would need the same pair of hands', () => {
  const waiting = held({ performerId: null })
  const booking = decideBooking(clinic({ appointments: [waiting] }), asked({ place: place({ performerId: khan.id }) }), now)
  expect(booking).toMatchObject({
    ok: false, problem: { code: 'not-staffed', verdict: { state: 'uncovered', shortage: { practitionerIds: [khan.id] } } },
  })
  expect(outcome(clinic({ appointments: [waiting] }), asked())).toBe('not-staffed')
  expect(outcome(clinic({ appointments: [waiting], qualifications: [certificateOf(khan), certificateOf(ortiz)] }), asked()))
    .toMatchObject({ status: 'booked' })
})

test('outside the opening hours takes a reason, which is told apart from one about staffing', () => {
  const late = aShift({ practitionerId: khan.id, locationId: lakeside.id, end: time('22:00') })
  const facts = clinic({ shiftPatterns: [late] })
  const evening = place({ start: wall('2026-05-04T17:45') })
  expect(outcome(facts, asked({ place: evening }))).toBe('outside-opening-hours')
  const booking = decideBooking(facts, asked({ place: evening, booker: { ...lead, reason: 'late clinic' } }), now)
  expect(booking).toMatchObject({ ok: true, value: { outOfHoursReason: 'late clinic', visit: { performerId: khan.id, override: null } } })
})

test('a time that the clock skips or shows twice is asked about', () => {
  const sundays = clinic({ shiftPatterns: [aShift({ practitionerId: khan.id, locationId: lakeside.id, weekday: 7, start: time('00:00') })] })
  const open = { ...sundays, locations: [{ ...lakeside, openingHours: [{ weekday: 7, opens: time('00:00'), closes: time('12:00') }] as const }] }
  expect(outcome(open, asked({ place: place({ start: wall('2027-03-14T02:30') }) }))).toBe('no-such-time')
  expect(outcome(open, asked({ place: place({ start: wall('2026-11-01T01:30') }) }))).toBe('ambiguous-time')
  const later = outcome(open, asked({ place: place({ start: wall('2026-11-01T01:30'), fold: 'later' }) }))
  expect(later).toMatchObject({ interval: { start: at('2026-11-01T00:30') + 2 * 3_600_000 } })
  expect(outcome(open, asked({ place: place({ start: wallDateTime.parse('2026-02-31T10:00') }) }))).toBe('no-such-time')
})

test('a service that needs a room gets a free one, or is refused', () => {
  const needy = { ...dystonia, needsRoom: true }
  const [one, two] = [aRoom({ locationId: lakeside.id }), aRoom({ locationId: lakeside.id })]
  const rooms = clinic({ serviceTypes: [needy], rooms: [one, two], qualifications: [certificateOf(khan), certificateOf(ortiz)] })
  expect(outcome(rooms, asked())).toMatchObject({ roomId: one.id })
  expect(outcome({ ...rooms, appointments: [held({ roomId: one.id })] }, asked())).toMatchObject({ roomId: two.id, performerId: ortiz.id })
  expect(outcome({ ...rooms, rooms: [{ ...one, active: false }] }, asked())).toBe('room-needed')
  expect(outcome(rooms, asked({ place: place({ roomId: newId() }) }))).toBe('not-found')
})

test('nothing is booked that is over, for a record that is closed, or where and with whom nothing is known', () => {
  expect(outcome(clinic(), asked({ place: place({ start: wall('2026-04-27T10:00') }) }))).toBe('not-allowed-now')
  expect(outcome(clinic(), asked({ patient: aPatient({ status: 'inactive' }) }))).toBe('not-allowed-now')
  expect(outcome(clinic(), asked({ place: place({ locationId: newId() }) }))).toBe('not-found')
  expect(outcome(clinic({ locations: [{ ...lakeside, active: false }] }), asked())).toBe('not-found')
  expect(outcome(clinic(), asked({ place: place({ performerId: newId() }) }))).toBe('not-found')
  expect(outcome(clinic(), asked({ serviceTypeId: newId() }))).toBe('not-found')
})

test('a visit under way may still be booked', () => {
  const begun = decideBooking(clinic(), asked(), at('2026-05-04T10:29'))
  expect(begun.ok).toBe(true)
  expect(decideBooking(clinic(), asked(), at('2026-05-04T10:30')).ok).toBe(false)
})

test('a moved visit keeps what it is, and its own place counts as free', () => {
  const visit = held({ version: 4, minutes: 45, note: 'wheelchair', status: 'arrived' })
  const moved = decideMove(clinic({ appointments: [visit] }), visit, rosa, place({ start: wall('2026-05-04T10:15'), performerId: khan.id }), booker, now)
  expect(moved).toMatchObject({ ok: true, value: { visit: {
    id: visit.id, version: 4, minutes: 45, note: 'wheelchair', status: 'arrived', start: '2026-05-04T10:15', performerId: khan.id,
    interval: { end: at('2026-05-04T11:00') },
  } } })
})

test('moving a visit to somebody eligible ends its override; another unstaffed place needs another reason', () => {
  const override: Override = { reason: 'comes from afar', by: account.id, byName: 'J. Lee', at: now, against: ['uncovered'], through: null }
  const visit = held({ performerId: null, override, start: wall('2026-05-04T08:30') })
  const facts = clinic({ appointments: [visit], rooms: [aRoom({ locationId: lakeside.id })] })
  const moved = (to: Partial<AskedPlace>, by: Booker) => decideMove(facts, visit, rosa, place({ start: visit.start, ...to }), by, now)
  expect(moved({ start: wall('2026-05-04T10:00') }, booker)).toMatchObject({ ok: true, value: { visit: { override: null, performerId: khan.id } } })
  expect(moved({ start: wall('2026-05-04T08:00') }, lead)).toMatchObject({ ok: false, problem: { code: 'not-staffed', mayOverride: true } })
  expect(moved({ start: wall('2026-05-04T08:00') }, { ...lead, reason: 'earlier bus' })).toMatchObject({ ok: true, value: { visit: { override: { reason: 'earlier bus' } } } })
  expect(moved({ roomId: facts.rooms[0]?.id ?? null }, booker)).toMatchObject({ ok: true, value: { visit: { override, roomId: facts.rooms[0]?.id } } })
  const lapsed = { ...visit, override: { ...override, through: date('2026-05-01') } }
  expect(decideMove(facts, lapsed, rosa, place({ start: visit.start, roomId: facts.rooms[0]?.id ?? null }), booker, at('2026-05-02T08:00'))).toMatchObject({ ok: false, problem: { code: 'not-staffed' } })
})

test('only a visit that still stands is moved', () => {
  for (const status of ['fulfilled', 'cancelled', 'noshow', 'entered-in-error'] as const) {
    expect(decideMove(clinic(), held({ status }), rosa, place(), booker, now)).toMatchObject({ ok: false, problem: { code: 'not-allowed-now', from: status } })
  }
})

test('a moved visit stays in its room where that is free', () => {
  const rooms = [aRoom({ locationId: lakeside.id }), aRoom({ locationId: lakeside.id })]
  const visit = held({ roomId: rooms[1]?.id ?? null })
  const facts = clinic({ serviceTypes: [{ ...dystonia, needsRoom: true }], rooms, appointments: [visit] })
  expect(decideMove(facts, visit, rosa, place({ start: wall('2026-05-04T11:00') }), booker, now)).toMatchObject({ ok: true, value: { visit: { roomId: rooms[1]?.id } } })
})

test('what is said of a place beforehand is what booking there finds', () => {
  const room = aRoom({ locationId: lakeside.id })
  const facts = clinic({ rooms: [room], absences: [anAbsence({ practitionerId: khan.id, start: wall('2026-05-04T12:00'), end: wall('2026-05-05T00:00') })] })
  const said = (overrides: Partial<AskedPlace>) => describePlace(facts, dystonia.id, place(overrides), null)
  expect(said({})).toMatchObject({ ok: true, value: { verdict: { state: 'assignable', performerId: khan.id }, outsideOpeningHours: false, roomFree: true, suggestedRoomId: room.id } })
  expect(said({ start: wall('2026-05-04T12:00') })).toMatchObject({ ok: true, value: { verdict: { state: 'uncovered' } } })
  expect(said({ start: wall('2026-05-04T17:45') })).toMatchObject({ ok: true, value: { outsideOpeningHours: true } })
  expect(said({ start: wall('2026-03-08T02:30') })).toMatchObject({ ok: false, problem: { code: 'no-such-time' } })
})

const spaced = aServiceType({ ...dystonia, minimumIntervalDays: 84 })
const withOther = (start: string, overrides: Partial<Appointment> = {}): StaffingFacts =>
  clinic({ serviceTypes: [spaced], appointments: [held({ patientId: rosa.id, start: wall(start), ...overrides })] })
const forRosa = asked({ patient: rosa, place: place({ performerId: khan.id }) })

test('nearer to another visit for the service than its shortest interval nothing is booked, before it or after it, whatever the reason', () => {
  const soon = { code: 'too-soon', service: 'Cervical dystonia', minimumDays: 84 }
  expect(decideBooking(withOther('2026-02-10T10:00'), forRosa, now)).toEqual({ ok: false, problem: { ...soon, other: '2026-02-10', from: '2026-05-05' } })
  expect(decideBooking(withOther('2026-07-26T10:00'), forRosa, now)).toEqual({ ok: false, problem: { ...soon, other: '2026-07-26', from: '2026-10-18' } })
  expect(outcome(withOther('2026-02-10T10:00'), { ...forRosa, booker: { ...lead, reason: 'Pain came back' } })).toBe('too-soon')
  expect(outcome(withOther('2026-02-09T10:00'), forRosa)).toMatchObject({ status: 'booked' })
  expect(outcome(withOther('2026-07-27T10:00'), forRosa)).toMatchObject({ status: 'booked' })
})

test('a visit that was cancelled, is somebody else’s, or is for another service keeps nobody waiting', () => {
  for (const other of [{ status: 'cancelled' as const }, { status: 'noshow' as const }, { patientId: newId<typeof rosa.id>() }, { serviceTypeId: newId<typeof spaced.id>() }]) {
    expect(outcome(withOther('2026-04-10T10:00', other), forRosa)).toMatchObject({ status: 'booked' })
  }
  expect(outcome(withOther('2026-04-10T10:00', { status: 'fulfilled' }), forRosa)).toBe('too-soon')
})

test('a move keeps the interval too; within its own day a visit moves freely', () => {
  const visit = held({ patientId: rosa.id })
  const facts = clinic({ serviceTypes: [spaced], appointments: [visit, held({ patientId: rosa.id, start: wall('2026-03-02T10:00') })] })
  const moved = (start: string) => decideMove(facts, visit, rosa, place({ start: wall(start), performerId: khan.id }), booker, now)
  expect(moved('2026-05-18T10:00')).toMatchObject({ ok: false, problem: { code: 'too-soon', from: '2026-05-25' } })
  expect(moved('2026-05-04T11:00')).toMatchObject({ ok: true })
  expect(moved('2026-05-25T10:00')).toMatchObject({ ok: true })
})
