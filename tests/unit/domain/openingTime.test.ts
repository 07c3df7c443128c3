import { describe, expect, test } from 'vitest'
import { isOpenFor, openIntervals } from '../../../shared/domain/openingTime.ts'
import type { Location } from '../../../shared/domain/practice.ts'
import { wallAt } from '../../../shared/domain/time/wallClock.ts'
import { aLocation, between, clinicZone, date, monday, openDaily, time, unreadable, wholeDay } from '../../support/builders.ts'

const opened = (overrides: Partial<Location> = {}, window = wholeDay()): readonly string[] =>
  openIntervals(aLocation(overrides), window).map(({ start, end }) => `${wallAt(start, clinicZone)} ${wallAt(end, clinicZone)}`)
const day = '2026-05-04T08:00 2026-05-04T18:00'
const hours = (opens: string, closes: string) => ({ opens: time(opens), closes: time(closes) })

describe('a location is open', () => {
  test('in the hours of the weekday', () => {
    expect(opened()).toEqual([day])
    expect(opened({ openingHours: [{ weekday: 2, ...hours('08:00', '18:00') }] })).toEqual([])
  })
  test('twice a day if it says so', () => {
    expect(opened({ openingHours: [{ weekday: 1, ...hours('14:00', '18:00') }, { weekday: 1, ...hours('08:00', '12:00') }] }))
      .toEqual(['2026-05-04T08:00 2026-05-04T12:00', '2026-05-04T14:00 2026-05-04T18:00'])
  })
  test('clipped to what was asked', () => {
    expect(opened({}, between('2026-05-04T10:00', '2026-05-04T11:00'))).toEqual(['2026-05-04T10:00 2026-05-04T11:00'])
    expect(opened({}, between('2026-05-04T18:00', '2026-05-05T08:00'))).toEqual([])
  })
  test('past midnight, from the evening before', () => {
    expect(opened({ openingHours: openDaily('20:00', '02:00') })).toEqual(['2026-05-04T00:00 2026-05-04T02:00', '2026-05-04T20:00 2026-05-05T00:00'])
  })
  test('through the night without a seam', () => {
    expect(opened({ openingHours: openDaily('00:00', '00:00') }, between('2026-05-04T00:00', '2026-05-06T00:00'))).toEqual(['2026-05-04T00:00 2026-05-06T00:00'])
  })
  test('on 23 and 25 hours of the days of clock change', () => {
    const minutes = (text: string): number => openIntervals(aLocation({ openingHours: openDaily('00:00', '00:00') }), wholeDay(date(text)))
      .reduce((sum, one) => sum + (one.end - one.start) / 60_000, 0)
    expect(['2026-03-08', '2026-05-04', '2026-11-01'].map(minutes)).toEqual([1380, 1440, 1500])
  })
})

describe('a dated exception', () => {
  test('closes the day', () => { expect(opened({ openingExceptions: [{ date: monday, hours: [], reason: 'holiday' }] })).toEqual([]) })
  test('gives the day other hours', () => {
    expect(opened({ openingExceptions: [{ date: monday, hours: [hours('10:00', '12:00')], reason: '' }] })).toEqual(['2026-05-04T10:00 2026-05-04T12:00'])
  })
  test('of another day changes nothing', () => { expect(opened({ openingExceptions: [{ date: date('2026-05-05'), hours: [], reason: '' }] })).toEqual([day]) })
  test('leaves the night that began the evening before', () => {
    expect(opened({ openingHours: openDaily('20:00', '02:00'), openingExceptions: [{ date: monday, hours: [], reason: '' }] })).toEqual(['2026-05-04T00:00 2026-05-04T02:00'])
  })
})

test('a location that is no longer active is never open', () => { expect(opened({ active: false })).toEqual([]) })

test('a location in no known zone counts as open all the time for watching, and never for booking', () => {
  expect(openIntervals(aLocation({ zone: unreadable('Nowhere/Land') }), wholeDay())).toEqual([wholeDay()])
  expect(isOpenFor(aLocation({ zone: unreadable('Nowhere/Land') }), wholeDay())).toBe(false)
})

test.each([['08:00', '18:00', true], ['07:59', '18:00', false], ['08:00', '18:01', false], ['19:00', '20:00', false]])('open from %s to %s: %s', (from, to, expected) => {
  expect(isOpenFor(aLocation(), between(`2026-05-04T${from}`, `2026-05-04T${to}`))).toBe(expected)
})
