import { describe, expect, test } from 'vitest'
import { type BookingDraft, type BookingEvent, maySend, newDraft, nextDraft } from '../../../renderer/booking/booking.ts'
import { askedCount, constraintsOf, withoutAsking, withWeekday } from '../../../renderer/booking/constraints.ts'
import { beginBooking, resumeBooking } from '../../../renderer/booking/parking.ts'
import { someSlots } from '../../../renderer/booking/someSlots.ts'
import type { LocationId, PatientId, PractitionerId, ServiceTypeId } from '../../../shared/domain/ids.ts'
import type { Problem } from '../../../shared/domain/problem.ts'
import type { Slot } from '../../../shared/domain/staffing/types.ts'
import { plusMinutes } from '../../../shared/domain/time/instant.ts'
import { anAppointment, at, idNumber, wall } from '../../support/builders.ts'

const rosa = { id: idNumber<PatientId>(1), name: { given: 'Rosa', family: 'Ortega' } }
const ivo = { id: idNumber<PatientId>(2), name: { given: 'Ivo', family: 'Lind' } }
const serviceTypeId = idNumber<ServiceTypeId>(3)
const place = {
  locationId: idNumber<LocationId>(4),
  start: wall('2026-05-04T10:00'),
  performerId: idNumber<PractitionerId>(5),
  roomId: null,
}
const key = '00000000-0000-4000-8000-000000000001'

const after = (draft: BookingDraft, ...events: readonly BookingEvent[]): BookingDraft => events.reduce(nextDraft, draft)
const chosen: readonly BookingEvent[] = [
  { kind: 'patient-chosen', patient: rosa },
  { kind: 'service-chosen', serviceTypeId },
  { kind: 'place-chosen', place },
]
const refused = (problem: Problem, mayOverride = false): BookingEvent => ({ kind: 'refused', problem, mayOverride })
const visit = { appointment: anAppointment(), patientName: rosa.name, patientTelephone: '', verdict: null, findings: [] }
const notStaffed = (mayOverride: boolean): Problem => ({
  code: 'not-staffed',
  verdict: { state: 'uncovered', shortage: null, reasons: [] },
  mayOverride,
})

describe('a booking goes step by step', () => {
  test('patient, service, place, confirm, booked', () => {
    const steps = [newDraft(key)]
    for (const event of [...chosen, { kind: 'sent' } as const, { kind: 'booked', visit } as const])
      steps.push(nextDraft(steps.at(-1) ?? newDraft(key), event))
    expect(steps.map(draft => draft.step)).toEqual(['patient', 'service', 'place', 'confirm', 'confirm', 'booked'])
  })
  test('a place picked on the grid first is kept while patient and service are chosen', () => {
    const draft = after(
      newDraft(key, { place }),
      { kind: 'patient-chosen', patient: rosa },
      { kind: 'service-chosen', serviceTypeId },
    )
    expect(draft).toMatchObject({ step: 'confirm', place })
  })
  test('going back forgets what depends on it, and nothing else', () => {
    const back = after(
      newDraft(key),
      ...chosen,
      { kind: 'note-typed', note: 'brings a walker' },
      { kind: 'went-back', to: 'service' },
    )
    expect(back).toMatchObject({ step: 'service', patient: rosa, serviceTypeId: null, place: null, note: 'brings a walker' })
  })
  test('the request key stays the same until it is booked, so that nothing is booked twice', () => {
    const draft = after(
      newDraft(key),
      ...chosen,
      { kind: 'sent' },
      refused({ code: 'slot-taken', overlap: 'room' }),
      { kind: 'went-back', to: 'place' },
      { kind: 'place-chosen', place },
    )
    expect(draft.requestKey).toBe(key)
  })
  test('after it is booked nothing changes it any more', () => {
    const booked = after(newDraft(key), ...chosen, { kind: 'sent' }, { kind: 'booked', visit })
    expect(after(booked, { kind: 'patient-chosen', patient: ivo }, { kind: 'went-back', to: 'patient' })).toBe(booked)
  })
})

describe('sending', () => {
  test('only a whole draft is sent, and only once at a time', () => {
    expect(maySend(after(newDraft(key), ...chosen.slice(0, 2)))).toBe(false)
    const sent = after(newDraft(key), ...chosen, { kind: 'sent' })
    expect(sent.sending).toBe(true)
    expect(maySend(sent)).toBe(false)
  })
  test('an incomplete draft does not pretend to be under way', () => {
    expect(after(newDraft(key), { kind: 'sent' }).sending).toBe(false)
  })
  test('a place refused for good asks for another one', () => {
    const draft = after(newDraft(key), ...chosen, { kind: 'sent' }, refused({ code: 'slot-taken', overlap: 'performer' }))
    expect(draft).toMatchObject({ sending: false, step: 'confirm', obstacle: { kind: 'refused' } })
    expect(maySend(draft)).toBe(false)
    expect(maySend(after(draft, { kind: 'place-chosen', place: { ...place, start: wall('2026-05-04T11:00') } }))).toBe(true)
  })
  test('nobody certified: only who may, and only with a reason', () => {
    const permitted = after(newDraft(key), ...chosen, { kind: 'sent' }, refused(notStaffed(true)))
    expect(maySend(permitted)).toBe(false)
    expect(maySend(after(permitted, { kind: 'answered', answer: { reason: '  ', through: null } }))).toBe(false)
    expect(maySend(after(permitted, { kind: 'answered', answer: { reason: 'Dr. Khan comes in for it', through: null } }))).toBe(true)
    const other = after(newDraft(key), ...chosen, { kind: 'sent' }, refused(notStaffed(false)), {
      kind: 'answered',
      answer: { reason: 'please', through: null },
    })
    expect(maySend(other)).toBe(false)
  })
  test('outside the opening hours: the same', () => {
    const shut = (mayOverride: boolean) =>
      after(newDraft(key), ...chosen, { kind: 'sent' }, refused({ code: 'outside-opening-hours' }, mayOverride), {
        kind: 'answered',
        answer: { reason: 'agreed by telephone', through: null },
      })
    expect([maySend(shut(true)), maySend(shut(false))]).toEqual([true, false])
  })
  test('a time that comes twice waits for which one is meant', () => {
    const draft = after(newDraft(key), ...chosen, { kind: 'sent' }, refused({ code: 'ambiguous-time', time: '2026-11-01T01:30' }))
    expect(maySend(draft)).toBe(false)
    expect(maySend(after(draft, { kind: 'fold-chosen', fold: 'later' }))).toBe(true)
  })
  test('a time that does not exist wants another place', () => {
    expect(
      maySend(after(newDraft(key), ...chosen, { kind: 'sent' }, refused({ code: 'no-such-time', time: '2026-03-08T02:30' }))),
    ).toBe(false)
  })
  test('an old reason is not carried to another place', () => {
    const draft = after(
      newDraft(key),
      ...chosen,
      { kind: 'sent' },
      refused(notStaffed(true)),
      { kind: 'answered', answer: { reason: 'she comes in', through: null } },
      { kind: 'place-chosen', place },
    )
    expect(draft).toMatchObject({ override: { reason: '', through: null }, obstacle: null })
  })
})

describe('an interruption costs nothing', () => {
  const half = after(newDraft(key), ...chosen.slice(0, 2))
  test('opening the drawer again goes on with the booking in hand', () => {
    expect(beginBooking({ booking: half, parked: [] }, {}, 'other').booking).toBe(half)
  })
  test('a place pointed at goes into the booking in hand', () => {
    expect(beginBooking({ booking: half, parked: [] }, { place }, 'other').booking).toMatchObject({
      requestKey: key,
      patient: rosa,
      place,
    })
  })
  test('a booking for somebody else puts it aside, and it comes back as it was', () => {
    const other = beginBooking({ booking: half, parked: [] }, { patient: ivo }, 'other')
    expect(other).toMatchObject({ booking: { patient: ivo, requestKey: 'other' }, parked: [half] })
    const back = resumeBooking(other, half)
    expect(back.booking).toBe(half)
    expect(back.parked.map(draft => draft.patient)).toEqual([ivo])
  })
  test('an empty booking is not worth putting aside', () => {
    const other = beginBooking({ booking: newDraft(key), parked: [] }, { patient: ivo }, 'other')
    expect(other).toMatchObject({ booking: { patient: ivo, requestKey: key }, parked: [] })
  })
  test('after one is booked, the next begins afresh', () => {
    const booked = after(half, { kind: 'place-chosen', place }, { kind: 'sent' }, { kind: 'booked', visit })
    expect(beginBooking({ booking: booked, parked: [] }, {}, 'next').booking).toMatchObject({
      requestKey: 'next',
      step: 'patient',
      patient: null,
    })
  })
})

describe('the slots offered first', () => {
  const slot = (start: string, performer = 5): Slot => ({
    locationId: place.locationId,
    start: wall(start),
    interval: { start: at(start), end: plusMinutes(at(start), 30) },
    performerId: idNumber(performer),
    roomId: null,
  })
  const starts = (slots: readonly Slot[]) => slots.map(one => one.start.slice(5))
  test('do not overlap each other with the same person', () => {
    expect(
      starts(
        someSlots(
          ['09:00', '09:10', '09:20', '09:30'].map(time => slot(`2026-05-04T${time}`)),
          12,
        ),
      ),
    ).toEqual(['05-04T09:00', '05-04T09:30'])
  })
  test('leave room for other days', () => {
    const many = Array.from({ length: 8 }, (_, n) => slot(`2026-05-04T${String(9 + n).padStart(2, '0')}:00`))
    expect(starts(someSlots([...many, slot('2026-05-05T09:00')], 12))).toEqual([
      '05-04T09:00',
      '05-04T10:00',
      '05-04T11:00',
      '05-04T12:00',
      '05-05T09:00',
    ])
  })
  test('are not more than asked for', () => {
    expect(someSlots([slot('2026-05-04T09:00'), slot('2026-05-04T10:00'), slot('2026-05-05T10:00')], 2)).toHaveLength(2)
  })
})

describe('what a patient asks for', () => {
  const { filters } = newDraft(key)
  const second = { serviceTypeId, withinDays: 7 }
  const asking = after(newDraft(key), ...chosen.slice(0, 2), { kind: 'filtered', filters: { weekdays: withWeekday(filters, 3), noticeMinutes: 120, companion: second, showClosed: true } })

  test('is counted, told to the service, kept over a way back, and dropped at once', () => {
    expect([askedCount(filters), askedCount(asking.filters)]).toEqual([0, 3])
    expect(constraintsOf(asking.filters)).toEqual({ weekdays: [1, 2, 4, 5, 6, 7], roomId: null, noticeMinutes: 120, companion: second })
    expect(after(asking, { kind: 'place-chosen', place }, { kind: 'went-back', to: 'place' }).filters).toEqual(asking.filters)
    expect(withoutAsking(asking.filters)).toEqual({ ...filters, showClosed: true })
  })
  test('never leaves the week without a day', () => {
    expect(withWeekday({ ...filters, weekdays: [3] }, 3)).toEqual([3])
    expect(withWeekday({ ...filters, weekdays: [3] }, 1)).toEqual([1, 3])
  })
  test('loses the second visit with the service that it went with, and with the place', () => {
    expect(after(asking, { kind: 'service-chosen', serviceTypeId: idNumber<ServiceTypeId>(9) }).filters.companion).toBeNull()
    const companion = { ...place, serviceTypeId, interval: anAppointment().interval, appointmentId: null }
    const placed = after(asking, { kind: 'place-chosen', place, companion })
    expect(placed.companion).toEqual(companion)
    expect(after(placed, { kind: 'went-back', to: 'place' }).companion).toBeNull()
  })
})
