import { describe, expect, test } from 'vitest'
import type { Appointment } from '../../../../shared/domain/appointment.ts'
import { freeRooms } from '../../../../shared/domain/staffing/rooms.ts'
import { findSlots } from '../../../../shared/domain/staffing/slots.ts'
import type { SlotQuery } from '../../../../shared/domain/staffing/slots.ts'
import type { StaffingFacts } from '../../../../shared/domain/staffing/types.ts'
import { aLocation, anAbsence, aRoom, aServiceType, at, between, date, idNumber, openDaily, time, wall } from '../../../support/builders.ts'
import { aVisit, clinic, khan, khansCertificate, khansShift, lakeside, ortiz, ortizsShift, room, service } from '../../../support/smallClinic.ts'

const find = (overrides: Partial<StaffingFacts> = {}, query: Partial<SlotQuery> = {}) => findSlots(clinic(overrides), {
  serviceTypeId: service.id, locationIds: [lakeside.id], from: at('2026-05-04T00:00'), through: at('2026-05-05T00:00'), limit: 1000, ...query,
})
const starts = (overrides: Partial<StaffingFacts> = {}, query: Partial<SlotQuery> = {}): readonly string[] => find(overrides, query).slots.map((slot) => slot.start.slice(11))
const at30 = { stepMinutes: 30 }
const open = (n: number, start: string, change: Partial<Appointment> = {}): Appointment => aVisit({ id: idNumber(n), performerId: null, start: wall(start), ...change })

describe('slots', () => {
  test('are the starts from which somebody certified is on shift for the whole visit', () => {
    const found = starts()
    expect([found[0], found[1], found.at(-1), found.length]).toEqual(['09:00', '09:10', '16:30', 46])
  })
  test('say where, when, with whom and in which room', () => {
    expect(find({}, { limit: 1 })).toEqual({ slots: [{
      locationId: lakeside.id, start: '2026-05-04T09:00', interval: between('2026-05-04T09:00', '2026-05-04T09:30'), performerId: khan.id, roomId: null,
    }], closed: [] })
  })
  test('are as many as asked for, the earliest first', () => { expect(starts({}, { limit: 3 })).toEqual(['09:00', '09:10', '09:20']) })
  test('are found weeks ahead', () => {
    const found = find({ shiftPatterns: [{ ...khansShift, from: date('2026-07-01') }] }, { through: at('2026-08-01T00:00'), limit: 1 })
    expect(found.slots.map((slot) => slot.start)).toEqual(['2026-07-06T09:00'])
  })
  test('begin from the time asked about and before its end', () => {
    expect(starts({}, { from: at('2026-05-04T09:01'), through: at('2026-05-04T09:30') })).toEqual(['09:10', '09:20'])
    expect(starts({}, { from: at('2026-05-04T09:00'), through: at('2026-05-04T09:00') })).toEqual([])
  })
  test('follow the step, from midnight', () => { expect(starts({}, { stepMinutes: 45, limit: 3 })).toEqual(['09:00', '09:45', '10:30']) })
  test('are never where a visit is', () => {
    expect(starts({ appointments: [aVisit()] }, { ...at30, partOfDay: 'morning' })).toEqual(['09:00', '09:30', '10:30', '11:00', '11:30'])
    expect(starts({ appointments: [aVisit({ start: wall('2026-05-04T10:15') })] }, { ...at30, limit: 4 })).toEqual(['09:00', '09:30', '11:00', '11:30'])
  })
  test('leave alone what a visit without a performer needs', () => {
    expect(starts({ appointments: [open(1, '2026-05-04T10:00')] }, { ...at30, limit: 3 })).toEqual(['09:00', '09:30', '10:30'])
    expect(starts({ appointments: [open(1, '2026-05-04T14:00')] }, { ...at30, notBefore: time('13:30'), limit: 2 })).toEqual(['13:30', '14:00'])
    expect(starts({ appointments: [open(1, '2026-05-04T14:00'), open(2, '2026-05-04T14:00')] }, { ...at30, notBefore: time('13:30'), limit: 2 })).toEqual(['13:30', '14:30'])
  })
  test('leave alone nobody for a visit that cannot be served anyhow', () => {
    const elsewhere = { ...service, id: idNumber<typeof service.id>(0x39), roles: ['dentist' as const] }
    expect(starts({ serviceTypes: [service, elsewhere], appointments: [open(1, '2026-05-04T10:00', { serviceTypeId: elsewhere.id })] }, { ...at30, limit: 3 })).toEqual(['09:00', '09:30', '10:00'])
  })
  test('are not withheld for a visit that is flagged already', () => {
    // The second visit would need Khan from 10 to 11, but the first has her from 10:30.
    const appointments = [open(1, '2026-05-04T10:30'), open(2, '2026-05-04T10:00', { minutes: 60 })]
    expect(starts({ appointments }, { ...at30, limit: 4 })).toEqual(['09:00', '09:30', '10:00', '11:00'])
  })
  test('lie within opening hours', () => {
    expect(starts({ locations: [{ ...lakeside, openingHours: openDaily('10:00', '11:00') }] }, at30)).toEqual(['10:00', '10:30'])
    expect(starts({ locations: [{ ...lakeside, active: false }] })).toEqual([])
  })
  test('run past midnight where the clinic does', () => {
    const night = { locations: [{ ...lakeside, openingHours: openDaily('00:00', '00:00') }], shiftPatterns: [{ ...khansShift, start: time('23:00'), end: time('01:00') }] }
    expect(find(night, { ...at30, through: at('2026-05-06T00:00') }).slots.map((slot) => slot.start)).toEqual(['2026-05-04T23:00', '2026-05-04T23:30', '2026-05-05T00:00', '2026-05-05T00:30'])
    expect(find({ ...night, qualifications: [{ ...khansCertificate, expires: date('2026-05-04') }] }, { stepMinutes: 15, through: at('2026-05-06T00:00') }).slots.map((slot) => slot.start.slice(11)))
      .toEqual(['23:00', '23:15', '23:30'])
  })
  test('are never at a time that the clock skips or shows twice', () => {
    const sundays = { locations: [{ ...lakeside, openingHours: openDaily('00:00', '00:00') }], shiftPatterns: [{ ...khansShift, weekday: 7 as const, start: time('00:00'), end: time('04:00') }] }
    const on = (from: string, through: string) => starts(sundays, { ...at30, from: at(from), through: at(through) })
    expect(on('2026-03-08T00:00', '2026-03-09T00:00')).toEqual(['00:00', '00:30', '01:00', '01:30', '03:00', '03:30'])
    expect(on('2026-11-01T00:00', '2026-11-02T00:00')).toEqual(['00:00', '00:30', '02:00', '02:30', '03:00', '03:30'])
  })
  test('are none for a service that is unknown or a draft', () => {
    expect(starts({}, { serviceTypeId: idNumber(0x99) })).toEqual([])
    expect(starts({ serviceTypes: [{ ...service, status: 'draft' }] })).toEqual([])
  })
})

describe('slots can be asked for', () => {
  test.each([['morning', '09:00', '11:30'], ['afternoon', '12:00', '16:30']] as const)('in the %s', (partOfDay, first, last) => {
    const found = starts({}, { ...at30, partOfDay })
    expect([found[0], found.at(-1)]).toEqual([first, last])
  })
  test('not before a time', () => { expect(starts({}, { ...at30, notBefore: time('16:00') })).toEqual(['16:00', '16:30']) })
  test('on certain weekdays', () => {
    expect(starts({}, { weekdays: [2, 3] })).toEqual([])
    expect(starts({}, { weekdays: [1], limit: 1 })).toEqual(['09:00'])
  })
  test('with one practitioner', () => {
    expect(find({}, { practitionerId: ortiz.id, ...at30 }).slots.map((slot) => [slot.start.slice(11), slot.performerId]).slice(0, 2)).toEqual([['14:00', ortiz.id], ['14:30', ortiz.id]])
    expect(starts({}, { practitionerId: idNumber(0x99) })).toEqual([])
  })
  test('for a patient, who is not in two places at once', () => {
    const patientId = idNumber<Appointment['patientId']>(0x91)
    const elsewhere = aVisit({ patientId, performerId: null, serviceTypeId: idNumber(0x99), start: wall('2026-05-04T09:00') })
    const found = find({ appointments: [elsewhere] }, { ...at30, patientId, limit: 1, includeClosed: true })
    expect([found.slots[0]?.start, found.closed.at(-1)]).toMatchObject(['2026-05-04T09:30', { start: '2026-05-04T09:00', patientBusy: true, companionMissing: false }])
    expect(starts({ appointments: [{ ...elsewhere, status: 'cancelled' }] }, { ...at30, patientId, limit: 1 })).toEqual(['09:00'])
    expect(starts({ appointments: [elsewhere] }, { ...at30, limit: 1 })).toEqual(['09:00'])
  })
  test('with something that has to go with them', () => {
    const found = find({}, { ...at30, limit: 1, includeClosed: true, goesWith: (slot) => slot.start.endsWith('10:00') })
    expect([found.slots.map((slot) => slot.start.slice(11)), found.closed.filter((one) => one.companionMissing).map((one) => one.start.slice(11))]).toEqual([['10:00'], ['09:00', '09:30']])
  })
  test('at several locations, in order of time and then of location', () => {
    const hillside = aLocation({ id: idNumber(0x10) })
    const found = find({ locations: [lakeside, hillside], shiftPatterns: [khansShift, { ...khansShift, practitionerId: ortiz.id, locationId: hillside.id }] }, { ...at30, locationIds: [lakeside.id, hillside.id], limit: 3 })
    expect(found.slots.map((slot) => [slot.start.slice(11), slot.locationId])).toEqual([['09:00', hillside.id], ['09:00', lakeside.id], ['09:30', hillside.id]])
    expect(starts({}, { locationIds: [idNumber(0x99)] })).toEqual([])
  })
})

describe('of several who could perform it', () => {
  const at14 = { from: at('2026-05-04T14:00'), limit: 1 }
  test('the first is taken when all are equally free', () => { expect(find({}, at14).slots[0]?.performerId).toBe(khan.id) })
  test('the one with the fewest minutes of visits that day is taken', () => {
    expect(find({ appointments: [aVisit()] }, at14).slots[0]?.performerId).toBe(ortiz.id)
    expect(find({ appointments: [aVisit({ minutes: 10 }), aVisit({ performerId: ortiz.id, start: wall('2026-05-04T15:00'), minutes: 15 })] }, at14).slots[0]?.performerId).toBe(khan.id)
    expect(find({ appointments: [aVisit({ start: wall('2026-05-05T10:00') })] }, at14).slots[0]?.performerId).toBe(khan.id)
  })
})

describe('a room', () => {
  const needed = { serviceTypes: [aServiceType({ ...service, needsRoom: true })] }
  const second = aRoom({ id: idNumber(0x13), locationId: lakeside.id })
  test('is part of the slot where the service needs one', () => { expect(find(needed, { limit: 1 }).slots[0]?.roomId).toBe(room.id) })
  test('is another when the first is taken', () => {
    const taken = aVisit({ performerId: null, roomId: room.id, start: wall('2026-05-04T14:00'), serviceTypeId: idNumber(0x99) })
    expect(find({ ...needed, rooms: [room, second], appointments: [taken] }, { from: at('2026-05-04T14:00'), limit: 1 }).slots[0]?.roomId).toBe(second.id)
    expect(starts({ ...needed, appointments: [taken] }, { ...at30, from: at('2026-05-04T13:30'), limit: 2 })).toEqual(['13:30', '14:30'])
  })
  test.each([['elsewhere', { locationId: idNumber<typeof lakeside.id>(0x99) }], ['out of use', { active: false }]])('%s is none', (_, change) => {
    expect(starts({ ...needed, rooms: [{ ...room, ...change }] })).toEqual([])
  })
  test('can be asked for where the service needs none, and closes what it is not free for', () => {
    const taken = aVisit({ performerId: null, roomId: second.id, start: wall('2026-05-04T09:00'), serviceTypeId: idNumber(0x99) })
    const found = find({ rooms: [room, second], appointments: [taken] }, { ...at30, roomId: second.id, limit: 1, includeClosed: true })
    expect(found.slots.map((slot) => [slot.start.slice(11), slot.roomId])).toEqual([['09:30', second.id]])
    expect(found.closed.map((one) => [one.start.slice(11), one.freeRoom])).toEqual([['08:00', true], ['08:30', true], ['09:00', false]])
    expect(starts({}, { roomId: idNumber(0x99) })).toEqual([])
  })
  test('is free when nothing standing or fulfilled is in it', () => {
    const during = between('2026-05-04T10:15', '2026-05-04T10:45')
    const free = (change: Partial<Appointment>) => freeRooms(clinic({ rooms: [second, room], appointments: [aVisit({ roomId: room.id, ...change })] }), lakeside.id, during).map((one) => one.id)
    expect(free({})).toEqual([second.id])
    expect(free({ status: 'fulfilled' })).toEqual([second.id])
    expect(free({ status: 'cancelled' })).toEqual([room.id, second.id])
    expect(free({ start: wall('2026-05-04T09:45') })).toEqual([room.id, second.id])
    expect(free({ roomId: null })).toEqual([room.id, second.id])
  })
})

describe('closed starts', () => {
  const closed = (overrides: Partial<StaffingFacts> = {}, query: Partial<SlotQuery> = {}) => find(overrides, { includeClosed: true, ...at30, ...query }).closed
  test('are told only when asked for', () => { expect(find().closed).toEqual([]) })
  test('say who cannot, and why', () => {
    expect(closed()[0]).toEqual({
      locationId: lakeside.id, start: '2026-05-04T08:00', interval: between('2026-05-04T08:00', '2026-05-04T08:30'), outsideOpeningHours: false, freeRoom: true, patientBusy: false, companionMissing: false, tooSoon: null, findings: [],
      reasons: [{ practitionerId: khan.id, reasons: [{ kind: 'off-shift', next: '2026-05-04T09:00' }] }, { practitionerId: ortiz.id, reasons: [{ kind: 'off-shift', next: '2026-05-04T14:00' }] }],
    })
  })
  test('are those between opening and closing that are not offered', () => {
    expect(closed().map((one) => one.start.slice(11))).toEqual(['08:00', '08:30', '17:00', '17:30'])
  })
  test('are those that the shortest interval forbids, whoever is free, and no place is offered there', () => {
    const tooSoon = { service: service.name, minimumDays: 84, other: date('2026-03-02'), from: date('2026-05-25') }
    const found = find({}, { includeClosed: true, ...at30, tooSoon: () => tooSoon })
    expect(found.slots).toEqual([])
    expect(found.closed.every((one) => one.tooSoon === tooSoon)).toBe(true)
    expect(found.closed.length).toBeGreaterThan(10)
  })
  test('say when the visit would run past closing time', () => {
    const found = closed({ locations: [{ ...lakeside, openingHours: openDaily('16:00', '16:40') }] })
    expect(found.map((one) => [one.start.slice(11), one.outsideOpeningHours, one.reasons.length])).toEqual([['16:30', true, 0]])
  })
  test('say when there is no room', () => {
    expect(closed({ serviceTypes: [{ ...service, needsRoom: true }], rooms: [] }, { partOfDay: 'afternoon', limit: 1 }).map((one) => one.freeRoom)).toEqual(Array.from({ length: 12 }, () => false))
  })
  test('say for which visit somebody is needed', () => {
    expect(closed({ appointments: [open(0x905, '2026-05-04T10:00')] }).find((one) => one.start.endsWith('10:00'))?.reasons).toEqual([
      { practitionerId: khan.id, reasons: [{ kind: 'busy', appointmentId: idNumber(0x905) }] },
      { practitionerId: ortiz.id, reasons: [{ kind: 'off-shift', next: '2026-05-04T14:00' }] },
    ])
  })
  test('do not lay at one person\'s door what another is needed for', () => {
    const other = aServiceType({ id: idNumber(0x32), roles: ['dentist'], competences: [] })
    const found = closed({
      practitioners: [khan, { ...ortiz, roles: [...ortiz.roles, { role: 'dentist', locationId: null, from: null, through: null }] }], serviceTypes: [service, other],
      appointments: [open(0x905, '2026-05-04T14:00'), open(0x906, '2026-05-04T14:00', { serviceTypeId: other.id })],
    }).find((one) => one.start.endsWith('14:00'))
    expect(found?.reasons[0]).toEqual({ practitionerId: khan.id, reasons: [{ kind: 'busy', appointmentId: idNumber(0x905) }] })
  })
  test('say of the one person asked for, and of nobody else', () => {
    expect(closed({}, { practitionerId: ortiz.id, limit: 1 }).map((one) => one.reasons.map((entry) => entry.practitionerId))).toEqual(Array.from({ length: 12 }, () => [ortiz.id]))
  })
  test('are those up to the last slot, and not without end', () => {
    expect(closed({}, { limit: 1 }).map((one) => one.start.slice(11))).toEqual(['08:00', '08:30'])
    expect(closed({}, { closedLimit: 3 })).toHaveLength(3)
    expect(closed({ absences: [anAbsence({ practitionerId: khan.id, end: wall('2027-01-01T00:00') }), anAbsence({ practitionerId: ortiz.id, end: wall('2027-01-01T00:00') })] }, { through: at('2026-08-01T00:00'), stepMinutes: 10 })).toHaveLength(500)
  })
  test('are not told of where the location is closed', () => { expect(closed({ locations: [{ ...lakeside, openingHours: [] }] })).toEqual([]) })
})

test('a slot is refused to nobody by a shift that does not matter', () => {
  expect(starts({ shiftPatterns: [khansShift, { ...ortizsShift, presence: 'on-call' }] }, { ...at30, practitionerId: khan.id })).toHaveLength(16)
})
