import { useCallback } from 'react'
import { wallWords } from '../../shared/text/en/dates.ts'
import { doneText } from '../../shared/text/en/day.ts'
import { fullName } from '../../shared/text/en/names.ts'
import { useDesk } from '../client.ts'
import { noteDone } from '../day/useVisitSteps.ts'
import { screen, useScreen } from '../screen.ts'
import { givenAnswer } from '../ui/overrideAnswer.ts'
import { type BookingEvent, maySend, nextDraft } from './booking.ts'

/** Takes an event to the draft in memory, where it outlives this drawer. */
export function send(event: BookingEvent): void {
  const { booking } = useScreen.getState()
  if (booking !== null) screen.setBooking(nextDraft(booking, event))
}

/** Sends the draft; whatever comes back goes into the draft, even when another screen is open by then. */
export function useBook(): () => Promise<void> {
  const { client, may } = useDesk()
  const mayOverride = may('appointment.override')
  return useCallback(async () => {
    const { booking } = useScreen.getState()
    if (
      booking === null ||
      !maySend(booking) ||
      booking.patient === null ||
      booking.serviceTypeId === null ||
      booking.place === null
    )
      return
    send({ kind: 'sent' })
    const answered = givenAnswer(booking.override)
    const answer = await client.appointment.book({
      requestKey: booking.requestKey,
      patientId: booking.patient.id,
      serviceTypeId: booking.serviceTypeId,
      ...booking.place,
      fold: booking.fold,
      overrideReason: answered?.reason ?? null,
      overrideThrough: answered?.through ?? null,
      note: booking.note,
    })
    const event: BookingEvent = answer.ok
      ? { kind: 'booked', visit: answer.value }
      : { kind: 'refused', problem: answer.problem, mayOverride }
    const { booking: now, parked } = useScreen.getState()
    if (now?.requestKey === booking.requestKey) screen.setBooking(nextDraft(now, event))
    else
      screen.setParked(
        parked.flatMap(draft => (draft.requestKey !== booking.requestKey ? [draft] : answer.ok ? [] : [nextDraft(draft, event)])),
      )
    if (answer.ok)
      noteDone(
        client,
        doneText.booked(fullName(answer.value.patientName), wallWords(answer.value.appointment.start)),
        answer.value,
      )
  }, [client, mayOverride])
}
