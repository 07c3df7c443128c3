import { describe, expect, it } from 'vitest'
import { parsePlainDate } from '../../../shared/domain/time/plainDate.ts'
import { parseTypedDate, parseTypedTime } from '../../../shared/text/en/typed.ts'

const today = parsePlainDate('2026-11-22') ?? expect.fail('not a date')

describe('a date as people write it', () => {
  it.each([
    ['8 Dec 2026', '2026-12-08'], ['8 december', '2026-12-08'], ['Dec 8', '2026-12-08'], ['dec 8th, 2027', '2027-12-08'], ['8.12.2026', '2026-12-08'],
    ['8.12.', '2026-12-08'], ['2026-12-08', '2026-12-08'], ['Tue 8 Dec 2026', '2026-12-08'], ['today', '2026-11-22'], ['tomorrow', '2026-11-23'],
    ['+14', '2026-12-06'], ['3 May 61', '1961-05-03'], ['3 May 28', '2028-05-03'], ['29 Feb 2028', '2028-02-29'], ['25/12/2026', '2026-12-25'],
    ['12/25/2026', '2026-12-25'], ['5/5/2026', '2026-05-05'], ['3 may61', '1961-05-03'],
  ])('reads %s', (text, date) => expect(parseTypedDate(text, today)).toBe(date))

  it.each([['8/12/2026'], ['29 Feb 2026'], ['31 Apr'], ['8'], ['8 de'], ['soon'], [''], ['13.13.2026'], ['0 Dec']])(
    'does not guess at %s', text => expect(parseTypedDate(text, today)).toBeNull(),
  )
})

describe('a time as people type it', () => {
  it.each([
    ['9', '09:00'], ['930', '09:30'], ['0930', '09:30'], ['9:30', '09:30'], ['9.30', '09:30'], ['9h30', '09:30'], ['9 am', '09:00'], ['12am', '00:00'],
    ['12 pm', '12:00'], ['9:30pm', '21:30'], ['23:59', '23:59'], ['0', '00:00'],
  ])('reads %s', (text, time) => expect(parseTypedTime(text)).toBe(time))

  it.each([['24'], ['9:60'], ['13 pm'], [''], ['nine'], ['9:3'], ['0 am']])('does not guess at %s', text => expect(parseTypedTime(text)).toBeNull())
})
