import { Button } from '@mantine/core'
import type { ClosedSlot } from '../../shared/domain/staffing/types.ts'
import { dateOf, timeOf } from '../../shared/domain/time/wallClock.ts'
import { bookingText } from '../../shared/text/en/booking.ts'
import { dayInFull, wallWords } from '../../shared/text/en/dates.ts'
import { closedSlotSentence } from '../../shared/text/staffing.ts'
import { useDesk } from '../client.ts'
import type { Names } from '../day/useDayNames.ts'
import type { BookingEvent } from './booking.ts'

type ClosedSlotsProps = {
  readonly closed: readonly ClosedSlot[]
  readonly names: Names
  /** The one room that was asked for. */
  readonly room: string | null
  readonly send: (event: BookingEvent) => void
}

/** What is not free, day by day, each with its one sentence; who may, can choose it all the same. */
export function ClosedSlots({ closed, names, room, send }: ClosedSlotsProps) {
  const { may } = useDesk()
  const byDay = [...Map.groupBy(closed, slot => dateOf(slot.start))]
  return byDay.map(([day, slots]) => (
    <section key={day} className="closed-slots" aria-label={bookingText.closedTitle(dayInFull(day))}>
      <h3>{bookingText.closedTitle(dayInFull(day))}</h3>
      <ul>
        {slots.map(slot => (
          <li key={slot.start}>
            <span className="closed-time">{timeOf(slot.start)}</span>
            <span>{closedSlotSentence(slot, names.staffing, room)}</span>
            {may('appointment.override') && slot.freeRoom && !slot.patientBusy && slot.tooSoon === null && (
              <Button
                size="compact-xs"
                variant="subtle"
                color="gray"
                aria-label={bookingText.bookAnyway(wallWords(slot.start))}
                onClick={() =>
                  send({
                    kind: 'place-chosen',
                    place: { locationId: slot.locationId, start: slot.start, performerId: null, roomId: null },
                  })
                }
              >
                {bookingText.chooseAnyway}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  ))
}
