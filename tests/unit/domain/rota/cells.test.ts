import { describe, expect, test } from 'vitest'
import { type RotaFacts, type RotaShift, rotaCells, shiftMinutes } from '../../../../shared/domain/rota/cells.ts'
import type { PlainDate } from '../../../../shared/domain/time/values.ts'
import { aLocation, anAbsence, aPractitioner, aShift, aShiftException, date, monday, newId, time, wall } from '../../../support/builders.ts'

const [khan, ortiz] = [aPractitioner(), aPractitioner()]
const [lakeside, branch] = [aLocation(), aLocation({ name: 'Branch' })]
const tuesday = date('2026-05-05')
const shift = (start: string, end: string, presence: RotaShift['presence'] = 'on-site'): RotaShift => ({ start: time(start), end: time(end), presence })
const works = (start: string, end: string, overrides: Partial<ReturnType<typeof aShift>> = {}) =>
  aShift({ practitionerId: khan.id, locationId: lakeside.id, start: time(start), end: time(end), ...overrides })
const facts = (overrides: Partial<RotaFacts> = {}): RotaFacts => ({ locations: [lakeside, branch], shiftPatterns: [], shiftExceptions: [], absences: [], ...overrides })
const cells = (overrides: Partial<RotaFacts>, dates: readonly PlainDate[] = [monday]) => rotaCells(facts(overrides), [khan.id], lakeside.id, dates)
const shifts = (...given: Parameters<typeof cells>) => cells(...given).map(cell => cell.shifts)

describe('the shifts of a cell', () => {
  test('stand in the order of the day, whoever is on call before or after', () => {
    expect(shifts({ shiftPatterns: [works('14:00', '16:00'), works('09:00', '12:00'), works('07:00', '08:00', { presence: 'on-call' }), works('18:00', '22:00', { presence: 'on-call' })] }))
      .toEqual([[shift('07:00', '08:00', 'on-call'), shift('09:00', '12:00'), shift('14:00', '16:00'), shift('18:00', '22:00', 'on-call')]])
  })

  test('leave out the call of whoever is there anyway', () => {
    expect(shifts({ shiftPatterns: [works('09:00', '12:00'), works('08:00', '13:00', { presence: 'on-call' })] }))
      .toEqual([[shift('08:00', '09:00', 'on-call'), shift('09:00', '12:00'), shift('12:00', '13:00', 'on-call')]])
  })

  test('run on past midnight up to a whole day, and are cut at midnight where they are longer', () => {
    expect(shifts({ shiftPatterns: [works('09:00', '09:00')] }, [monday, tuesday])).toEqual([[shift('09:00', '09:00')]])
    expect(shifts({ shiftPatterns: [works('09:00', '09:00'), works('09:00', '17:00', { weekday: 2 })] }, [monday, tuesday]))
      .toEqual([[shift('09:00', '00:00')], [shift('00:00', '17:00')]])
    const wholeDays = ([1, 2, 3] as const).map(weekday => works('00:00', '00:00', { weekday }))
    expect(shifts({ shiftPatterns: wholeDays }, [monday, tuesday])).toEqual([[shift('00:00', '00:00')], [shift('00:00', '00:00')]])
  })

  test('are those of the person and the location alone', () => {
    expect(cells({ shiftPatterns: [works('09:00', '12:00', { practitionerId: ortiz.id })] })).toEqual([])
    expect(rotaCells(facts({ shiftPatterns: [works('09:00', '12:00'), works('10:00', '11:00', { practitionerId: ortiz.id })] }), [ortiz.id, khan.id], lakeside.id, [monday])
      .map(cell => [cell.practitionerId, cell.shifts[0]?.start])).toEqual([[ortiz.id, '10:00'], [khan.id, '09:00']])
  })

  test('take as many minutes as the clock shows, a whole day where it shows the same twice', () => {
    expect([shift('09:00', '17:00'), shift('22:00', '06:00'), shift('09:00', '09:00'), shift('09:00', '09:01')].map(shiftMinutes)).toEqual([480, 480, 1440, 1])
  })
})

describe('a date differs from what recurs', () => {
  const change = (overrides: Partial<ReturnType<typeof aShiftException>> = {}) => aShiftException({ practitionerId: khan.id, locationId: lakeside.id, ...overrides })
  const single = (exception: ReturnType<typeof change>) => cells({ shiftPatterns: [works('09:00', '17:00')], shiftExceptions: [exception] })[0]?.single

  test('where the person’s own hours at the location were changed for it', () => {
    expect(single(change({ kind: 'added', start: time('18:00'), end: time('19:00') }))).toBe(true)
    expect([single(change({ practitionerId: ortiz.id })), single(change({ locationId: branch.id })), single(change({ date: tuesday }))]).toEqual([false, false, false])
  })

  test('and is shown also where nothing is left of it', () => {
    expect(cells({ shiftPatterns: [works('09:00', '17:00')], shiftExceptions: [change()] })).toMatchObject([{ date: monday, shifts: [], single: true }])
  })
})

describe('beside its shifts a cell shows', () => {
  test('what the person does elsewhere on that date, also where they are nowhere else', () => {
    const elsewhere = [works('09:00', '12:00', { locationId: branch.id }), works('13:00', '15:00', { locationId: branch.id, weekday: 2 })]
    expect(cells({ shiftPatterns: elsewhere }, [monday, tuesday]).map(cell => [cell.date, cell.shifts, cell.elsewhere]))
      .toEqual([[monday, [], [{ ...shift('09:00', '12:00'), locationId: branch.id }]], [tuesday, [], [{ ...shift('13:00', '15:00'), locationId: branch.id }]]])
  })

  test('why the person is away on that date, each reason once, and nobody else’s', () => {
    const away = (start: string, end: string, overrides: Partial<ReturnType<typeof anAbsence>> = {}) => anAbsence({ practitionerId: khan.id, start: wall(start), end: wall(end), ...overrides })
    const absences = [
      away('2026-05-04T08:00', '2026-05-04T09:00'), away('2026-05-04T12:00', '2026-05-04T13:00'), away('2026-05-04T14:00', '2026-05-04T15:00', { reason: 'training' }),
      away('2026-05-05T00:00', '2026-05-06T00:00', { reason: 'sick' }), away('2026-05-04T00:00', '2026-05-05T00:00', { reason: 'other', practitionerId: ortiz.id }),
    ]
    expect(cells({ absences }, [monday, tuesday, date('2026-05-06')]).map(cell => [cell.date, cell.absences])).toEqual([[monday, ['leave', 'training']], [tuesday, ['sick']]])
  })
})

test('a location that nobody knows and no dates have no cells', () => {
  const known = facts({ shiftPatterns: [works('09:00', '17:00')] })
  expect([rotaCells(known, [khan.id], newId(), [monday]), rotaCells(known, [khan.id], lakeside.id, [])]).toEqual([[], []])
})
