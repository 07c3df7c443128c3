import { expect, test } from 'vitest'
import { appointmentStatuses } from '../../../shared/domain/appointment.ts'
import { cancelVisit, markVisit, undoVisit } from '../../../shared/domain/visitSteps.ts'
import { anAppointment, at } from '../../support/builders.ts'

const visit = anAppointment()

test('a patient is checked in on the day, not before', () => {
  expect(markVisit(visit, 'arrived', at('2026-05-03T23:59')).ok).toBe(false)
  expect(markVisit(visit, 'arrived', at('2026-05-04T00:00'))).toEqual({ ok: true, value: { ...visit, status: 'arrived' } })
})

test('nobody has stayed away before the hour has struck', () => {
  expect(markVisit(visit, 'noshow', at('2026-05-04T09:59')).ok).toBe(false)
  expect(markVisit(visit, 'noshow', at('2026-05-04T10:00')).ok).toBe(true)
})

test('only somebody who is here is completed', () => {
  const noon = at('2026-05-04T12:00')
  for (const status of appointmentStatuses) {
    expect(markVisit({ ...visit, status }, 'fulfilled', noon).ok).toBe(status === 'arrived')
  }
})

test('a cancelled visit keeps its reason, a performed one is not cancelled', () => {
  expect(cancelVisit(visit, ' rang, has a cold ')).toEqual({ ok: true, value: { ...visit, status: 'cancelled', cancelReason: 'rang, has a cold' } })
  expect(cancelVisit(visit, ' ').ok).toBe(false)
  expect(cancelVisit({ ...visit, status: 'fulfilled' }, 'x')).toEqual({ ok: false, problem: { code: 'not-allowed-now', from: 'fulfilled', to: 'cancelled' } })
})

test('undo gives the row before the last change, under the version that the next one follows', () => {
  const cancelled = { ...visit, version: 2, status: 'cancelled', cancelReason: 'x' } as const
  expect(undoVisit(cancelled, { before: visit, version: 2 }, 'active')).toEqual({ ok: true, value: { ...visit, version: 2 } })
})

test('a booking taken back is entered in error', () => {
  expect(undoVisit(visit, { before: null, version: 1 }, 'active')).toEqual({ ok: true, value: { ...visit, status: 'entered-in-error' } })
})

test('nothing is taken back once something else happened', () => {
  expect(undoVisit({ ...visit, version: 3 }, { before: visit, version: 2 }, 'active').ok).toBe(false)
  expect(undoVisit(visit, null, 'active').ok).toBe(false)
})

test('no visit comes back for a patient who is no longer one', () => {
  const cancelled = { ...visit, version: 2, status: 'cancelled' } as const
  expect(undoVisit(cancelled, { before: visit, version: 2 }, 'inactive')).toEqual({
    ok: false, problem: { code: 'not-allowed-now', from: 'inactive', to: 'booked' },
  })
  expect(undoVisit({ ...visit, version: 2 }, { before: visit, version: 2 }, 'inactive').ok).toBe(true)
})
