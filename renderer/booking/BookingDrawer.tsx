import { Button } from '@mantine/core'
import { useEffect } from 'react'
import type { Schedule } from '../../shared/contract/schedule.ts'
import { dateOf } from '../../shared/domain/time/wallClock.ts'
import { bookingText } from '../../shared/text/en/booking.ts'
import { wallWords } from '../../shared/text/en/dates.ts'
import { fullName } from '../../shared/text/en/names.ts'
import { useDesk, useRead } from '../client.ts'
import { type Names, useDayNames } from '../day/useDayNames.ts'
import { type BookingStart, screen, useScreen, useWhere } from '../screen.ts'
import { DrawerFrame } from '../ui/DrawerFrame.tsx'
import { Shown } from '../ui/Shown.tsx'
import { StateMark } from '../ui/StateMark.tsx'
import { BookedStep } from './BookedStep.tsx'
import { type BookingDraft, newDraft } from './booking.ts'
import { Chosen } from './Chosen.tsx'
import { ConfirmStep } from './ConfirmStep.tsx'
import { beginBooking, type Desk, resumeBooking } from './parking.ts'
import { PatientStep } from './PatientStep.tsx'
import { PlaceStep } from './PlaceStep.tsx'
import { ServiceStep } from './ServiceStep.tsx'
import { send, useBook } from './useBook.ts'
import './booking.css'

const newKey = (): string => crypto.randomUUID()

function put({ booking, parked }: Desk): void {
  screen.setBooking(booking)
  screen.setParked(parked)
}

function Parked({ names }: { readonly names: Names }) {
  const parked = useScreen(state => state.parked)
  const booking = useScreen(state => state.booking)
  if (parked.length === 0) return null
  return (
    <section className="parked" aria-label={bookingText.parked(parked.length)}>
      <h3>{bookingText.parked(parked.length)}</h3>
      <ul>
        {parked.map(draft => (
          <li key={draft.requestKey}>
            <span>
              {bookingText.parkedOne(
                draft.patient === null ? bookingText.parkedNobody : fullName(draft.patient.name),
                draft.serviceTypeId === null ? '' : names.names.service(draft.serviceTypeId),
              )}
            </span>
            <Button size="compact-xs" variant="default" onClick={() => put(resumeBooking({ booking, parked }, draft))}>
              {bookingText.resume}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The second visit that was asked for with the first, as a booking that lacks only Enter. */
function secondOf(
  patient: NonNullable<BookingDraft['patient']>,
  { serviceTypeId, appointmentId, locationId, start, performerId, roomId }: NonNullable<BookingDraft['companion']>,
  names: Names,
  begin: (known: BookingStart) => void,
) {
  if (appointmentId !== null) return null
  return {
    label: bookingText.bookSecond(names.names.service(serviceTypeId), wallWords(start)),
    book: () => begin({ patient, serviceTypeId, place: { locationId, start, performerId, roomId } }),
  }
}

function Step({
  draft,
  names,
  book,
}: {
  readonly draft: BookingDraft
  readonly names: Names
  readonly book: () => Promise<void>
}) {
  const again = (known: BookingStart) => screen.setBooking(newDraft(newKey(), known))
  if (draft.booked !== null) {
    const { patient, companion } = draft
    const second = patient === null || companion === null ? null : secondOf(patient, companion, names, again)
    return (
      <BookedStep
        key={draft.requestKey}
        visit={draft.booked}
        names={names}
        another={() => again({})}
        second={second}
        samePatient={() => again(patient === null ? {} : { patient })}
      />
    )
  }
  if (draft.patient === null) return <PatientStep draft={draft} send={send} />
  if (draft.serviceTypeId === null) return <ServiceStep send={send} />
  if (draft.place === null)
    return <PlaceStep key={draft.serviceTypeId} draft={draft} serviceTypeId={draft.serviceTypeId} names={names} send={send} />
  return <ConfirmStep draft={draft} place={draft.place} names={names} send={send} book={() => void book()} />
}

function Inside({ schedule, draft }: { readonly schedule: Schedule; readonly draft: BookingDraft }) {
  const { today } = useWhere()
  const names = useDayNames(schedule, today)
  const book = useBook()
  return (
    <DrawerFrame
      title={bookingText.title}
      {...(draft.step === 'booked' ? { sub: <StateMark kind="good">{bookingText.done}</StateMark> } : {})}
    >
      <div className="form">
        <Chosen draft={draft} names={names} />
        <Step draft={draft} names={names} book={book} />
      </div>
      <Parked names={names} />
      {draft.step !== 'booked' && (
        <div>
          <Button
            size="compact-xs"
            variant="subtle"
            color="gray"
            onClick={() => {
              screen.setBooking(null)
              screen.close()
            }}
          >
            {bookingText.discard}
          </Button>
        </div>
      )}
    </DrawerFrame>
  )
}

/** A booking in at most five actions: patient, service, place, Enter, P for the card. */
export function BookingDrawer({ draft: start }: { readonly draft: BookingStart }) {
  const { client, may } = useDesk()
  const { locationId, date } = useWhere()
  const draft = useScreen(state => state.booking)
  useEffect(() => {
    const { booking, parked } = useScreen.getState()
    put(beginBooking({ booking, parked }, start, newKey()))
  }, [start])
  // The same reading as the schedule beside the drawer shows: names, rooms and services come with it.
  const place = draft?.place ?? null
  const shownDate = place === null ? date : dateOf(place.start)
  const input = { locationId, from: shownDate, days: 1 }
  const read = useRead(['schedule', 'read', input], () => client.schedule.read(input), { keep: true })
  // Read while the patient is chosen: the next step's field must be there at once, or the first letters typed fall beside it.
  useRead(['serviceType', 'list'], () => client.serviceType.list({}))
  if (!may('appointment.write'))
    return (
      <DrawerFrame title={bookingText.title}>
        <p className="quiet">{bookingText.notPermitted}</p>
      </DrawerFrame>
    )
  return <Shown read={read}>{schedule => (draft === null ? null : <Inside schedule={schedule} draft={draft} />)}</Shown>
}
