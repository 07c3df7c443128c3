import { describe, expect, test } from 'vitest'
import type { StaffingFacts } from '../../../../shared/domain/staffing/types.ts'
import { wallAt } from '../../../../shared/domain/time/wallClock.ts'
import {
  aLocation, anAbsence, aPractitioner, aQualification, aRole, aServiceType, between, clinicZone, date, idNumber, openDaily, time, unreadable, wall, wholeDay,
} from '../../../support/builders.ts'
import { aVisit, certificate, khan, khansCertificate, khansShift, lakeside, monday4May, ortiz, ortizsCertificate, ortizsShift, service } from '../../../support/smallClinic.ts'

const hours = (interval: { readonly start: Parameters<typeof wallAt>[0]; readonly end: Parameters<typeof wallAt>[0] }): string =>
  `${wallAt(interval.start, clinicZone).slice(5)} ${wallAt(interval.end, clinicZone).slice(5)}`
const gaps = (overrides: Partial<StaffingFacts> = {}, window = wholeDay()): readonly string[] => monday4May(overrides, window).gaps.map((gap) => hours(gap.interval))
const fragile = (overrides: Partial<StaffingFacts> = {}, window = wholeDay()): readonly string[] =>
  monday4May(overrides, window).fragile.map((stretch) => `${hours(stretch.interval)} ${stretch.practitionerId === khan.id ? 'Khan' : 'Ortiz'}`)

describe('gaps', () => {
  test('are the opening hours in which nobody on shift may perform the service', () => {
    expect(gaps()).toEqual(['05-04T08:00 05-04T09:00', '05-04T17:00 05-04T18:00'])
  })
  test('are clipped to the window', () => { expect(gaps({}, between('2026-05-04T08:30', '2026-05-04T17:30'))).toEqual(['05-04T08:30 05-04T09:00', '05-04T17:00 05-04T17:30']) })
  test('are not outside opening hours', () => {
    expect(gaps({ locations: [{ ...lakeside, openingHours: openDaily('09:00', '17:00') }] })).toEqual([])
    expect(gaps({ locations: [{ ...lakeside, active: false }] })).toEqual([])
  })
  test('are not there because somebody is with a patient', () => { expect(gaps({ appointments: [aVisit({ minutes: 60 })] })).toHaveLength(2) })
  test('are there while the only one is absent', () => {
    expect(gaps({ absences: [anAbsence({ practitionerId: khan.id, start: wall('2026-05-04T12:00'), end: wall('2026-05-04T15:00') })] }))
      .toEqual(['05-04T08:00 05-04T09:00', '05-04T12:00 05-04T14:00', '05-04T17:00 05-04T18:00'])
  })
  test('are there while the only one is on call', () => { expect(gaps({ shiftPatterns: [{ ...khansShift, presence: 'on-call' }] })).toEqual(['05-04T08:00 05-04T18:00']) })
  test('are there over a lunch break', () => {
    expect(gaps({ shiftPatterns: [{ ...khansShift, end: time('12:00') }, { ...khansShift, start: time('13:00'), end: time('15:00') }, { ...khansShift, start: time('15:30') }] }))
      .toEqual(['05-04T08:00 05-04T09:00', '05-04T12:00 05-04T13:00', '05-04T15:00 05-04T15:30', '05-04T17:00 05-04T18:00'])
  })
  test('are not split where one person hands over to another', () => {
    expect(gaps({ shiftPatterns: [{ ...khansShift, start: time('10:00'), end: time('12:00') }, { ...ortizsShift, start: time('12:00') }] }))
      .toEqual(['05-04T08:00 05-04T10:00', '05-04T17:00 05-04T18:00'])
  })
  test('are joined where one reason gives way to another', () => {
    expect(gaps({ shiftPatterns: [{ ...khansShift, start: time('08:00') }], practitioners: [{ ...khan, active: false }] })).toEqual(['05-04T08:00 05-04T18:00'])
  })
  test('begin at the midnight after a certificate ends', () => {
    const open = { locations: [{ ...lakeside, openingHours: openDaily('00:00', '00:00') }], shiftPatterns: [{ ...khansShift, start: time('20:00'), end: time('04:00') }] }
    const night = between('2026-05-04T20:00', '2026-05-05T04:00')
    expect(gaps({ ...open, qualifications: [{ ...khansCertificate, expires: date('2026-05-04') }] }, night)).toEqual(['05-05T00:00 05-05T04:00'])
    expect(gaps({ ...open, qualifications: [{ ...khansCertificate, issued: date('2026-05-05') }] }, night)).toEqual(['05-04T20:00 05-05T00:00'])
    expect(gaps({ ...open, practitioners: [{ ...khan, roles: [aRole({ through: date('2026-05-04') })] }] }, night)).toEqual(['05-05T00:00 05-05T04:00'])
  })
  test('are told per location and service, in order, for approved services only', () => {
    const hillside = aLocation({ id: idNumber(0x10), openingHours: openDaily('10:00', '11:00') })
    const other = aServiceType({ id: idNumber(0x30), competences: [], roles: ['dentist'] })
    const found = monday4May({ locations: [lakeside, hillside], serviceTypes: [service, other, { ...service, id: idNumber(0x39), status: 'draft' }] }).gaps
    expect(found.map((gap) => [gap.locationId, gap.serviceTypeId, hours(gap.interval)])).toEqual([
      [hillside.id, other.id, '05-04T10:00 05-04T11:00'], [hillside.id, service.id, '05-04T10:00 05-04T11:00'],
      [lakeside.id, other.id, '05-04T08:00 05-04T18:00'], [lakeside.id, service.id, '05-04T08:00 05-04T09:00'], [lakeside.id, service.id, '05-04T17:00 05-04T18:00'],
    ])
  })
  test('fill the window at a location in no known zone', () => {
    expect(gaps({ locations: [{ ...lakeside, zone: unreadable('Nowhere/Land') }] })).toEqual(['05-04T00:00 05-05T00:00'])
  })
  test('are there where the one who could perform has nobody to supervise', () => {
    const supervised = { serviceTypes: [{ ...service, supervision: { roles: [], competences: [], presence: 'on-site' as const, atMost: null } }] }
    expect(gaps(supervised)).toEqual(['05-04T08:00 05-04T14:00', '05-04T17:00 05-04T18:00'])
    expect(gaps({ ...supervised, practitioners: [ortiz] })).toEqual(['05-04T08:00 05-04T18:00'])
    const onCall = { serviceTypes: [{ ...service, supervision: { roles: [], competences: [], presence: 'on-call' as const, atMost: null } }] }
    expect(gaps({ ...onCall, shiftPatterns: [khansShift, { ...ortizsShift, presence: 'on-call' }] })).toEqual(['05-04T08:00 05-04T14:00', '05-04T17:00 05-04T18:00'])
    expect(gaps({ ...supervised, shiftPatterns: [khansShift, { ...ortizsShift, presence: 'on-call' }] })).toEqual(['05-04T08:00 05-04T18:00'])
  })
})

describe('fragile stretches', () => {
  test('are the hours that hang on one person', () => { expect(fragile()).toEqual(['05-04T09:00 05-04T14:00 Khan']) })
  test('change hands', () => {
    expect(fragile({ shiftPatterns: [{ ...khansShift, end: time('14:00') }, ortizsShift] })).toEqual(['05-04T09:00 05-04T14:00 Khan', '05-04T14:00 05-04T17:00 Ortiz'])
  })
  test('are joined when somebody who makes no difference comes', () => {
    const lee = aPractitioner({ id: idNumber(0x43) })
    expect(fragile({ practitioners: [khan, ortiz, lee], shiftPatterns: [khansShift, ortizsShift, { ...khansShift, practitionerId: lee.id, start: time('11:00') }] })).toEqual(['05-04T09:00 05-04T14:00 Khan'])
  })
  const supervision = { roles: [], competences: [], presence: 'on-site' as const, atMost: null }
  test('are those of two people where each needs the other', () => {
    expect(fragile({ serviceTypes: [{ ...service, supervision }] })).toEqual(['05-04T14:00 05-04T17:00 Khan'])
  })
  test('hang on the only supervisor where performers abound', () => {
    const lee = aPractitioner({ id: idNumber(0x40), roles: [aRole({ role: 'dentist' })] })
    const found = monday4May({
      practitioners: [khan, ortiz, lee], shiftPatterns: [khansShift, ortizsShift, { ...khansShift, practitionerId: lee.id }],
      serviceTypes: [{ ...service, supervision: { ...supervision, roles: ['dentist'] } }],
    }).fragile
    expect(found.map((one) => [hours(one.interval), one.practitionerId])).toEqual([['05-04T09:00 05-04T14:00', khan.id], ['05-04T14:00 05-04T17:00', lee.id]])
  })
  test('are none with three who can all do everything', () => {
    const lee = aPractitioner({ id: idNumber(0x43) })
    expect(fragile({
      serviceTypes: [{ ...service, supervision }], practitioners: [khan, ortiz, lee],
      qualifications: [khansCertificate, ortizsCertificate, aQualification({ practitionerId: lee.id, certificationTypeId: certificate.id })],
      shiftPatterns: [khansShift, { ...khansShift, practitionerId: ortiz.id }, { ...khansShift, practitionerId: lee.id }],
    })).toEqual([])
  })
})
