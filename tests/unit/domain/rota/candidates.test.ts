import { describe, expect, test } from 'vitest'
import type { Availability, WeeklyWish } from '../../../../shared/domain/rota/availability.ts'
import { candidatesOn, goTogether, hoursFor, type Hours } from '../../../../shared/domain/rota/candidates.ts'
import { boardOf } from '../../../../shared/domain/staffing/board.ts'
import type { Absence } from '../../../../shared/domain/shift.ts'
import type { Interval } from '../../../../shared/domain/time/values.ts'
import { aLocation, anAbsence, aPractitioner, between, clinicZone, date, monday, newId, someFacts, time, wall, wholeDay } from '../../../support/builders.ts'

const khan = aPractitioner()
const lakeside = aLocation()
const hours = (start: string, end: string): Hours => ({ start: time(start), end: time(end) })
const weekly = (start: string, end: string, overrides: Partial<WeeklyWish> = {}): WeeklyWish => ({ weekday: 1, ...hours(start, end), wish: 'could', ...overrides })
const available = (wishes: readonly WeeklyWish[], overrides: Partial<Availability> = {}): Availability =>
  ({ id: newId(), version: 1, practitionerId: khan.id, weekly: wishes, dated: [], maxWeekMinutes: null, restMinutes: 660, note: '', ...overrides })

type Setting = { readonly shifts?: readonly Hours[]; readonly standing?: readonly Interval[]; readonly absences?: readonly Absence[]; readonly on?: typeof monday }
function candidates(availability: Availability, { shifts = [hours('09:00', '17:00')], standing = [], absences = [], on = monday }: Setting = {}) {
  const [person] = boardOf(someFacts({ practitioners: [khan], locations: [lakeside], absences }), wholeDay(on)).people
  if (person === undefined) throw new Error('Khan is on the board')
  return candidatesOn(person, availability, { locationId: lakeside.id, zone: clinicZone, date: on, hours: shifts, standing })
}
const could = (...given: Parameters<typeof candidates>) => candidates(...given).map(({ start, end }) => `${start}–${end}`)

describe('two shifts go together', () => {
  const day = between('2026-05-04T09:00', '2026-05-04T17:00')
  const next = (start: string, end = '2026-05-05T17:00') => between(start, end)

  test('where the rest between them is as long as is asked for, whichever comes first', () => {
    for (const [start, fits] of [['2026-05-05T04:00', true], ['2026-05-05T03:59', false]] as const) {
      expect([goTogether(day, next(start), 660), goTogether(next(start), day, 660)]).toEqual([fits, fits])
    }
  })

  test('where they join, since they are one then, and never where they overlap', () => {
    const late = next('2026-05-04T17:00', '2026-05-04T20:00')
    expect([goTogether(day, late, 660), goTogether(late, day, 660)]).toEqual([true, true])
    const over = next('2026-05-04T16:59', '2026-05-04T20:00')
    expect([goTogether(day, over, 0), goTogether(over, day, 0), goTogether(day, next('2026-05-04T17:01'), 0)]).toEqual([false, false, true])
  })
})

describe('somebody could work', () => {
  test('within the hours of their week, to the minute, and on no other day', () => {
    expect(could(available([weekly('09:00', '17:00')]))).toEqual(['09:00–17:00'])
    expect(could(available([weekly('09:01', '17:00')]))).toEqual([])
    expect(could(available([weekly('09:00', '17:00')]), { on: date('2026-05-05') })).toEqual([])
    expect(could(available([]))).toEqual([])
    expect(could(available([weekly('09:00', '12:00'), weekly('12:00', '17:00')]))).toEqual(['09:00–17:00'])
  })

  test('in hours that began the evening before, or run on into the next day’s', () => {
    const nights = available([weekly('20:00', '08:00', { weekday: 7 }), weekly('22:00', '00:00'), weekly('00:00', '06:00', { weekday: 2 })])
    expect(could(nights, { shifts: [hours('02:00', '06:00'), hours('22:00', '06:00'), hours('22:00', '07:00')] })).toEqual(['02:00–06:00', '22:00–06:00'])
  })

  test('not in an hour that the clock skips on that day', () => {
    const nights = available([weekly('00:00', '06:00', { weekday: 7 })])
    expect(could(nights, { on: date('2026-03-08'), shifts: [hours('02:00', '03:00'), hours('01:00', '04:00')] })).toEqual(['01:00–04:00'])
    expect(could(nights, { on: date('2026-03-15'), shifts: [hours('02:00', '03:00')] })).toEqual(['02:00–03:00'])
  })

  test('on a date by that date’s hours instead of the weekday’s', () => {
    const dated = (on: string) => available([weekly('09:00', '17:00')], { dated: [{ date: date(on), ...hours('12:00', '14:00'), wish: 'could' }] })
    const shifts = [hours('09:00', '17:00'), hours('12:00', '14:00'), hours('09:00', '11:00')]
    expect(could(dated('2026-05-04'), { shifts })).toEqual(['12:00–14:00'])
    expect(could(dated('2026-05-11'), { shifts })).toEqual(['09:00–17:00', '12:00–14:00', '09:00–11:00'])
  })

  test('not while they are away, though it be for a minute, and again as soon as they are back', () => {
    const away = (start: string, end: string) => could(available([weekly('09:00', '17:00')]), { absences: [anAbsence({ practitionerId: khan.id, start: wall(start), end: wall(end) })] })
    expect([away('2026-05-04T16:59', '2026-05-04T18:00'), away('2026-05-04T17:00', '2026-05-04T18:00'), away('2026-05-04T08:00', '2026-05-04T09:00')]).toEqual([[], ['09:00–17:00'], ['09:00–17:00']])
  })

  test('only rested from the shifts that stand, on the days before and after', () => {
    const beside = (start: string, end: string) => could(available([weekly('09:00', '17:00')]), { standing: [between(start, end)] })
    expect([beside('2026-05-03T14:00', '2026-05-03T22:00'), beside('2026-05-03T14:00', '2026-05-03T22:01')]).toEqual([['09:00–17:00'], []])
    expect([beside('2026-05-05T04:00', '2026-05-05T09:00'), beside('2026-05-05T03:59', '2026-05-05T09:00')]).toEqual([['09:00–17:00'], []])
    expect(beside('2026-05-04T10:00', '2026-05-04T11:00')).toEqual([])
  })

  test('only rested from a shift that stands days away, where they ask for days of rest', () => {
    const threeDays = available([weekly('09:00', '17:00')], { restMinutes: 2 * 1440 })
    expect(could(threeDays, { standing: [between('2026-05-01T09:00', '2026-05-02T09:01')] })).toEqual([])
    expect(could(threeDays, { standing: [between('2026-05-01T09:00', '2026-05-02T09:00')] })).toEqual(['09:00–17:00'])
  })
})

test('a shift says whose it is and when, and whether any of it would rather not be worked', () => {
  const [only] = candidates(available([weekly('09:00', '17:00')]))
  expect(only).toEqual({
    key: `${khan.id} 2026-05-04 09:00 17:00`, practitionerId: khan.id, date: monday, ...hours('09:00', '17:00'), interval: between('2026-05-04T09:00', '2026-05-04T17:00'), ratherNot: false,
  })
  const evenings = available([weekly('09:00', '17:00'), weekly('17:00', '20:00', { wish: 'rather-not' })])
  expect(candidates(evenings, { shifts: [hours('09:00', '17:00'), hours('09:00', '18:00'), hours('18:00', '20:00')] }).map(({ ratherNot }) => ratherNot)).toEqual([false, true, true])
})

test('a shift may have the hours that are asked for and those that recur, each once', () => {
  const asked = [between('2026-05-04T09:00', '2026-05-04T12:00'), between('2026-05-04T22:00', '2026-05-05T06:00')]
  const minimum = { id: newId<never>(), version: 1, locationId: lakeside.id, serviceTypeId: newId<never>(), people: 1, weekdays: [1] as const, hours: null, from: monday, through: null, apart: false }
  expect(hoursFor(asked.map(interval => ({ minimum, date: monday, interval })), [hours('09:00', '12:00'), hours('09:00', '13:00')], clinicZone))
    .toEqual([hours('09:00', '12:00'), hours('22:00', '06:00'), hours('09:00', '13:00')])
})
