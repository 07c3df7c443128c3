import { describe, expect, test } from 'vitest'
import type { Override } from '../../../shared/domain/appointment.ts'
import { overrideState, signsOf } from '../../../shared/domain/override.ts'
import type { Joined } from '../../../shared/domain/rules/joined.ts'
import type { Reason } from '../../../shared/domain/staffing/types.ts'
import { aPractitioner, at, date, idNumber } from '../../support/builders.ts'

const khan = aPractitioner()
const today = date('2026-05-04')
const offShift: Reason = { kind: 'off-shift', next: null }
const absent: Reason = { kind: 'absent', until: '2026-05-05T00:00' as never }
const uncovered = (...reasons: readonly Reason[]): Joined =>
  ({ verdict: { state: 'uncovered', shortage: null, reasons: [{ practitionerId: khan.id, reasons }] }, findings: [] })
const covered: Joined = { verdict: { state: 'covered', fragile: null, reasons: [] }, findings: [] }
const given = (said: Joined, rest: Partial<Override> = {}): Override =>
  ({ reason: 'she comes in', by: idNumber(0x71), byName: 'J. Lee', at: at('2026-05-01T09:00'), against: signsOf(said, khan.id), through: null, ...rest })
const stateOf = (override: Override, said: Joined, on = today) => overrideState(override, said, khan.id, on).kind

describe('an override', () => {
  test('stands as long as the flag is the one that it was given for, or has fewer reasons', () => {
    expect(stateOf(given(uncovered(offShift)), uncovered(offShift))).toBe('stands')
    expect(stateOf(given(uncovered(offShift, absent)), uncovered(absent))).toBe('stands')
  })
  test('lapses when another reason comes up, or the flag becomes another one', () => {
    expect(stateOf(given(uncovered(offShift)), uncovered(offShift, absent))).toBe('changed')
    expect(stateOf(given(uncovered(offShift)), { verdict: { state: 'cannot-verify', cause: 'rule-failed', reasons: [] }, findings: [] })).toBe('changed')
  })
  test('stands on its last day, and has ended the day after', () => {
    const override = given(uncovered(offShift), { through: today })
    expect(stateOf(override, uncovered(offShift))).toBe('stands')
    expect(overrideState(override, uncovered(offShift), khan.id, date('2026-05-05'))).toEqual({ kind: 'ended', through: today })
  })
  test('is not needed while the visit is staffed, whatever it says', () => {
    expect(stateOf(given(uncovered(offShift), { through: date('2026-05-01') }), covered)).toBe('not-needed')
  })
  test('does not stand where it is not known what it was given for', () => {
    expect(stateOf(given(uncovered(offShift), { against: null }), uncovered(offShift))).toBe('unknown')
  })
})
