import { expect, test } from 'vitest'
import { freedPlaces, leavesPlace } from '../../../../shared/domain/waiting/freed.ts'
import type { StaffingFacts } from '../../../../shared/domain/staffing/types.ts'
import { aLocation, anAbsence, aServiceType, aShift, at, competence, idNumber, newId, openDaily, time, wall } from '../../../support/builders.ts'
import { aVisit, clinic, khan, khansShift, lakeside, ortiz, ortizsCertificate, ortizsShift, room, service } from '../../../support/smallClinic.ts'

const roomy = aServiceType({ ...service, needsRoom: true })
const now = at('2026-05-04T08:00')
const left = aVisit({ performerId: khan.id, roomId: room.id })
const freed = (overrides: Partial<StaffingFacts> = {}, visits = [left], when = now) => freedPlaces(clinic({ serviceTypes: [roomy], ...overrides }), visits, when)
const place = { locationId: lakeside.id, start: left.start, performerId: khan.id, roomId: room.id }
const away = { absences: [anAbsence({ practitionerId: khan.id })] }
/** Ortiz is certified and at work at the same time. */
const together = { shiftPatterns: [khansShift, { ...ortizsShift, start: time('09:00') }], qualifications: [...clinic().qualifications.filter(({ practitionerId }) => practitionerId !== ortiz.id), ortizsCertificate] }

test('the hour of a performer who is still at work is free again', () => {
  expect(freed()).toEqual([place])
})

test('nothing is free of whoever is away, has no certificate any more, or has another visit then', () => {
  expect(freed(away)).toEqual([])
  expect(freed({ qualifications: [] })).toEqual([])
  expect(freed({ appointments: [aVisit({ performerId: khan.id })] })).toEqual([])
})

test('an hour that has begun is not free', () => {
  expect(freed({}, [left], left.interval.start)).toEqual([])
})

test('a colleague who had no room before has one now, and one who had a room has nothing new', () => {
  const both = { ...away, ...together }
  expect(freed(both)).toEqual([{ ...place, performerId: null }])
  const second = { ...room, id: idNumber<typeof room.id>(0x99), name: 'Second' }
  expect(freed({ ...both, rooms: [room, second] })).toEqual([])
})

test('a place left by two is named once, and the earliest comes first', () => {
  const late = aVisit({ start: wall('2026-05-04T11:00'), performerId: khan.id })
  const twin = aVisit({ performerId: khan.id, status: 'cancelled' })
  expect(freed({}, [late, left, twin]).map(({ start }) => start)).toEqual([left.start, late.start])
})

test('a visit leaves its place by being moved, given to somebody else, cancelled or missed, not by what was done at it', () => {
  const changes = [
    { start: wall('2026-05-04T11:00'), interval: aVisit({ start: wall('2026-05-04T11:00') }).interval }, { performerId: ortiz.id }, { roomId: null }, { locationId: idNumber<typeof lakeside.id>(0x98) },
    { status: 'cancelled' }, { status: 'noshow' },
  ] as const
  expect(changes.map(change => leavesPlace(left, { ...left, ...change }))).toEqual(changes.map(() => true))
  expect((['arrived', 'fulfilled'] as const).map(status => leavesPlace(left, { ...left, status }))).toEqual([false, false])
  expect(leavesPlace({ ...left, status: 'cancelled' }, left)).toBe(false)
})

test('a place left with nobody named is free for anybody, and one that nobody could use is not named', () => {
  const anybodys = aVisit({ performerId: null, roomId: room.id })
  expect(freed({}, [anybodys])).toEqual([{ ...place, performerId: null }])
  expect(freed(away, [anybodys])).toEqual([])
})

test('a place is free only within the opening hours, for an approved service, and while there is a room for it', () => {
  expect(freed({ locations: [{ ...lakeside, openingHours: openDaily('10:15', '18:00') }] })).toEqual([])
  expect(freed({ serviceTypes: [{ ...roomy, status: 'draft' }] })).toEqual([])
  expect(freed({ appointments: [aVisit({ performerId: ortiz.id, roomId: room.id })] })).toEqual([])
  const elsewhere = aServiceType({ competences: [competence('spasticity')] })
  expect(freed({ serviceTypes: [elsewhere, roomy] })).toEqual([place])
})

test('a colleague gains nothing from an hour that had no room, nor one who is not free for it', () => {
  const both = { ...away, ...together }
  expect(freed(both, [{ ...left, roomId: null }])).toEqual([])
  expect(freed(both, [left, aVisit({ start: wall('2026-05-04T10:10'), performerId: khan.id })])).toEqual([{ ...place, performerId: null }])
  expect(freed({ ...both, appointments: [aVisit({ performerId: ortiz.id })] })).toEqual([])
  expect(freed({ ...both, serviceTypes: [service] })).toEqual([])
})

test('the same hour of two injectors, and of two locations, is two places', () => {
  const hillside = aLocation()
  const shiftPatterns = [...together.shiftPatterns, aShift({ practitionerId: newId(), locationId: hillside.id })]
  expect(freed({ ...together, shiftPatterns, serviceTypes: [service] }, [left, { ...left, performerId: ortiz.id }]).map(({ performerId }) => performerId)).toEqual([khan.id, ortiz.id])
  const there = { ...khansShift, id: newId<typeof khansShift.id>(), locationId: hillside.id }
  expect(freed({ locations: [lakeside, hillside], shiftPatterns: [khansShift, there], serviceTypes: [service] }, [left, { ...left, locationId: hillside.id }]).map(({ locationId }) => locationId)).toEqual([lakeside.id, hillside.id])
})

test('a place whose hour the clock does not have is free for nobody', () => {
  const skipped = aVisit({ start: wall('2027-03-14T02:30'), performerId: khan.id })
  expect(freed({ shiftPatterns: [{ ...khansShift, weekday: 7, start: time('00:00'), end: time('23:00') }], locations: [{ ...lakeside, openingHours: openDaily('00:00', '23:00') }], serviceTypes: [service] }, [skipped])).toEqual([])
})
