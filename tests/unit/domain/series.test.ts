import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { occurrenceOf, type SeriesTerms, wantedDate, windowOf } from '../../../shared/domain/series.ts'
import type { StaffingFacts } from '../../../shared/domain/staffing/types.ts'
import { addDays, dayNumber, weekdayOf } from '../../../shared/domain/time/plainDate.ts'
import type { Weekday } from '../../../shared/domain/time/values.ts'
import { dateOf, wallInstant } from '../../../shared/domain/time/wallClock.ts'
import { aCertificationType, aLocation, anAbsence, aPatient, aRoom, at, clinicZone, competence, date, idNumber, newId, openDaily, time, wall, zone } from '../../support/builders.ts'
import { cases } from '../../support/cases.ts'
import { aVisit, certificate, clinic, khan, khansCertificate, khansShift, lakeside, ortiz, ortizsCertificate, ortizsShift, room, service } from '../../support/smallClinic.ts'

const terms: SeriesTerms = {
  product: '', everyDays: 84, minimumDays: 84, visits: 4, first: date('2026-05-11'), time: time('10:00'), weekday: null, earlyDays: 0, lateDays: 7, performerId: null,
}
const booker = { by: idNumber<never>(0x71), byName: 'Desk', mayOverride: false, reason: null, through: null }

type Asked = Partial<Parameters<typeof occurrenceOf>[1]>
/** One visit of a series at the small clinic, by default its first. */
const occurrence = (facts: Partial<StaffingFacts> = {}, asked: Partial<SeriesTerms> = {}, more: Asked = {}) => occurrenceOf(clinic(facts), {
  patient: aPatient(), serviceTypeId: service.id, locationId: lakeside.id, zone: clinicZone, terms: { ...terms, ...asked }, number: 1, byHand: null, taken: [], booker,
  id: newId(), now: at('2026-05-04T08:00'), ...more,
})
const khanAway = (from: string, to: string) => anAbsence({ practitionerId: khan.id, start: wall(from), end: wall(to) })
const weekdays = [1, 2, 3, 4, 5, 6, 7] as const
/** Khan on every day of the week, at the same hours. */
const daily = (start = '09:00', end = '17:00') => weekdays.map(weekday => ({ ...khansShift, id: newId<typeof khansShift.id>(), weekday, start: time(start), end: time(end) }))

describe('the dates of a series', () => {
  test('come every so many days, on the weekday asked for where the window has one', () => {
    expect([1, 2, 3].map(number => wantedDate(terms, number))).toEqual(['2026-05-11', '2026-08-03', '2026-10-26'])
    expect(wantedDate({ ...terms, weekday: 3 }, 2)).toBe('2026-08-05')
    expect(wantedDate({ ...terms, weekday: 3, lateDays: 1 }, 2)).toBe('2026-08-03')
    expect(wantedDate({ ...terms, weekday: 3, lateDays: 2 }, 2)).toBe('2026-08-05')
    expect(wantedDate({ ...terms, weekday: 6, earlyDays: 2, lateDays: 7 }, 2)).toBe('2026-08-01')
    expect(wantedDate({ ...terms, weekday: 6, earlyDays: 1, lateDays: 7 }, 2)).toBe('2026-08-08')
  })

  test('lie in the window of their turn, on the nearest day of the weekday that it has', () => {
    fc.assert(fc.property(fc.nat(28), fc.nat(28), fc.integer({ min: 1, max: 26 }), fc.constantFrom<Weekday[]>(...weekdays), (earlyDays, lateDays, number, weekday) => {
      const turn = addDays(terms.first, (number - 1) * terms.everyDays)
      const wanted = dayNumber(wantedDate({ ...terms, earlyDays, lateDays, weekday }, number)) - dayNumber(turn)
      const later = (weekday - weekdayOf(turn) + 7) % 7
      const fitting = [later, later - 7].filter(days => -earlyDays <= days && days <= lateDays)
      expect(Math.abs(wanted)).toBe(fitting.length === 0 ? 0 : Math.min(...fitting.map(Math.abs)))
      expect(fitting.length === 0 ? [0] : fitting).toContain(wanted)
    }), { numRuns: cases(300) })
  })

  test('have a window that opens with its first day and closes with its last, whatever the clock does in between', () => {
    expect(windowOf({ ...terms, earlyDays: 3, lateDays: 7 }, 1, clinicZone)).toEqual({ start: at('2026-05-08T00:00'), end: at('2026-05-19T00:00') })
    expect(windowOf({ ...terms, earlyDays: 0, lateDays: 7 }, 3, clinicZone)).toEqual({ start: at('2026-10-26T00:00'), end: at('2026-11-03T00:00') })
    expect(windowOf({ ...terms, earlyDays: 0, lateDays: 0 }, 2, clinicZone)).toEqual({ start: at('2026-08-03T00:00'), end: at('2026-08-04T00:00') })
  })
})

test.each(['America/Chicago', 'Europe/Berlin', 'Europe/London', 'Australia/Sydney', 'America/Santiago', 'Pacific/Auckland'])(
  'four visits in %s stand at the same wall time on both sides of a clock change', name => {
    const tz = zone(name)
    const facts = {
      locations: [{ ...lakeside, zone: tz, openingHours: openDaily('08:00', '18:00') }], shiftPatterns: [khansShift],
      qualifications: [{ ...khansCertificate, expires: date('2028-12-31') }, ortizsCertificate],
    }
    const found = [1, 2, 3, 4].map(number => occurrence(facts, {}, { zone: tz, number }))
    expect(found.map(row => row.place?.start)).toEqual(['2026-05-11T10:00', '2026-08-03T10:00', '2026-10-26T10:00', '2027-01-18T10:00'])
    // As if the wall time were UTC's, less the instant that it is: how far the zone is ahead.
    expect(found.map(row => row.offsetMinutes)).toEqual(found.map(row => (Date.parse(`${row.wanted}Z`) - wallInstant(row.wanted, tz)) / 60_000))
    expect(new Set(found.map(row => row.offsetMinutes)).size).toBeGreaterThan(1)
  },
)

describe('a visit of a series', () => {
  test('stands where it is meant to be when it may, with who performs it and what is said of that', () => {
    expect(occurrence()).toEqual({
      number: 1, wanted: '2026-05-11T10:00', byHand: false, notBefore: null, obstacle: null, closure: null, place: { start: '2026-05-11T10:00', performerId: khan.id, roomId: null },
      verdict: expect.objectContaining({ state: 'covered' }), certifiedThrough: '2026-12-31', offsetMinutes: -300,
    })
  })

  test('that cannot be as meant goes to the nearest time of the nearest day, the earlier of two as near', () => {
    const found = occurrence({ absences: [khanAway('2026-05-11T09:50', '2026-05-11T10:20')] })
    expect(found).toMatchObject({ wanted: '2026-05-11T10:00', obstacle: { code: 'not-staffed' }, place: { start: '2026-05-11T10:20' } })
    expect(occurrence({ absences: [khanAway('2026-05-11T10:00', '2026-05-11T11:00')] }).place?.start).toBe('2026-05-11T09:30')
    expect(occurrence({ absences: [khanAway('2026-05-11T10:00', '2026-05-11T10:30')] }).place?.start).toBe('2026-05-11T09:30')
    expect(occurrence({ absences: [khanAway('2026-05-11T00:00', '2026-05-12T00:00')], shiftPatterns: daily() }, { earlyDays: 3, lateDays: 3 }).place?.start).toBe('2026-05-10T10:00')
    expect(occurrence({ absences: [khanAway('2026-05-11T00:00', '2026-05-12T00:00')], shiftPatterns: daily() }, { earlyDays: 0, lateDays: 3 }).place?.start).toBe('2026-05-12T10:00')
  })

  test('keeps its day and changes its hour sooner than the other way round', () => {
    const late = occurrence({ shiftPatterns: [{ ...khansShift, start: time('16:00') }, ...daily().filter(({ weekday }) => weekday === 2)] })
    expect(late.place?.start).toBe('2026-05-11T16:00')
  })

  test('goes a week away on the weekday asked for sooner than to the day before, and there where it has no other', () => {
    const facts = { absences: [khanAway('2026-05-11T00:00', '2026-05-12T00:00')], shiftPatterns: daily() }
    expect(occurrence(facts, { weekday: 1, earlyDays: 7, lateDays: 6 }).place?.start).toBe('2026-05-04T10:00')
    expect(occurrence(facts, { weekday: 1, earlyDays: 6, lateDays: 6 }).place?.start).toBe('2026-05-10T10:00')
  })

  test('is offered on the five minutes where it is meant for one of them, and else on the ten', () => {
    const absences = [khanAway('2026-05-11T10:00', '2026-05-11T11:00')]
    expect(occurrence({ absences }, { time: time('10:40') }).place?.start).toBe('2026-05-11T11:00')
    expect(occurrence({ absences: [khanAway('2026-05-11T10:00', '2026-05-11T11:02')] }, { time: time('10:45') }).place?.start).toBe('2026-05-11T11:05')
    expect(occurrence({ absences: [khanAway('2026-05-11T10:00', '2026-05-11T11:02')] }, { time: time('10:50') }).place?.start).toBe('2026-05-11T11:10')
  })

  test('goes nowhere when its window holds no place for it, and the reason stays', () => {
    const away = { absences: [khanAway('2026-05-11T00:00', '2026-05-18T00:00')], shiftPatterns: [khansShift] }
    expect(occurrence(away, { lateDays: 6 })).toMatchObject({ wanted: '2026-05-11T10:00', obstacle: { code: 'not-staffed' }, place: null, verdict: null, certifiedThrough: null, offsetMinutes: -300 })
    expect(occurrence(away, { lateDays: 7 }).place?.start).toBe('2026-05-18T10:00')
  })

  test('tells how far the clocks are from UTC at its hour, also on the day on which they change and where it has no place', () => {
    expect(occurrence({ shiftPatterns: [] }, { first: date('2026-10-31') }).offsetMinutes).toBe(-300)
    expect(occurrence({ shiftPatterns: [] }, { first: date('2026-11-01') }).offsetMinutes).toBe(-360)
    expect(occurrence({ shiftPatterns: daily() }, { first: date('2026-11-01') }).offsetMinutes).toBe(-360)
  })

  test('is never put on a time that is past, or where its patient is already', () => {
    expect(occurrence({ shiftPatterns: daily() }, { first: date('2026-05-04'), time: time('09:00'), lateDays: 0 }, { now: at('2026-05-04T12:00') }).place?.start).toBe('2026-05-04T11:40')
    const patient = aPatient()
    const other = aVisit({ patientId: patient.id, performerId: null, serviceTypeId: idNumber(0x39), start: wall('2026-05-11T10:00') })
    expect(occurrence({ appointments: [other] }, {}, { patient })).toMatchObject({ obstacle: { code: 'slot-taken', overlap: 'patient' }, place: { start: '2026-05-11T09:30' } })
  })

  test('stays with the person agreed on, also where it has to move', () => {
    const withOrtiz = { performerId: ortiz.id }
    expect(occurrence({}, withOrtiz).place).toEqual({ start: '2026-05-11T14:00', performerId: ortiz.id, roomId: null })
    expect(occurrence({}, { ...withOrtiz, time: time('15:00') }).place).toEqual({ start: '2026-05-11T15:00', performerId: ortiz.id, roomId: null })
    expect(occurrence({ shiftPatterns: [khansShift] }, withOrtiz)).toMatchObject({ obstacle: { code: 'not-staffed' }, place: null })
  })

  test('is moved at its own location only, and gets a room there where it needs one', () => {
    const hillside = aLocation({ id: idNumber(0x10) })
    const elsewhere = { ...khansShift, locationId: hillside.id }
    expect(occurrence({ locations: [lakeside, hillside], shiftPatterns: [elsewhere] }).place).toBeNull()
    const needy = { serviceTypes: [{ ...service, needsRoom: true }], rooms: [aRoom({ locationId: hillside.id }), room] }
    expect(occurrence(needy).place).toEqual({ start: '2026-05-11T10:00', performerId: khan.id, roomId: room.id })
    expect(occurrence({ ...needy, shiftPatterns: [{ ...khansShift, start: time('11:00') }] }).place).toEqual({ start: '2026-05-11T11:00', performerId: khan.id, roomId: room.id })
  })

  test('says why the location keeps other hours on the date meant, where anybody wrote why', () => {
    const closed = (reason: string, day = '2026-05-11') => ({ locations: [aLocation({ id: idNumber(0x10), openingExceptions: [{ date: date('2026-05-11'), hours: [], reason: 'Elsewhere' }] }),
      { ...lakeside, openingExceptions: [{ date: date('2026-05-10'), hours: [], reason: 'Sunday' }, { date: date(day), hours: [], reason }] }] })
    expect(occurrence(closed('Memorial Day'))).toMatchObject({ closure: 'Memorial Day', obstacle: { code: 'outside-opening-hours' }, place: { start: '2026-05-18T10:00' } })
    expect(occurrence(closed(''))).toMatchObject({ closure: null, obstacle: { code: 'outside-opening-hours' } })
    expect(occurrence(closed('Memorial Day', '2026-05-12')).closure).toBeNull()
    expect(occurrence({ locations: [] })).toMatchObject({ closure: null, obstacle: { code: 'not-found' }, place: null })
  })
})

describe('the shortest interval', () => {
  const taken = [date('2026-02-18')] // 84 days before Wednesday 13 May

  test('moves a visit that is meant too soon to the first day that keeps it, and says from when', () => {
    expect(occurrence({ shiftPatterns: daily() }, {}, { taken })).toMatchObject({ wanted: '2026-05-11T10:00', notBefore: '2026-05-13', obstacle: null, place: { start: '2026-05-13T10:00' } })
    expect(occurrence({ shiftPatterns: daily() }, { lateDays: 1 }, { taken })).toMatchObject({ notBefore: '2026-05-13', place: null })
    expect(occurrence({}, {}, { taken: [date('2026-02-16')] })).toMatchObject({ notBefore: null, place: { start: '2026-05-11T10:00' } })
  })

  test('is told once where the service asks for it too', () => {
    const patient = aPatient()
    const earlier = aVisit({ patientId: patient.id, start: wall('2026-02-18T10:00'), status: 'fulfilled' })
    const found = occurrence({ serviceTypes: [{ ...service, minimumIntervalDays: 84 }], shiftPatterns: daily(), appointments: [earlier] }, {}, { patient, taken })
    expect(found).toMatchObject({ notBefore: '2026-05-13', obstacle: null, place: { start: '2026-05-13T10:00' } })
  })

  test('holds towards later visits too, and no place is ever nearer than it', () => {
    const days = fc.array(fc.integer({ min: -120, max: 120 }), { minLength: 1, maxLength: 4 })
    fc.assert(fc.property(days, fc.nat(28), fc.nat(28), (others, earlyDays, lateDays) => {
      const visits = others.map(other => addDays(terms.first, other))
      const found = occurrence({ shiftPatterns: daily() }, { earlyDays, lateDays }, { taken: visits, now: at('2026-01-01T00:00') })
      const keeps = (n: number): boolean => others.every(other => Math.abs(n - other) >= terms.minimumDays)
      const allowed = Array.from({ length: earlyDays + lateDays + 1 }, (_, n) => n - earlyDays).filter(keeps)
      if (found.place === null) expect(allowed).toEqual([])
      else expect(Math.abs(dayNumber(dateOf(found.place.start)) - dayNumber(terms.first))).toBe(Math.min(...allowed.map(Math.abs)))
    }), { numRuns: cases(60) })
  })
})

describe('a start chosen by hand', () => {
  test('is judged where it is and never moved', () => {
    expect(occurrence({}, {}, { byHand: wall('2026-05-18T11:00') })).toMatchObject({ wanted: '2026-05-18T11:00', byHand: true, obstacle: null, place: { start: '2026-05-18T11:00' } })
    expect(occurrence({}, {}, { byHand: wall('2026-05-11T08:30') })).toMatchObject({ wanted: '2026-05-11T08:30', byHand: true, obstacle: { code: 'not-staffed' }, place: null, verdict: null })
    expect(occurrence({}, {}, { byHand: wall('2026-03-08T02:30') })).toMatchObject({ obstacle: { code: 'no-such-time' }, place: null })
  })
  test('does not break the shortest interval either', () => {
    expect(occurrence({}, {}, { byHand: wall('2026-05-11T11:00'), taken: [date('2026-05-04')] })).toMatchObject({ notBefore: '2026-07-27', obstacle: null, place: null })
  })
})

describe('how long the performer is certified', () => {
  const migraine = competence('chronic-migraine')
  const headache = aCertificationType({ id: idNumber(0x22), competences: [migraine] })
  const other = { ...service, id: idNumber<typeof service.id>(0x30), competences: [] }
  const both = { certificationTypes: [certificate, headache], serviceTypes: [other, { ...service, competences: [...service.competences, migraine] }] }
  const paper = (n: number, type: typeof certificate, expires: string | null, holder = khan) =>
    ({ ...khansCertificate, id: idNumber<typeof khansCertificate.id>(n), practitionerId: holder.id, certificationTypeId: type.id, expires: expires === null ? null : date(expires) })

  test('goes by what ends first of all that the service asks for, whatever others hold', () => {
    const through = (...qualifications: readonly (typeof khansCertificate)[]) => occurrence({ ...both, qualifications, shiftPatterns: [khansShift, ortizsShift] }).certifiedThrough
    expect(through(paper(1, certificate, '2026-12-31'), paper(2, headache, '2026-06-30'), paper(3, certificate, '2026-05-31', ortiz), paper(4, headache, '2026-12-31', ortiz))).toBe('2026-06-30')
    expect(through(paper(1, certificate, '2026-06-30'), paper(2, headache, '2026-12-31'))).toBe('2026-06-30')
  })

  test('is without end only where no paper that counts has one', () => {
    const certificationTypes = [{ ...certificate, expiry: { kind: 'never' as const } }]
    expect(occurrence({ certificationTypes, qualifications: [paper(1, certificate, null)] }).certifiedThrough).toBeNull()
    expect(occurrence({ qualifications: [paper(1, certificate, '2026-06-30'), paper(2, certificate, '2026-09-30')] }).certifiedThrough).toBe('2026-09-30')
  })
})
