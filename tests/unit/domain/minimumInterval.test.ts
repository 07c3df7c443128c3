import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { datesTaken, intervalAfter, keptFrom, productKey, tooSoonFor } from '../../../shared/domain/minimumInterval.ts'
import { addDays, dayNumber } from '../../../shared/domain/time/plainDate.ts'
import type { PlainDate } from '../../../shared/domain/time/values.ts'
import { anAppointment, aServiceType, date, monday, newId, wall } from '../../support/builders.ts'
import { cases } from '../../support/cases.ts'

const spaced = aServiceType({ name: 'Neck', minimumIntervalDays: 84 })
const visitOn = (day: string, overrides: Parameters<typeof anAppointment>[0] = {}) => anAppointment({ serviceTypeId: spaced.id, start: wall(`${day}T10:00`), ...overrides })

describe('the date from which the interval is kept', () => {
  test.each([
    ['2026-08-02', '2026-08-03'], ['2026-08-03', null], ['2026-05-11', '2026-08-03'], ['2026-02-17', '2026-08-03'], ['2026-02-16', null],
  ])('to a visit on 11 May, from %s on: %s', (day, from) => {
    expect(keptFrom(date(day), [date('2026-05-11')], 84)).toBe(from)
  })

  test('skips what lies between two visits when that is too short for a third', () => {
    const taken = [date('2026-08-31'), date('2026-05-11')]
    expect(keptFrom(date('2026-06-01'), taken, 84)).toBe('2026-11-23')
    expect(keptFrom(date('2026-06-01'), [date('2026-05-11'), date('2026-10-26')], 84)).toBe('2026-08-03')
  })

  test('is never the day of another visit, even where no interval is asked for', () => {
    expect(keptFrom(date('2026-05-11'), [date('2026-05-11')], 0)).toBe('2026-05-12')
    expect(keptFrom(date('2026-05-12'), [date('2026-05-11')], 0)).toBeNull()
    expect(keptFrom(date('2026-05-11'), [], 84)).toBeNull()
  })

  test('is the first of all days from the one asked about on', () => {
    const days = fc.array(fc.integer({ min: -40, max: 40 }), { maxLength: 5 })
    fc.assert(fc.property(days, fc.integer({ min: 0, max: 15 }), (others, minimum) => {
      const keeps = (n: number): boolean => others.every(other => Math.abs(n - other) >= Math.max(1, minimum))
      let first = 0
      while (!keeps(first)) first += 1
      const from = keptFrom(monday, others.map(other => addDays(monday, other)), minimum)
      expect(from === null ? 0 : dayNumber(from) - dayNumber(monday)).toBe(first)
      expect(from === null).toBe(keeps(0))
    }), { numRuns: cases(300) })
  })
})

test('only visits for the service that keep their place take a date', () => {
  const dates = (...statuses: readonly Parameters<typeof visitOn>[1][]): readonly PlainDate[] => datesTaken(statuses.map(one => visitOn('2026-05-11', one)), spaced.id)
  for (const status of ['proposed', 'booked', 'arrived', 'fulfilled'] as const) expect(dates({ status }), status).toEqual(['2026-05-11'])
  for (const status of ['cancelled', 'noshow', 'entered-in-error'] as const) expect(dates({ status }), status).toEqual([])
  expect(dates({ serviceTypeId: newId<typeof spaced.id>() })).toEqual([])
})

describe('too soon', () => {
  const visits = [visitOn('2026-03-02'), visitOn('2026-05-11'), visitOn('2026-06-29')]

  test('names the nearest visit and from when the interval is kept to all of them', () => {
    const soon = tooSoonFor(visits, spaced, null)
    expect(soon(date('2026-05-10'))).toEqual({ service: 'Neck', minimumDays: 84, other: '2026-05-11', from: '2026-09-21' })
    expect(soon(date('2026-06-06'))).toMatchObject({ other: '2026-06-29' })
    expect(soon(date('2026-01-01'))).toMatchObject({ other: '2026-03-02', from: '2026-09-21' })
    expect(soon(date('2025-12-08'))).toBeNull()
    expect(soon(date('2026-09-21'))).toBeNull()
  })

  test('lets a visit that is moved neither stand in its own way nor leave its day for one that is too near', () => {
    const [first, moving] = visits
    if (first === undefined || moving === undefined) throw new Error('no visit')
    const soon = tooSoonFor([first, moving], spaced, moving)
    expect(soon(date('2026-05-11'))).toBeNull()
    expect(soon(date('2026-05-24'))).toMatchObject({ other: '2026-03-02', from: '2026-05-25' })
    expect(soon(date('2026-05-25'))).toBeNull()
  })

  test('is nothing without a rule, or for a service that nobody knows', () => {
    expect(tooSoonFor(visits, { ...spaced, minimumIntervalDays: null }, null)(date('2026-05-11'))).toBeNull()
    expect(tooSoonFor(visits, undefined, null)(date('2026-05-11'))).toBeNull()
  })
})

describe('the interval after a product', () => {
  const product = { minimumIntervalDays: 84, productIntervals: [{ product: 'Longtoxin', days: 112 }, { product: 'Shorttoxin', days: 70 }] }
  test.each([
    ['Longtoxin', 112], [' LONGtoxin ', 112], ['Ｌｏｎｇｔｏｘｉｎ', 112], ['Shorttoxin', 84], ['Othertoxin', 84], ['', 84],
  ])('%j is the longer of what the service and the product ask for: %s days', (name, days) => {
    expect(intervalAfter(product, name)).toBe(days)
  })
  test('is the product’s own where the service has no rule, and none where neither has', () => {
    expect(intervalAfter({ ...product, minimumIntervalDays: null }, 'longtoxin')).toBe(112)
    expect(intervalAfter({ ...product, minimumIntervalDays: null }, 'Othertoxin')).toBeNull()
    expect(intervalAfter({ minimumIntervalDays: 84, productIntervals: [] }, 'Longtoxin')).toBe(84)
  })
  test('goes by the product whatever its case, width of letters and spaces', () => {
    expect(productKey('  BotuLINUM  a ')).toBe('botulinum a')
  })
})
