import { expect, test } from 'vitest'
import { plainBooker } from '../../../../shared/domain/booking.ts'
import { hasVisitAgain, losesVisit, waitsAfterLoss } from '../../../../shared/domain/waiting/lostPlace.ts'
import { rankWaiting, type Waiting } from '../../../../shared/domain/waiting/rank.ts'
import type { WaitingEntry } from '../../../../shared/domain/waiting/entry.ts'
import { aPatient, anAccount, at, newId, wall } from '../../../support/builders.ts'
import { aVisit, clinic, khan } from '../../../support/smallClinic.ts'

const now = at('2026-05-04T08:00')
const lost = (clock: string, travelMinutes: number | null = null): WaitingEntry => waitsAfterLoss(aVisit({ start: wall(`2026-05-04T${clock}`) }), { travelMinutes }, newId(), now)
const longSince: WaitingEntry = { ...lost('09:00'), since: at('2026-03-02T08:00'), lost: null }

test('whoever lost a visit comes first, the earliest loss before all, and then the longest wait', () => {
  const entries = [longSince, lost('15:00'), lost('10:00')]
  const waiting = entries.map((entry): Waiting => ({ entry, patient: aPatient({ id: entry.patientId }), visit: null, ofPatient: [] }))
  const ranked = rankWaiting(clinic(), waiting, { start: wall('2026-05-04T13:00'), performerId: khan.id, roomId: null }, { booker: plainBooker(anAccount()), now, newId })
  expect(ranked.map(({ entry }) => entry.lost)).toEqual(['2026-05-04T10:00', '2026-05-04T15:00', null])
  expect(ranked.map(({ obstacles }) => obstacles)).toEqual([[], [], []])
})

test('a patient from afar has to know longer before', () => {
  expect([lost('09:00').noticeMinutes, lost('09:00', 59).noticeMinutes, lost('09:00', 60).noticeMinutes]).toEqual([120, 120, 240])
})

test('an entry that stands keeps its terms, and has them back with the visit', () => {
  const visit = aVisit({ start: wall('2026-05-04T11:00') })
  const before: WaitingEntry = { ...longSince, visitId: visit.id, partOfDay: 'morning' }
  const after = losesVisit(before, visit)
  expect([after.lost, after.visitId, after.partOfDay]).toEqual(['2026-05-04T11:00', null, 'morning'])
  expect(losesVisit({ ...after, lost: wall('2026-05-04T09:00') }, visit).lost).toBe('2026-05-04T09:00')
  expect(losesVisit({ ...before, visitId: newId() }, visit).visitId).not.toBeNull()
  expect(hasVisitAgain(after, { visitId: before.visitId, lost: before.lost })).toEqual(before)
  expect(hasVisitAgain(after, null).status).toBe('withdrawn')
})
