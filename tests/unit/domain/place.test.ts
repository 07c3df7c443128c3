import { describe, expect, test } from 'vitest'
import type { Appointment } from '../../../shared/domain/appointment.ts'
import { type AskedPlace, describePlace, overlapAt, placeVerdict, roomFor, typedStart, without } from '../../../shared/domain/place.ts'
import { idOfNewVisit } from '../../../shared/domain/staffing/demand.ts'
import type { StaffingFacts } from '../../../shared/domain/staffing/types.ts'
import { aLocation, aPractitioner, aRoom, at, between, clinicZone, idNumber, newId, time, unreadable, wall } from '../../support/builders.ts'
import { aVisit, clinic, khan, khansShift, lakeside, ortiz, ortizsShift, room, service } from '../../support/smallClinic.ts'

const asked = (overrides: Partial<AskedPlace> = {}): AskedPlace =>
  ({ locationId: lakeside.id, start: wall('2026-05-04T10:00'), fold: null, performerId: khan.id, roomId: null, ...overrides })
const waiting = aVisit({ id: idNumber(0x901), performerId: null })

describe('a typed start', () => {
  test.each([
    ['2026-05-04T10:00', null, at('2026-05-04T10:00')], ['2026-03-08T02:30', null, 'no-such-time'], ['2026-11-01T01:30', null, 'ambiguous-time'],
    ['2026-11-01T01:30', 'earlier', at('2026-11-01T01:30')], ['2026-11-01T01:30', 'later', at('2026-11-01T01:30') + 3_600_000],
    ['2026-02-30T10:00', null, 'no-such-time'], ['2026-02-30T10:00', 'earlier', 'no-such-time'], ['tomorrow at ten!', null, 'no-such-time'],
  ] as const)('%s, fold %s', (start, fold, expected) => {
    const typed = typedStart({ start: unreadable(start), fold }, clinicZone)
    expect(typed.ok ? typed.value : typed.problem).toEqual(typeof expected === 'number' ? expected : { code: expected, time: start })
  })
})

test('the facts without a visit have every other one', () => {
  const facts = clinic({ appointments: [waiting, aVisit({ id: idNumber(0x902) })] })
  expect(without(facts, waiting.id).appointments.map(visit => visit.id)).toEqual([idNumber(0x902)])
  expect(without(facts, null)).toEqual(facts)
})

describe('what is said of a place', () => {
  const said = (appointments: readonly Appointment[], overrides: Partial<AskedPlace> = {}, moving: Appointment | null = null, facts: Partial<StaffingFacts> = {}) =>
    placeVerdict(clinic({ ...facts, appointments }), service.id, asked(overrides), 30, moving?.id ?? null)

  test('is that the two are short of people where it takes whom another visit counts on', () => {
    expect(said([waiting])).toEqual({
      state: 'uncovered', shortage: { appointmentIds: [waiting.id, idOfNewVisit], practitionerIds: [khan.id], supervision: null },
      reasons: [{ practitionerId: khan.id, reasons: [{ kind: 'busy', appointmentId: waiting.id }] }, { practitionerId: ortiz.id, reasons: [{ kind: 'off-shift', next: '2026-05-04T14:00' }] }],
    })
  })

  test('lists everybody in the order of their ids, whoever is asked for, and every visit that loses its person', () => {
    const first = aPractitioner({ id: idNumber(0x40) })
    const both = { shiftPatterns: [khansShift, { ...ortizsShift, start: time('09:00') }], practitioners: [first, khan, ortiz] }
    const other = { ...waiting, id: idNumber<typeof waiting.id>(0x902) }
    const verdict = said([waiting, other], { performerId: ortiz.id }, null, both)
    expect(verdict).toMatchObject({ state: 'uncovered', shortage: { appointmentIds: [other.id, idOfNewVisit], practitionerIds: [ortiz.id] } })
    expect(verdict.reasons.map(entry => entry.practitionerId)).toEqual([first.id, ortiz.id])
  })

  test('names the visit itself where it is one that moves there, in order with the others', () => {
    const moving = aVisit({ id: idNumber(0x900), start: wall('2026-05-04T12:00') })
    expect(said([waiting, moving], {}, moving)).toMatchObject({ state: 'uncovered', shortage: { appointmentIds: [moving.id, waiting.id] } })
    expect(said([moving], {}, moving)).toMatchObject({ state: 'covered' })
  })

  test('is the plain verdict where nobody loses anybody, where nobody is named, and where it is no good anyhow', () => {
    expect(said([])).toMatchObject({ state: 'covered' })
    expect(said([aVisit({ performerId: null, start: wall('2026-05-04T15:00') })], { start: wall('2026-05-04T15:00') })).toMatchObject({ state: 'covered' })
    expect(said([], { performerId: null })).toMatchObject({ state: 'assignable', performerId: khan.id })
    expect(said([waiting], { performerId: null })).toMatchObject({ state: 'uncovered', shortage: { practitionerIds: [khan.id] } })
    const moving = aVisit({ id: idNumber(0x900), start: wall('2026-05-04T12:00') })
    expect(said([waiting, moving], { performerId: ortiz.id }, moving)).toMatchObject({ state: 'assignable', performerId: khan.id })
    expect(said([], { start: unreadable('2026-02-30T10:00') })).toEqual({ state: 'cannot-verify', cause: 'time-invalid', reasons: [] })
  })
})

describe('an overlap', () => {
  const there = aVisit({ roomId: room.id })
  const nobody: Parameters<typeof overlapAt>[2] = { patientId: newId(), performerId: null, roomId: null }
  const overlap = (who: Partial<typeof nobody>, visit: Appointment = there, span = between('2026-05-04T10:15', '2026-05-04T10:45')) =>
    overlapAt([visit], span, { ...nobody, ...who })
  test('is of the patient before the performer, and of the performer before the room', () => {
    expect(overlap({ patientId: there.patientId, performerId: khan.id, roomId: room.id })).toBe('patient')
    expect(overlap({ performerId: khan.id, roomId: room.id })).toBe('performer')
    expect(overlap({ roomId: room.id })).toBe('room')
    expect(overlap({})).toBeNull()
  })
  test('is none of two that name nobody and no room', () => { expect(overlap({}, { ...there, performerId: null, roomId: null })).toBeNull() })
  test('is none with what does not keep its place, or only touches', () => {
    expect(overlap({ performerId: khan.id }, { ...there, status: 'cancelled' })).toBeNull()
    expect(overlap({ performerId: khan.id }, { ...there, status: 'fulfilled' })).toBe('performer')
    expect(overlap({ performerId: khan.id }, there, between('2026-05-04T10:30', '2026-05-04T11:00'))).toBeNull()
    expect(overlap({ performerId: khan.id }, there, between('2026-05-04T09:30', '2026-05-04T10:00'))).toBeNull()
  })
})

const second = aRoom({ id: idNumber(0x13), locationId: lakeside.id })
const elsewhere = aLocation({ id: idNumber(0x10) })
const roomElsewhere = aRoom({ id: idNumber(0x14), locationId: elsewhere.id })
const needy = { ...service, needsRoom: true }
const twoRooms = { locations: [elsewhere, lakeside], rooms: [roomElsewhere, room, second], serviceTypes: [needy] }
const inRoom = (roomId: typeof room.id) => aVisit({ roomId })

describe('the room of a visit', () => {
  const got = (roomId: typeof room.id | null, { facts = {}, of = needy, present = null }: { readonly facts?: Partial<StaffingFacts>; readonly of?: typeof service; readonly present?: typeof room.id | null } = {}) => {
    const found = roomFor(clinic({ ...twoRooms, ...facts }), of, asked({ roomId }), between('2026-05-04T10:00', '2026-05-04T10:30'), present)
    return found.ok ? found.value : found.problem
  }
  test('is the one asked for, if it is one of the location that is in use', () => {
    expect(got(second.id)).toBe(second.id)
    expect(got(second.id, { of: service })).toBe(second.id)
    for (const [id, facts] of [[roomElsewhere.id, {}], [newId<typeof room.id>(), {}], [second.id, { rooms: [room, { ...second, active: false }] }]] as const) {
      expect(got(id, { facts })).toEqual({ code: 'not-found', what: 'room' })
    }
  })
  test('is none where none is asked for or needed', () => { expect(got(null, { of: service, present: second.id })).toBeNull() })
  test('is the one that it has, else the first free one, else missing', () => {
    expect(got(null, { present: second.id })).toBe(second.id)
    expect(got(null, { present: second.id, facts: { appointments: [inRoom(second.id)] } })).toBe(room.id)
    expect(got(null, { facts: { appointments: [inRoom(room.id)] } })).toBe(second.id)
    expect(got(null, { facts: { appointments: [inRoom(room.id), inRoom(second.id)] } })).toEqual({ code: 'room-needed' })
  })
})

describe('a place described beforehand', () => {
  const described = (place: Partial<AskedPlace> = {}, facts: Partial<StaffingFacts> = {}, moving: Appointment | null = null, serviceTypeId = service.id) => {
    const said = describePlace(clinic({ ...twoRooms, ...facts }), serviceTypeId, asked(place), moving)
    return said.ok ? said.value : said.problem
  }
  test('must be of a service and a location that exist, at a time that does', () => {
    expect(described({}, {}, null, newId())).toEqual({ code: 'not-found', what: 'service' })
    expect(described({ locationId: newId() })).toEqual({ code: 'not-found', what: 'location' })
    expect(described({ start: wall('2026-11-01T01:30') })).toEqual({ code: 'ambiguous-time', time: '2026-11-01T01:30' })
  })
  test('goes by the service asked about, not by the first', () => {
    const other = { ...service, id: idNumber<typeof service.id>(0x30), minutes: 600 }
    expect(described({}, { serviceTypes: [other, service] })).toMatchObject({ verdict: { state: 'covered' }, outsideOpeningHours: false })
  })
  test('goes by the clocks of the location asked about', () => {
    const there = { ...elsewhere, zone: unreadable<typeof clinicZone>('Asia/Tokyo') }
    expect(described({ start: wall('2026-05-04T17:30') }, { locations: [there, lakeside] })).toMatchObject({ outsideOpeningHours: false })
    expect(described({ start: wall('2026-05-04T17:31') }, { locations: [there, lakeside] })).toMatchObject({ outsideOpeningHours: true })
  })
  test('takes the minutes of the visit that moves, or of the service', () => {
    const moving = aVisit({ minutes: 60 })
    expect(described({ start: wall('2026-05-04T17:00') }, { appointments: [moving] }, moving)).toMatchObject({ outsideOpeningHours: false })
    expect(described({ start: wall('2026-05-04T17:01') }, { appointments: [moving] }, moving)).toMatchObject({ outsideOpeningHours: true })
    expect(described({ start: wall('2026-05-04T17:01') })).toMatchObject({ outsideOpeningHours: false })
  })
  test('counts the place of the visit that moves as free, and suggests its own room', () => {
    const moving = aVisit({ roomId: second.id })
    expect(described({ start: wall('2026-05-04T10:10') }, { appointments: [moving] }, moving)).toMatchObject({ verdict: { state: 'covered' }, roomFree: true, suggestedRoomId: second.id })
    expect(described({ start: wall('2026-05-04T10:10') }, { appointments: [moving] })).toMatchObject({ verdict: { state: 'uncovered' }, suggestedRoomId: room.id })
    expect(described({ start: wall('2026-05-04T10:10') }, { appointments: [moving, inRoom(second.id)] }, moving)).toMatchObject({ suggestedRoomId: room.id })
  })
  test('says whether the room is free: the one asked for, or any where one is needed', () => {
    const one = { appointments: [inRoom(room.id)] }
    const all = { appointments: [inRoom(room.id), inRoom(second.id)] }
    expect(described({ roomId: second.id }, one)).toMatchObject({ roomFree: true, suggestedRoomId: second.id })
    expect(described({ roomId: room.id }, one)).toMatchObject({ roomFree: false, suggestedRoomId: second.id })
    expect(described({}, one)).toMatchObject({ roomFree: true })
    expect(described({}, all)).toMatchObject({ roomFree: false, suggestedRoomId: null })
    expect(described({}, { ...all, serviceTypes: [service] })).toMatchObject({ roomFree: true, suggestedRoomId: null })
    expect(described({ roomId: room.id }, { ...all, serviceTypes: [service] })).toMatchObject({ roomFree: false })
  })
})
