import { expect, test } from 'vitest'
import type { Appointment } from '../../../../shared/domain/appointment.ts'
import { plainBooker } from '../../../../shared/domain/booking.ts'
import { decideMoves, type Wish } from '../../../../shared/domain/sickCall/decideMoves.ts'
import { aPatient, anAccount, at, wall } from '../../../support/builders.ts'
import { aVisit, clinic, khan, lakeside, ortiz } from '../../../support/smallClinic.ts'

const booker = plainBooker(anAccount())
const monday7 = at('2026-05-04T07:00')
const at10 = aVisit({ start: wall('2026-05-04T10:00') })
const at11 = aVisit({ start: wall('2026-05-04T11:00') })
const wish = (visit: Appointment, start: string, performerId = khan.id): Wish => ({
  visit, patient: aPatient({ id: visit.patientId }), place: { locationId: lakeside.id, start: wall(start), fold: null, performerId, roomId: null },
})
const decide = (wishes: readonly Wish[], appointments: readonly Appointment[] = [at10, at11], now = monday7) => decideMoves(clinic({ appointments }), wishes, booker, now)
const placesOf = (decided: ReturnType<typeof decide>) => (decided.ok ? decided.value.map(({ id, start, performerId }) => [id, start, performerId]) : decided.problem)

test('two visits may take each other’s places', () => {
  expect(placesOf(decide([wish(at10, '2026-05-04T11:00'), wish(at11, '2026-05-04T10:00')])))
    .toEqual([[at10.id, '2026-05-04T11:00', khan.id], [at11.id, '2026-05-04T10:00', khan.id]])
})

test('a visit may not go where another one stands that does not move', () => {
  expect(decide([wish(at10, '2026-05-04T11:00')])).toEqual({ ok: false, problem: { id: at10.id, problem: { code: 'slot-taken', overlap: 'performer' } } })
})

test('two visits may not go to the same person at the same time, and the first that is refused refuses them all', () => {
  const both = [wish(at10, '2026-05-04T15:00', ortiz.id), wish(at11, '2026-05-04T15:00', ortiz.id)]
  expect(decide(both)).toEqual({ ok: false, problem: { id: at11.id, problem: { code: 'slot-taken', overlap: 'performer' } } })
  expect(decide([wish(at10, '2026-05-04T08:00'), ...both.slice(1)])).toMatchObject({ ok: false, problem: { id: at10.id, problem: { code: 'not-staffed' } } })
})

test('whoever has arrived for a visit that is put off to another day has not arrived for that one', () => {
  const statusAfter = (status: Appointment['status'], start: string) => {
    const decided = decide([wish({ ...at10, status }, start)], [{ ...at10, status }], at('2026-05-04T09:55'))
    return decided.ok ? decided.value.map(visit => visit.status) : decided.problem
  }
  expect([statusAfter('arrived', '2026-05-04T15:00'), statusAfter('arrived', '2026-05-11T10:00')]).toEqual([['arrived'], ['booked']])
  expect([statusAfter('booked', '2026-05-11T10:00'), statusAfter('proposed', '2026-05-11T10:00')]).toEqual([['booked'], ['proposed']])
})
