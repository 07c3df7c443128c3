import { expect, test } from 'vitest'
import type { Appointment } from '../../../../shared/domain/appointment.ts'
import { plainBooker } from '../../../../shared/domain/booking.ts'
import type { StaffingFacts } from '../../../../shared/domain/staffing/types.ts'
import type { WaitingEntry } from '../../../../shared/domain/waiting/entry.ts'
import { waitsAfterLoss } from '../../../../shared/domain/waiting/lostPlace.ts'
import { type FreePlace, placedFor, rankWaiting, tooSoonOf, type Waiting } from '../../../../shared/domain/waiting/rank.ts'
import type { Weekday } from '../../../../shared/domain/time/values.ts'
import { anAbsence, anAccount, anAppointment, aPatient, aServiceType, at, idNumber, newId, time, wall } from '../../../support/builders.ts'
import { aVisit, clinic, khan, khansShift, lakeside, ortiz, ortizsShift, room, service } from '../../../support/smallClinic.ts'

const now = at('2026-05-04T08:00')
const asked = { booker: plainBooker(anAccount()), now, newId }
const khansHour: FreePlace = { start: wall('2026-05-04T10:00'), performerId: khan.id, roomId: null }
const someone = (wish: Partial<WaitingEntry> = {}, visit: Appointment | null = null, ofPatient: readonly Appointment[] = []): Waiting => {
  const entry = { ...waitsAfterLoss(aVisit(), { travelMinutes: null }, newId(), now), lost: null, ...wish }
  return { entry, visit, ofPatient, patient: aPatient({ id: entry.patientId }) }
}
type Settings = { readonly facts?: Partial<StaffingFacts>; readonly free?: FreePlace; readonly when?: typeof now; readonly booker?: typeof asked.booker }
const candidateFor = (waiting: Waiting, { facts = {}, free = khansHour, when = now, booker = asked.booker }: Settings = {}) => {
  const [candidate] = rankWaiting(clinic(facts), [waiting], free, { ...asked, booker, now: when })
  if (candidate === undefined) throw new Error('everybody who waits is ranked')
  return candidate
}
const against = (...given: Parameters<typeof candidateFor>) => candidateFor(...given).obstacles
const start = (clock: string): FreePlace => ({ ...khansHour, start: wall(`2026-05-04T${clock}`) })

test('a place that nothing stands against would be booked as it is', () => {
  expect(candidateFor(someone())).toMatchObject({ place: { start: '2026-05-04T10:00', performerId: khan.id, roomId: null }, obstacles: [] })
})

test('the patient has to know as long before as they asked to, to the minute', () => {
  const wish = someone({ noticeMinutes: 90 })
  expect([against(wish, { when: at('2026-05-04T08:30') }), against(wish, { when: at('2026-05-04T08:31') })]).toEqual([[], ['notice']])
  expect(candidateFor(wish, { when: at('2026-05-04T08:31') }).place).toBeNull()
})

test('a place on a weekday that was not asked for is not for them, and no weekday means any', () => {
  const wishes: readonly (readonly Weekday[])[] = [[], [1], [1, 5], [2, 3]]
  expect(wishes.map(weekdays => against(someone({ weekdays })))).toEqual([[], [], [], ['weekday']])
})

test('noon belongs to the afternoon', () => {
  const at1150 = (partOfDay: WaitingEntry['partOfDay']) => against(someone({ partOfDay }), { free: start('11:50') })
  const at1200 = (partOfDay: WaitingEntry['partOfDay']) => against(someone({ partOfDay }), { free: start('12:00') })
  expect([at1150('morning'), at1150('afternoon'), at1150(null)]).toEqual([[], ['part-of-day'], []])
  expect([at1200('morning'), at1200('afternoon'), at1200(null)]).toEqual([['part-of-day'], [], []])
})

test('a place has to be sooner than the visit that would be moved to it', () => {
  const has = (clock: string) => {
    const visit = aVisit({ start: wall(`2026-05-04T${clock}`), performerId: khan.id })
    return against(someone({ patientId: visit.patientId, visitId: visit.id }, visit), { facts: { appointments: [visit] } })
  }
  expect([has('10:30'), has('10:00'), has('09:00')]).toEqual([[], ['not-sooner'], ['not-sooner']])
})

test('a visit is moved to the place, and keeps what it is', () => {
  const visit = aVisit({ start: wall('2026-05-04T16:00'), performerId: ortiz.id, note: 'Left side.' })
  const waiting = someone({ patientId: visit.patientId, visitId: visit.id, note: 'Would come sooner.' }, visit)
  const place = { locationId: lakeside.id, start: wall('2026-05-04T10:00'), fold: null, performerId: khan.id, roomId: null }
  expect(placedFor(clinic({ appointments: [visit] }), waiting, place, asked)).toMatchObject({ ok: true, value: { id: visit.id, start: '2026-05-04T10:00', performerId: khan.id, note: 'Left side.' } })
  expect(placedFor(clinic(), { ...waiting, visit: null }, place, asked)).toMatchObject({ ok: true, value: { patientId: visit.patientId, serviceTypeId: service.id, note: 'Would come sooner.' } })
  expect(placedFor(clinic({ qualifications: [] }), waiting, place, asked)).toMatchObject({ ok: false, problem: { code: 'not-staffed' } })
})

const everyTwelveWeeks = aServiceType({ ...service, minimumIntervalDays: 84 })

test('the shortest interval counts from the patient’s other visits, not from the one that would be moved', () => {
  const february = aVisit({ start: wall('2026-02-10T10:00'), status: 'fulfilled' })
  const facts = { serviceTypes: [everyTwelveWeeks] }
  expect(against(someone({}, null, [{ ...february, start: wall('2026-02-09T10:00') }]), { facts })).toEqual([])
  expect(against(someone({}, null, [february]), { facts })).toEqual(['interval'])
  const visit = aVisit({ start: wall('2026-05-20T10:00') })
  expect(tooSoonOf(clinic(facts), someone({}, visit, [visit]), wall('2026-05-04T10:00'))).toBeNull()
  expect(tooSoonOf(clinic(facts), someone({}, visit, [visit, february]), wall('2026-05-04T10:00'))).toMatchObject({ from: '2026-05-05', other: '2026-02-10' })
  expect(tooSoonOf(clinic(facts), someone({ serviceTypeId: newId() }, null, [february]), wall('2026-05-04T10:00'))).toBeNull()
})

test('an interval that the booking itself refuses is named once', () => {
  const waiting = someone()
  const april = aVisit({ start: wall('2026-04-20T10:00'), patientId: waiting.entry.patientId })
  expect(candidateFor({ ...waiting, ofPatient: [april] }, { facts: { serviceTypes: [everyTwelveWeeks], appointments: [april] } })).toMatchObject({ place: null, obstacles: ['interval'] })
})

test('nobody certified, no room, and whatever else a booking refuses stand before the patient’s own wishes', () => {
  const wish = someone({ partOfDay: 'afternoon' })
  const needsRoom = aServiceType({ ...service, needsRoom: true })
  expect(candidateFor(wish, { facts: { qualifications: [] } })).toMatchObject({ place: null, obstacles: ['injector', 'part-of-day'] })
  expect(against(wish, { facts: { serviceTypes: [needsRoom], rooms: [] } })).toEqual(['room', 'part-of-day'])
  expect(against(wish, { facts: { serviceTypes: [{ ...service, status: 'draft' }] } })).toEqual(['other', 'part-of-day'])
  expect(against(wish, { facts: { appointments: [anAppointment({ patientId: wish.entry.patientId })] } })).toEqual(['other', 'part-of-day'])
})

test('a room that the patient asked for and somebody else has is a missing room', () => {
  const elsewhere = anAppointment({ roomId: room.id, performerId: ortiz.id })
  expect(against(someone({ roomId: room.id }), { facts: { appointments: [elsewhere] } })).toEqual(['room'])
  expect(candidateFor(someone({ roomId: room.id })).place?.roomId).toBe(room.id)
})

const bothThere = { shiftPatterns: [khansShift, { ...ortizsShift, start: time('09:00') }] }
const khanAway = { ...bothThere, absences: [anAbsence({ practitionerId: khan.id })] }

test('whose hour became free is asked first, and then whoever is certified and free', () => {
  expect(candidateFor(someone(), { facts: bothThere, free: { ...khansHour, performerId: ortiz.id } }).place?.performerId).toBe(ortiz.id)
  expect(candidateFor(someone(), { facts: khanAway }).place?.performerId).toBe(ortiz.id)
  expect(candidateFor(someone(), { facts: khanAway, free: { ...khansHour, performerId: null } }).place?.performerId).toBe(ortiz.id)
  expect(against(someone(), { facts: { qualifications: [] }, free: { ...khansHour, performerId: null } })).toEqual(['injector'])
})

test('whoever asked for one injector is offered nobody else', () => {
  expect(candidateFor(someone({ performerId: ortiz.id }), { facts: bothThere }).place?.performerId).toBe(ortiz.id)
  expect(candidateFor(someone({ performerId: khan.id }), { facts: khanAway, free: { ...khansHour, performerId: ortiz.id } })).toMatchObject({ place: null, obstacles: ['injector'] })
})

test('a visit that would stand without anybody, for a reason, is no place that can be offered', () => {
  const booker = { ...asked.booker, mayOverride: true, reason: 'Dr Khan will come in.' }
  expect(candidateFor(someone(), { facts: { qualifications: [] }, free: { ...khansHour, performerId: null }, booker })).toMatchObject({ place: null, obstacles: ['injector'] })
})

test('at an unknown location a place is named as such, and as too short a notice', () => {
  expect(against(someone({ locationId: newId() }))).toEqual(['other', 'notice'])
})

test('places first, then the fewest obstacles, the earliest loss, the longest wait by whole days, the shortest way, and whoever is longest on record', () => {
  const base = { serviceTypeId: service.id, locationId: lakeside.id }
  const waits = (id: number, wish: Partial<WaitingEntry>, travelMinutes: number | null = null): Waiting => {
    const waiting = someone({ ...base, id: idNumber(id), since: at('2026-04-01T08:00'), ...wish })
    return { ...waiting, patient: { ...waiting.patient, travelMinutes } }
  }
  const ordered = [
    waits(9, { lost: wall('2026-05-01T10:00'), since: at('2026-05-02T08:00') }),
    waits(8, { lost: wall('2026-05-02T10:00'), since: at('2026-05-03T08:00') }),
    waits(7, { lost: wall('2026-05-02T10:00'), since: at('2026-05-03T09:00') }),
    waits(6, { since: at('2026-03-01T08:00') }, 200),
    waits(5, { since: at('2026-04-01T08:00') }),
    waits(4, { since: at('2026-03-31T08:01') }, 10),
    waits(2, { since: at('2026-03-31T23:00') }, 30),
    waits(3, { since: at('2026-03-31T09:00') }, 30),
    waits(1, { since: at('2026-01-01T08:00'), partOfDay: 'afternoon' }),
    waits(10, { since: at('2026-01-01T08:00'), partOfDay: 'afternoon', weekdays: [2] }),
  ]
  const ids = (list: readonly Waiting[]) => rankWaiting(clinic(), list, khansHour, asked).map(({ entry }) => entry.id)
  expect(ids(ordered.toReversed())).toEqual(ordered.map(({ entry }) => entry.id))
  expect(ids(ordered)).toEqual(ordered.map(({ entry }) => entry.id))
})
