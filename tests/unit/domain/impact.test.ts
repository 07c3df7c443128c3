import { expect, test } from 'vitest'
import type { AppointmentId } from '../../../shared/domain/ids.ts'
import { replaceRow, verdictDifference } from '../../../shared/domain/impact.ts'
import type { Verdict } from '../../../shared/domain/staffing/types.ts'
import { idNumber, newId } from '../../support/builders.ts'

const covered: Verdict = { state: 'covered', fragile: null, reasons: [] }
const assignable: Verdict = { state: 'assignable', performerId: newId(), reasons: [] }
const uncovered: Verdict = { state: 'uncovered', shortage: null, reasons: [] }
const unknown: Verdict = { state: 'cannot-verify', cause: 'rule-failed', reasons: [] }
const id = idNumber<AppointmentId>(1)
const from = (before: Verdict, after: Verdict) => verdictDifference(new Map([[id, before]]), new Map([[id, after]]))

test('less sure is a flag, surer clears one', () => {
  expect(from(covered, assignable).flags).toEqual([id])
  expect(from(assignable, unknown).flags).toEqual([id])
  expect(from(uncovered, assignable).clears).toEqual([id])
  expect(from(unknown, covered).clears).toEqual([id])
})

test('red stays red, and another reason for it changes nothing', () => {
  expect(from(uncovered, unknown)).toEqual({ flags: [], clears: [], unchanged: 1 })
  expect(from(covered, covered)).toEqual({ flags: [], clears: [], unchanged: 1 })
})

test('a visit that the engine no longer speaks of counts as flagged', () => {
  expect(verdictDifference(new Map([[id, covered]]), new Map()).flags).toEqual([id])
})

test('a row takes the place of its earlier version, is added, or goes', () => {
  const rows = [{ id: 'a', n: 1 }, { id: 'b', n: 1 }]
  expect(replaceRow(rows, 'a', { id: 'a', n: 2 })).toEqual([{ id: 'b', n: 1 }, { id: 'a', n: 2 }])
  expect(replaceRow(rows, 'c', { id: 'c', n: 1 })).toHaveLength(3)
  expect(replaceRow(rows, 'a', null)).toEqual([{ id: 'b', n: 1 }])
})
