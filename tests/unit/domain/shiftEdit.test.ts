import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type AbsenceFields, decideAbsence, decideShiftPattern } from '../../../shared/domain/shiftEdit.ts'
import type { ShiftPattern } from '../../../shared/domain/shift.ts'
import { overlaps } from '../../../shared/domain/time/interval.ts'
import { addDays } from '../../../shared/domain/time/plainDate.ts'
import { ruleOf } from '../../../shared/domain/time/recurrenceRule.ts'
import type { Weekday } from '../../../shared/domain/time/values.ts'
import { absenceInterval, rostered } from '../../../shared/domain/workingTime.ts'
import { anAbsence, aShift, at, date, monday, newId, time, unreadable, wall, zone } from '../../support/builders.ts'
import { cases } from '../../support/cases.ts'

const mondays = aShift()
const beside = (overrides: Partial<ShiftPattern>): boolean => decideShiftPattern({ ...mondays, ...overrides }, [mondays]).ok

test('nobody is at work twice at the same hour', () => {
  expect(beside({})).toBe(false)
  expect(beside({ start: time('16:59'), end: time('18:00') })).toBe(false)
  expect(beside({ start: time('17:00'), end: time('18:00') })).toBe(true)
  expect(beside({ locationId: newId() })).toBe(false)
  expect(beside({ weekday: 2 })).toBe(true)
  expect(beside({ practitionerId: newId() })).toBe(true)
  const elsewhere = aShift({ practitionerId: newId() })
  expect(decideShiftPattern(mondays, [elsewhere, { ...mondays, id: newId() }])).toEqual({ ok: false, problem: { code: 'duplicate', what: 'shift' } })
})

test('a shift that ends at the hour at which it starts takes the whole day round', () => {
  const round = { ...mondays, end: mondays.start }
  expect(decideShiftPattern({ ...mondays, weekday: 2, start: time('08:00'), end: time('09:00') }, [round]).ok).toBe(false)
  expect(decideShiftPattern({ ...mondays, weekday: 2 }, [round]).ok).toBe(true)
  expect(decideShiftPattern(round, [{ ...mondays, weekday: 7 }]).ok).toBe(true)
})

test('somebody on site may be on call as well', () => {
  expect(beside({ presence: 'on-call' })).toBe(true)
})

test('nobody is on call twice at one place; for two places at once somebody may be', () => {
  const onCall = { ...mondays, presence: 'on-call' as const }
  expect(decideShiftPattern(onCall, [onCall]).ok).toBe(false)
  expect(decideShiftPattern({ ...onCall, locationId: newId() }, [onCall]).ok).toBe(true)
})

test('a shift across midnight reaches into the next weekday, and from Sunday into Monday', () => {
  expect(beside({ weekday: 7, start: time('22:00'), end: time('09:00') })).toBe(true)
  expect(beside({ weekday: 7, start: time('22:00'), end: time('09:01') })).toBe(false)
  expect(decideShiftPattern({ ...mondays, weekday: 7, start: time('22:00'), end: time('00:00') }, [{ ...mondays, start: time('00:00') }]).ok).toBe(true)
})

describe('the last night of a rota', () => {
  const nights = { ...mondays, start: time('22:00'), end: time('09:01'), weekday: 7 as const, through: date('2026-05-03') }
  const starting = (from: string, overrides: Partial<ShiftPattern> = {}) => ({ ...mondays, from: date(from), ...overrides })
  const every2 = ruleOf(1, { kind: 'weeks', every: 2 })
  test.each([['each week', null], ['every second week', every2]])('reaches into the first morning of the one that follows, %s', (_, rule) => {
    expect(decideShiftPattern(starting('2026-05-04', { rule }), [nights]).ok).toBe(false)
    expect(decideShiftPattern(starting('2026-05-05', { rule }), [nights]).ok).toBe(true)
    expect(decideShiftPattern(starting('2026-05-04', { rule }), [{ ...nights, end: time('09:00') }]).ok).toBe(true)
    expect(decideShiftPattern(starting('2026-05-04', { rule }), [{ ...nights, through: date('2026-05-02') }]).ok).toBe(true)
  })
  test('does not reach a morning that no longer comes, though both hold on one day', () => {
    const tuesdays = { ...mondays, weekday: 2 as const, start: time('05:00'), end: time('12:00'), from: date('2026-05-04'), through: date('2026-05-04') }
    const night = { ...mondays, start: time('22:00'), end: time('06:00'), from: date('2026-05-04'), through: date('2026-05-04') }
    expect(decideShiftPattern(tuesdays, [night]).ok).toBe(true)
    expect(decideShiftPattern({ ...tuesdays, through: date('2026-05-05') }, [night]).ok).toBe(false)
  })
})

test('two are at work at once exactly where some hour of some day says so', () => {
  const clock = fc.integer({ min: 0, max: 7 }).map(n => time(`${String(n * 3).padStart(2, '0')}:00`))
  const days = fc.integer({ min: 0, max: 16 })
  const shift = fc.record({
    weekday: fc.constantFrom<Weekday[]>(1, 2, 7), start: clock, end: clock, first: days, length: fc.option(days), every: fc.integer({ min: 1, max: 3 }),
  }).map(({ weekday, start, end, first, length, every }) => aShift({
    practitionerId: mondays.practitionerId, locationId: mondays.locationId, weekday, start, end, rule: ruleOf(weekday, { kind: 'weeks', every }), from: addDays(monday, first),
    through: length === null ? null : addDays(monday, first + length),
  }))
  // Counted in UTC, where no clock changes; thirteen weeks hold every turn of two, three and one.
  const hours = (pattern: ShiftPattern) => rostered([pattern], [], zone('UTC'), { start: at('2026-05-01T00:00', zone('UTC')), end: at('2026-08-01T00:00', zone('UTC')) }).onSite
  fc.assert(fc.property(shift, shift, (one, other) => {
    const meet = hours(one).some(mine => hours(other).some(theirs => overlaps(mine, theirs)))
    expect(decideShiftPattern(one, [other]).ok).toBe(!meet)
  }), { numRuns: cases(300) })
})

test('a rota may follow another', () => {
  const ended = { ...mondays, through: date('2026-05-04') }
  expect(decideShiftPattern({ ...mondays, from: date('2026-05-05') }, [ended]).ok).toBe(true)
  expect(decideShiftPattern({ ...mondays, from: date('2026-05-04') }, [ended]).ok).toBe(false)
  const endedOnWednesday = { ...mondays, through: date('2026-05-06') }
  expect(decideShiftPattern({ ...mondays, from: date('2026-05-05') }, [endedOnWednesday]).ok).toBe(true)
  expect(decideShiftPattern({ ...mondays, from: date('2026-05-04') }, [{ ...mondays, from: date('2019-01-07') }]).ok).toBe(false)
  expect(decideShiftPattern({ ...mondays, from: date('2019-01-07') }, [{ ...mondays, from: date('2026-05-04') }]).ok).toBe(false)
  expect(decideShiftPattern({ ...mondays, from: date('2026-05-05'), through: date('2026-05-04') }, []))
    .toEqual({ ok: false, problem: { code: 'invalid', issues: [{ path: 'through', message: 'ends-before-it-begins' }] } })
  expect(decideShiftPattern({ ...mondays, from: date('2026-05-04'), through: date('2026-05-04') }, []).ok).toBe(true)
})

const absence = (overrides: Partial<AbsenceFields>) => decideAbsence({ ...anAbsence(), ...overrides })

test('an absence runs forward', () => {
  const away = anAbsence({ note: ' Called at 7:40 ' })
  expect(decideAbsence(away)).toEqual({ ok: true, value: { ...away, note: 'Called at 7:40' } })
  expect(absence({ end: wall('2026-05-04T00:00') })).toEqual({ ok: false, problem: { code: 'invalid', issues: [{ path: 'end', message: 'ends-before-it-begins' }] } })
})

test('an absence is at times and in a zone that there are', () => {
  expect(absence({ start: unreadable('2026-02-30T10:00') })).toEqual({ ok: false, problem: { code: 'no-such-time', time: '2026-02-30T10:00' } })
  expect(absence({ zone: unreadable('Mars/Base') })).toEqual({ ok: false, problem: { code: 'invalid', issues: [{ path: 'zone', message: 'zone-unknown' }] } })
  expect(absence({ zone: unreadable('america/chicago') })).toMatchObject({ ok: true, value: { zone: 'America/Chicago' } })
})

test('an hour that the clock skips or repeats is asked about', () => {
  expect(absence({ start: wall('2026-03-08T02:30') })).toEqual({ ok: false, problem: { code: 'no-such-time', time: '2026-03-08T02:30' } })
  expect(absence({ end: wall('2026-11-01T01:30') })).toEqual({ ok: false, problem: { code: 'ambiguous-time', time: '2026-11-01T01:30' } })
})

test('a whole day off begins with the day even where the clock skips midnight', () => {
  const chile = zone('America/Santiago')
  expect(absence({ zone: chile, start: wall('2026-09-06T00:00'), end: wall('2026-09-07T00:00') }).ok).toBe(true)
  expect(absence({ zone: chile, start: wall('2026-09-06T00:30'), end: wall('2026-09-07T00:00') }).ok).toBe(false)
})

test('and where it shows midnight twice, of which the day off has both', () => {
  const whole = { zone: zone('Atlantic/Azores'), start: wall('2026-10-25T00:00'), end: wall('2026-10-26T00:00') }
  expect(absence(whole).ok).toBe(true)
  expect(absence({ ...whole, start: wall('2026-10-25T00:30') })).toMatchObject({ problem: { code: 'ambiguous-time' } })
  const { start, end } = absenceInterval(anAbsence(whole))
  expect((end - start) / 3_600_000).toBe(25)
})
