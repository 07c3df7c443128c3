import { expect, test } from 'vitest'
import { datesFrom, daysInRange, spanOfDays, todayOf } from '../../../shared/domain/days.ts'
import { peopleOn } from '../../../shared/domain/people.ts'
import { assessStaffing } from '../../../shared/domain/staffing/assessStaffing.ts'
import { stripOf } from '../../../shared/domain/strip.ts'
import {
  aCertificationType, aLocation, anAppointment, aPractitioner, aQualification, aRole, aServiceType, aShift, at, clinicZone, date, monday, newId, someFacts, wall, zone,
} from '../../support/builders.ts'

test('a range of days counts both its bounds, and 53 weeks at most', () => {
  expect(daysInRange(monday, monday)).toEqual({ ok: true, value: 1 })
  expect(daysInRange(monday, date('2027-05-09'))).toEqual({ ok: true, value: 371 })
  expect(daysInRange(monday, date('2027-05-10'))).toMatchObject({ ok: false, problem: { issues: [{ message: 'range-too-long' }] } })
  expect(daysInRange(monday, date('2026-05-03'))).toMatchObject({ ok: false, problem: { issues: [{ message: 'ends-before-it-begins' }] } })
})

test('days run from midnight to midnight, through a change of the clocks', () => {
  expect(datesFrom(date('2026-10-31'), 3)).toEqual(['2026-10-31', '2026-11-01', '2026-11-02'])
  expect(spanOfDays(date('2026-11-01'), 1, clinicZone)).toEqual({ start: at('2026-11-01T00:00'), end: at('2026-11-02T00:00') })
})

test('today is the date where the practice is', () => {
  const tokyo = aLocation({ zone: zone('Asia/Tokyo') })
  const late = at('2026-05-04T22:00')
  expect(todayOf([aLocation(), tokyo], late)).toBe('2026-05-04')
  expect(todayOf([aLocation({ active: false }), tokyo], late)).toBe('2026-05-05')
  expect(todayOf([aLocation({ active: false })], late)).toBe('2026-05-04')
  expect(todayOf([], late)).toBe('2026-05-05')
})

test('people stand by name, each with the roles held at the place on the day', () => {
  const here = aLocation()
  const roles = [
    aRole(), aRole({ role: 'dentist', locationId: newId() }), aRole({ role: 'pharmacist-prescriber', through: date('2026-05-03') }),
    aRole({ role: 'registered-nurse', from: monday, locationId: here.id }), aRole(),
  ]
  const khan = aPractitioner({ roles })
  const adams = aPractitioner({ name: { given: 'Zed', family: 'Adams' } })
  const kahn = aPractitioner({ name: { given: 'Aaron', family: 'Khan' } })
  const away = aPractitioner()
  const facts = someFacts({ practitioners: [khan, adams, kahn, away], locations: [here] })
  const people = peopleOn(facts, new Set([khan.id, adams.id, kahn.id]), here.id, monday)
  expect(people.map(person => person.id)).toEqual([adams.id, kahn.id, khan.id])
  expect(people[2]?.roles).toEqual(['physician', 'registered-nurse'])
})

test('a strip counts what takes place, and names the services that are not safe all day', () => {
  const here = aLocation()
  const type = aCertificationType()
  const khan = aPractitioner()
  const neck = aServiceType()
  const visit = (overrides = {}) => anAppointment({ serviceTypeId: neck.id, locationId: here.id, performerId: khan.id, ...overrides })
  const facts = someFacts({
    practitioners: [khan], certificationTypes: [type], serviceTypes: [neck], locations: [here],
    qualifications: [aQualification({ practitionerId: khan.id, certificationTypeId: type.id })],
    shiftPatterns: [aShift({ practitionerId: khan.id, locationId: here.id })],
    appointments: [
      visit(), visit({ performerId: null, start: wall('2026-05-04T11:00') }), visit({ performerId: null, start: wall('2026-05-05T11:00') }),
      visit({ status: 'cancelled', start: wall('2026-05-04T12:00') }), visit({ status: 'fulfilled', start: wall('2026-05-04T13:00') }),
      visit({ locationId: newId(), start: wall('2026-05-04T14:00') }),
    ],
  })
  const strip = stripOf(assessStaffing(facts, spanOfDays(monday, 2, clinicZone)), facts, here.id, clinicZone, datesFrom(monday, 2))
  expect(strip).toMatchObject([
    { date: '2026-05-04', state: 'gap', visits: 3, flagged: 0, assignable: 1, openMinutes: 600, services: [{ serviceTypeId: neck.id, gapMinutes: 120, hangsOn: [{ practitionerId: khan.id }] }] },
    { date: '2026-05-05', state: 'flagged', visits: 1, flagged: 1, assignable: 0, services: [{ serviceTypeId: neck.id, gapMinutes: 600, hangsOn: [] }] },
  ])
})
