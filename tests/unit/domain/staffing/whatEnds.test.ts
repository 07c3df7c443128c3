import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Qualification } from '../../../../shared/domain/certification.ts'
import { assessStaffing } from '../../../../shared/domain/staffing/assessStaffing.ts'
import { isFlagged } from '../../../../shared/domain/staffing/explain.ts'
import type { Staffing, StaffingFacts } from '../../../../shared/domain/staffing/types.ts'
import { whatEnds } from '../../../../shared/domain/staffing/whatEnds.ts'
import { instant } from '../../../../shared/domain/time/instant.ts'
import { minutesIn, subtract } from '../../../../shared/domain/time/interval.ts'
import { addDays } from '../../../../shared/domain/time/plainDate.ts'
import type { Interval } from '../../../../shared/domain/time/values.ts'
import { anyCase } from '../../../support/arbitraryFacts.ts'
import {
  aCertificationType, aLocation, anAppointment, aPractitioner, aQualification, aServiceType, aShift, between, competence, date, openDaily, someFacts, verified, wall,
} from '../../../support/builders.ts'
import { cases } from '../../../support/cases.ts'

const lakeside = aLocation({ openingHours: openDaily('09:00', '12:00') })
const course = aCertificationType()
const licence = aCertificationType({ competences: [competence('licence')] })
const dystonia = aServiceType()
const khan = aPractitioner()
const ortiz = aPractitioner()
const paper = (who: typeof khan, rest: Partial<Qualification> = {}) => aQualification({ practitionerId: who.id, certificationTypeId: course.id, expires: date('2026-05-05'), ...rest })
const khansPaper = paper(khan)
const shift = (who: typeof khan, weekday: 1 | 2 | 3) => aShift({ practitionerId: who.id, locationId: lakeside.id, weekday, start: '09:00' as never, end: '12:00' as never })
const visit = (start: string, rest: Parameters<typeof anAppointment>[0] = {}) => anAppointment({ serviceTypeId: dystonia.id, locationId: lakeside.id, performerId: khan.id, start: wall(start), ...rest })
const tuesday = visit('2026-05-05T10:00')
const wednesday = visit('2026-05-06T10:00')
const week = between('2026-05-04T00:00', '2026-05-11T00:00')
const clinic = (rest: Partial<StaffingFacts> = {}): StaffingFacts => someFacts({
  practitioners: [khan, ortiz], certificationTypes: [course, licence], qualifications: [khansPaper], serviceTypes: [dystonia], locations: [lakeside],
  shiftPatterns: [shift(khan, 2), shift(khan, 3)], appointments: [tuesday, wednesday], ...rest,
})
const inWeek = (facts: StaffingFacts) => whatEnds(facts, week, new Set())

describe('a certification that ends', () => {
  test('leaves the visits and the opening hours from the day after, and renewing it gives them back', () => {
    expect(inWeek(clinic())).toEqual([{
      qualificationId: khansPaper.id, practitionerId: khan.id, certificationTypeId: course.id, kind: 'certification', ends: '2026-05-05',
      uncovered: [wednesday.id], cleared: [wednesday.id],
      hours: [{ locationId: lakeside.id, serviceTypeId: dystonia.id, minutes: 180, cleared: 180 }],
    }])
  })
  test('is told of as nothing at stake while a colleague covers it', () => {
    const facts = clinic({ qualifications: [khansPaper, paper(ortiz, { expires: date('2027-01-01') })], shiftPatterns: [shift(khan, 2), shift(khan, 3), shift(ortiz, 3)] })
    expect(inWeek(facts)).toMatchObject([{ qualificationId: khansPaper.id, uncovered: [], cleared: [], hours: [] }])
  })
  test('does not clear alone what hangs on two of them, and is told of all the same', () => {
    const both = aServiceType({ competences: [competence('licence'), ...dystonia.competences] })
    const second = paper(khan, { certificationTypeId: licence.id })
    const facts = clinic({ serviceTypes: [both], qualifications: [khansPaper, second], appointments: [visit('2026-05-06T10:00', { id: wednesday.id, serviceTypeId: both.id })] })
    for (const end of inWeek(facts)) expect(end).toMatchObject({ uncovered: [wednesday.id], cleared: [], hours: [{ minutes: 180, cleared: 0 }] })
    expect(inWeek(facts)).toHaveLength(2)
  })
  test('that has to be verified again, or for the first time, is told of as such', () => {
    const due = { ...verified, due: date('2026-05-05') }
    expect(inWeek(clinic({ qualifications: [{ ...khansPaper, expires: date('2027-01-01'), verification: due }] }))).toMatchObject([{ kind: 'verification', ends: '2026-05-05', cleared: [wednesday.id] }])
    const waiting = clinic({ qualifications: [{ ...khansPaper, expires: date('2027-01-01'), verification: { state: 'unverified' } }] })
    expect(inWeek(waiting)).toMatchObject([{ kind: 'unverified', ends: null, cleared: [tuesday.id, wednesday.id].sort() }])
  })
  test('clears no visit that a rule of the place blocks whoever is certified', () => {
    expect(whatEnds(clinic(), week, new Set([wednesday.id]))).toMatchObject([{ uncovered: [], cleared: [] }])
  })
})

describe('whatever the practice', { timeout: 60_000 }, () => {
  const flagged = ({ verdicts }: Staffing) => [...verdicts].filter(([, verdict]) => isFlagged(verdict)).map(([id]) => id)
  const hoursOf = (staffing: Staffing, key: string): readonly Interval[] => staffing.gaps.filter(gap => `${gap.locationId} ${gap.serviceTypeId}` === key).map(gap => gap.interval)

  test('what renewing clears is what assessing everything twice shows', () => {
    let told = 0
    // Most of what anybody holds ends about that day.
    const ends = fc.array(fc.constantFrom(-2, -1, 0, null), { minLength: 12, maxLength: 12 })
    fc.assert(fc.property(anyCase(), ends, ({ facts: plain, window, day }, last) => {
      const facts = { ...plain, qualifications: plain.qualifications.map((one, n) => {
        const days = last[n % last.length] ?? null
        return days === null ? one : { ...one, expires: addDays(day, days) }
      }) }
      const wide: Interval = { start: instant(window.start - 86_400_000), end: instant(window.end + 86_400_000) }
      const before = assessStaffing(facts, wide)
      for (const end of whatEnds(facts, wide, new Set())) {
        const qualifications = facts.qualifications.map(one => (one.id === end.qualificationId
          ? { ...one, expires: one.expires === null ? null : addDays(day, 200), verification: verified } : one))
        const after = assessStaffing({ ...facts, qualifications }, wide)
        const still = new Set(flagged(after))
        const cleared = flagged(before).filter(id => !still.has(id))
        expect(end.cleared.toSorted()).toEqual(cleared.toSorted())
        for (const service of facts.serviceTypes) {
          for (const location of facts.locations) {
            const key = `${location.id} ${service.id}`
            const minutes = end.hours.find(one => `${one.locationId} ${one.serviceTypeId}` === key)?.cleared ?? 0
            expect(minutes).toBe(minutesIn(subtract(hoursOf(before, key), hoursOf(after, key))))
          }
        }
        told += cleared.length
      }
    }), { numRuns: cases(300) })
    // A few cases may have nothing to tell; all of them together may not.
    if (cases(300) === 300) expect(told).toBeGreaterThan(0)
  })
})
