import { describe, expect, it } from 'vitest'
import { type DateOrder, proveOrder, readDate, readDateTime, readTime, readTimes } from '../../../main/service/exchange/dates.ts'

describe('a date as somebody wrote it', () => {
  it.each<readonly [string, DateOrder, string]>([
    ['2025-02-14', 'year-first', '2025-02-14'], ['2025/2/4', 'month-first', '2025-02-04'], ['20250214', 'day-first', '2025-02-14'],
    ['14/02/2025', 'day-first', '2025-02-14'], ['02/14/2025', 'month-first', '2025-02-14'], ['2/4/25', 'month-first', '2025-02-04'], ['2/4/25', 'day-first', '2025-04-02'],
    ['14.02.2025', 'day-first', '2025-02-14'], ['14. 2. 2025', 'day-first', '2025-02-14'], ['14-02-2025', 'day-first', '2025-02-14'],
    ['December 2, 2020', 'year-first', '2020-12-02'], ['Dec 2 2020', 'year-first', '2020-12-02'], ['2 December 2020', 'year-first', '2020-12-02'], ['2nd of December 2020', 'year-first', '2020-12-02'],
    ['Wednesday, 2 Dec 2020', 'year-first', '2020-12-02'], ['Wed 02/12/2020', 'day-first', '2020-12-02'], ['2-Dec-20', 'year-first', '2020-12-02'], ['2020 Dec 2', 'year-first', '2020-12-02'],
    ['2. Dezember 2020', 'year-first', '2020-12-02'], ['2 décembre 2020', 'year-first', '2020-12-02'], ['2 de diciembre de 2020', 'year-first', '2020-12-02'], ['29 Feb 2024', 'year-first', '2024-02-29'],
  ])('%s, %s, is %s', (text, order, date) => {
    expect(readDate(text, order, 2046)).toBe(date)
  })

  it.each<readonly [string, DateOrder]>([
    ['02/14/2025', 'day-first'], ['14/02/2025', 'month-first'], ['02/03/2025', 'year-first'], ['29 Feb 2025', 'year-first'], ['31/04/2025', 'day-first'], ['--03-07', 'year-first'],
    ['', 'year-first'], ['soon', 'year-first'], ['13', 'day-first'], ['2 Smarch 2020', 'year-first'], ['1/2', 'day-first'], ['12/2020', 'day-first'], ['2 Dec', 'year-first'], ['0000-00-00', 'year-first'],
    ['2025-13-01', 'year-first'], ['44562', 'day-first'], ['2 Dec 3 Jan 2020', 'year-first'],
  ])('%s, %s, is not guessed', (text, order) => {
    expect(readDate(text, order, 2046)).toBeNull()
  })

  it('takes two figures of a year as the latest that can be meant', () => {
    expect(readDate('1/2/61', 'day-first', 2026)).toBe('1961-02-01')
    expect(readDate('1/2/26', 'day-first', 2026)).toBe('2026-02-01')
    expect(readDate('1/2/27', 'day-first', 2046)).toBe('2027-02-01')
  })
})

describe('a time as somebody wrote it', () => {
  it.each([
    ['9:00 am', '09:00'], ['9:00 AM', '09:00'], ['9am', '09:00'], ['12:00 am', '00:00'], ['12:30 p.m.', '12:30'], ['1:45 pm', '13:45'], ['09:00', '09:00'], ['09:00:00', '09:00'], ['17.30', '17:30'],
    ['14h30', '14:30'], ['0930', '09:30'], ['9:00 am', '09:00'], ['00:00', '00:00'],
  ])('%s is %s', (text, time) => {
    expect(readTime(text)).toBe(time)
  })
  it.each(['', '9', '25:00', '24:00', '13:00 pm', '9:75', '0:30 am', 'noonish', '9:00 - 9:30'])('%s is not guessed', text => {
    expect(readTime(text)).toBeNull()
  })
  it('may be a stretch', () => {
    expect(readTimes('9:00 - 9:30 am')).toEqual({ start: '09:00', end: '09:30' })
    expect(readTimes('11:30 am – 12:15 pm')).toEqual({ start: '11:30', end: '12:15' })
    expect(readTimes('09:00 to 10:00')).toEqual({ start: '09:00', end: '10:00' })
    expect(readTimes('14:00')).toEqual({ start: '14:00', end: null })
    expect(readTimes('9:00 - late')).toBeNull()
  })
})

describe('a date and time in one text', () => {
  it.each<readonly [string, DateOrder, string, string, number | null]>([
    ['December 2, 2020 9:00 am', 'year-first', '2020-12-02', '09:00', null], ['2020-12-02 09:00:00', 'day-first', '2020-12-02', '09:00', null], ['2020-12-02T09:00', 'day-first', '2020-12-02', '09:00', null],
    ['2020-12-02T09:00:00Z', 'day-first', '2020-12-02', '09:00', 0], ['2020-12-02T09:00:00.000+01:00', 'day-first', '2020-12-02', '09:00', 60], ['2020-12-02 09:00:00 -0530', 'day-first', '2020-12-02', '09:00', -330],
    ['02/12/2020 09:00', 'day-first', '2020-12-02', '09:00', null], ['12/2/2020 9am', 'month-first', '2020-12-02', '09:00', null], ['02.12.2020 9.30', 'day-first', '2020-12-02', '09:30', null],
    ['9:00 am, December 2, 2020', 'year-first', '2020-12-02', '09:00', null], ['Wed, 2 Dec 2020 at 2:30 pm', 'year-first', '2020-12-02', '14:30', null], ['2 Dec 2020, 14:30', 'year-first', '2020-12-02', '14:30', null],
  ])('%s, %s, is %s %s', (text, order, date, time, offsetMinutes) => {
    expect(readDateTime(text, order, 2046)).toEqual({ date, time, offsetMinutes })
  })
  it.each(['2020-12-02', '9:00 am', 'December 2, 2020 EST 9:00 am', '2020-02-30 09:00', '02/03/2020 09:00'])('%s is not guessed', text => {
    expect(readDateTime(text, 'year-first', 2046)).toBeNull()
  })
})

describe('the order of day and month', () => {
  it('is proved by one day above twelve anywhere in the columns', () => {
    expect(proveOrder(['01/02/2020', '', '14/02/2025'])).toMatchObject({ order: 'day-first', contradictory: false })
    expect(proveOrder(['1/2/2020 9:00', '2/14/25 10:00'])).toMatchObject({ order: 'month-first' })
  })
  it('is left open where nothing proves it, and where two dates prove different ones', () => {
    expect(proveOrder(['01/02/2020', '03/04/2020'])).toMatchObject({ order: null, contradictory: false })
    expect(proveOrder(['14/02/2020', '02/14/2020'])).toMatchObject({ order: null, contradictory: true })
  })
  it('does not matter where months are in letters or years come first', () => {
    expect(proveOrder(['December 2, 2020', '2025-02-14', '2020-12-02T09:00'])).toMatchObject({ order: 'year-first', numeric: false })
  })
})
