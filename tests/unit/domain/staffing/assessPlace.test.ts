import { describe, expect, test } from 'vitest'
import { judgePlace } from '../../../../shared/domain/staffing/assessPlace.ts'
import type { Place } from '../../../../shared/domain/staffing/assessPlace.ts'
import type { StaffingFacts } from '../../../../shared/domain/staffing/types.ts'
import { anAbsence, aShiftException, idNumber, monday, time, unreadable, wall } from '../../../support/builders.ts'
import { aVisit, clinic, khan, khansShift, lakeside, ortiz, ortizsShift, reasonsFor, service } from '../../../support/smallClinic.ts'

const ten: Place = { serviceTypeId: service.id, locationId: lakeside.id, start: wall('2026-05-04T10:00'), performerId: khan.id, roomId: null }
const place = (change: Partial<Place> = {}, overrides: Partial<StaffingFacts> = {}) => judgePlace(clinic(overrides), { ...ten, ...change }).verdict

describe('a place for a visit', () => {
  test('has the verdict that the visit would have', () => {
    expect(place().state).toBe('covered')
    expect(place({ performerId: null })).toMatchObject({ state: 'assignable', performerId: khan.id })
    expect(place({ performerId: ortiz.id })).toMatchObject({ state: 'assignable', performerId: khan.id })
    expect(place({ start: wall('2026-05-04T08:00') })).toMatchObject({ state: 'uncovered', shortage: null })
  })
  test('is busy where the performer has another visit', () => {
    const other = aVisit({ id: idNumber(0x901), start: wall('2026-05-04T10:29') })
    expect(reasonsFor(place({}, { appointments: [other] }), khan)).toEqual([{ kind: 'busy', appointmentId: other.id }])
  })
  test('gives way to visits that were made before', () => {
    expect(place({ performerId: null }, { appointments: [aVisit({ performerId: null })] })).toMatchObject({ state: 'uncovered', shortage: { practitionerIds: [khan.id] } })
  })
  test('is judged by the minutes of the service, or by those given', () => {
    expect(place({ start: wall('2026-05-04T16:30') }).state).toBe('covered')
    expect(place({ start: wall('2026-05-04T16:30'), minutes: 31 }).state).toBe('uncovered')
  })
  test('is not in its own way when a visit moves', () => {
    const moving = aVisit({ id: idNumber(0x901) })
    expect(place({ start: wall('2026-05-04T10:10'), ignore: moving.id }, { appointments: [moving] }).state).toBe('covered')
    expect(place({ start: wall('2026-05-04T10:10') }, { appointments: [moving] }).state).toBe('uncovered')
  })
  test('keeps the precedence of the visit that moves there', () => {
    const moving = aVisit({ id: idNumber(0x901), start: wall('2026-05-04T11:00'), performerId: null })
    const later = aVisit({ id: idNumber(0x902), performerId: null })
    expect(place({ performerId: null, ignore: moving.id }, { appointments: [moving, later] }).state).toBe('assignable')
  })
  test.each<[string, Partial<Place>, Partial<StaffingFacts>]>([
    ['service-type-unknown', { serviceTypeId: idNumber(0x99) }, {}], ['service-type-not-approved', {}, { serviceTypes: [{ ...service, status: 'draft' }] }],
    ['location-unknown', { locationId: idNumber(0x99) }, {}], ['location-unknown', {}, { locations: [{ ...lakeside, active: false }] }],
    ['location-unknown', {}, { locations: [{ ...lakeside, zone: unreadable('Nowhere/Land') }] }],
    ['time-invalid', { start: unreadable('ten') }, {}], ['time-invalid', { start: wall('2026-03-08T02:30') }, {}], ['time-invalid', { start: wall('2026-11-01T01:30') }, {}],
    ['time-invalid', { minutes: 0 }, {}], ['time-invalid', { minutes: 7.5 }, {}],
  ])('cannot be verified: %s %j', (cause, change, overrides) => {
    expect(place(change, overrides)).toEqual({ state: 'cannot-verify', cause, reasons: [] })
  })
  test('in an hour that comes twice is judged once it is said which', () => {
    const night = { shiftPatterns: [{ ...khansShift, weekday: 7 as const, start: time('00:00'), end: time('01:30') }] }
    const twice = { start: wall('2026-11-01T01:00') }
    expect(place({ ...twice, fold: 'earlier' }, night).state).toBe('covered')
    expect(place({ ...twice, fold: 'later' }, night).state).toBe('uncovered')
  })
})

test('is judged anew when anything of the people, their papers, their hours or the rules is different, and only then the same', () => {
  const facts = clinic()
  const stateOf = (change: Partial<StaffingFacts>) => judgePlace({ ...facts, ...change }, ten).verdict.state
  expect(stateOf({})).toBe('covered')
  const changes: readonly Partial<StaffingFacts>[] = [
    { qualifications: [] }, { certificationTypes: [] }, { serviceTypes: [{ ...service, status: 'draft' }] }, { locations: [{ ...lakeside, active: false }] },
    { shiftPatterns: [] }, { shiftExceptions: [aShiftException({ practitionerId: khan.id, locationId: lakeside.id, kind: 'removed', date: monday, start: time('09:00'), end: time('12:00') })] },
    { absences: [anAbsence({ practitionerId: khan.id, start: wall('2026-05-04T00:00'), end: wall('2026-05-05T00:00') })] },
  ]
  for (const change of changes) {
    expect(stateOf(change), Object.keys(change).join()).not.toBe('covered')
    expect(stateOf({})).toBe('covered')
  }
  // Far from what was looked at before, with the very same facts.
  expect(judgePlace(facts, { ...ten, start: wall('2026-06-08T10:00') }).verdict.state).toBe('covered')
  expect(stateOf({ practitioners: [] })).not.toBe('covered')
})

describe('a visit put somewhere', () => {
  const waiting = aVisit({ id: idNumber(0x901), performerId: null })
  const flagged = (change: Partial<Place>, overrides: Partial<StaffingFacts>) => judgePlace(clinic(overrides), { ...ten, ...change }).flagsOthers()
  test('flags those whose only person it takes', () => { expect(flagged({}, { appointments: [waiting] })).toEqual([waiting.id]) })
  test('flags none while there is somebody else', () => {
    expect(flagged({}, { appointments: [waiting], shiftPatterns: [khansShift, { ...ortizsShift, start: time('09:00') }] })).toEqual([])
    expect(flagged({ performerId: null }, { appointments: [waiting] })).toEqual([])
  })
  test('does not count those that were flagged before', () => { expect(flagged({}, { appointments: [waiting, { ...waiting, id: idNumber(0x902) }] })).toEqual([waiting.id]) })
  test('flags nothing where it cannot be put', () => { expect(flagged({ serviceTypeId: idNumber(0x99) }, { appointments: [waiting] })).toEqual([]) })
  test('may clear the place that it leaves, and is not counted itself', () => {
    const moving = aVisit({ id: idNumber(0x903), start: wall('2026-05-04T10:00') })
    expect(flagged({ start: wall('2026-05-04T08:00'), ignore: moving.id }, { appointments: [moving, waiting] })).toEqual([])
  })
})
