import { expect, test } from 'vitest'
import { type AbsenceFields, decideAbsence, decideShiftPattern } from '../../../shared/domain/shiftEdit.ts'
import type { ShiftPattern } from '../../../shared/domain/shift.ts'
import { anAbsence, aShift, date, newId, time, wall, zone } from '../../support/builders.ts'

const mondays = aShift()
const beside = (overrides: Partial<ShiftPattern>): boolean => decideShiftPattern({ ...mondays, ...overrides }, [mondays]).ok

test('nobody is at work twice at the same hour', () => {
  expect(beside({})).toBe(false)
  expect(beside({ start: time('16:59'), end: time('18:00') })).toBe(false)
  expect(beside({ start: time('17:00'), end: time('18:00') })).toBe(true)
  expect(beside({ locationId: newId() })).toBe(false)
  expect(beside({ weekday: 2 })).toBe(true)
  expect(beside({ practitionerId: newId() })).toBe(true)
})

test('somebody on site may be on call as well', () => {
  expect(beside({ presence: 'on-call' })).toBe(true)
})

test('a shift across midnight reaches into the next weekday, and from Sunday into Monday', () => {
  expect(beside({ weekday: 7, start: time('22:00'), end: time('09:00') })).toBe(true)
  expect(beside({ weekday: 7, start: time('22:00'), end: time('09:01') })).toBe(false)
})

test('a rota may follow another', () => {
  const ended = { ...mondays, through: date('2026-05-04') }
  expect(decideShiftPattern({ ...mondays, from: date('2026-05-05') }, [ended]).ok).toBe(true)
  expect(decideShiftPattern({ ...mondays, from: date('2026-05-04') }, [ended]).ok).toBe(false)
  const endedOnWednesday = { ...mondays, through: date('2026-05-06') }
  expect(decideShiftPattern({ ...mondays, from: date('2026-05-05') }, [endedOnWednesday]).ok).toBe(true)
  expect(decideShiftPattern({ ...mondays, from: date('2026-05-05'), through: date('2026-05-04') }, []).ok).toBe(false)
})

const absence = (overrides: Partial<AbsenceFields>) => decideAbsence({ ...anAbsence(), ...overrides })

test('an absence runs forward', () => {
  expect(absence({}).ok).toBe(true)
  expect(absence({ end: wall('2026-05-04T00:00') }).ok).toBe(false)
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
