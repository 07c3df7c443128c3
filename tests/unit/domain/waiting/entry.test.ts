import { expect, test } from 'vitest'
import { answerOffer, type Offer, openOffer } from '../../../../shared/domain/waiting/entry.ts'
import { hasVisitAgain, losesVisit, waitsAfterLoss } from '../../../../shared/domain/waiting/lostPlace.ts'
import { at, newId, wall } from '../../../support/builders.ts'
import { aVisit, khan, room } from '../../../support/smallClinic.ts'

const now = at('2026-05-04T08:00')
const offer = (outcome: Offer['outcome'], start = '2026-05-04T14:00'): Offer => ({ start: wall(start), performerId: khan.id, roomId: null, at: now, by: 'J. Lee', outcome })
const visit = aVisit({ start: wall('2026-05-04T10:00'), performerId: khan.id, roomId: room.id, note: 'Left side.' })
const waits = () => waitsAfterLoss(visit, { travelMinutes: null }, newId(), now)

test('a patient whose visit was given up waits for the next place for the same service at the same location, whoever performs it, in any room, on any day', () => {
  const entry = waits()
  expect(entry).toEqual({
    id: entry.id, version: 1, patientId: visit.patientId, serviceTypeId: visit.serviceTypeId, locationId: visit.locationId, performerId: null, roomId: null, weekdays: [], partOfDay: null,
    noticeMinutes: 120, visitId: null, note: '', since: now, status: 'waiting', offers: [], lost: '2026-05-04T10:00',
  })
})

test('of the offers made the one without an answer is open, and only that one is answered', () => {
  const offered = { ...waits(), offers: [offer('declined', '2026-05-04T13:00'), offer('taken-back', '2026-05-04T13:30'), offer('open')] }
  expect(openOffer(offered)).toEqual(offer('open'))
  const answered = answerOffer(offered, 'accepted')
  expect(answered.offers.map(({ outcome }) => outcome)).toEqual(['declined', 'taken-back', 'accepted'])
  expect(answered.offers[2]?.start).toBe('2026-05-04T14:00')
  expect([openOffer(answered), openOffer(waits())]).toEqual([null, null])
})

test('of two visits lost the earlier one counts', () => {
  const lostAfter = (lost: string | null) => losesVisit({ ...waits(), lost: lost === null ? null : wall(lost) }, visit).lost
  expect([lostAfter(null), lostAfter('2026-05-04T09:00'), lostAfter('2026-05-04T11:00')]).toEqual(['2026-05-04T10:00', '2026-05-04T09:00', '2026-05-04T10:00'])
})

test('an entry made for the loss alone leaves the list with the visit, and its open offer is declined', () => {
  const { status, offers } = hasVisitAgain({ ...waits(), offers: [offer('open')] }, null)
  expect([status, offers.map(({ outcome }) => outcome)]).toEqual(['withdrawn', ['declined']])
})
