import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type RotaFacts, type RotaShift, rotaCells } from '../../../../shared/domain/rota/cells.ts'
import { paintCells } from '../../../../shared/domain/rota/paint.ts'
import type { ShiftException } from '../../../../shared/domain/shift.ts'
import { ruleOf } from '../../../../shared/domain/time/recurrenceRule.ts'
import type { PlainDate } from '../../../../shared/domain/time/values.ts'
import { wallTimeAt } from '../../../../shared/domain/time/wallClock.ts'
import { aLocation, anAbsence, aPractitioner, aShift, aShiftException, date, idNumber, monday, time, wall } from '../../../support/builders.ts'

const khan = aPractitioner()
const [lakeside, branch] = [aLocation(), aLocation({ name: 'Branch' })]
const shift = (start: string, end: string, presence: RotaShift['presence'] = 'on-site'): RotaShift => ({ start: time(start), end: time(end), presence })
const mondays = aShift({ practitionerId: khan.id, locationId: lakeside.id })
const facts: RotaFacts = { locations: [lakeside, branch], shiftPatterns: [mondays], shiftExceptions: [], absences: [] }

const cellOf = (of: RotaFacts, day: PlainDate = monday) => rotaCells(of, [khan.id], lakeside.id, [day])[0]
function painted(of: RotaFacts, shifts: readonly RotaShift[], day: PlainDate = monday): RotaFacts {
  const change = paintCells(of, lakeside.id, [{ practitionerId: khan.id, date: day, seen: cellOf(of, day)?.shifts ?? [], shifts }])
  if (!change.ok) throw new Error(change.problem.code)
  const { taken, made } = change.value
  return { ...of, shiftExceptions: [...of.shiftExceptions.filter(row => !taken.includes(row)), ...made.map((row, n) => ({ ...row, id: idNumber<ShiftException['id']>(0x9000 + n), version: 1 }))] }
}

describe('a cell of the rota', () => {
  test('shows the recurring shift, what differs on the date, shifts elsewhere, and absences', () => {
    const away = anAbsence({ practitionerId: khan.id, start: wall('2026-05-04T12:00'), end: wall('2026-05-04T13:00'), reason: 'training' })
    const evening = aShift({ practitionerId: khan.id, locationId: branch.id, start: time('18:00'), end: time('20:00') })
    expect(rotaCells({ ...facts, shiftPatterns: [mondays, evening], absences: [away] }, [khan.id], lakeside.id, [monday])).toEqual([{
      practitionerId: khan.id, date: monday, shifts: [shift('09:00', '17:00')], single: false,
      elsewhere: [{ ...shift('18:00', '20:00'), locationId: branch.id }], absences: ['training'],
    }])
  })
  test('of a night stands on the date on which it begins', () => {
    const nights = { ...facts, shiftPatterns: [aShift({ practitionerId: khan.id, locationId: lakeside.id, start: time('22:00'), end: time('06:00') })] }
    expect(cellOf(nights)?.shifts).toEqual([shift('22:00', '06:00')])
    expect(cellOf(nights, date('2026-05-05'))).toBeUndefined()
  })
})

describe('painting', () => {
  test('makes the cell what was painted, whatever stood there', () => {
    const anyHours = fc.uniqueArray(fc.integer({ min: 0, max: 95 }), { minLength: 2, maxLength: 2 })
      .map(([a = 0, b = 1]) => ({ start: wallTimeAt(Math.min(a, b) * 15), end: wallTimeAt(Math.max(a, b) * 15) }))
    const anyShift = fc.record({ hours: anyHours, presence: fc.constantFrom('on-site' as const, 'on-call' as const) }).map(({ hours, presence }) => ({ ...hours, presence }))
    const anyPattern = fc.tuple(anyShift, fc.boolean()).map(([hours, other]) =>
      aShift({ practitionerId: khan.id, locationId: lakeside.id, ...hours, from: date('2026-05-04'), rule: other ? ruleOf(1, { kind: 'weeks', every: 2 }) : null }))
    fc.assert(fc.property(fc.array(anyPattern, { maxLength: 2 }), fc.array(anyShift, { maxLength: 2 }), fc.array(anyShift, { maxLength: 1 }), (shiftPatterns, first, second) => {
      const once = painted({ ...facts, shiftPatterns }, first)
      const twice = painted(once, second)
      expect(cellOf(twice)?.shifts ?? []).toEqual(second)
    }), { numRuns: 300 })
  })
  test('back what recurs leaves no dated change behind', () => {
    const cleared = painted(facts, [])
    expect(cleared.shiftExceptions).toHaveLength(1)
    expect(painted(cleared, [shift('09:00', '17:00')]).shiftExceptions).toEqual([])
  })
  test('beside a recurring shift adds to it without taking it out', () => {
    expect(painted(facts, [shift('09:00', '17:00'), shift('18:00', '20:00', 'on-call')]).shiftExceptions).toMatchObject([{ kind: 'added', presence: 'on-call' }])
  })
  test('over what somebody else changed meanwhile is refused as stale', () => {
    expect(paintCells(facts, lakeside.id, [{ practitionerId: khan.id, date: monday, seen: [], shifts: [] }])).toEqual({ ok: false, problem: { code: 'stale', yours: 0, current: 1 } })
  })
  test('somebody into two locations at once is refused', () => {
    const there = { ...facts, shiftExceptions: [aShiftException({ practitionerId: khan.id, locationId: branch.id, kind: 'added', date: date('2026-05-05') })] }
    const cell = { practitionerId: khan.id, date: date('2026-05-05'), seen: [] }
    expect(paintCells(there, lakeside.id, [{ ...cell, shifts: [shift('16:00', '18:00')] }])).toMatchObject({ ok: false, problem: { code: 'duplicate' } })
    expect(paintCells(there, lakeside.id, [{ ...cell, shifts: [shift('17:00', '18:00')] }])).toMatchObject({ ok: true })
    expect(paintCells(there, lakeside.id, [{ ...cell, shifts: [shift('16:00', '18:00', 'on-call')] }])).toMatchObject({ ok: true })
  })
  test('over anything but exactly what was seen is refused, in whatever order it was seen', () => {
    const on = { ...facts, shiftPatterns: [mondays, aShift({ practitionerId: khan.id, locationId: lakeside.id, start: time('18:00'), end: time('20:00'), presence: 'on-call' })] }
    const paint = (...seen: readonly RotaShift[]) => paintCells(on, lakeside.id, [{ practitionerId: khan.id, date: monday, seen, shifts: [] }]).ok
    const [day, evening] = [shift('09:00', '17:00'), shift('18:00', '20:00', 'on-call')]
    expect([paint(day, evening), paint(evening, day)]).toEqual([true, true])
    const others = [shift('18:30', '20:00', 'on-call'), shift('18:00', '20:30', 'on-call'), shift('18:00', '20:00'), day]
    expect([...others.map(other => paint(day, other)), paint(day), paint(day, evening, evening)]).toEqual(Array.from({ length: 6 }, () => false))
  })
  test('a date empty takes out what recurs on it, and nothing that has ended, recurs on other days, elsewhere or for somebody else', () => {
    const cleared = (overrides: Partial<typeof mondays>) => {
      const shiftPatterns = [{ ...mondays, ...overrides }]
      const made = painted({ ...facts, shiftPatterns: [...shiftPatterns, aShift({ practitionerId: khan.id, locationId: lakeside.id, start: time('18:00'), end: time('20:00') })] }, [])
      return made.shiftExceptions.map(({ kind, start, end, note }) => [kind, start, end, note].join(' '))
    }
    const evening = 'removed 18:00 20:00 '
    expect(cleared({})).toEqual(['removed 09:00 17:00 ', evening])
    expect(cleared({ through: monday })).toEqual(['removed 09:00 17:00 ', evening])
    for (const other of [{ through: date('2026-05-03') }, { weekday: 2 as const }, { locationId: branch.id }, { practitionerId: idNumber<typeof khan.id>(0x77) }]) expect(cleared(other)).toEqual([evening])
  })
  test('hours on site over the same hours on call takes the call out', () => {
    const onCall = { ...facts, shiftPatterns: [{ ...mondays, presence: 'on-call' as const }] }
    expect(painted(onCall, [shift('09:00', '17:00')]).shiftExceptions).toMatchObject([{ kind: 'removed', presence: 'on-call' }, { kind: 'added', presence: 'on-site' }])
  })
  test('takes back the dated changes of that person, place and date, and leaves all others', () => {
    const change = (overrides: Partial<ShiftException>) => aShiftException({ practitionerId: khan.id, locationId: lakeside.id, kind: 'added', start: time('18:00'), end: time('19:00'), ...overrides })
    const [own, ...others] = [change({}), change({ practitionerId: idNumber(0x77) }), change({ locationId: branch.id }), change({ date: date('2026-05-05') })]
    const changed = { ...facts, shiftExceptions: [...others, own] }
    const result = paintCells(changed, lakeside.id, [{ practitionerId: khan.id, date: monday, seen: [shift('09:00', '17:00'), shift('18:00', '19:00')], shifts: [shift('09:00', '17:00')] }])
    expect(result).toEqual({ ok: true, value: { taken: [own], made: [] } })
  })
  test('over hours that recur at another location is refused, and over somebody else’s there is not', () => {
    const there = (practitionerId: typeof khan.id) => ({ ...facts, shiftPatterns: [aShift({ practitionerId, locationId: branch.id, weekday: 2 })] })
    const paint = (of: RotaFacts) => paintCells(of, lakeside.id, [{ practitionerId: khan.id, date: date('2026-05-05'), seen: [], shifts: [shift('16:00', '18:00')] }])
    expect(paint(there(khan.id))).toEqual({ ok: false, problem: { code: 'duplicate', what: 'shift' } })
    expect(paint(there(idNumber(0x77))).ok).toBe(true)
    const theirs = aShiftException({ practitionerId: idNumber(0x77), locationId: branch.id, kind: 'added', date: date('2026-05-05') })
    expect(paint({ ...facts, shiftExceptions: [theirs] }).ok).toBe(true)
  })
  test('an hour that the clock skips on that day changes nothing', () => {
    const paint = (on: string) => paintCells(facts, lakeside.id, [{ practitionerId: khan.id, date: date(on), seen: [], shifts: [shift('02:00', '03:00')] }])
    expect(paint('2026-03-08')).toEqual({ ok: true, value: { taken: [], made: [] } })
    expect(paint('2026-03-15')).toMatchObject({ ok: true, value: { made: [{ kind: 'added', start: '02:00', end: '03:00' }] } })
  })
  test('at a location that nobody knows changes nothing', () => {
    expect(paintCells(facts, idNumber(0x78), [{ practitionerId: khan.id, date: monday, seen: [], shifts: [shift('09:00', '17:00')] }])).toEqual({ ok: true, value: { taken: [], made: [] } })
  })
  test('hours within what recurs, and what recurs within them', () => {
    expect(painted(facts, [shift('08:00', '18:00')]).shiftExceptions).toMatchObject([{ kind: 'added', start: '08:00', end: '18:00' }])
    expect(painted(facts, [shift('10:00', '12:00')]).shiftExceptions).toMatchObject([{ kind: 'removed', start: '09:00', end: '17:00' }, { kind: 'added', start: '10:00', end: '12:00' }])
  })
})
