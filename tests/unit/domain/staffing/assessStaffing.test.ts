import { describe, expect, test } from 'vitest'
import type { Appointment } from '../../../../shared/domain/appointment.ts'
import type { ServiceType } from '../../../../shared/domain/service.ts'
import { assessStaffing, assessVisits } from '../../../../shared/domain/staffing/assessStaffing.ts'
import type { StaffingFacts } from '../../../../shared/domain/staffing/types.ts'
import { plusMinutes } from '../../../../shared/domain/time/instant.ts'
import { overlaps } from '../../../../shared/domain/time/interval.ts'
import { spanOf } from '../../../../shared/domain/time/wallClock.ts'
import {
  aCertificationType, aPractitioner, aQualification, aRole, aShift, aShiftException, anAbsence, aLocation, at, between, competence, date, idNumber, time,
  unreadable, wall, wholeDay, zone,
} from '../../../support/builders.ts'
import { clinicDay } from '../../../support/clinicDay.ts'
import {
  aVisit, certificate, clinic, dystonia, khan, khansCertificate, khansShift, lakeside, ortiz, ortizsCertificate, reasonsFor, service, verdictOn,
} from '../../../support/smallClinic.ts'

const early = (overrides: Partial<Appointment> = {}): Appointment => aVisit({ id: idNumber(0x901), ...overrides })
const late = (overrides: Partial<Appointment> = {}): Appointment => aVisit({ id: idNumber(0x902), ...overrides })
const against = (overrides: Partial<StaffingFacts>, visit: Appointment = early()) => reasonsFor(verdictOn(visit, overrides), khan)

describe('a visit whose named performer is eligible', () => {
  test('is covered', () => { expect(verdictOn(early()).state).toBe('covered') })
  test('says why the others could not', () => {
    expect(verdictOn(early()).reasons).toEqual([{ practitionerId: ortiz.id, reasons: [{ kind: 'off-shift', next: '2026-05-04T14:00' }] }])
  })
  test.each(['proposed', 'booked', 'arrived'] as const)('is judged while %s', (status) => { expect(verdictOn(early({ status })).state).toBe('covered') })
  test.each(['fulfilled', 'cancelled', 'noshow', 'entered-in-error'] as const)('is no longer judged once %s', (status) => {
    expect(assessStaffing(clinic({ appointments: [early({ status })] }), wholeDay()).verdicts.size).toBe(0)
  })
})

describe('to the minute', () => {
  test.each([['09:00', 'covered'], ['08:59', 'uncovered'], ['16:30', 'covered'], ['16:31', 'uncovered']])('a half hour from %s on a shift from 9 to 17 is %s', (start, state) => {
    expect(verdictOn(early({ start: wall(`2026-05-04T${start}`) })).state).toBe(state)
  })
  test('a visit need not wait for the one that it touches', () => {
    expect(verdictOn(early(), { appointments: [late({ start: wall('2026-05-04T10:30') })] }).state).toBe('covered')
    expect(verdictOn(early(), { appointments: [late({ start: wall('2026-05-04T09:30') })] }).state).toBe('covered')
  })
  test.each([['2026-05-04T10:30', '2026-05-04T12:00', 'covered'], ['2026-05-04T10:29', '2026-05-04T12:00', 'uncovered'], ['2026-05-04T09:00', '2026-05-04T10:00', 'covered'], ['2026-05-04T09:00', '2026-05-04T10:01', 'uncovered']])(
    'an absence from %s until %s leaves the visit at 10 %s', (start, end, state) => {
      expect(verdictOn(early(), { absences: [anAbsence({ practitionerId: khan.id, start: wall(start), end: wall(end) })] }).state).toBe(state)
    })
})

describe('a certificate that ends on a day', () => {
  // The clinic's midnight is five hours after that of UTC.
  const ends = (day: string): Partial<StaffingFacts> => ({
    qualifications: [{ ...khansCertificate, expires: date(day) }], shiftPatterns: [aShift({ practitionerId: khan.id, locationId: lakeside.id, weekday: 1, start: time('20:00'), end: time('04:00') })],
  })
  test.each([
    ['23:30 on that day', '2026-05-04T23:30', 'covered'], ['00:00 on the day after', '2026-05-05T00:00', 'uncovered'], ['23:31 on that day, past midnight', '2026-05-04T23:31', 'uncovered'],
  ])('at %s: %s', (_, start, state) => {
    expect(verdictOn(early({ start: wall(start) }), ends('2026-05-04'), between('2026-05-04T00:00', '2026-05-06T00:00')).state).toBe(state)
  })
  test('says on which day, however often the visit meets it', () => {
    const verdict = verdictOn(early({ start: wall('2026-05-04T23:31') }), ends('2026-05-04'), between('2026-05-04T00:00', '2026-05-06T00:00'))
    expect(reasonsFor(verdict, khan)).toEqual([{ kind: 'expired', competence: dystonia, qualificationId: khansCertificate.id, certificationTypeId: certificate.id, lastDay: '2026-05-04' }])
  })
  test.each([['2026-05-04', 'covered'], ['2026-05-05', 'uncovered']])('begins in time for a visit over the midnight after 4 May when issued on %s: %s', (day, state) => {
    const nights: Partial<StaffingFacts> = { ...ends('2026-12-31'), qualifications: [{ ...khansCertificate, issued: date(day) }] }
    expect(verdictOn(early({ start: wall('2026-05-04T23:31') }), nights, between('2026-05-04T00:00', '2026-05-06T00:00')).state).toBe(state)
  })
  test('is over by the calendar of the clinic, wherever else it is still the day before', () => {
    const auckland = zone('Pacific/Auckland')
    const facts: Partial<StaffingFacts> = {
      locations: [{ ...lakeside, zone: auckland }], qualifications: [{ ...khansCertificate, expires: date('2026-05-04') }],
      shiftPatterns: [khansShift, { ...khansShift, weekday: 2 }],
    }
    const on = (start: string): Appointment => early({ start: wall(start), zone: auckland })
    expect(verdictOn(on('2026-05-04T16:00'), facts, wholeDay(date('2026-05-04'), auckland)).state).toBe('covered')
    expect(verdictOn(on('2026-05-05T09:00'), facts, wholeDay(date('2026-05-05'), auckland)).state).toBe('uncovered')
  })
})

test('a certificate that ends between two visits covers the first and not the second, whatever else changes in the years around', () => {
  const facts = clinic({
    practitioners: [{ ...khan, roles: [aRole({ through: date('2029-12-31') }), aRole({ from: date('2024-01-01') })] }],
    qualifications: [aQualification({ practitionerId: khan.id, certificationTypeId: certificate.id, status: 'suspended', issued: date('2026-08-01') }), { ...khansCertificate, expires: date('2026-05-04') }],
    shiftPatterns: [khansShift, { ...khansShift, weekday: 2 }],
    appointments: [early(), late({ start: wall('2026-05-05T10:00') })],
  })
  expect([...assessStaffing(facts, between('2026-05-04T00:00', '2026-05-06T00:00')).verdicts.values()].map((verdict) => verdict.state)).toEqual(['covered', 'uncovered'])
})

test('hours added for one day suffice, without any weekly shift', () => {
  expect(verdictOn(early(), { shiftPatterns: [], shiftExceptions: [aShiftException({ practitionerId: khan.id, locationId: lakeside.id, kind: 'added' })] }).state).toBe('covered')
})

describe('on days of clock change', () => {
  const nights: Partial<StaffingFacts> = { shiftPatterns: [aShift({ practitionerId: khan.id, locationId: lakeside.id, weekday: 7, start: time('01:00'), end: time('03:00') })] }
  test('in March the shift from 1 to 3 has one hour, and a visit at 1:30 of 30 minutes fits it', () => {
    const march = wholeDay(date('2026-03-08'))
    expect(verdictOn(early({ start: wall('2026-03-08T01:30') }), nights, march).state).toBe('covered')
    expect(verdictOn(early({ start: wall('2026-03-08T01:30'), minutes: 31 }), nights, march).state).toBe('uncovered')
  })
  test('in November it has three', () => {
    const november = wholeDay(date('2026-11-01'))
    expect(verdictOn(early({ start: wall('2026-11-01T01:00'), minutes: 180 }), nights, november).state).toBe('covered')
    expect(verdictOn(early({ start: wall('2026-11-01T01:00'), minutes: 181 }), nights, november).state).toBe('uncovered')
  })
  test('a visit in the second 1:30 of November is where its instant says', () => {
    const november = wholeDay(date('2026-11-01'))
    const second = spanOf(plusMinutes(at('2026-11-01T01:30'), 60), 30)
    expect(verdictOn(early({ start: wall('2026-11-01T01:30'), interval: second }), nights, november).state).toBe('covered')
    expect(verdictOn(early({ start: wall('2026-11-01T02:30'), interval: second }), nights, november).state).toBe('cannot-verify')
  })
})

describe('a practitioner cannot perform a visit', () => {
  test('who is not active', () => { expect(against({ practitioners: [{ ...khan, active: false }, ortiz] })).toEqual([{ kind: 'inactive' }]) })
  test.each([
    ['in another role', [aRole({ role: 'receptionist' })], ['receptionist']],
    ['in the right role elsewhere', [aRole({ locationId: idNumber(0x99) })], []],
    ['in the right role until yesterday', [aRole({ through: date('2026-05-03') })], []],
    ['in the right role from tomorrow', [aRole({ from: date('2026-05-05') })], []],
    ['in several wrong roles', [aRole({ role: 'receptionist' }), aRole({ role: 'medical-assistant' }), aRole({ role: 'receptionist' })], ['medical-assistant', 'receptionist']],
  ])('who is there %s', (_, roles, held) => {
    expect(against({ practitioners: [{ ...khan, roles }, ortiz] })).toEqual([{ kind: 'role-not-allowed', roles: held }])
  })
  test.each([
    ['here', [aRole({ locationId: lakeside.id })]], ['until today', [aRole({ through: date('2026-05-04') })]], ['from today', [aRole({ from: date('2026-05-04') })]],
    ['besides another', [aRole({ role: 'receptionist' }), aRole()]],
  ])('but can with the role %s', (_, roles) => { expect(against({ practitioners: [{ ...khan, roles }, ortiz] })).toEqual([]) })
  test('when no role is allowed', () => { expect(against({ serviceTypes: [{ ...service, roles: [] }] })).toEqual([{ kind: 'role-not-allowed', roles: ['physician'] }]) })
  test('without one of the competences', () => {
    const spasticity = competence('spasticity')
    expect(against({ serviceTypes: [{ ...service, competences: [dystonia, spasticity] }] })).toEqual([{ kind: 'not-certified', competence: spasticity }])
  })
  test('without a second certificate that is needed besides', () => {
    const spasticity = competence('spasticity')
    const second = aCertificationType({ competences: [spasticity] })
    const both = { serviceTypes: [{ ...service, competences: [dystonia, spasticity] }], certificationTypes: [certificate, second] }
    expect(against({ ...both, qualifications: [khansCertificate, aQualification({ practitionerId: khan.id, certificationTypeId: second.id })] })).toEqual([])
    expect(against({ ...both, qualifications: [khansCertificate, aQualification({ practitionerId: ortiz.id, certificationTypeId: second.id })] })).toHaveLength(1)
  })
  test.each([
    ['not-yet-effective', { issued: date('2026-05-05') }], ['expired', { expires: date('2026-05-03') }], ['suspended', { status: 'suspended' }],
    ['revoked', { status: 'revoked' }], ['unverified', { verification: { state: 'unverified' } }], ['expiry-unknown', { expires: null }],
    ['not-certified', { status: 'entered-in-error' }],
  ] as const)('whose certificate is %s', (kind, change) => {
    expect(against({ qualifications: [{ ...khansCertificate, ...change }] })).toMatchObject([{ kind, competence: dystonia }])
  })
  test('who has no shift there', () => {
    expect(against({ shiftPatterns: [] })).toEqual([{ kind: 'off-shift', next: null }])
    expect(against({ shiftPatterns: [{ ...khansShift, locationId: idNumber(0x99) }] })).toEqual([{ kind: 'off-shift', next: null }])
  })
  test('whose shift begins later that day', () => {
    expect(against({ shiftPatterns: [{ ...khansShift, start: time('10:01') }] })).toEqual([{ kind: 'off-shift', next: '2026-05-04T10:01' }])
    expect(against({ shiftPatterns: [{ ...khansShift, end: time('10:29') }, { ...khansShift, start: time('13:00') }] })).toEqual([{ kind: 'off-shift', next: '2026-05-04T13:00' }])
  })
  test('whose shift begins with the visit but ends before it: the next one counts', () => {
    expect(against({ shiftPatterns: [{ ...khansShift, start: time('10:00'), end: time('10:20') }, { ...khansShift, start: time('13:00') }] })).toEqual([{ kind: 'off-shift', next: '2026-05-04T13:00' }])
  })
  test('whose shift begins the day after: that is no help today', () => {
    expect(against({ shiftPatterns: [{ ...khansShift, weekday: 2, start: time('00:00') }] })).toEqual([{ kind: 'off-shift', next: null }])
  })
  test('whose later shift falls into an absence', () => {
    const later = [{ ...khansShift, start: time('13:00') }]
    expect(against({ shiftPatterns: later, absences: [anAbsence({ practitionerId: khan.id, start: wall('2026-05-04T13:00'), end: wall('2026-05-04T15:00') })] })).toEqual([{ kind: 'off-shift', next: '2026-05-04T15:00' }])
    expect(against({ shiftPatterns: later, absences: [anAbsence({ practitionerId: khan.id, start: wall('2026-05-04T13:00') })] })).toEqual([{ kind: 'off-shift', next: null }])
  })
  test('who is only on call', () => { expect(against({ shiftPatterns: [{ ...khansShift, presence: 'on-call' }] })).toEqual([{ kind: 'off-shift', next: null }]) })
  test('whose hours were taken out for the day', () => {
    expect(against({ shiftExceptions: [aShiftException({ practitionerId: khan.id, locationId: lakeside.id, end: time('12:00') })] })).toEqual([{ kind: 'off-shift', next: '2026-05-04T12:00' }])
  })
  test('who is absent, until the absences end', () => {
    const absences = [
      anAbsence({ practitionerId: khan.id, start: wall('2026-05-04T10:15'), end: wall('2026-05-04T12:00') }),
      anAbsence({ practitionerId: khan.id, start: wall('2026-05-04T12:00'), end: wall('2026-05-06T08:00') }),
    ]
    expect(against({ absences })).toEqual([{ kind: 'absent', until: '2026-05-06T08:00' }])
  })
  test('whose absence cannot be read', () => {
    expect(against({ absences: [anAbsence({ practitionerId: khan.id, end: unreadable('soon') })] })).toEqual([{ kind: 'absent', until: '9999-12-29T18:00' }])
  })
  test('who is named for another visit then', () => {
    const other = late({ start: wall('2026-05-04T10:29') })
    expect(against({ appointments: [other] })).toEqual([{ kind: 'busy', appointmentId: other.id }])
    expect(against({ appointments: [late({ status: 'fulfilled', start: wall('2026-05-04T09:31') })] })).toHaveLength(1)
    expect(against({ appointments: [late({ status: 'cancelled' })] })).toEqual([])
  })
  test('who is named for another visit that is itself in doubt', () => {
    expect(against({ appointments: [late({ serviceTypeId: idNumber(0x99) })] })).toEqual([{ kind: 'busy', appointmentId: late().id }])
  })
  test('for all reasons at once, in their fixed order', () => {
    const busy = [late({ id: idNumber(0x903) }), late()]
    expect(against({
      practitioners: [{ ...khan, active: false, roles: [] }, ortiz], qualifications: [], shiftPatterns: [], appointments: busy,
      absences: [anAbsence({ practitionerId: khan.id })],
      serviceTypes: [{ ...service, competences: [dystonia, competence('a-first')], supervision: { roles: [], competences: [], presence: 'on-site', atMost: null } }],
    })).toEqual([
      { kind: 'inactive' }, { kind: 'role-not-allowed', roles: [] }, { kind: 'not-certified', competence: 'a-first' }, { kind: 'not-certified', competence: dystonia },
      { kind: 'off-shift', next: null }, { kind: 'absent', until: '2026-05-05T00:00' }, { kind: 'busy', appointmentId: idNumber(0x902) }, { kind: 'busy', appointmentId: idNumber(0x903) },
      { kind: 'supervisor-missing' },
    ])
  })
})

describe('supervision', () => {
  const supervised = (supervision: Partial<ServiceType['supervision']> = {}): Partial<StaffingFacts> =>
    ({ serviceTypes: [{ ...service, supervision: { roles: ['physician'], competences: [], presence: 'on-site', atMost: null, ...supervision } }] })
  const afternoon = early({ start: wall('2026-05-04T14:00') })
  test('wants a second person there for the whole visit', () => {
    expect(verdictOn(afternoon, supervised()).state).toBe('covered')
    expect(verdictOn(early({ start: wall('2026-05-04T13:59') }), supervised())).toMatchObject({ state: 'uncovered', reasons: [
      { practitionerId: khan.id, reasons: [{ kind: 'supervisor-missing' }] }, { practitionerId: ortiz.id, reasons: [{ kind: 'off-shift', next: '2026-05-04T14:00' }] },
    ] })
  })
  test('cannot be given by a person to themselves', () => { expect(verdictOn(afternoon, { ...supervised(), practitioners: [khan] }).state).toBe('uncovered') })
  test.each<[string, Partial<StaffingFacts>]>([
    ['in another role', { practitioners: [khan, { ...ortiz, roles: [aRole({ role: 'receptionist' })] }] }],
    ['not active', { practitioners: [khan, { ...ortiz, active: false }] }],
    ['absent', { absences: [anAbsence({ practitionerId: ortiz.id })] }],
    ['only on call', { shiftPatterns: [khansShift, { ...khansShift, practitionerId: ortiz.id, presence: 'on-call' }] }],
    ['not here', { shiftPatterns: [khansShift, { ...khansShift, practitionerId: ortiz.id, locationId: idNumber(0x99) }] }],
  ])('cannot be given by somebody %s', (_, change) => { expect(verdictOn(afternoon, { ...supervised(), ...change }).state).toBe('uncovered') })
  test('may be given on call where that is enough', () => {
    const onCall: Partial<StaffingFacts> = { shiftPatterns: [khansShift, { ...khansShift, practitionerId: ortiz.id, presence: 'on-call' }] }
    expect(verdictOn(early(), { ...supervised({ presence: 'on-call' }), ...onCall }).state).toBe('covered')
    expect(verdictOn(afternoon, supervised({ presence: 'on-call' })).state).toBe('covered')
  })
  test('may ask for a certificate and no role', () => {
    const asked = supervised({ roles: [], competences: [dystonia] })
    expect(verdictOn(afternoon, asked).state).toBe('covered')
    expect(verdictOn(afternoon, { ...asked, practitioners: [khan, { ...ortiz, roles: [] }] }).state).toBe('covered')
    expect(verdictOn(afternoon, { ...asked, qualifications: [khansCertificate] }).state).toBe('uncovered')
  })
  test('may be given by somebody who is with a patient', () => {
    expect(verdictOn(afternoon, { ...supervised(), appointments: [late({ start: wall('2026-05-04T14:00'), performerId: ortiz.id })] }).state).toBe('covered')
  })
  test('is not pieced together from two who relieve each other', () => {
    const lee = aPractitioner({ id: idNumber(0x43) })
    const relieved = { practitioners: [khan, ortiz, lee], shiftPatterns: [
      khansShift, { ...khansShift, practitionerId: ortiz.id, end: time('10:15') }, { ...khansShift, practitionerId: lee.id, start: time('10:15') },
    ] }
    expect(verdictOn(early(), { ...supervised(), ...relieved }).state).toBe('uncovered')
  })
})

describe('visits that name nobody eligible', () => {
  const open = (n: number, start = '2026-05-04T14:00'): Appointment => aVisit({ id: idNumber(n), performerId: null, start: wall(start) })
  const states = (appointments: readonly Appointment[], overrides: Partial<StaffingFacts> = {}) =>
    [...assessStaffing(clinic({ ...overrides, appointments }), wholeDay()).verdicts.values()]
  test('are assigned to somebody who is', () => {
    expect(verdictOn(open(1, '2026-05-04T10:00'))).toMatchObject({ state: 'assignable', performerId: khan.id })
    expect(verdictOn(early({ performerId: ortiz.id }))).toMatchObject({ state: 'assignable', performerId: khan.id })
  })
  test('are assigned together: two at 14:00 and two people', () => {
    expect(states([open(1), open(2)]).map((verdict) => verdict.state)).toEqual(['assignable', 'assignable'])
  })
  test('at one time and with one person, the later-made is flagged, and both are named as the proof', () => {
    const [first, second] = states([open(2, '2026-05-04T10:00'), open(1, '2026-05-04T10:00')])
    expect(first).toMatchObject({ state: 'assignable', performerId: khan.id })
    expect(second).toMatchObject({ state: 'uncovered', shortage: { appointmentIds: [idNumber(1), idNumber(2)], practitionerIds: [khan.id] } })
  })
  test('three overlap and two people can do them', () => {
    expect(states([open(1), open(2), open(3)])[2]).toMatchObject({
      state: 'uncovered', shortage: { appointmentIds: [idNumber(1), idNumber(2), idNumber(3)], practitionerIds: [khan.id, ortiz.id] },
    })
  })
  test('nobody at all could do alone: there is no shortage to prove', () => {
    expect(states([open(1, '2026-05-04T08:00')])[0]).toMatchObject({ state: 'uncovered', shortage: null })
  })
  test('do not get a person who is named elsewhere, not even for a visit that this person may not perform', () => {
    const named = late({ start: wall('2026-05-04T10:00'), serviceTypeId: idNumber(0x32) })
    const other = { ...service, id: named.serviceTypeId, roles: [] }
    expect(states([open(1, '2026-05-04T10:00'), named], { serviceTypes: [service, other] })[0]).toMatchObject({ state: 'uncovered', shortage: null })
  })
  test('that both name one person are both flagged: somebody has to decide', () => {
    expect(states([early({ start: wall('2026-05-04T10:00') }), late({ start: wall('2026-05-04T10:00') })]).map((verdict) => verdict.state)).toEqual(['uncovered', 'uncovered'])
  })
  test('are judged with visits outside the window that compete with them', () => {
    const before = open(1, '2026-05-04T13:45')
    const inside = open(2, '2026-05-04T14:00')
    const facts = clinic({ appointments: [before, inside], shiftPatterns: [khansShift] })
    expect(assessStaffing(facts, between('2026-05-04T14:15', '2026-05-04T15:00')).verdicts).toEqual(new Map([[inside.id, expect.objectContaining({ state: 'uncovered' })]]))
  })
  test('one person is not in two places at once, at two locations either', () => {
    const hillside = aLocation({ id: idNumber(0x13) })
    const both = { locations: [lakeside, hillside], shiftPatterns: [khansShift, { ...khansShift, locationId: hillside.id }] }
    expect(states([open(1, '2026-05-04T10:00'), { ...open(2, '2026-05-04T10:00'), locationId: hillside.id }], both).map((verdict) => verdict.state)).toEqual(['assignable', 'uncovered'])
  })
})

describe('a covered visit is fragile', () => {
  const fragile = (visit: Appointment, overrides: Partial<StaffingFacts> = {}) => {
    const verdict = verdictOn(visit, overrides)
    return verdict.state === 'covered' ? verdict.fragile : verdict.state
  }
  const afternoon = early({ start: wall('2026-05-04T14:00') })
  const expiring = { qualificationId: khansCertificate.id, certificationTypeId: certificate.id, lastDay: '2026-12-31' }
  test('when nobody could stand in, and says which certificate ends first', () => { expect(fragile(early())).toEqual({ practitionerId: khan.id, expiring }) })
  test('and not when somebody could', () => { expect(fragile(afternoon)).toBeNull() })
  test('when the only one who could is needed for another visit', () => {
    expect(fragile(afternoon, { appointments: [late({ start: wall('2026-05-04T14:15'), performerId: null })] })).toEqual({ practitionerId: khan.id, expiring })
  })
  test('and not when that visit has somebody else', () => {
    const lee = aPractitioner({ id: idNumber(0x43) })
    expect(fragile(afternoon, {
      appointments: [late({ start: wall('2026-05-04T14:15'), performerId: null })], practitioners: [khan, ortiz, lee],
      qualifications: [khansCertificate, ortizsCertificate, aQualification({ practitionerId: lee.id, certificationTypeId: certificate.id })],
      shiftPatterns: [khansShift, { ...khansShift, practitionerId: ortiz.id }, { ...khansShift, practitionerId: lee.id }],
    })).toBeNull()
  })
  test('names no certificate when none ends', () => {
    expect(fragile(early(), { certificationTypes: [{ ...certificate, expiry: { kind: 'never' } }], qualifications: [{ ...khansCertificate, expires: null }] }))
      .toEqual({ practitionerId: khan.id, expiring: null })
  })
  test('names the certificate whose end takes the competence away, not one that another outlasts', () => {
    const longer = aQualification({ practitionerId: khan.id, certificationTypeId: certificate.id, expires: date('2028-01-01') })
    expect(fragile(early(), { qualifications: [khansCertificate, longer] })).toMatchObject({ expiring: { qualificationId: longer.id, lastDay: '2028-01-01' } })
  })
  test('names the first to end of several that are needed', () => {
    const spasticity = competence('spasticity')
    const second = aCertificationType({ competences: [spasticity] })
    const sooner = aQualification({ practitionerId: khan.id, certificationTypeId: second.id, expires: date('2026-06-30') })
    for (const competences of [[dystonia, spasticity], [spasticity, dystonia]]) {
      expect(fragile(early(), { serviceTypes: [{ ...service, competences }], certificationTypes: [certificate, second], qualifications: [khansCertificate, sooner] }))
        .toMatchObject({ expiring: { qualificationId: sooner.id, lastDay: '2026-06-30' } })
    }
  })
  const supervisedBy = (presence: 'on-site' | 'on-call'): Partial<StaffingFacts> =>
    ({ serviceTypes: [{ ...service, supervision: { roles: [], competences: [dystonia], presence, atMost: null } }] })
  test('when its performer and its supervisor are the only two there are', () => {
    expect(fragile(afternoon, supervisedBy('on-site'))).toEqual({ practitionerId: khan.id, expiring })
  })
  test('when everything hangs on the only supervisor', () => {
    const lee = aPractitioner({ id: idNumber(0x43) })
    const sign = aQualification({ id: idNumber(0x53), practitionerId: lee.id, certificationTypeId: idNumber(0x22), expires: date('2026-07-01') })
    const signing = aCertificationType({ id: idNumber(0x22), competences: [competence('supervising')] })
    expect(fragile(afternoon, {
      serviceTypes: [{ ...service, supervision: { roles: [], competences: [competence('supervising')], presence: 'on-site', atMost: null } }],
      practitioners: [khan, ortiz, lee], certificationTypes: [certificate, signing], qualifications: [khansCertificate, ortizsCertificate, sign],
      shiftPatterns: [khansShift, { ...khansShift, practitionerId: ortiz.id }, { ...khansShift, practitionerId: lee.id }],
    })).toEqual({ practitionerId: lee.id, expiring: { qualificationId: sign.id, certificationTypeId: signing.id, lastDay: '2026-07-01' } })
  })
})

describe('what cannot be verified is never called staffed', () => {
  test.each<[string, string, Partial<Appointment>, Partial<StaffingFacts>]>([
    ['service-type-unknown', 'an unknown service', { serviceTypeId: idNumber(0x99) }, {}],
    ['service-type-not-approved', 'a draft', {}, { serviceTypes: [{ ...service, status: 'draft' }] }],
    ['service-type-not-approved', 'a retired service', {}, { serviceTypes: [{ ...service, status: 'retired' }] }],
    ['location-unknown', 'an unknown location', { locationId: idNumber(0x99) }, {}],
    ['location-unknown', 'a closed location', {}, { locations: [{ ...lakeside, active: false }] }],
    ['time-invalid', 'a location in no known zone', {}, { locations: [{ ...lakeside, zone: unreadable('Nowhere/Land') }] }],
    ['time-invalid', 'a visit in no known zone', { interval: between('2026-05-04T10:00', '2026-05-04T10:30'), zone: unreadable('Nowhere/Land') }, {}],
    ['time-invalid', 'a start that cannot be read', { interval: between('2026-05-04T10:00', '2026-05-04T10:30'), start: unreadable('ten') }, {}],
    ['time-invalid', 'an end before the start', { interval: between('2026-05-04T10:30', '2026-05-04T10:00') }, {}],
    ['time-invalid', 'bounds that are not what start and minutes say', { interval: between('2026-05-04T10:00', '2026-05-04T10:45') }, {}],
    ['time-invalid', 'bounds an hour off', { interval: between('2026-05-04T11:00', '2026-05-04T11:30') }, {}],
    ['time-invalid', 'a start that the clock skips', { start: wall('2026-03-08T02:30') }, {}],
  ])('%s: %s', (cause, _, change, overrides) => {
    expect(verdictOn(early(change), overrides, between('2026-03-01T00:00', '2026-06-01T00:00'))).toEqual({ state: 'cannot-verify', cause, reasons: [] })
  })
  test('a visit whose bounds are no interval is in every window', () => {
    const broken = early({ interval: between('2026-05-04T10:30', '2026-05-04T10:00') })
    expect(assessStaffing(clinic({ appointments: [broken] }), wholeDay(date('2027-01-01'))).verdicts.size).toBe(1)
  })
  test('a rule that fails on one visit leaves the verdict on the others', () => {
    const trap: ServiceType = { ...service, id: idNumber(0x32), get competences(): never { throw new Error('damaged') } }
    const facts = clinic({ serviceTypes: [service, trap], appointments: [early(), late({ serviceTypeId: trap.id, performerId: ortiz.id })] })
    const { verdicts, gaps, fragile } = assessStaffing(facts, wholeDay())
    expect(fragile.filter((stretch) => stretch.serviceTypeId === trap.id)).toEqual([])
    expect(verdicts.get(late().id)).toEqual({ state: 'cannot-verify', cause: 'rule-failed', reasons: [] })
    expect(verdicts.get(early().id)?.state).toBe('covered')
    expect(gaps.filter((gap) => gap.serviceTypeId === trap.id)).toEqual([{ locationId: lakeside.id, serviceTypeId: trap.id, interval: between('2026-05-04T08:00', '2026-05-04T18:00') }])
  })
})

describe('what the engine cannot finish', () => {
  test('is flagged as such, while those it found somebody for keep them', { timeout: 60_000 }, () => {
    const facts = clinicDay({ staff: 20, visits: 160, unnamed: 1, seed: 1000 })
    const verdicts = [...assessStaffing(facts, wholeDay()).verdicts]
    const unfinished = verdicts.filter(([, verdict]) => verdict.state === 'cannot-verify')
    expect(unfinished.length).toBeGreaterThan(0)
    for (const [, verdict] of unfinished) expect(verdict).toMatchObject({ cause: 'search-limit', reasons: expect.any(Array) })
    const taken = verdicts.flatMap(([id, verdict]) => (verdict.state === 'assignable' ? [{ visit: facts.appointments.find((one) => one.id === id), who: verdict.performerId }] : []))
    expect(taken.length).toBeGreaterThan(unfinished.length)
    for (const one of taken) {
      for (const other of taken) {
        if (one !== other && one.who === other.who && one.visit && other.visit) expect(overlaps(one.visit.interval, other.visit.interval)).toBe(false)
      }
    }
  })
  test('because a rule fails late is flagged too', () => {
    // A certification type that can be read so many times and then fails.
    const readable = (times: number) => {
      let left = times
      const damaged = { ...certificate, get competences() { left -= 1; if (left < 0) throw new Error('damaged'); return [dystonia] } }
      const visit = early()
      const verdict = assessVisits(clinic({ appointments: [visit], practitioners: [khan], certificationTypes: [damaged] }), wholeDay()).get(visit.id)
      return { verdict, read: times - left }
    }
    const { read } = readable(1000)
    expect(readable(read).verdict?.state).toBe('covered')
    for (let times = 0; times < read; times += 1) expect(readable(times).verdict).toEqual({ state: 'cannot-verify', cause: 'rule-failed', reasons: [] })
  })
})

describe('the window', () => {
  test.each([['2026-05-04T09:00', '2026-05-04T10:00', 0], ['2026-05-04T09:00', '2026-05-04T10:01', 1], ['2026-05-04T10:29', '2026-05-04T11:00', 1], ['2026-05-04T10:30', '2026-05-04T11:00', 0]])(
    'from %s to %s holds %i of the visits from 10 to 10:30', (from, to, count) => {
      expect(assessStaffing(clinic({ appointments: [early()] }), between(from, to)).verdicts.size).toBe(count)
    })
  test('gives verdicts by id and working time by person, clipped', () => {
    expect([...assessStaffing(clinic({ appointments: [late({ serviceTypeId: idNumber(0x99) }), early()] }), wholeDay()).verdicts.keys()]).toEqual([early().id, late().id])
    const { verdicts, working } = assessStaffing(clinic({ appointments: [late({ performerId: null }), early()] }), between('2026-05-04T08:00', '2026-05-04T15:00'))
    expect([...verdicts.keys()]).toEqual([early().id, late().id])
    expect(working).toEqual([
      { practitionerId: khan.id, locationId: lakeside.id, presence: 'on-site', interval: between('2026-05-04T09:00', '2026-05-04T15:00') },
      { practitionerId: ortiz.id, locationId: lakeside.id, presence: 'on-site', interval: between('2026-05-04T14:00', '2026-05-04T15:00') },
    ])
  })
  test('holds time on call as such, absences taken out', () => {
    const { working } = assessStaffing(clinic({
      shiftPatterns: [{ ...khansShift, presence: 'on-call' }], absences: [anAbsence({ practitionerId: khan.id, end: wall('2026-05-04T16:00') })],
    }), wholeDay())
    expect(working).toEqual([{ practitionerId: khan.id, locationId: lakeside.id, presence: 'on-call', interval: between('2026-05-04T16:00', '2026-05-04T17:00') }])
  })
})
