import { describe, expect, test } from 'vitest'
import { assessStaffing } from '../../../../shared/domain/staffing/assessStaffing.ts'
import { summarizeDays } from '../../../../shared/domain/staffing/summarizeDays.ts'
import type { StaffingFacts } from '../../../../shared/domain/staffing/types.ts'
import { aServiceType, between, date, idNumber, monday, openDaily, time, unreadable, wall } from '../../../support/builders.ts'
import { aVisit, clinic, khan, khansCertificate, khansShift, lakeside, ortiz, ortizsShift, service } from '../../../support/smallClinic.ts'

const week = between('2026-05-03T00:00', '2026-05-10T00:00')
const days = (overrides: Partial<StaffingFacts> = {}, dates: readonly string[] = ['2026-05-04']) => {
  const facts = clinic(overrides)
  return summarizeDays(assessStaffing(facts, week), facts, lakeside.id, dates.map(date))
}
const openWhileStaffed = { locations: [{ ...lakeside, openingHours: openDaily('09:00', '17:00') }] }
const bothAllDay = { shiftPatterns: [khansShift, { ...ortizsShift, start: time('09:00') }] }

describe('a day is', () => {
  test('a gap when some service has nobody for some of the opening hours', () => {
    expect(days()).toEqual([{ date: monday, state: 'gap', openMinutes: 600, gapMinutes: 120, gapMinutesByService: { [service.id]: 120 }, flaggedVisits: 0 }])
  })
  test('not checked while no service is approved: what it would need is not known', () => {
    for (const serviceTypes of [[], [{ ...service, status: 'draft' as const }]]) {
      expect(days({ ...openWhileStaffed, ...bothAllDay, serviceTypes }, ['2026-05-04', '2026-05-05'])).toMatchObject([{ state: 'unchecked' }, { state: 'unchecked' }])
      expect(days({ ...openWhileStaffed, serviceTypes, appointments: [aVisit()] })).toMatchObject([{ state: 'flagged' }])
      expect(days({ locations: [{ ...lakeside, openingHours: [] }], serviceTypes })).toMatchObject([{ state: 'closed' }])
    }
  })
  test('safe when two can do everything all day', () => { expect(days({ ...openWhileStaffed, ...bothAllDay })).toMatchObject([{ state: 'safe', openMinutes: 480, gapMinutes: 0, gapMinutesByService: {} }]) })
  test('fragile when some of it hangs on one person', () => { expect(days(openWhileStaffed)).toMatchObject([{ state: 'fragile', gapMinutes: 0 }]) })
  test('fragile when a visit is, though no hour is', () => {
    const both = [aVisit({ performerId: khan.id }), aVisit({ performerId: ortiz.id })]
    expect(days({ ...openWhileStaffed, ...bothAllDay, appointments: both })).toMatchObject([{ state: 'fragile' }])
    expect(days({ ...openWhileStaffed, ...bothAllDay, appointments: both.slice(1) })).toMatchObject([{ state: 'safe' }])
  })
  test('flagged when a visit is, whatever else', () => {
    expect(days({ appointments: [aVisit({ start: wall('2026-05-04T08:00') }), aVisit({ start: wall('2026-05-04T17:00') })] })).toMatchObject([{ state: 'flagged', flaggedVisits: 2, gapMinutes: 120 }])
  })
  test('closed when the location is, unless a visit is flagged there', () => {
    const closed = { locations: [{ ...lakeside, openingExceptions: [{ date: monday, hours: [], reason: 'holiday' }] }] }
    expect(days(closed)).toMatchObject([{ state: 'closed', openMinutes: 0, gapMinutes: 0 }])
    expect(days({ ...closed, qualifications: [], appointments: [aVisit()] })).toMatchObject([{ state: 'flagged' }])
  })
})

describe('the minutes', () => {
  test('of gaps count once when several services have one at once, and each for its service', () => {
    const other = aServiceType({ id: idNumber(0x32), roles: ['dentist'] })
    expect(days({ serviceTypes: [service, other] })).toMatchObject([{ gapMinutes: 600, gapMinutesByService: { [service.id]: 120, [other.id]: 600 } }])
  })
  test('are those of each day', () => {
    expect(days({ shiftPatterns: [khansShift, { ...khansShift, weekday: 2, end: time('16:00') }] }, ['2026-05-05', '2026-05-04', '2026-05-06']).map((day) => day.gapMinutes)).toEqual([180, 120, 600])
  })
})

describe('a visit', () => {
  test('at another location is that location\'s', () => { expect(days({ appointments: [aVisit({ locationId: idNumber(0x99) })] })).toMatchObject([{ flaggedVisits: 0 }]) })
  test('past midnight is on both days', () => {
    expect(days({ appointments: [aVisit({ start: wall('2026-05-04T23:45') })] }, ['2026-05-03', '2026-05-04', '2026-05-05', '2026-05-06']).map((day) => day.flaggedVisits)).toEqual([0, 1, 1, 0])
  })
  test('whose bounds are no interval is on the day of its start', () => {
    expect(days({ appointments: [aVisit({ interval: between('2026-05-04T10:30', '2026-05-04T10:00') })] }, ['2026-05-03', '2026-05-04', '2026-05-05']).map((day) => day.flaggedVisits)).toEqual([0, 1, 0])
  })
})

test('nothing is safe at a location that is unknown or in no known zone', () => {
  const facts = clinic({ locations: [{ ...lakeside, zone: unreadable('Nowhere/Land') }], appointments: [aVisit()], qualifications: [khansCertificate] })
  const staffing = assessStaffing(facts, week)
  expect(summarizeDays(staffing, facts, lakeside.id, [monday])).toMatchObject([{ state: 'flagged', flaggedVisits: 1 }])
  expect(summarizeDays(staffing, facts, idNumber(0x99), [monday])).toMatchObject([{ state: 'flagged', flaggedVisits: 0 }])
})
