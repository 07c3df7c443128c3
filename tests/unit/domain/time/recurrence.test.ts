import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decideShiftPattern } from '../../../../shared/domain/shiftEdit.ts'
import { addDays, dateOfDay, dayNumber, weekdayOf } from '../../../../shared/domain/time/plainDate.ts'
import { recurringDays } from '../../../../shared/domain/time/recurrence.ts'
import { readRule, type Repeat, repeatOf, ruleOf } from '../../../../shared/domain/time/recurrenceRule.ts'
import type { PlainDate, Weekday } from '../../../../shared/domain/time/values.ts'
import { wallAt } from '../../../../shared/domain/time/wallClock.ts'
import { rostered } from '../../../../shared/domain/workingTime.ts'
import { aShift, aShiftException, clinicZone, date, time, unreadable, wholeDay } from '../../../support/builders.ts'

const dates = (weekday: Weekday, repeat: Repeat, from: string, first: string, last: string): readonly PlainDate[] =>
  recurringDays(weekday, ruleOf(weekday, repeat), date(from), dayNumber(date(first)), dayNumber(date(last)) + 1).map(dateOfDay)

describe('a recurring weekday', () => {
  test('comes every week without a rule', () => {
    expect(ruleOf(4, { kind: 'weeks', every: 1 })).toBeNull()
    expect(dates(4, { kind: 'weeks', every: 1 }, '2026-01-01', '2026-02-28', '2026-03-20')).toEqual(['2026-03-05', '2026-03-12', '2026-03-19'])
  })
  test('comes every second week, counted from the week of its first day, over the turn of a year of 53 weeks', () => {
    expect(dates(4, { kind: 'weeks', every: 2 }, '2026-12-14', '2026-12-01', '2027-01-31')).toEqual(['2026-12-17', '2026-12-31', '2027-01-14', '2027-01-28'])
  })
  test('comes as the first or the last of each month', () => {
    expect(dates(4, { kind: 'month', which: 1 }, '2026-01-01', '2026-01-01', '2026-04-30')).toEqual(['2026-01-01', '2026-02-05', '2026-03-05', '2026-04-02'])
    expect(dates(1, { kind: 'month', which: -1 }, '2026-01-27', '2026-01-01', '2026-04-30')).toEqual(['2026-02-23', '2026-03-30', '2026-04-27'])
  })
  test('is found the same whichever window looks at it, and agrees with counting by hand', () => {
    fc.assert(fc.property(fc.integer({ min: 18_000, max: 24_000 }), fc.integer({ min: 2, max: 9 }), fc.integer({ min: 0, max: 900 }), fc.integer({ min: 1, max: 400 }), (from, every, offset, length) => {
      const began = dateOfDay(from)
      const weekday = weekdayOf(addDays(began, 3))
      const rule = ruleOf(weekday, { kind: 'weeks', every })
      const monday = from - (weekdayOf(began) - 1)
      const [start, end] = [from + offset, from + offset + length]
      const counted = Array.from({ length }, (_, n) => start + n)
        .filter(day => weekdayOf(dateOfDay(day)) === weekday && day >= from && Math.floor((day - monday) / 7) % every === 0)
      expect(recurringDays(weekday, rule, began, start, end)).toEqual(counted)
    }), { numRuns: 150 })
  })
})

describe('a rule as text', () => {
  test.each<readonly [string, unknown]>([
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=TH', { weekday: 4, repeat: { kind: 'weeks', every: 2 } }],
    ['BYDAY=TH;FREQ=WEEKLY', { weekday: 4, repeat: { kind: 'weeks', every: 1 } }],
    ['RRULE:FREQ=MONTHLY;BYDAY=-1FR;WKST=MO', { weekday: 5, repeat: { kind: 'month', which: -1 } }],
    ['FREQ=DAILY', null], ['FREQ=WEEKLY;BYDAY=MO,TU', null], ['FREQ=WEEKLY;BYDAY=MO;COUNT=3', null], ['FREQ=WEEKLY;BYDAY=MO;UNTIL=20270101', null],
    ['FREQ=MONTHLY;BYDAY=MO', null], ['FREQ=WEEKLY;BYDAY=MO;WKST=SU', null], ['FREQ=WEEKLY;INTERVAL=0;BYDAY=MO', null], ['', null],
    ['freq=weekly;byday=mo', { weekday: 1, repeat: { kind: 'weeks', every: 1 } }], ['FREQ=WEEKLY;INTERVAL=52;BYDAY=SU', { weekday: 7, repeat: { kind: 'weeks', every: 52 } }],
    ['FREQ=WEEKLY;INTERVAL=53;BYDAY=MO', null], ['FREQ=WEEKLY;INTERVAL=02;BYDAY=MO', null], ['FREQ=WEEKLY;INTERVAL=2.5;BYDAY=MO', null], ['FREQ=WEEKLY;INTERVAL=2X;BYDAY=MO', null],
    ['FREQ=WEEKLY;INTERVAL=-2;BYDAY=MO', null], ['FREQ=WEEKLY;INTERVAL=1X;BYDAY=MO', null], ['FREQ=WEEKLY;BYDAY=1MO', null], ['FREQ=WEEKLY;BYDAY=XX', null], ['FREQ=WEEKLY', null],
    ['FREQ=MONTHLY;INTERVAL=2;BYDAY=1MO', null], ['FREQ=MONTHLY;BYDAY=5MO', null], ['FREQ=MONTHLY;BYDAY=-2MO', null], ['FREQ=YEARLY;BYDAY=1MO', null], ['BYDAY=1MO', null],
    ['FREQ=WEEKLY;FREQ=WEEKLY;BYDAY=MO', null], ['FREQ=WEEKLY=1;BYDAY=MO', null], ['FREQ=WEEKLY;BYDAY=MO;', null], ['FREQ=WEEKLY;BYDAY=MO;COUNT', null], ['FREQ=RRULE:WEEKLY;BYDAY=MO', null],
  ])('%s is read as what a shift may follow, or as nothing', (text, read) => { expect(readRule(text)).toEqual(read) })
  test('comes back from what it says, whichever may be said', () => {
    const weeks = Array.from({ length: 52 }, (_, n): Repeat => ({ kind: 'weeks', every: n + 1 }))
    for (const weekday of [1, 2, 3, 4, 5, 6, 7] as const) {
      for (const repeat of [...weeks, ...([1, 2, 3, 4, -1] as const).map((which): Repeat => ({ kind: 'month', which }))]) {
        const rule = ruleOf(weekday, repeat)
        expect(repeatOf(rule)).toEqual(repeat)
        if (rule !== null) expect(readRule(rule)).toEqual({ weekday, repeat })
      }
    }
  })
  test('that cannot be read is every week, and none is made of what no shift may follow', () => {
    expect(repeatOf(unreadable('FREQ=DAILY'))).toEqual({ kind: 'weeks', every: 1 })
    for (const every of [0, 1.5, 53]) expect(() => ruleOf(1, { kind: 'weeks', every }), String(every)).toThrow('not a rule for a shift')
  })
})

describe('a shift that follows a rule', () => {
  const fortnightly = aShift({ weekday: 1, rule: ruleOf(1, { kind: 'weeks', every: 2 }), from: date('2026-05-04') })
  const on = (day: string, shift = fortnightly, exceptions: Parameters<typeof rostered>[1] = []) =>
    rostered([shift], exceptions, clinicZone, wholeDay(date(day))).onSite.map(({ start, end }) => `${wallAt(start, clinicZone)} ${wallAt(end, clinicZone)}`)
  test('is worked in its own weeks only, and dated exceptions hold for it as for any other', () => {
    expect(on('2026-05-04')).toEqual(['2026-05-04T09:00 2026-05-04T17:00'])
    expect(on('2026-05-11')).toEqual([])
    expect(on('2026-05-18', fortnightly, [aShiftException({ date: date('2026-05-18'), start: time('09:00'), end: time('12:00') })])).toEqual(['2026-05-18T12:00 2026-05-18T17:00'])
  })
  test('stands on the day on which the clock skips its start, an hour later', () => {
    const sunday = aShift({ weekday: 7, rule: ruleOf(7, { kind: 'weeks', every: 2 }), from: date('2026-02-22'), start: time('02:30'), end: time('06:00') })
    expect(on('2026-03-08', sunday)).toEqual(['2026-03-08T03:30 2026-03-08T06:00'])
  })
  test('takes turns with another in the weeks between, and is refused beside one in the same weeks', () => {
    const { id: _id, version: _version, ...fields } = fortnightly
    const between = { ...fields, from: date('2026-05-11') }
    expect(decideShiftPattern(between, [fortnightly])).toMatchObject({ ok: true })
    expect(decideShiftPattern({ ...fields, from: date('2026-05-18') }, [fortnightly])).toMatchObject({ ok: false, problem: { code: 'duplicate' } })
    expect(decideShiftPattern({ ...between, rule: null }, [fortnightly])).toMatchObject({ ok: false, problem: { code: 'duplicate' } })
    expect(decideShiftPattern({ ...fields, rule: ruleOf(1, { kind: 'month', which: 1 }), from: date('2026-05-11') }, [fortnightly])).toMatchObject({ ok: false })
  })
  test('must be about its own weekday', () => {
    const { id: _id, version: _version, ...fields } = fortnightly
    expect(decideShiftPattern({ ...fields, weekday: 2 }, [])).toMatchObject({ ok: false, problem: { issues: [{ path: 'rule', message: 'recurrence-unreadable' }] } })
    expect(decideShiftPattern({ ...fields, rule: unreadable('FREQ=DAILY') }, [])).toMatchObject({ ok: false, problem: { issues: [{ path: 'rule' }] } })
  })
})
