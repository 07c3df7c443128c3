import { describe, expect, test } from 'vitest'
import { decideAvailability } from '../../../../shared/domain/rota/availability.ts'
import { decideMinimum, type StaffingMinimum } from '../../../../shared/domain/rota/minimum.ts'
import { unmetMinimums } from '../../../../shared/domain/rota/unmet.ts'
import type { StaffingFacts } from '../../../../shared/domain/staffing/types.ts'
import { wallAt } from '../../../../shared/domain/time/wallClock.ts'
import {
  aCertificationType, aLocation, anAbsence, aPractitioner, aQualification, aServiceType, aShift, clinicZone, competence, date, monday, newId, someFacts, time, wall,
} from '../../../support/builders.ts'

const lakeside = aLocation()
const [khan, ortiz, ito] = [aPractitioner(), aPractitioner(), aPractitioner()]
const [dystonia, migraine] = [aCertificationType(), aCertificationType({ competences: [competence('migraine')] })]
const [neck, head] = [aServiceType(), aServiceType({ name: 'Migraine', competences: [competence('migraine')] })]
const holds = (who: typeof khan, type: typeof dystonia, expires = '2026-12-31') => aQualification({ practitionerId: who.id, certificationTypeId: type.id, expires: date(expires) })
const works = (who: typeof khan, start = '09:00', end = '17:00') => aShift({ practitionerId: who.id, locationId: lakeside.id, start: time(start), end: time(end) })
const clinic = (overrides: Partial<StaffingFacts> = {}): StaffingFacts => someFacts({
  practitioners: [khan, ortiz, ito], certificationTypes: [dystonia, migraine], serviceTypes: [neck, head], locations: [lakeside],
  qualifications: [holds(khan, dystonia), holds(khan, migraine), holds(ortiz, dystonia)], shiftPatterns: [works(khan), works(ortiz, '12:00', '18:00')], ...overrides,
})
const minimum = (overrides: Partial<StaffingMinimum> = {}): StaffingMinimum => ({
  id: newId(), version: 1, locationId: lakeside.id, serviceTypeId: neck.id, people: 1, weekdays: [1], hours: null, from: date('2026-01-01'), through: null, apart: false, ...overrides,
})
const unmet = (facts: StaffingFacts, minimums: readonly StaffingMinimum[], days = [monday]) => unmetMinimums(facts, minimums, lakeside.id, days)
  .map(({ interval, present, wanted }) => `${wallAt(interval.start, clinicZone).slice(5)}–${wallAt(interval.end, clinicZone).slice(11)} ${present} of ${wanted}`)

describe('a minimum', () => {
  test('is not met in the opening hours in which too few certified people are on site', () => {
    expect(unmet(clinic(), [minimum()])).toEqual(['05-04T08:00–09:00 0 of 1'])
    expect(unmet(clinic(), [minimum({ people: 2 })])).toEqual(['05-04T08:00–09:00 0 of 2', '05-04T09:00–12:00 1 of 2', '05-04T17:00–18:00 1 of 2'])
  })
  test('asks only on its weekdays, between its dates, and in its own hours', () => {
    expect(unmet(clinic(), [minimum({ weekdays: [2] })])).toEqual([])
    expect(unmet(clinic(), [minimum({ through: date('2026-05-03') })])).toEqual([])
    expect(unmet(clinic(), [minimum({ hours: { start: time('08:30'), end: time('10:00') } })])).toEqual(['05-04T08:30–09:00 0 of 1'])
  })
  test('rests on a public holiday', () => {
    const closed = { ...lakeside, openingExceptions: [{ date: monday, hours: [], reason: 'Holiday' }] }
    expect(unmet(clinic({ locations: [closed] }), [minimum({ hours: { start: time('08:00'), end: time('10:00') } }), minimum()])).toEqual([])
  })
  test('counts nobody who is away, on call, or whose certificate has ended by then', () => {
    const hours = { start: time('09:00'), end: time('11:00') }
    expect(unmet(clinic({ absences: [anAbsence({ practitionerId: khan.id, start: wall('2026-05-04T10:00') })] }), [minimum({ hours })])).toEqual(['05-04T10:00–11:00 0 of 1'])
    expect(unmet(clinic({ shiftPatterns: [{ ...works(khan), presence: 'on-call' }] }), [minimum({ hours })])).toEqual(['05-04T09:00–11:00 0 of 1'])
    expect(unmet(clinic({ qualifications: [holds(khan, dystonia, '2026-05-03')] }), [minimum({ hours })])).toEqual(['05-04T09:00–11:00 0 of 1'])
  })
  test('may be met by somebody who meets another one too, unless both count people apart', () => {
    const hours = { start: time('09:00'), end: time('11:00') }
    const both = [minimum({ hours }), minimum({ hours, serviceTypeId: head.id })]
    expect(unmet(clinic(), both)).toEqual([])
    expect(unmet(clinic(), both.map(each => ({ ...each, apart: true })))).toEqual(['05-04T09:00–11:00 0 of 1'])
  })
  test('that counts apart is given its people so that most are met', () => {
    const hours = { start: time('13:00'), end: time('15:00') }
    const both = [minimum({ hours, apart: true }), minimum({ hours, serviceTypeId: head.id, apart: true })]
    expect(unmet(clinic(), both), 'Khan takes migraine because Ortiz can do dystonia').toEqual([])
    expect(unmet(clinic(), both.toReversed())).toEqual([])
  })
})

test('a minimum without weekdays, and one that ends before it begins, are refused', () => {
  const { id: _id, version: _version, ...fields } = minimum()
  expect(decideMinimum({ ...fields, weekdays: [5, 1, 5] })).toMatchObject({ ok: true, value: { weekdays: [1, 5] } })
  expect(decideMinimum({ ...fields, weekdays: [] })).toMatchObject({ ok: false, problem: { issues: [{ path: 'weekdays' }] } })
  expect(decideMinimum({ ...fields, through: date('2025-12-31') })).toMatchObject({ ok: false, problem: { issues: [{ path: 'through' }] } })
})

test('availability that says two things of one hour is refused', () => {
  const wish = (start: string, end: string) => ({ start: time(start), end: time(end), wish: 'could' as const })
  const fields = { practitionerId: khan.id, weekly: [{ weekday: 1 as const, ...wish('08:00', '12:00') }, { weekday: 1 as const, ...wish('12:00', '18:00') }], dated: [], maxWeekMinutes: null, restMinutes: 660, note: ' x ' }
  expect(decideAvailability(fields)).toMatchObject({ ok: true, value: { note: 'x' } })
  expect(decideAvailability({ ...fields, weekly: [...fields.weekly, { weekday: 1, ...wish('17:00', '20:00') }] })).toMatchObject({ ok: false, problem: { issues: [{ path: 'weekly' }] } })
  expect(decideAvailability({ ...fields, dated: [{ date: monday, ...wish('20:00', '04:00') }, { date: monday, ...wish('23:00', '23:30') }] })).toMatchObject({ ok: false, problem: { issues: [{ path: 'dated' }] } })
})
