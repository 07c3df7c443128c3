import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays, addMonths, compareDates, dateFrom, dateOfDay, dayNumber, daySpan, daysInMonth, eachDate, parsePlainDate, spanHas, weekdayOf, weekdayOfDay,
} from '../../../../shared/domain/time/plainDate.ts'
import type { PlainDate } from '../../../../shared/domain/time/values.ts'
import { Temporal } from '../../../../shared/domain/time/temporal.ts'
import { cases } from '../../../support/cases.ts'
import { date, unreadable } from '../../../support/builders.ts'

const anyDay = fc.integer({ min: -719_162, max: 2_932_896 })

describe('a plain date', () => {
  test.each(['2026-01-01', '2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])('%s is one', (text) => { expect(parsePlainDate(text)).toBe(text) })
  test.each(['2026-02-29', '1900-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '2026-04-00', '26-04-01', '2026-4-1', '2026-04-01T00:00', 'x2026-04-01', '', 'tomorrow'])('%j is none', (text) => {
    expect(parsePlainDate(text)).toBeNull()
  })
  test('garbage compares with nothing', () => {
    const broken = unreadable<PlainDate>('soon')
    expect(dayNumber(broken)).toBeNaN()
    expect(spanHas(daySpan(broken, null), 0)).toBe(false)
    expect(spanHas(daySpan(null, broken), 0)).toBe(false)
  })
  test('is counted from 1 January 1970, a Thursday', () => {
    expect(dayNumber(date('1970-01-01'))).toBe(0)
    expect(weekdayOf(date('1970-01-01'))).toBe(4)
    expect(weekdayOf(date('1969-12-28'))).toBe(7)
    expect(weekdayOf(date('2026-05-04'))).toBe(1)
    expect(() => weekdayOfDay(0.5)).toThrow('not a day')
  })
  test('before year 1 there is none', () => { expect(() => dateFrom(-1, 1, 1)).toThrow('not a date') })
})

test('the calendar is the one that Temporal keeps', () => {
  fc.assert(fc.property(anyDay, (day) => {
    const plain = Temporal.PlainDate.from('1970-01-01').add({ days: day })
    expect(dateOfDay(day)).toBe(plain.toString())
    expect(dayNumber(dateOfDay(day))).toBe(day)
    expect(weekdayOfDay(day)).toBe(plain.dayOfWeek)
    expect(daysInMonth(plain.year, plain.month)).toBe(plain.daysInMonth)
  }), { numRuns: cases(500) })
})

test('days and months are added as Temporal adds them', () => {
  fc.assert(fc.property(fc.integer({ min: -100_000, max: 100_000 }), fc.integer({ min: -2000, max: 2000 }), fc.integer({ min: -300, max: 300 }), (day, days, months) => {
    const plain = Temporal.PlainDate.from(dateOfDay(day))
    expect(addDays(dateOfDay(day), days)).toBe(plain.add({ days }).toString())
    expect(addMonths(dateOfDay(day), months)).toBe(plain.add({ months }).toString())
  }), { numRuns: cases(500) })
})

test('31 January and one month is the end of February', () => {
  expect(addMonths(date('2026-01-31'), 1)).toBe('2026-02-28')
  expect(addMonths(date('2024-01-31'), 1)).toBe('2024-02-29')
  expect(addMonths(date('2026-01-15'), -1)).toBe('2025-12-15')
  expect(addMonths(date('2026-12-15'), 1)).toBe('2027-01-15')
})

describe('valid through', () => {
  test('counts both days', () => {
    const span = daySpan(date('2026-05-04'), date('2026-05-05'))
    expect([3, 4, 5, 6].map((day) => spanHas(span, dayNumber(dateFrom(2026, 5, day))))).toEqual([false, true, true, false])
  })
  test('has no bound where none is given', () => {
    expect(daySpan(null, null)).toEqual({ start: -Infinity, end: Infinity })
  })
  test('lists its dates', () => {
    expect(eachDate({ from: date('2026-02-27'), through: date('2026-03-01') })).toEqual(['2026-02-27', '2026-02-28', '2026-03-01'])
    expect(eachDate({ from: date('2026-03-01'), through: date('2026-02-27') })).toEqual([])
  })
})

test('dates sort as they follow one another', () => {
  expect(['2026-10-01', '2025-12-31', '2026-02-01', '2026-02-01'].map(date).sort(compareDates)).toEqual(['2025-12-31', '2026-02-01', '2026-02-01', '2026-10-01'])
})
