import { bookingText } from '../../shared/text/en/booking.ts'
import { wallWordsWithYear } from '../../shared/text/en/dates.ts'
import { fullName } from '../../shared/text/en/names.ts'
import type { Names } from '../day/useDayNames.ts'
import type { BookingDraft } from './booking.ts'
import { send } from './useBook.ts'

/** What is chosen so far, each with its way back. */
export function Chosen({ draft, names }: { readonly draft: BookingDraft; readonly names: Names }) {
  const rows: readonly (readonly [string, string | null, 'patient' | 'service' | 'place'])[] = [
    [bookingText.steps.patient, draft.patient === null ? null : fullName(draft.patient.name), 'patient'],
    [bookingText.steps.service, draft.serviceTypeId === null ? null : names.names.service(draft.serviceTypeId), 'service'],
    [
      bookingText.steps.place,
      draft.place === null
        ? null
        : bookingText.slot(
            wallWordsWithYear(draft.place.start),
            draft.place.performerId === null ? bookingText.anyone : names.names.person(draft.place.performerId),
            draft.place.roomId === null ? '' : names.names.room(draft.place.roomId),
          ),
      'place',
    ],
  ]
  return (
    <ol className="chosen">
      {rows.map(([label, value, step]) => (
        <li key={step} data-step={draft.step === step || undefined} aria-current={draft.step === step ? 'step' : undefined}>
          <span className="quiet">{label}</span>
          <bdi>{value ?? ''}</bdi>
          {value !== null && draft.step !== 'booked' && !draft.sending && (
            <button
              type="button"
              className="link"
              aria-label={bookingText.change(label)}
              onClick={() => send({ kind: 'went-back', to: step })}
            >
              {bookingText.changeShort}
            </button>
          )}
        </li>
      ))}
    </ol>
  )
}
