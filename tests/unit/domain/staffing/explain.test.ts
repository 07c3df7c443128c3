import { describe, expect, test } from 'vitest'
import { isFlagged, nearMisses } from '../../../../shared/domain/staffing/explain.ts'
import { compareReasons, tidyReasons } from '../../../../shared/domain/staffing/reasons.ts'
import type { Reason, Verdict } from '../../../../shared/domain/staffing/types.ts'
import { competence, date, idNumber, wall } from '../../../support/builders.ts'

const dystonia = competence('cervical-dystonia')
const of = (n: number, word = dystonia) => ({ competence: word, qualificationId: idNumber<Extract<Reason, { kind: 'unverified' }>['qualificationId']>(n), certificationTypeId: idNumber<Extract<Reason, { kind: 'unverified' }>['certificationTypeId']>(1) })
const uncovered = (...people: readonly (readonly Reason[])[]): Verdict =>
  ({ state: 'uncovered', shortage: null, reasons: people.map((reasons, n) => ({ practitionerId: idNumber(n + 1), reasons })) })
const off = (next: string | null): Reason => ({ kind: 'off-shift', next: next === null ? null : wall(next) })
const found = (...people: readonly (readonly Reason[])[]) => nearMisses(uncovered(...people)).map(({ practitionerId, reason }) => [Number.parseInt(practitionerId.slice(-4), 16), reason.kind])

describe('who would be eligible if what changed', () => {
  test('is told of those with one reason only', () => {
    expect(found([off(null)], [off(null), { kind: 'inactive' }], [])).toEqual([[1, 'off-shift']])
  })
  test('begins with the next to come on shift', () => {
    expect(nearMisses(uncovered([off('2026-05-04T15:00')], [off('2026-05-04T14:00')])).map((miss) => miss.reason)).toEqual([off('2026-05-04T14:00'), off('2026-05-04T15:00')])
  })
  test('goes from what is quickest put right to what is slowest', () => {
    const kinds: readonly Reason[] = [
      { kind: 'revoked', ...of(1) }, { kind: 'not-certified', competence: dystonia }, { kind: 'role-not-allowed', roles: [] }, { kind: 'inactive' }, { kind: 'suspended', ...of(1) },
      { kind: 'supervisor-missing' }, off(null), { kind: 'absent', until: wall('2026-05-04T12:00') }, { kind: 'not-yet-effective', ...of(1), firstDay: date('2026-06-01') },
      { kind: 'expired', ...of(1), lastDay: date('2026-05-01') }, { kind: 'expiry-unknown', ...of(1) }, { kind: 'unverified', ...of(1) }, { kind: 'busy', appointmentId: idNumber(9) }, off('2026-05-04T14:00'),
    ]
    const nearest = nearMisses(uncovered(...kinds.map((kind) => [kind]))).map((miss) => miss.reason)
    expect(nearest.map((reason) => reason.kind)).toEqual([
      'off-shift', 'busy', 'unverified', 'expiry-unknown', 'expired', 'not-yet-effective', 'absent', 'off-shift', 'supervisor-missing', 'suspended', 'inactive', 'role-not-allowed', 'not-certified', 'revoked',
    ])
    expect(nearest[0]).toEqual(off('2026-05-04T14:00'))
  })
  test('goes by person where two are equally near', () => { expect(found([{ kind: 'inactive' }], [{ kind: 'inactive' }])).toEqual([[1, 'inactive'], [2, 'inactive']]) })
  test('takes several certificates for one competence as one obstacle, and names the easiest', () => {
    expect(found([{ kind: 'revoked', ...of(1) }, { kind: 'unverified', ...of(2) }])).toEqual([[1, 'unverified']])
    expect(found([{ kind: 'unverified', ...of(2) }, { kind: 'expired', ...of(1), lastDay: date('2026-05-01') }])).toEqual([[1, 'unverified']])
    expect(nearMisses(uncovered([{ kind: 'unverified', ...of(1) }, { kind: 'unverified', ...of(2) }]))).toMatchObject([{ reason: { qualificationId: idNumber(1) } }])
    expect(found([{ kind: 'unverified', ...of(1) }, { kind: 'unverified', ...of(2, competence('spasticity')) }])).toEqual([])
    expect(found([{ kind: 'busy', appointmentId: idNumber(1) }, { kind: 'busy', appointmentId: idNumber(2) }])).toEqual([])
  })
})

test('flagged is what is uncovered or cannot be verified', () => {
  expect(isFlagged(uncovered())).toBe(true)
  expect(isFlagged({ state: 'cannot-verify', cause: 'rule-failed', reasons: [] })).toBe(true)
  expect(isFlagged({ state: 'covered', fragile: null, reasons: [] })).toBe(false)
  expect(isFlagged({ state: 'assignable', performerId: idNumber(1), reasons: [] })).toBe(false)
})

describe('the order of reasons', () => {
  const spasticity = competence('spasticity')
  const ordered: readonly Reason[] = [
    { kind: 'inactive' }, { kind: 'role-not-allowed', roles: [] }, { kind: 'not-certified', competence: dystonia }, { kind: 'revoked', ...of(2) }, { kind: 'suspended', ...of(1) },
    { kind: 'expired', ...of(1), lastDay: date('2026-05-01') }, { kind: 'not-yet-effective', ...of(1), firstDay: date('2026-05-01') }, { kind: 'expiry-unknown', ...of(1) },
    { kind: 'unverified', ...of(1) }, { kind: 'unverified', ...of(2) }, { kind: 'revoked', ...of(1, spasticity) },
    off(null), { kind: 'absent', until: wall('2026-05-04T12:00') }, { kind: 'busy', appointmentId: idNumber(1) }, { kind: 'busy', appointmentId: idNumber(2) }, { kind: 'supervisor-missing' },
  ]
  test('is always the same', () => {
    expect([...ordered].reverse().sort(compareReasons)).toEqual(ordered)
    expect(tidyReasons([...ordered].reverse())).toEqual(ordered)
  })
  test('has each once', () => { expect(tidyReasons([...ordered, ...ordered])).toEqual(ordered) })
})
