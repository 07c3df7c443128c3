import type { Appointment } from '../appointment.ts'
import { type BookedPatient, type Booker, decideMove, type PlaceProblem } from '../booking.ts'
import type { AppointmentId } from '../ids.ts'
import type { AskedPlace } from '../place.ts'
import { err, ok, type Result } from '../result.ts'
import type { StaffingFacts } from '../staffing/types.ts'
import type { Instant } from '../time/values.ts'
import { dateAt, dateOf } from '../time/wallClock.ts'

export type Wish = { readonly visit: Appointment; readonly patient: BookedPatient; readonly place: AskedPlace }
export type RefusedWish = { readonly id: AppointmentId; readonly problem: PlaceProblem }

/** Whoever has arrived for a visit that is put off to another day has not arrived for that one. */
const onItsDay = (visit: Appointment, now: Instant): Appointment =>
  visit.status === 'arrived' && dateOf(visit.start) !== dateAt(now, visit.zone) ? { ...visit, status: 'booked' } : visit

/**
 * Several visits moved at once, each judged as a single move with all the others already where they go, so that they may take
 * each other's places. The first that is refused refuses them all.
 */
export function decideMoves(facts: StaffingFacts, wishes: readonly Wish[], booker: Booker, now: Instant): Result<readonly Appointment[], RefusedWish> {
  const going = new Set(wishes.map(({ visit }) => visit.id))
  let standing = facts.appointments.filter(visit => !going.has(visit.id))
  const moved: Appointment[] = []
  for (const { visit, patient, place } of wishes) {
    const decided = decideMove({ ...facts, appointments: standing }, visit, patient, place, booker, now)
    if (!decided.ok) return err({ id: visit.id, problem: decided.problem })
    const after = onItsDay(decided.value.visit, now)
    moved.push(after)
    standing = [...standing, after]
  }
  return ok(moved)
}
