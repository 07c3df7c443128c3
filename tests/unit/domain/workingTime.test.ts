import { describe, expect, test } from 'vitest'
import type { Absence, ShiftException, ShiftPattern } from '../../../shared/domain/shift.ts'
import type { Interval, ZoneId } from '../../../shared/domain/time/values.ts'
import { wallAt } from '../../../shared/domain/time/wallClock.ts'
import { absenceInterval, absent, rostered } from '../../../shared/domain/workingTime.ts'
import { aShift, aShiftException, anAbsence, between, clinicZone, date, idNumber, monday, time, unreadable, wall, wholeDay, zone } from '../../support/builders.ts'

const shown = (intervals: readonly Interval[], tz: ZoneId = clinicZone): readonly string[] =>
  intervals.map(({ start, end }) => `${wallAt(start, tz)} ${wallAt(end, tz)}`)
const onSite = (patterns: readonly ShiftPattern[], exceptions: readonly ShiftException[] = [], window = wholeDay()): readonly string[] =>
  shown(rostered(patterns, exceptions, clinicZone, window).onSite)
const nine = '2026-05-04T09:00 2026-05-04T17:00'

describe('a weekly shift', () => {
  test('is worked on its weekday', () => { expect(onSite([aShift()])).toEqual([nine]) })
  test('is not worked on another', () => { expect(onSite([aShift({ weekday: 2 })])).toEqual([]) })
  test('comes again every week', () => {
    expect(onSite([aShift()], [], between('2026-05-01T00:00', '2026-05-20T00:00'))).toEqual([
      nine, '2026-05-11T09:00 2026-05-11T17:00', '2026-05-18T09:00 2026-05-18T17:00',
    ])
  })
  test.each([['2026-05-05', null, 0], ['2026-05-04', null, 1], ['2026-01-01', '2026-05-04', 1], ['2026-01-01', '2026-05-03', 0]] as const)(
    'from %s through %s is worked %i times that Monday', (from, through, times) => {
      expect(onSite([aShift({ from: date(from), through: through === null ? null : date(through) })])).toHaveLength(times)
    })
  test('past midnight is seen on both days', () => {
    const night = aShift({ weekday: 7, start: time('22:00'), end: time('06:00') })
    const whole = '2026-05-03T22:00 2026-05-04T06:00'
    expect(onSite([night])).toEqual([whole])
    expect(onSite([night], [], wholeDay(date('2026-05-03')))).toEqual([whole])
    expect(onSite([night], [], between('2026-05-04T06:00', '2026-05-04T08:00'))).toEqual([])
    expect(onSite([night], [], between('2026-05-04T05:59', '2026-05-04T08:00'))).toEqual([whole])
  })
  test('past midnight on its last date is worked to its end', () => {
    expect(onSite([aShift({ weekday: 7, start: time('22:00'), end: time('06:00'), through: date('2026-05-03') })])).toHaveLength(1)
  })
  test('from eight to eight is a day and a night', () => {
    expect(onSite([aShift({ start: time('08:00'), end: time('08:00') })])).toEqual(['2026-05-04T08:00 2026-05-05T08:00'])
  })
  test('that another adjoins or overlaps is one stretch with it', () => {
    expect(onSite([aShift({ end: time('12:00') }), aShift({ start: time('12:00') })])).toEqual([nine])
    expect(onSite([aShift({ end: time('13:00') }), aShift({ start: time('12:00') })])).toEqual([nine])
  })
  test('on call is not on site', () => {
    const found = rostered([aShift({ presence: 'on-call' })], [], clinicZone, wholeDay())
    expect(shown(found.onSite)).toEqual([])
    expect(shown(found.onCall)).toEqual([nine])
  })
  test('follows the clocks of its location', () => {
    const found = rostered([aShift()], [], zone('Europe/Berlin'), wholeDay(monday, zone('Europe/Berlin')))
    expect(shown(found.onSite, zone('Europe/Berlin'))).toEqual([nine])
    expect(shown(found.onSite)).toEqual(['2026-05-04T02:00 2026-05-04T10:00'])
  })
  test('that cannot be read is not worked', () => {
    expect(onSite([aShift({ end: unreadable('late') })])).toEqual([])
    expect(onSite([aShift({ from: unreadable('soon') })])).toEqual([])
    expect(onSite([aShift({ through: unreadable('soon') })])).toEqual([])
  })
})

describe('when the clocks change', () => {
  const length = ({ start, end }: Interval): number => (end - start) / 3_600_000
  test('a night shift has seven hours in March and nine in November', () => {
    const night = aShift({ weekday: 6, start: time('22:00'), end: time('06:00') })
    expect(rostered([night], [], clinicZone, wholeDay(date('2026-03-08'))).onSite.map(length)).toEqual([7])
    expect(rostered([night], [], clinicZone, wholeDay(date('2026-11-01'))).onSite.map(length)).toEqual([9])
  })
  test('a shift that begins in the skipped hour begins after it', () => {
    expect(onSite([aShift({ weekday: 7, start: time('02:30'), end: time('05:00') })], [], wholeDay(date('2026-03-08')))).toEqual(['2026-03-08T03:30 2026-03-08T05:00'])
  })
})

describe('a dated change', () => {
  test('adds hours to a day', () => {
    expect(onSite([], [aShiftException({ kind: 'added', start: time('18:00'), end: time('20:00') })])).toEqual(['2026-05-04T18:00 2026-05-04T20:00'])
  })
  test('adds hours on call without adding any on site', () => {
    const found = rostered([], [aShiftException({ kind: 'added', presence: 'on-call' })], clinicZone, wholeDay())
    expect([shown(found.onSite), shown(found.onCall)]).toEqual([[], [nine]])
  })
  test('takes hours out of a day', () => {
    expect(onSite([aShift()], [aShiftException({ start: time('12:00'), end: time('13:00') })])).toEqual(['2026-05-04T09:00 2026-05-04T12:00', '2026-05-04T13:00 2026-05-04T17:00'])
  })
  test('takes out presence of both kinds', () => {
    const found = rostered([aShift(), aShift({ presence: 'on-call' })], [aShiftException({ presence: 'on-call' })], clinicZone, wholeDay())
    expect(found).toEqual({ onSite: [], onCall: [] })
  })
  test('of another day changes nothing', () => {
    expect(onSite([aShift()], [aShiftException({ date: date('2026-05-05') })])).toEqual([nine])
  })
  test('past midnight reaches into the next day', () => {
    expect(onSite([aShift({ start: time('00:00') })], [aShiftException({ date: date('2026-05-03'), start: time('22:00'), end: time('10:00') })])).toEqual(['2026-05-04T10:00 2026-05-04T17:00'])
  })
  test('made later has the last word', () => {
    const added = { kind: 'added', start: time('18:00'), end: time('20:00') } as const
    const removed = { kind: 'removed', start: time('19:00'), end: time('21:00') } as const
    const addedFirst = [aShiftException({ ...removed, id: idNumber(2) }), aShiftException({ ...added, id: idNumber(1) })]
    const removedFirst = [aShiftException({ ...added, id: idNumber(2) }), aShiftException({ ...removed, id: idNumber(1) })]
    for (const order of [addedFirst, addedFirst.toReversed()]) expect(onSite([], order)).toEqual(['2026-05-04T18:00 2026-05-04T19:00'])
    for (const order of [removedFirst, removedFirst.toReversed()]) expect(onSite([], order)).toEqual(['2026-05-04T18:00 2026-05-04T20:00'])
  })
  test('that removes an hour which the clock skips removes nothing', () => {
    const sunday = aShift({ weekday: 7, start: time('00:00'), end: time('06:00') })
    const skipped = aShiftException({ date: date('2026-03-08'), start: time('02:00'), end: time('03:00') })
    expect(onSite([sunday], [skipped], wholeDay(date('2026-03-08')))).toEqual(['2026-03-08T00:00 2026-03-08T06:00'])
  })
  test('that cannot be read removes everything and adds nothing', () => {
    expect(onSite([aShift()], [aShiftException({ start: unreadable('noon') })])).toEqual([])
    expect(onSite([aShift()], [aShiftException({ start: unreadable('noon'), kind: 'added' })])).toEqual([nine])
  })
})

describe('an absence', () => {
  test('takes the time from its start to its end', () => {
    expect(absenceInterval(anAbsence())).toEqual(wholeDay())
  })
  test('in the hour that comes twice takes the longer way', () => {
    const taken = absenceInterval(anAbsence({ start: wall('2026-11-01T01:00'), end: wall('2026-11-01T01:30') }))
    expect((taken.end - taken.start) / 60_000).toBe(90)
  })
  test('is read by its own zone', () => {
    const taken = absenceInterval(anAbsence({ zone: zone('Europe/Berlin') }))
    expect(wallAt(taken.start, clinicZone)).toBe('2026-05-03T17:00')
  })
  test.each<[string, Partial<Absence>]>([
    ['in no known zone', { zone: unreadable('Nowhere/Land') }], ['from nobody knows when', { start: unreadable('Friday') }], ['until nobody knows when', { end: unreadable('Friday') }],
    ['that ends before it begins', { end: wall('2026-05-01T00:00') }],
  ])('%s takes all time', (_, overrides) => {
    const taken = absenceInterval(anAbsence(overrides))
    expect([wallAt(taken.start, clinicZone), wallAt(taken.end, clinicZone)]).toEqual(['0001-01-01T18:09', '9999-12-29T18:00'])
  })
  test('joins those that it meets', () => {
    expect(absent([anAbsence({ start: wall('2026-05-05T00:00'), end: wall('2026-05-06T00:00') }), anAbsence()])).toEqual([between('2026-05-04T00:00', '2026-05-06T00:00')])
  })
})
