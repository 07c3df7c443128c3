import { describe, expect, test } from 'vitest'
import { type DatedWish, decideAvailability, type WeeklyWish } from '../../../../shared/domain/rota/availability.ts'
import { decideMinimum, type StaffingMinimum } from '../../../../shared/domain/rota/minimum.ts'
import { unmetMinimums } from '../../../../shared/domain/rota/unmet.ts'
import { stretchesOf } from '../../../../shared/domain/rota/wanted.ts'
import type { StaffingFacts } from '../../../../shared/domain/staffing/types.ts'
import { wallAt } from '../../../../shared/domain/time/wallClock.ts'
import {
  aCertificationType, aLocation, anAbsence, aPractitioner, aQualification, aServiceType, aShift, between, clinicZone, competence, date, monday, newId, openDaily, someFacts, time, wall,
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
  test('that nothing but the people change within is told of as one stretch', () => {
    const shiftPatterns = [works(khan, '09:00', '12:00'), works(ortiz, '12:00', '15:00')]
    expect(unmet(clinic({ shiftPatterns }), [minimum({ people: 2, hours: { start: time('09:00'), end: time('15:00') } })])).toEqual(['05-04T09:00–15:00 1 of 2'])
  })
  test('is told of by date, however the hours of two dates meet', () => {
    const overnight = aLocation({ id: lakeside.id, openingHours: openDaily('00:00', '00:00') })
    expect(unmet(clinic({ locations: [overnight], shiftPatterns: [] }), [minimum({ weekdays: [1, 2] })], [monday, date('2026-05-05')]))
      .toEqual(['05-04T00:00–00:00 0 of 1', '05-05T00:00–00:00 0 of 1'])
  })
  test('is told of apart from another that is short at the same hours, and again where people come and go', () => {
    const [one, two] = [minimum(), minimum({ people: 2 })]
    const found = unmetMinimums(clinic(), [one, two], lakeside.id, [monday]).map(({ minimumId, interval, present }) => [minimumId === one.id ? 1 : 2, wallAt(interval.start, clinicZone).slice(11), present])
    expect(found).toEqual([[1, '08:00', 0], [2, '08:00', 0], [2, '09:00', 1], [2, '17:00', 1]])
  })
  test('asks for hours that begin and end as its own do, with nobody asked for between', () => {
    const split = [minimum({ hours: { start: time('08:00'), end: time('08:30') } }), minimum({ hours: { start: time('17:30'), end: time('18:00') } })]
    expect(unmet(clinic({ shiftPatterns: [] }), split)).toEqual(['05-04T08:00–08:30 0 of 1', '05-04T17:30–18:00 0 of 1'])
  })
  test('is looked at in stretches only where it asks for somebody', () => {
    const hours = [between('2026-05-04T08:00', '2026-05-04T09:00'), between('2026-05-04T10:00', '2026-05-04T11:00')]
    const wanted = hours.map(interval => ({ minimum: minimum(), date: monday, interval }))
    expect(stretchesOf(wanted, []).map(({ interval }) => interval)).toEqual(hours)
    expect(stretchesOf(wanted, [between('2026-05-04T08:20', '2026-05-04T09:30')]).map(({ interval }) => wallAt(interval.start, clinicZone).slice(11))).toEqual(['08:00', '08:20', '10:00'])
  })
  test('is met as far as people reach where it counts apart, and short of the rest', () => {
    const hours = { start: time('13:00'), end: time('15:00') }
    expect(unmet(clinic(), [minimum({ hours, people: 3, apart: true })])).toEqual(['05-04T13:00–15:00 2 of 3'])
  })
  test('of another location asks nothing here, and nothing is short where nobody knows the location, service or dates', () => {
    expect(unmet(clinic(), [minimum({ locationId: newId() })])).toEqual([])
    expect(unmetMinimums(clinic(), [minimum()], newId(), [monday])).toEqual([])
    expect(unmetMinimums(clinic({ locations: [{ ...lakeside, active: false }] }), [minimum()], lakeside.id, [monday])).toEqual([])
    expect(unmet(clinic(), [minimum()], [])).toEqual([])
    expect(unmet(clinic(), [minimum({ serviceTypeId: newId(), hours: { start: time('09:00'), end: time('10:00') } })])).toEqual(['05-04T09:00–10:00 0 of 1'])
  })
})

test('a minimum without weekdays, and one that ends before it begins, are refused', () => {
  const { id: _id, version: _version, ...fields } = minimum()
  expect(decideMinimum({ ...fields, weekdays: [5, 1, 5] })).toMatchObject({ ok: true, value: { weekdays: [1, 5] } })
  expect(decideMinimum({ ...fields, weekdays: [] })).toMatchObject({ ok: false, problem: { issues: [{ path: 'weekdays', message: 'weekday-needed' }] } })
  const through = (day: string) => decideMinimum({ ...fields, from: date('2026-01-01'), through: date(day) })
  expect(through('2025-12-31')).toMatchObject({ ok: false, problem: { issues: [{ path: 'through', message: 'ends-before-it-begins' }] } })
  expect([through('2026-01-01').ok, through('2026-12-31').ok]).toEqual([true, true])
})

describe('availability', () => {
  const wish = (start: string, end: string) => ({ start: time(start), end: time(end), wish: 'could' as const })
  const of = (weekly: readonly WeeklyWish[], dated: readonly DatedWish[] = []) => {
    const decided = decideAvailability({ practitionerId: khan.id, weekly, dated, maxWeekMinutes: null, restMinutes: 660, note: ' x ' })
    return decided.ok ? decided.value.note : decided.problem.code === 'invalid' ? decided.problem.issues.map(({ path, message }) => `${path} ${message}`) : []
  }
  const [morning, afternoon, late] = [wish('08:00', '12:00'), wish('12:00', '18:00'), wish('17:00', '20:00')]
  test('whose hours join is kept, in whatever order they were typed', () => {
    expect(of([{ weekday: 1, ...afternoon }, { weekday: 1, ...morning }], [{ date: monday, ...afternoon }, { date: monday, ...morning }])).toBe('x')
  })
  test('that says two things of one hour is refused, in whatever order they were typed', () => {
    expect(of([{ weekday: 1, ...late }, { weekday: 1, ...morning }, { weekday: 1, ...afternoon }])).toEqual(['weekly hours-overlap'])
    expect(of([{ weekday: 1, ...wish('09:00', '09:00') }, { weekday: 1, ...late }])).toEqual(['weekly hours-overlap'])
    expect(of([], [{ date: monday, ...wish('20:00', '04:00') }, { date: monday, ...wish('23:00', '23:30') }])).toEqual(['dated hours-overlap'])
  })
  test('may say of two days what it may not say of one', () => {
    expect(of([{ weekday: 1, ...afternoon }, { weekday: 2, ...late }], [{ date: monday, ...afternoon }, { date: date('2026-05-05'), ...late }])).toBe('x')
  })
})
