import { type BookingDraft, newDraft, nextDraft } from './booking.ts'
import type { BookingStart } from '../screen.ts'

/** What is on the desk: the booking in hand, and those put aside. */
export type Desk = { readonly booking: BookingDraft | null; readonly parked: readonly BookingDraft[] }

/** Nothing would be lost with it. */
const isBlank = (draft: BookingDraft): boolean =>
  draft.step === 'booked' || (draft.patient === null && draft.serviceTypeId === null && draft.place === null && draft.note === '')

const aside = ({ booking, parked }: Desk): readonly BookingDraft[] =>
  booking === null || isBlank(booking) ? parked : [booking, ...parked]

/**
 * Begins a booking with what is known. The one in hand goes on when nothing contradicts it; when it is for another patient
 * it is put aside, so that a telephone call in the middle of it costs nothing.
 */
export function beginBooking(desk: Desk, start: BookingStart, requestKey: string): Desk {
  const { booking } = desk
  const { patient = null, serviceTypeId = null, place = null } = start
  if (booking === null || booking.step === 'booked') return { ...desk, booking: newDraft(requestKey, start) }
  if (patient !== null && booking.patient !== null && patient.id !== booking.patient.id)
    return { booking: newDraft(requestKey, start), parked: aside(desk) }
  const named = patient === null || booking.patient !== null ? booking : nextDraft(booking, { kind: 'patient-chosen', patient })
  const served =
    serviceTypeId === null || named.serviceTypeId !== null ? named : nextDraft(named, { kind: 'service-chosen', serviceTypeId })
  return { ...desk, booking: place === null ? served : nextDraft(served, { kind: 'place-chosen', place }) }
}

/** Takes a booking that was put aside back in hand; the one in hand takes its place. */
export function resumeBooking(desk: Desk, draft: BookingDraft): Desk {
  return { booking: draft, parked: aside({ ...desk, parked: desk.parked.filter(other => other !== draft) }) }
}
